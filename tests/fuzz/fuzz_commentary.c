/* Any text that is UTF-8 as CommonMark. */
#include <string.h>

#include "commentary.h"
#include "fuzz_file.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (utf8_first_bad((const char *)bytes, length) >= 0)
        return -1;
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    const char *markdown = arena_strndup(arena, (const char *)bytes, length);
    struct rich_text *rich = rich_read(arena, markdown, (struct source_pos){.file = "fuzz.md", .line = 1}, &diag);
    for (size_t i = 0; i < rich->count; i++)
        for (size_t k = 0; k < rich->paragraphs[i].run_count; k++)
            if (strchr(rich->paragraphs[i].runs[k].string, '\n') != NULL)
                abort();
    arena_destroy(arena);
    return 0;
}
