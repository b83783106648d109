#ifndef SET_DATED_H
#define SET_DATED_H

#include "composer.h"

/* An author's text with the pack's dates filled in: {month}, {quarter}, {year}, {date} of the data, {created}. */
const char *dated_words(struct composer *composer, const char *text);

#endif
