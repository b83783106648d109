#include "printed_key.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { NUMBER_MAX = 16 };

/* What the words hold. */
struct parts {
    struct fraction numbers[2];
    int count;
    bool less, more;  /* < and > */
    bool or_equal;    /* an = beside one of them */
    bool more_behind; /* a > behind the number */
};

/* Leaves out the letter or colour that the words start with: `G=`, `A `, `Green:`. */
static const char *skip_name(const char *words) {
    const char *s = words + strspn(words, " ");
    if (!isalpha((unsigned char)*s))
        return s;
    while (isalpha((unsigned char)*s))
        s++;
    s += strspn(s, " :");
    return *s == '=' ? s + 1 : s;
}

static const char *take_number(const char *s, struct parts *parts) {
    char digits[NUMBER_MAX + 1] = "";
    size_t length = strspn(s, "0123456789");
    if (s[length] == '.' && isdigit((unsigned char)s[length + 1]))
        length += 1 + strspn(s + length + 1, "0123456789");
    if (length <= NUMBER_MAX && parts->count < 2) {
        memcpy(digits, s, length);
        if (fraction_parse(digits, &parts->numbers[parts->count]))
            parts->count++;
    }
    return s + length;
}

/* Words that stand for a sign: without the bound in front of a number (`under 90`), with it behind (`90 and under`). */
static const struct {
    const char *word;
    bool less, or_equal;
} signs[] = {
    {"under", true, false}, {"below", true, false},  {"less", true, false},  {"fewer", true, false},
    {"over", false, false}, {"above", false, false}, {"more", false, false}, {"greater", false, false},
    {"to", true, true},     {"most", true, true},    {"least", false, true}, {"from", false, true},
};

static void take_word(const char *word, size_t length, bool behind, struct parts *parts) {
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strlen(signs[i].word) == length && strncasecmp(signs[i].word, word, length) == 0) {
            parts->less = parts->less || signs[i].less;
            parts->more = parts->more || !signs[i].less;
            parts->or_equal = parts->or_equal || signs[i].or_equal || behind;
        }
}

static void take_words(const char *words, struct parts *parts) {
    bool behind = false;
    for (const char *s = words; *s != '\0';) {
        size_t length = 0;
        while (isalpha((unsigned char)s[length]))
            length++;
        take_word(s, length, behind, parts);
        behind = behind || isdigit((unsigned char)*s);
        s += length > 0 ? length : 1;
    }
}

static struct parts split(const char *words) {
    struct parts parts = {.count = 0};
    const char *s = skip_name(words);
    take_words(words, &parts);
    while (*s != '\0') {
        if (isdigit((unsigned char)*s)) {
            s = take_number(s, &parts);
            continue;
        }
        bool beside = s[0] == '=' && (s[1] == '<' || s[1] == '>');
        beside = beside || ((s[0] == '<' || s[0] == '>') && s[1] == '=');
        parts.or_equal = parts.or_equal || beside || strncmp(s, "≤", 3) == 0 || strncmp(s, "≥", 3) == 0;
        parts.less = parts.less || *s == '<' || strncmp(s, "≤", 3) == 0;
        parts.more = parts.more || *s == '>' || strncmp(s, "≥", 3) == 0;
        parts.more_behind = parts.more_behind || (*s == '>' && parts.count > 0);
        s++;
    }
    return parts;
}

/* The number in steps, if it is a whole number of them. */
static bool steps(struct fraction number, int decimals, long long *result) {
    struct fraction scaled = number;
    for (int i = 0; i < decimals; i++)
        scaled = fraction_multiply(scaled, fraction_make(10, 1));
    scaled = fraction_round(scaled, 0);
    if (!fraction_present(scaled) || scaled.numerator <= PRINTED_LOWEST || scaled.numerator >= PRINTED_HIGHEST)
        return false;
    *result = (long long)scaled.numerator;
    return true;
}

static bool read_bound(const struct parts *parts, const struct band *band, int decimals, struct printed_range *range) {
    long long bound = 0;
    if (!steps(parts->numbers[0], decimals, &bound))
        return false;
    if (parts->less && !parts->more) {
        range->high = parts->or_equal ? bound : bound - 1;
        return true;
    }
    if (parts->more && !parts->less) {
        range->low = parts->or_equal || parts->more_behind ? bound : bound + 1;
        return true;
    }
    if (!fraction_present(band->below))
        range->low = bound;
    else if (!fraction_present(band->from))
        range->high = bound;
    else
        range->low = range->high = bound;
    return true;
}

bool printed_range_read(const struct band *band, int decimals, struct printed_range *range) {
    struct parts parts = split(band->printed == NULL ? "" : band->printed);
    *range = (struct printed_range){PRINTED_LOWEST, PRINTED_HIGHEST, band};
    if (parts.count == 0)
        return false;
    if (parts.count == 1)
        return read_bound(&parts, band, decimals, range);
    long long a = 0, b = 0;
    if (!steps(parts.numbers[0], decimals, &a) || !steps(parts.numbers[1], decimals, &b))
        return false;
    range->low = a < b ? a : b;
    range->high = a < b ? b : a;
    return true;
}
