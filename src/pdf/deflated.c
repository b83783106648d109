#include "deflated.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

/* A pack has up to 28 such streams: three of each of nine faces, and the profile. */
enum { KEPT_MOST = 64 };

static struct pair {
    void *plain;
    size_t length;
    struct deflated packed;
} pairs[KEPT_MOST];
static size_t next;

struct deflated deflated_find(const void *plain, size_t length) {
    for (size_t i = 0; i < KEPT_MOST; i++)
        if (pairs[i].plain != NULL && pairs[i].length == length && memcmp(pairs[i].plain, plain, length) == 0)
            return pairs[i].packed;
    return (struct deflated){0};
}

static void *copy(const void *bytes, size_t length) {
    return memcpy(memory_alloc(length), bytes, length);
}

void deflated_keep(const void *plain, size_t length, struct deflated packed) {
    struct pair *pair = &pairs[next++ % KEPT_MOST];
    free(pair->plain);
    free((void *)pair->packed.bytes);
    *pair = (struct pair){copy(plain, length), length, {copy(packed.bytes, packed.length), packed.length}};
}
