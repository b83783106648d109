#ifndef HYPHENS_DICTIONARIES_H
#define HYPHENS_DICTIONARIES_H

#include "embedded.h"

/* The patterns of the languages that are known, put into the module when it is built, so that no page hangs on what is
 * installed where the program runs. */
extern const struct embedded_file dictionaries[];

#endif
