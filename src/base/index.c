#include "index.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

struct index_entry {
    const char *name; /* NULL: free */
    void *thing;
};

/* FNV-1a */
static size_t hash_of(const char *name) {
    uint64_t hash = 14695981039346656037U;
    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 1099511628211U;
    return (size_t)(hash ^ hash >> 32);
}

/* The entry of a name, or the free one where it belongs. */
static struct index_entry *entry_of(const struct index *index, const char *name) {
    size_t at = hash_of(name) & (index->capacity - 1);
    while (index->entries[at].name != NULL && strcmp(index->entries[at].name, name) != 0)
        at = (at + 1) & (index->capacity - 1);
    return &index->entries[at];
}

static void index_grow(struct arena *arena, struct index *index) {
    struct index grown = {.count = index->count,
                          .capacity = index->capacity == 0 ? FIRST_CAPACITY : index->capacity * 2};
    grown.entries = arena_new_array(arena, grown.capacity, struct index_entry);
    for (size_t i = 0; i < index->capacity; i++)
        if (index->entries[i].name != NULL)
            *entry_of(&grown, index->entries[i].name) = index->entries[i];
    *index = grown;
}

void index_add(struct arena *arena, struct index *index, const char *name, void *thing) {
    if (index->count * 2 >= index->capacity)
        index_grow(arena, index);
    struct index_entry *entry = entry_of(index, name);
    if (entry->name != NULL)
        return;
    *entry = (struct index_entry){name, thing};
    index->count++;
}

void *index_find(const struct index *index, const char *name) {
    return index->capacity == 0 ? NULL : entry_of(index, name)->thing;
}
