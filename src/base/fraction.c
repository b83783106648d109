#include "fraction.h"

#include <gmp.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { MEAN_DECIMALS = 15, CUT_DECIMALS = 20, PRINTABLE_BITS = 92, PRINT_MAX = 64, DIGITS_TEXT_MAX = 1000 };

static const struct fraction none;

static wide absolute(wide a) {
    return a < 0 ? -a : a;
}

/* Half the work of Euclid's method is done in 64 bits where the numbers fit, which they nearly always do. */
static wide common_divisor(wide a, wide b) {
    while (b > UINT64_MAX || a > UINT64_MAX) {
        if (b == 0)
            return a;
        wide rest = a % b;
        a = b;
        b = rest;
    }
    unsigned long long x = (unsigned long long)a, y = (unsigned long long)b;
    while (y != 0) {
        unsigned long long rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

static struct fraction reduced(wide numerator, wide denominator) {
    if (denominator == 0)
        return none;
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    wide divisor = common_divisor(absolute(numerator), denominator);
    return (struct fraction){numerator / divisor, denominator / divisor};
}

static bool fits(wide a) {
    return a == (int64_t)a;
}

/* Two such numbers can be multiplied, and the products added. */
static bool is_small(wide a) {
    static const int64_t small = (int64_t)1 << 62;
    return fits(a) && (int64_t)a < small && (int64_t)a > -small;
}

/* Lowest terms cost a division in a loop; they are needed only before numbers grow out of their range. */
static struct fraction trimmed(wide numerator, wide denominator) {
    if (denominator > 0 && is_small(denominator) && is_small(numerator))
        return (struct fraction){numerator, denominator};
    return reduced(numerator, denominator);
}

struct fraction fraction_none(void) {
    return none;
}

struct fraction fraction_make(long long numerator, long long denominator) {
    return reduced(numerator, denominator);
}

/* Nearly all numbers are of 64 bits, and so is what comes of them: that is tried before anything else, and the rest
 * stands in functions of its own (LONG_WAY), out of the way. */
#define LONG_WAY __attribute__((noinline, cold))

static bool both_fit(struct fraction a, struct fraction b) {
    return fits(a.numerator) && fits(a.denominator) && fits(b.numerator) && fits(b.denominator);
}

static bool multiplied_narrow(wide a, wide b, int64_t *product) {
    return !__builtin_mul_overflow((int64_t)a, (int64_t)b, product);
}

/* In one instruction where both are of 64 bits, which they nearly always are. */
static bool multiplied(wide a, wide b, wide *product) {
    if (fits(a) && fits(b)) {
        *product = (wide)(int64_t)a * (int64_t)b;
        return true;
    }
    return !__builtin_mul_overflow(a, b, product);
}

/* Over the product of the denominators, where these share a divisor but once. */
static bool added(struct fraction a, struct fraction b, wide shared, struct fraction *sum) {
    wide left, right, numerator, denominator;
    if (!multiplied(a.numerator, b.denominator / shared, &left) ||
        !multiplied(b.numerator, a.denominator / shared, &right) || __builtin_add_overflow(left, right, &numerator) ||
        !multiplied(a.denominator, b.denominator / shared, &denominator))
        return false;
    *sum = trimmed(numerator, denominator);
    return true;
}

/* Over the product of the denominators, where these differ; false where that, or the sum, is not small. */
static bool added_narrow(struct fraction a, struct fraction b, struct fraction *sum) {
    int64_t left = (int64_t)a.numerator, right = (int64_t)b.numerator, denominator = (int64_t)a.denominator, numerator;
    if (!both_fit(a, b))
        return false;
    if (a.denominator != b.denominator &&
        (!multiplied_narrow(left, b.denominator, &left) || !multiplied_narrow(right, a.denominator, &right) ||
         !multiplied_narrow(denominator, b.denominator, &denominator)))
        return false;
    if (__builtin_add_overflow(left, right, &numerator) || !is_small(numerator) || !is_small(denominator) ||
        denominator == 0)
        return false;
    *sum = (struct fraction){numerator, denominator};
    return true;
}

/* No divisor is looked for while all numbers are small; terms are lowered before there is no sum. */
LONG_WAY static struct fraction add_wide(struct fraction a, struct fraction b) {
    wide numerator;
    struct fraction sum;
    if (!fraction_present(a) || !fraction_present(b))
        return none;
    if (a.denominator == b.denominator && !__builtin_add_overflow(a.numerator, b.numerator, &numerator))
        return trimmed(numerator, a.denominator);
    if (added(a, b, common_divisor(a.denominator, b.denominator), &sum))
        return sum;
    a = reduced(a.numerator, a.denominator);
    b = reduced(b.numerator, b.denominator);
    return added(a, b, common_divisor(a.denominator, b.denominator), &sum) ? sum : none;
}

struct fraction fraction_add(struct fraction a, struct fraction b) {
    struct fraction sum;
    return added_narrow(a, b, &sum) ? sum : add_wide(a, b);
}

struct fraction fraction_negative(struct fraction a) {
    return (struct fraction){-a.numerator, a.denominator};
}

struct fraction fraction_subtract(struct fraction a, struct fraction b) {
    return fraction_add(a, fraction_negative(b));
}

LONG_WAY static struct fraction multiply_wide(struct fraction a, struct fraction b) {
    wide numerator, denominator;
    if (!fraction_present(a) || !fraction_present(b))
        return none;
    if (multiplied(a.numerator, b.numerator, &numerator) && multiplied(a.denominator, b.denominator, &denominator))
        return trimmed(numerator, denominator);
    a = reduced(a.numerator, a.denominator);
    b = reduced(b.numerator, b.denominator);
    struct fraction c = reduced(a.numerator, b.denominator), d = reduced(b.numerator, a.denominator);
    if (!multiplied(c.numerator, d.numerator, &numerator) || !multiplied(c.denominator, d.denominator, &denominator))
        return none;
    return (struct fraction){numerator, denominator};
}

struct fraction fraction_multiply(struct fraction a, struct fraction b) {
    int64_t numerator, denominator;
    if (both_fit(a, b) && multiplied_narrow(a.numerator, b.numerator, &numerator) &&
        multiplied_narrow(a.denominator, b.denominator, &denominator) && is_small(numerator) && is_small(denominator) &&
        denominator != 0)
        return (struct fraction){numerator, denominator};
    return multiply_wide(a, b);
}

struct fraction fraction_divide(struct fraction a, struct fraction b) {
    if (!fraction_present(b) || b.numerator == 0)
        return none;
    bool negative = b.numerator < 0;
    return fraction_multiply(a, (struct fraction){negative ? -b.denominator : b.denominator, absolute(b.numerator)});
}

struct fraction fraction_absolute(struct fraction a) {
    if (a.numerator < 0)
        a.numerator = -a.numerator;
    return a;
}

int fraction_sign(struct fraction a) {
    return (a.numerator > 0) - (a.numerator < 0);
}

bool fraction_is_whole(struct fraction a) {
    return a.denominator == 1 || (fraction_present(a) && a.numerator % a.denominator == 0);
}

/* Compares whole parts first, then the reciprocals of what is left: exact, and never beyond the range. */
static int compare_positive(wide a, wide b, wide c, wide d) {
    for (int sign = 1;; sign = -sign) {
        wide whole_a = a / b, whole_c = c / d;
        if (whole_a != whole_c)
            return whole_a < whole_c ? -sign : sign;
        a %= b;
        c %= d;
        if (a == 0 || c == 0)
            return a == c ? 0 : a == 0 ? -sign : sign;
        wide swap = a;
        a = b;
        b = swap;
        swap = c;
        c = d;
        d = swap;
    }
}

LONG_WAY static int compare_wide(struct fraction a, struct fraction b) {
    int sign_a = fraction_sign(a), sign_b = fraction_sign(b);
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    if (sign_a == 0)
        return 0;
    if (a.denominator == b.denominator)
        return (a.numerator > b.numerator) - (a.numerator < b.numerator);
    wide left, right;
    if (multiplied(a.numerator, b.denominator, &left) && multiplied(b.numerator, a.denominator, &right))
        return (left > right) - (left < right);
    return sign_a * compare_positive(absolute(a.numerator), a.denominator, absolute(b.numerator), b.denominator);
}

int fraction_compare(struct fraction a, struct fraction b) {
    int64_t left, right;
    if (both_fit(a, b) && multiplied_narrow(a.numerator, b.denominator, &left) &&
        multiplied_narrow(b.numerator, a.denominator, &right))
        return (left > right) - (left < right);
    return compare_wide(a, b);
}

double fraction_double(struct fraction a) {
    return fraction_present(a) ? (double)((long double)a.numerator / (long double)a.denominator) : NAN;
}

static wide power_of_ten(int exponent) {
    static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    enum { HIGHEST = sizeof(powers) / sizeof(powers[0]) - 1 };
    wide power = 1;
    for (; exponent > HIGHEST; exponent -= HIGHEST)
        power *= powers[HIGHEST];
    return power * powers[exponent];
}

/* Ten times a rest, less the divisor as often as it goes into it, which is the next digit. Never beyond the range. */
static int next_digit(wide *rest, wide divisor) {
    __extension__ unsigned __int128 sum = 0, part = (unsigned __int128)*rest, whole = (unsigned __int128)divisor;
    int digit = 0;
    for (int i = 0; i < 10; i++) {
        sum += part;
        if (sum >= whole) {
            sum -= whole;
            digit++;
        }
    }
    *rest = (wide)sum;
    return digit;
}

/* Divides by hand, a digit at a time; false where the quotient is beyond the range. */
static bool divide_long(wide numerator, wide denominator, int decimals, wide *quotient, wide *rest) {
    *quotient = numerator / denominator;
    *rest = numerator % denominator;
    for (int i = 0; i < decimals; i++)
        if (!multiplied(*quotient, 10, quotient) ||
            __builtin_add_overflow(*quotient, next_digit(rest, denominator), quotient))
            return false;
    return true;
}

/* The digits of a number without its sign, as if there were no point, halves away from zero; false where they are
 * beyond the range. */
static bool rounded_digits(struct fraction a, int decimals, wide *digits) {
    wide scaled, rest, value = absolute(a.numerator);
    if (!multiplied(value, power_of_ten(decimals), &scaled)) {
        if (!divide_long(value, a.denominator, decimals, digits, &rest))
            return false;
    } else if (fits(scaled) && fits(a.denominator)) {
        *digits = (int64_t)scaled / (int64_t)a.denominator;
        rest = (int64_t)scaled % (int64_t)a.denominator;
    } else {
        *digits = scaled / a.denominator;
        rest = scaled % a.denominator;
    }
    *digits += rest >= a.denominator - rest;
    return true;
}

struct fraction fraction_round(struct fraction a, int decimals) {
    wide digits;
    if (!fraction_present(a) || !rounded_digits(a, decimals, &digits))
        return none;
    return trimmed(a.numerator < 0 ? -digits : digits, power_of_ten(decimals));
}

int fraction_decimals(struct fraction a) {
    int decimals = 0;
    while (decimals < 9 && fraction_compare(fraction_round(a, decimals), a) != 0)
        decimals++;
    return decimals;
}

static void set_wide(mpz_t number, wide value) {
    unsigned long long halves[2] = {(unsigned long long)(absolute(value) >> 64), (unsigned long long)absolute(value)};
    mpz_import(number, 2, 1, sizeof(halves[0]), 0, 0, halves);
    if (value < 0)
        mpz_neg(number, number);
}

/* The sum over count, by numbers of any size, cut to a fraction of the range. */
static struct fraction mean_of_large(const struct fraction *numbers, size_t count) {
    mpq_t sum, part;
    mpz_t cut;
    struct fraction mean = none;
    mpq_inits(sum, part, NULL);
    mpz_init(cut);
    for (size_t i = 0; i < count; i++) {
        set_wide(mpq_numref(part), numbers[i].numerator);
        set_wide(mpq_denref(part), numbers[i].denominator);
        mpq_canonicalize(part);
        mpq_add(sum, sum, part);
    }
    mpz_ui_pow_ui(cut, 10, MEAN_DECIMALS);
    mpz_mul(cut, cut, mpq_numref(sum));
    mpz_mul_ui(mpq_denref(sum), mpq_denref(sum), count);
    mpz_tdiv_q(cut, cut, mpq_denref(sum));
    if (mpz_sizeinbase(cut, 2) < 120) {
        unsigned long long halves[2] = {0, 0};
        mpz_export(halves, NULL, -1, sizeof(halves[0]), 0, 0, cut);
        wide value = (wide)halves[1] << 64 | halves[0];
        mean = reduced(mpz_sgn(cut) < 0 ? -value : value, power_of_ten(MEAN_DECIMALS));
    }
    mpz_clear(cut);
    mpq_clears(sum, part, NULL);
    return mean;
}

/* The same without numbers of any size: each is cut behind the twentieth decimal, so that what all of them lose is
 * known to within one unit each. False where the cut mean lies between two of fifteen decimals, or a number is below
 * zero or too large for it. */
static bool mean_of_cuts(const struct fraction *numbers, size_t count, struct fraction *mean) {
    const wide scale = power_of_ten(CUT_DECIMALS);
    wide total = 0, lost = 0, step = power_of_ten(CUT_DECIMALS - MEAN_DECIMALS) * (wide)count;
    for (size_t i = 0; i < count; i++) {
        wide scaled;
        if (numbers[i].numerator < 0 || __builtin_mul_overflow(numbers[i].numerator, scale, &scaled) ||
            __builtin_add_overflow(total, scaled / numbers[i].denominator, &total))
            return false;
        lost += scaled % numbers[i].denominator != 0;
    }
    wide above;
    if (__builtin_add_overflow(total, lost, &above) || total / step != above / step)
        return false;
    *mean = reduced(total / step, power_of_ten(MEAN_DECIMALS));
    return true;
}

struct fraction fraction_mean(const struct fraction *numbers, size_t count) {
    if (count == 0)
        return none;
    struct fraction sum = numbers[0], mean;
    for (size_t i = 1; i < count && fraction_present(sum); i++)
        sum = fraction_add(sum, numbers[i]);
    if (!fraction_present(sum) || !fits(sum.denominator) || absolute(sum.numerator) >> PRINTABLE_BITS != 0)
        return mean_of_cuts(numbers, count, &mean) ? mean : mean_of_large(numbers, count);
    return fraction_divide(sum, fraction_make((long long)count, 1));
}

struct fraction fraction_of_digits(const char *digits, size_t length, int power) {
    wide value = 0;
    int places = 0, used = 0; /* places: since the last digit that is no zero */
    if (length > DIGITS_TEXT_MAX || power > DIGITS_BEFORE || power < -DIGITS_TEXT_MAX)
        return none;
    for (size_t i = 0; i < length; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            continue;
        places++;
        if (digits[i] == '0')
            continue;
        if (value == 0)
            places = 1;
        used += places;
        if (used > DIGITS_MAX)
            return none;
        value = value * power_of_ten(places) + (digits[i] - '0');
        places = 0;
    }
    if (value == 0)
        return fraction_make(0, 1);
    power += places;
    if (used + power > DIGITS_BEFORE || power < -DIGITS_BEHIND)
        return none;
    return power >= 0 ? reduced(value * power_of_ten(power), 1) : reduced(value, power_of_ten(-power));
}

bool fraction_parse(const char *text, struct fraction *number) {
    bool negative = *text == '-';
    text += negative;
    size_t before = strspn(text, "0123456789");
    const char *point = text + before;
    size_t behind = *point == '.' ? strspn(point + 1, "0123456789") : 0;
    const char *end = *point == '.' ? point + 1 + behind : point;
    if (*end != '\0' || before == 0 || (*point == '.' && behind == 0) || behind > DIGITS_TEXT_MAX)
        return false;
    struct fraction value = fraction_of_digits(text, (size_t)(end - text), -(int)behind);
    if (!fraction_present(value))
        return false;
    *number = negative ? fraction_negative(value) : value;
    return true;
}

/* Takes off the last digit: in 64 bits where the number fits, which it nearly always does. */
static char last_digit(wide *number) {
    int digit;
    if (*number >> 64 == 0) {
        digit = (int)((uint64_t)*number % 10);
        *number = (uint64_t)*number / 10;
    } else {
        digit = (int)(*number % 10);
        *number /= 10;
    }
    return (char)('0' + digit);
}

/* Writes the digits of a rounded number up to an end and gives where they start. */
static char *digits(char *end, wide scaled, int decimals, bool commas) {
    char *s = end;
    for (int i = 0; i < decimals; i++)
        *--s = last_digit(&scaled);
    if (decimals > 0)
        *--s = '.';
    int place = 0;
    do {
        if (commas && place > 0 && place % 3 == 0)
            *--s = ',';
        *--s = last_digit(&scaled);
        place++;
    } while (scaled > 0);
    return s;
}

/* Puts a sign before what was written into a buffer that has room for it. */
static char *signed_copy(struct arena *arena, const char *sign, char *number, const char *end) {
    size_t length = strlen(sign);
    memcpy(number - length, sign, length);
    return arena_strndup(arena, number - length, (size_t)(end - number) + length);
}

char *fraction_plain(struct arena *arena, struct fraction a, int decimals) {
    char buffer[PRINT_MAX], *end = buffer + sizeof(buffer);
    wide scaled;
    if (!fraction_present(a) || !rounded_digits(a, decimals, &scaled))
        return arena_strdup(arena, "");
    char *s = digits(end, scaled, decimals, false);
    if (decimals > 0) {
        while (end[-1] == '0')
            end--;
        end -= end[-1] == '.';
    }
    return signed_copy(arena, a.numerator < 0 && scaled != 0 ? "-" : "", s, end);
}

/* False where no number of digits writes it exactly: all divisors of its denominator but 2 and 5 must be the
 * numerator's too. Large numbers are not tried. */
static bool may_end(struct fraction a) {
    if (!fits(a.numerator) || !fits(a.denominator))
        return true;
    int64_t rest = (int64_t)a.denominator;
    while (rest % 2 == 0)
        rest /= 2;
    while (rest % 5 == 0)
        rest /= 5;
    return (int64_t)a.numerator % rest == 0;
}

char *fraction_exact(struct arena *arena, struct fraction a, int decimals) {
    char buffer[PRINT_MAX], *end = buffer + sizeof(buffer);
    if (!fraction_present(a) || !may_end(a))
        return fraction_plain(arena, a, decimals);
    struct fraction lowest = reduced(a.numerator, a.denominator);
    wide scaled = absolute(lowest.numerator), rest = lowest.denominator;
    int places = 0;
    for (; rest > 1 && places < DIGITS_BEHIND; places++) {
        int shared = rest % 10 == 0 ? 10 : rest % 5 == 0 ? 5 : rest % 2 == 0 ? 2 : 0;
        if (shared == 0 || !multiplied(scaled, 10 / shared, &scaled))
            break;
        rest /= shared;
    }
    if (rest != 1)
        return fraction_plain(arena, a, decimals);
    return signed_copy(arena, lowest.numerator < 0 ? "-" : "", digits(end, scaled, places, false), end);
}

char *fraction_printed(struct arena *arena, struct fraction a, int decimals, bool plus) {
    char buffer[PRINT_MAX], *end = buffer + sizeof(buffer);
    wide scaled;
    if (!fraction_present(a) || !rounded_digits(a, decimals, &scaled))
        return arena_strdup(arena, "");
    const char *sign = scaled == 0 ? "" : a.numerator < 0 ? "\xE2\x88\x92" : plus ? "+" : "";
    return signed_copy(arena, sign, digits(end, scaled, decimals, true), end);
}
