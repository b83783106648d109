#include "arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "temporary.h"

enum { BLOCK_SIZE = 64 * 1024, CLEAN_STEP = 2048, EXIT_SYSTEM = 3, MOST_PRINTED = 256 };

struct block {
    struct block *next;
    size_t used;
    size_t clean; /* so many bytes are zeroed: not all at once, since most of a block may never be used */
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the one being filled first */
};

void memory_exhausted(void) {
    temporary_discard();
    fputs("boardpack: error: out of memory\n", stderr);
    _Exit(EXIT_SYSTEM);
}

void *memory_alloc(size_t size) {
    void *memory = malloc(size ? size : 1);
    if (memory == NULL)
        memory_exhausted();
    return memory;
}

void *memory_resize(void *old, size_t size) {
    void *memory = realloc(old, size ? size : 1);
    if (memory == NULL)
        memory_exhausted();
    return memory;
}

struct arena *arena_create(void) {
    struct arena *arena = memory_alloc(sizeof(*arena));
    arena->blocks = NULL;
    return arena;
}

void arena_destroy(struct arena *arena) {
    if (arena == NULL)
        return;
    for (struct block *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

/* clean: all of it at once, by the system, which has such memory at hand */
static struct block *block_create(size_t size, bool clean) {
    if (size > SIZE_MAX - sizeof(struct block))
        memory_exhausted();
    struct block *block = clean ? calloc(1, sizeof(*block) + size) : malloc(sizeof(*block) + size);
    if (block == NULL)
        memory_exhausted();
    block->used = 0;
    block->clean = clean ? size : 0;
    block->size = size;
    return block;
}

static void *block_take(struct block *block, size_t size) {
    void *memory = block->bytes + block->used;
    block->used += size;
    if (block->used > block->clean) {
        size_t clean = block->size - block->used < CLEAN_STEP ? block->size : block->used + CLEAN_STEP;
        memset(block->bytes + block->clean, 0, clean - block->clean);
        block->clean = clean;
    }
    return memory;
}

/* A large piece gets a block of its own behind the one being filled, so that the rest of that is not lost. */
static void *arena_alloc_large(struct arena *arena, size_t size) {
    struct block *block = block_create(size, true);
    if (arena->blocks == NULL) {
        block->next = NULL;
        arena->blocks = block;
    } else {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    }
    return block_take(block, size);
}

void *arena_alloc(struct arena *arena, size_t size) {
    size_t const align = alignof(max_align_t);
    if (size > SIZE_MAX - align)
        memory_exhausted();
    size = size == 0 ? align : (size + align - 1) / align * align;
    if (size > BLOCK_SIZE / 4)
        return arena_alloc_large(arena, size);
    if (arena->blocks == NULL || arena->blocks->size - arena->blocks->used < size) {
        struct block *block = block_create(BLOCK_SIZE, false);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block_take(arena->blocks, size);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        memory_exhausted();
    return arena_alloc(arena, total);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args) {
    char most[MOST_PRINTED]; /* what fits, as nearly all does, is not written twice */
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(most, sizeof(most), format, args);
    if (length < 0)
        memory_exhausted();
    char *string = arena_alloc(arena, (size_t)length + 1);
    if ((size_t)length < sizeof(most))
        memcpy(string, most, (size_t)length);
    else
        vsnprintf(string, (size_t)length + 1, format, again);
    va_end(again);
    return string;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *string = arena_vprintf(arena, format, args);
    va_end(args);
    return string;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity)
        return items;
    size_t wanted = *capacity == 0 ? 8 : *capacity * 2;
    void *grown = arena_alloc_array(arena, wanted, size);
    if (count > 0)
        memcpy(grown, items, count * size);
    *capacity = wanted;
    return grown;
}
