#ifndef SOURCE_NUMERAL_H
#define SOURCE_NUMERAL_H

#include "fraction.h"

/*
 * Numbers as people write them: `1,234.5`, `1.234,5`, `1 234,5`, `1'234`, `57.2%`, `£12`, `-12 EUR`, `(1,234)`, `+12`,
 * `.5`, `0.`, `1.2e3`. Blanks and signs are those of a keyboard and of a typesetter (U+00A0, U+2212 and their like).
 * A text is given by its first byte and its length, which leaves out blanks at its ends or not.
 */

enum decimal_mark { DECIMAL_POINT, DECIMAL_COMMA, DECIMAL_MARK_COUNT };

struct numeral {
    struct fraction number; /* exact; never cut */
    bool percent;           /* a percent sign stands there: 57.2% is 57.2 */
};

/* False for what is no number, and for one of more digits than are kept (DIGITS_MAX). Thousands are parted by the other
 * mark, blanks or apostrophes, all of a kind, and stand in threes. */
bool numeral_read(const char *text, size_t length, enum decimal_mark mark, struct numeral *numeral);

/* What is wrong with a text that is not read, and what to do: the end of a sentence that begins with the text. */
const char *numeral_complaint(struct arena *arena, const char *text, size_t length, enum decimal_mark mark);

/* Which decimal mark a text tells of. */
enum numeral_tells {
    NUMERAL_TELLS_NOTHING, /* it has none, or is no number */
    NUMERAL_TELLS_POINT,   /* a number only where the mark is a point: `1.5`, `1,234,567` */
    NUMERAL_TELLS_COMMA,
    NUMERAL_TELLS_EITHER /* one number with a point, another with a comma: `1,234` */
};
enum numeral_tells numeral_tells(const char *text, size_t length);

/* Leaves out blanks at both ends. */
void numeral_trim(const char **text, size_t *length);

#endif
