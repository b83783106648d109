/* Any bytes as a font: what the check lets pass can be measured. */
#include "faces.h"
#include "font_file.h"
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (font_file_problem(bytes, length) != NULL)
        return 0;
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct font_list list = {.files[FACE_TEXT].path = fuzz_file(bytes, length)};
    struct faces *faces = faces_open(arena, &list, NULL, &diag);
    for (uint32_t c = ' '; c < 0x2000; c++)
        faces_width(faces, FACE_TEXT, c);
    faces_close(faces);
    arena_destroy(arena);
    return 0;
}
