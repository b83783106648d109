#include "font_library.h"

#include <ft2build.h>
#include <stdlib.h>

#include FT_FREETYPE_H
#include FT_MODULE_H
#include FT_SYSTEM_H

#include "arena.h"

static void *take(FT_Memory memory, long size) {
    (void)memory;
    return memory_alloc((size_t)size);
}

static void *resize(FT_Memory memory, long before, long after, void *block) {
    (void)memory;
    (void)before;
    return memory_resize(block, (size_t)after);
}

static void release(FT_Memory memory, void *block) {
    (void)memory;
    free(block);
}

struct FT_LibraryRec_ *font_library_open(void) {
    static struct FT_MemoryRec_ memory = {.alloc = take, .realloc = resize, .free = release};
    FT_Library library;
    if (FT_New_Library(&memory, &library) != 0)
        memory_exhausted();
    FT_Add_Default_Modules(library);
    return library;
}

void font_library_close(struct FT_LibraryRec_ *library) {
    FT_Done_Library(library);
}
