/* Any bytes as XML, held against each vocabulary. */
#include "fuzz_file.h"
#include "vocabulary.h"
#include "xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    const char *path = fuzz_file(bytes, length);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct xml_element *root = xml_read(arena, path, (struct source_pos){.file = path}, &diag);
    if (root == NULL && !diag_failed(&diag))
        abort();
    for (enum schema_kind kind = 0; root != NULL && kind < SCHEMA_COUNT; kind++)
        vocabulary_check(root, kind, arena, &diag);
    if (root != NULL)
        xml_markdown(arena, root);
    arena_destroy(arena);
    return 0;
}
