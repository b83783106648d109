#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/*
 * An arena owns everything that is made in it and frees it at once.
 *
 * Memory comes zeroed and aligned for any type. Out of memory ends the run
 * with one line and exit status 3; no caller checks for NULL.
 */
struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena); /* accepts NULL */

void *arena_alloc(struct arena *arena, size_t size);
void *arena_alloc_array(struct arena *arena, size_t count, size_t size); /* checks the product */

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_new_array(arena, count, type) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

/* Copies text into the arena; NULL stays NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);

/* Formats as printf does, into the arena. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* A growable array in an arena: *items has room for *capacity items of size bytes and holds count;
 * makes room for one more. Old storage stays in the arena until it is destroyed. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Appends one item to the array (items, count, capacity are lvalues), as an lvalue to assign to. Not zeroed. */
#define arena_append(arena, items, count, capacity) \
    (*((items) = arena_grow((arena), (items), (count), &(capacity), sizeof(*(items))), &(items)[(count)++]))

/* Ends the run, for want of memory: also what a library calls that has none. */
_Noreturn void memory_exhausted(void);

/* Heap memory for what outlives no arena: as malloc and realloc, but never NULL. */
void *memory_alloc(size_t size);
void *memory_resize(void *old, size_t size);

#endif
