#ifndef BASE_INDEX_H
#define BASE_INDEX_H

#include <stddef.h>

#include "arena.h"

/* Finds things by name in the same time however many there are. Start from {0}; names and things are borrowed. */
struct index {
    struct index_entry *entries; /* capacity of them, a power of two; in the arena */
    size_t count;
    size_t capacity;
};

/* Adds a thing; the first of a name is the one that is found. */
void index_add(struct arena *arena, struct index *index, const char *name, void *thing);

/* NULL where there is none of that name. */
void *index_find(const struct index *index, const char *name);

#endif
