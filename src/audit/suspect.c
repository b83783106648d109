#include "suspect.h"

#include <string.h>

#include "finding.h"

static bool matches(const struct suspect *suspect, struct fraction value) {
    const struct printed *printed = &suspect->audited->printed;
    return printed->kind == PRINTED_NUMBER && fraction_present(value) &&
           fraction_compare(fraction_round(value, printed->decimals), printed->number) == 0;
}

static void add(struct suspect *suspect, struct cause cause) {
    struct audited *audited = suspect->audited;
    for (size_t i = 0; i < audited->cause_count; i++)
        if (cause_same(&audited->causes[i], &cause))
            return;
    arena_append(suspect->arena, audited->causes, audited->cause_count, audited->cause_capacity) = cause;
}

void suspect_try(struct suspect *suspect, struct cause cause) {
    if (matches(suspect, cause.value))
        add(suspect, cause);
}

void suspect_try_word(struct suspect *suspect, int word, struct cause cause) {
    if (suspect->audited->printed.kind == PRINTED_WORD && suspect->audited->printed.word == word)
        add(suspect, cause);
}

const struct audited *suspect_false_neighbour(const struct suspect *suspect, enum field field) {
    struct audited *const *cells;
    size_t count = findings_cells(suspect->audit, suspect->indicator, field, suspect->month, &cells);
    for (size_t i = 0; i < count; i++)
        if (cells[i]->verdict == VERDICT_DIFFERS && cells[i]->printed.kind == PRINTED_NUMBER)
            return cells[i];
    return NULL;
}

struct fraction suspect_value(const struct suspect *suspect, enum field field, int month) {
    const struct figure *figure = figure_at(suspect->table, field, month);
    return status_is_absent(figure->status) ? fraction_none() : figure->value;
}

const char *suspect_month(const struct suspect *suspect, int month) {
    return month_iso(suspect->arena, month);
}

/* The printed digits with two neighbours changed round: 12.8 for 21.8. */
static void try_swapped_digits(struct suspect *suspect, struct fraction value) {
    const struct printed *printed = &suspect->audited->printed;
    char *text = fraction_printed(suspect->arena, value, printed->decimals, false);
    struct fraction swapped;
    bool negative = fraction_sign(value) < 0;
    for (char *s = text; *s != '\0'; s++) {
        char *next = s[1] == '.' || s[1] == ',' ? s + 2 : s + 1;
        if (*s < '0' || *s > '9' || *next < '0' || *next > '9' || *s == *next)
            continue;
        char first = *s;
        *s = *next;
        *next = first;
        char *digits = arena_strdup(suspect->arena, text + strcspn(text, "0123456789")), *to = digits;
        for (const char *from = digits; *from != '\0'; from++)
            if (*from != ',')
                *to++ = *from;
        *to = '\0';
        if (fraction_parse(digits, &swapped)) {
            if (negative)
                swapped = fraction_subtract(fraction_make(0, 1), swapped);
            suspect_try(suspect, (struct cause){SLIP_DIGITS, MONTH_NONE, NULL, "digits swapped", NULL, swapped});
        }
        *next = *s;
        *s = first;
    }
}

static struct fraction cut(struct fraction value, int decimals) {
    struct fraction rounded = fraction_round(value, decimals);
    if (!fraction_present(rounded))
        return rounded;
    struct fraction step = {fraction_sign(value) < 0 ? -1 : 1, 1};
    for (int i = 0; i < decimals; i++)
        step = fraction_divide(step, fraction_make(10, 1));
    bool beyond = fraction_compare(rounded, value) * fraction_sign(value) > 0;
    return beyond ? fraction_subtract(rounded, step) : rounded;
}

static void try_rounding(struct suspect *suspect, struct fraction value) {
    int decimals = suspect->audited->printed.decimals;
    suspect_try(suspect, (struct cause){SLIP_ROUNDED_TWICE, MONTH_NONE, NULL, "rounded twice", NULL,
                                        fraction_round(fraction_round(value, decimals + 1), decimals)});
    suspect_try(
        suspect,
        (struct cause){SLIP_ROUNDED_TWICE, MONTH_NONE, NULL, "rounded twice", NULL,
                       fraction_round(fraction_round(fraction_round(value, decimals + 2), decimals + 1), decimals)});
    struct fraction shorter = cut(value, decimals);
    struct fraction rest = fraction_subtract(fraction_multiply(value, fraction_make(2, 1)), shorter);
    bool half = fraction_present(rest) && fraction_compare(fraction_round(rest, decimals), rest) == 0;
    suspect_try(suspect, half ? (struct cause){SLIP_HALF_DOWN, MONTH_NONE, NULL, "a half rounded down", NULL, shorter}
                              : (struct cause){SLIP_CUT, MONTH_NONE, NULL, "cut, not rounded", NULL, shorter});
}

void suspect_pen(struct suspect *suspect, struct fraction value) {
    struct fraction ten = {10, 1};
    if (!fraction_present(value))
        return;
    suspect_try(suspect, (struct cause){SLIP_SIGN, MONTH_NONE, NULL, "sign lost", NULL,
                                        fraction_subtract(fraction_make(0, 1), value)});
    try_swapped_digits(suspect, value);
    suspect_try(suspect, (struct cause){SLIP_FRACTION, MONTH_NONE, NULL, "fraction and percentage mixed",
                                        "printed as a fraction", fraction_divide(value, fraction_make(100, 1))});
    suspect_try(suspect, (struct cause){SLIP_FRACTION, MONTH_NONE, NULL, "fraction and percentage mixed",
                                        "multiplied by 100 twice", fraction_multiply(value, fraction_make(100, 1))});
    suspect_try(suspect,
                (struct cause){SLIP_POINT, MONTH_NONE, NULL, "decimal point moved", NULL, fraction_divide(value, ten)});
    suspect_try(suspect, (struct cause){SLIP_POINT, MONTH_NONE, NULL, "decimal point moved", NULL,
                                        fraction_multiply(value, ten)});
    try_rounding(suspect, value);
}
