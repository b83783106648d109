#ifndef BASE_INPUTS_H
#define BASE_INPUTS_H

#include <stddef.h>

/* The files that this process has read, for who asks later whether what was made of them is still up to date. Whoever
 * opens a file to read it, or takes what was read of it before, adds it; the same one may be added often. */

void inputs_add(const char *path); /* copied */

/* What may say something else the next time, and nobody can tell: a database. What was made of it is never up to date.
 */
void inputs_add_unsure(const char *name);

size_t inputs_count(void);
const char *inputs_path(size_t number);

/* Leaves the first so many. */
void inputs_forget(size_t count);

#endif
