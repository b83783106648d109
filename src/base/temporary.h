#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include <stdbool.h>

/* The one unfinished file of a run, which has to go however the run ends. */

/* Makes it beside `path`, open for writing; -1 with errno where it cannot be. It has no name where the file system can
 * do that, so that it goes with its process, however that is killed. */
int temporary_create(const char *path);

/* Gives it a name, if it has none, while it is open; false with errno. */
bool temporary_name(int descriptor);

/* Moves it, named, to its place; false with errno leaves it. */
bool temporary_rename(const char *path);

/* Removes it, if there is one. Async-signal-safe, and needs no memory: for handlers of signals and the end of memory.
 */
void temporary_discard(void);

#endif
