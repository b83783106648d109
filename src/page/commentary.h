#ifndef PAGE_COMMENTARY_H
#define PAGE_COMMENTARY_H

#include "composer.h"

/* The message of the month: the words of the heading at the top of the commentary, or NULL. */
const char *commentary_message(struct composer *composer, const struct indicator *indicator);

#endif
