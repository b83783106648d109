#ifndef CATALOGUE_EXPRESSION_READ_H
#define CATALOGUE_EXPRESSION_READ_H

#include "catalogue_reader.h"
#include "expression.h"

/* A text is read up to so many bytes. */
enum { EXPRESSION_LENGTH_MAX = 10000 };

/*
 * Reads `(a + b) / 2 - 'c - d'` into an expression without steps: + - * /, a minus before what it turns, brackets,
 * numbers, and names of series or of indicators that are plain values. The whole text is one name where there is such a
 * name. Else a name runs until + * / ( ) or a minus between blanks; one in single quotes holds any signs, and a quote
 * twice. A number that is a name as well is the name beside + and -, and a mistake beside * and /.
 *
 * What is wrong is reported at pos; the expression then has no steps.
 */
void expression_read(const struct catalogue_reader *reader, const char *text, struct source_pos pos,
                     struct expression *expression);

/* The same for `a b c`: the sum of these names. */
void expression_read_sum(const struct catalogue_reader *reader, const char *names, struct source_pos pos,
                         struct expression *expression);

/* Whether a text that is no name itself has + - * / or brackets in it, so that it must be read. */
bool expression_has_signs(const char *text);

/* Whether a name is the whole of a text, or stands in it as a name. */
bool expression_mentions(struct arena *arena, const char *text, const char *name);

#endif
