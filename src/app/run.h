#ifndef APP_RUN_H
#define APP_RUN_H

#include "arguments.h"

/* Publishes a pack for each organisation of a list, side by side, each in a process that harms no other. Tells what
 * came of them; gives the exit status: 0 all are there, 1 some have errors in their input, 3 the system failed for
 * some.
 */
int run_publish(const struct arguments *arguments);

#endif
