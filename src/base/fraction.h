#ifndef BASE_FRACTION_H
#define BASE_FRACTION_H

#include <stdbool.h>

#include "arena.h"

/*
 * An exact number: numerator over denominator, the denominator positive. In lowest terms only where the two are large:
 * most figures are made, compared and printed without ever needing it.
 *
 * A denominator of zero means "no number": what was absent, divided by zero, or beyond the range. It is the
 * zero value of the struct, and every operation with it gives it again, so that absence carries through a formula.
 */
__extension__ typedef __int128 wide;

struct fraction {
    wide numerator;
    wide denominator;
};

struct fraction fraction_none(void);
struct fraction fraction_make(long long numerator, long long denominator);
static inline bool fraction_present(struct fraction a) {
    return a.denominator != 0;
}

struct fraction fraction_add(struct fraction a, struct fraction b);
struct fraction fraction_subtract(struct fraction a, struct fraction b);
struct fraction fraction_negative(struct fraction a);
struct fraction fraction_multiply(struct fraction a, struct fraction b);
struct fraction fraction_divide(struct fraction a, struct fraction b); /* by zero: none */
int fraction_compare(struct fraction a, struct fraction b);            /* -1, 0, 1; both present */
struct fraction fraction_absolute(struct fraction a);
int fraction_sign(struct fraction a);
bool fraction_is_whole(struct fraction a);

/* The mean of count present numbers; none of none. Where the exact mean is too long to be printed, it is cut, not
 * rounded, behind the fifteenth decimal, so that it still rounds as the exact one does at any printed decimals. */
struct fraction fraction_mean(const struct fraction *numbers, size_t count);
double fraction_double(struct fraction a); /* for drawing only; NAN where none */

/* Rounds to a number of decimals (0 to 9), halves away from zero. */
struct fraction fraction_round(struct fraction a, int decimals);

/* The fewest decimals that write a present number exactly, 9 at most. */
int fraction_decimals(struct fraction a);

/* A number that is read has at most so many digits before the point, behind it, and in all; zeros at its ends do not
 * count. Thousands of such numbers can be added up, and their sums divided. */
enum { DIGITS_BEFORE = 18, DIGITS_BEHIND = 24, DIGITS_MAX = 33 };

/* The number that digits make, of which the last stands for 10^power: `1,234` and -2 give 12.34, `12` and 3 give 12000.
 * What stands between them is passed over. None where they are too many. */
struct fraction fraction_of_digits(const char *digits, size_t length, int power);

/* Reads `-12.50`: an optional sign, digits, an optional point and digits. *number is left alone and false returned for
 * anything else (`1e400`, `NaN`, `1,000`, blanks, an empty string) and for too many digits. */
bool fraction_parse(const char *text, struct fraction *number);

/* Plain digits with a point, rounded half away from zero to at most `decimals` places, no trailing zeros:
 * 28.2738095238. "" where none. */
char *fraction_plain(struct arena *arena, struct fraction a, int decimals);

/* All digits of a number that ends, up to DIGITS_BEHIND behind the point; else as fraction_plain. */
char *fraction_exact(struct arena *arena, struct fraction a, int decimals);

/* As a page prints it: exactly `decimals` places, thousands with commas, minus as U+2212, a plus where asked.
 * A value that rounds to zero has no sign. "" where none. */
char *fraction_printed(struct arena *arena, struct fraction a, int decimals, bool plus);

#endif
