#include "deflated.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

/* A pack has up to 28 shared streams: three of each of nine faces, and the profile. */
enum { KEPT_MOST = 64 };

/* What is packed once a run may take its time. What each page has of its own takes a third of it at the least level,
 * and is a quarter longer, which is little of a file. */
enum pace { PACE_FAST, PACE_THOROUGH, PACE_COUNT };
static const int levels[PACE_COUNT] = {[PACE_FAST] = 1, [PACE_THOROUGH] = 6};

static struct pair {
    void *plain;
    size_t length;
    struct deflated packed;
} pairs[KEPT_MOST];
static size_t next;

/* One of each a process: to make a compressor costs as much as to deflate a page. */
static struct libdeflate_compressor *compressors[PACE_COUNT];
static void *room;
static size_t room_size;

static struct libdeflate_compressor *compressor_of(enum pace pace) {
    if (compressors[pace] == NULL) {
        libdeflate_set_memory_allocator(memory_alloc, free);
        compressors[pace] = libdeflate_alloc_compressor(levels[pace]);
        assert(compressors[pace] != NULL);
    }
    return compressors[pace];
}

static struct deflated pack(const void *plain, size_t length, enum pace pace) {
    struct libdeflate_compressor *compressor = compressor_of(pace);
    size_t bound = libdeflate_zlib_compress_bound(compressor, length);
    if (bound > room_size) {
        free(room);
        room = memory_alloc(bound);
        room_size = bound;
    }
    size_t size = libdeflate_zlib_compress(compressor, plain, length, room, room_size);
    assert(size > 0);
    return (struct deflated){room, size};
}

struct deflated deflated_make(const void *plain, size_t length) {
    return pack(plain, length, PACE_FAST);
}

static const struct pair *find(const void *plain, size_t length) {
    for (size_t i = 0; i < KEPT_MOST; i++)
        if (pairs[i].plain != NULL && pairs[i].length == length && memcmp(pairs[i].plain, plain, length) == 0)
            return &pairs[i];
    return NULL;
}

static void *copy(const void *bytes, size_t length) {
    return memcpy(memory_alloc(length), bytes, length);
}

struct deflated deflated_shared(const void *plain, size_t length) {
    const struct pair *known = find(plain, length);
    if (known != NULL)
        return known->packed;
    struct deflated packed = pack(plain, length, PACE_THOROUGH);
    struct pair *pair = &pairs[next++ % KEPT_MOST];
    free(pair->plain);
    free((void *)pair->packed.bytes);
    *pair = (struct pair){copy(plain, length), length, {copy(packed.bytes, packed.length), packed.length}};
    return pair->packed;
}
