#ifndef PARSE_VALUE_H
#define PARSE_VALUE_H

#include <stdbool.h>

#include "calendar.h"
#include "theme.h"
#include "width.h"

/* How single values are written in the XML files. Each returns false, leaving its target alone, for anything else. */

/* Letters, digits, `_`, `-`, `.`, `%`, `(` and `)`, and single blanks inside; a letter or a digit first. */
bool value_is_id(const char *text);

/* `2018-07-31`, a day that exists. */
bool value_is_date(const char *text);

/* A year or a financial year: `2016`, `2016-17`, `2016/17`. */
bool value_is_year(const char *text);

/* A language tag of letters, digits and hyphens: `en-GB`. */
bool value_is_language(const char *text);

bool value_whole(const char *text, int *number);

/* `56`, `56pt`, `20mm`, `2cm`, `1in`: in points, not negative, at most a metre. */
bool value_length(const char *text, double *points);

/* `2` (a weight), `120pt` (fixed), `natural`. */
bool value_width(const char *text, struct width *width);

/* A period such as `2018-07`, or periods from that of the pack: `0`, `-1`, `-12`. */
bool value_when(const char *text, struct calendar calendar, bool *absolute, int *period);

/* `#12436D`. */
bool value_colour(const char *text, struct rgb *colour);

/* The index of a word in a list, or -1. */
int value_word(const char *text, const char *const *words, int count);

/*
 * `months ytd`: words of a list with blanks between, each at most once.
 *
 * list   receives their indices; count places
 * wrong  receives where in text a word stands that is not known or is there before
 *
 * How many there are, or -1 where one is wrong.
 */
int value_words(const char *text, const char *const *words, int count, int *list, const char **wrong);

#endif
