#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include <stdbool.h>

/* The one unfinished file of a run, which has to go however the run ends. */

/* Makes it beside `path`, open for writing; -1 with errno where it cannot be. */
int temporary_create(const char *path);

/* Moves it to its place; false with errno leaves it. */
bool temporary_rename(const char *path);

/* Removes it, if there is one. Async-signal-safe, and needs no memory: for handlers of signals and the end of memory.
 */
void temporary_discard(void);

#endif
