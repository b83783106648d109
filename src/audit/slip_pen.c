#include <string.h>

#include "slip.h"

/* The printed digits with two neighbours changed round: 12.8 for 21.8. */
static void try_swapped_digits(struct slip_search *search, struct fraction value) {
    const struct printed *printed = &search->audited->printed;
    char *text = fraction_printed(search->arena, figure_shown(search->indicator, search->field, value),
                                  printed->decimals, false);
    struct fraction swapped;
    bool negative = fraction_sign(value) < 0;
    for (char *s = text; *s != '\0'; s++) {
        char *next = s[1] == '.' || s[1] == ',' ? s + 2 : s + 1;
        if (*s < '0' || *s > '9' || *next < '0' || *next > '9' || *s == *next)
            continue;
        char first = *s;
        *s = *next;
        *next = first;
        char *digits = arena_strdup(search->arena, text + strcspn(text, "0123456789")), *to = digits;
        for (const char *from = digits; *from != '\0'; from++)
            if (*from != ',')
                *to++ = *from;
        *to = '\0';
        if (!printed->clock && fraction_parse(digits, &swapped)) {
            swapped = figure_held(search->indicator, search->field, swapped);
            if (negative)
                swapped = fraction_negative(swapped);
            slip_try(search, (struct cause){.slip = SLIP_DIGITS, .words = "digits swapped", .value = swapped});
        }
        *next = *s;
        *s = first;
    }
}

static struct fraction cut(const struct slip_search *search, struct fraction value, int decimals) {
    struct fraction rounded = slip_rounded(search, value, decimals);
    if (!fraction_present(rounded))
        return rounded;
    struct fraction step = figure_step(search->indicator, search->field, decimals);
    bool beyond = fraction_compare(rounded, value) * fraction_sign(value) > 0;
    if (!beyond)
        return rounded;
    return fraction_sign(value) < 0 ? fraction_add(rounded, step) : fraction_subtract(rounded, step);
}

static void try_rounding(struct slip_search *search, struct fraction value) {
    int decimals = search->audited->printed.decimals;
    struct fraction once = slip_rounded(search, value, decimals + 1);
    struct fraction twice = slip_rounded(search, slip_rounded(search, value, decimals + 2), decimals + 1);
    slip_try(search, (struct cause){.slip = SLIP_ROUNDED_TWICE,
                                    .words = "rounded twice",
                                    .value = slip_rounded(search, once, decimals)});
    slip_try(search, (struct cause){.slip = SLIP_ROUNDED_TWICE,
                                    .words = "rounded twice",
                                    .value = slip_rounded(search, twice, decimals)});
    struct fraction shorter = cut(search, value, decimals);
    struct fraction rest = fraction_subtract(fraction_multiply(value, fraction_make(2, 1)), shorter);
    bool half = fraction_present(rest) && fraction_compare(slip_rounded(search, rest, decimals), rest) == 0;
    slip_try(search, half ? (struct cause){.slip = SLIP_HALF_DOWN, .words = "a half rounded down", .value = shorter}
                          : (struct cause){.slip = SLIP_CUT, .words = "cut, not rounded", .value = shorter});
}

void slip_pen(struct slip_search *search, struct fraction value) {
    struct fraction ten = {10, 1};
    if (!fraction_present(value))
        return;
    slip_try(search, (struct cause){.slip = SLIP_SIGN, .words = "sign lost", .value = fraction_negative(value)});
    try_swapped_digits(search, value);
    slip_try(search, (struct cause){.slip = SLIP_FRACTION,
                                    .words = "fraction and percentage mixed",
                                    .detail = "printed as a fraction",
                                    .value = fraction_divide(value, fraction_make(100, 1))});
    slip_try(search, (struct cause){.slip = SLIP_FRACTION,
                                    .words = "fraction and percentage mixed",
                                    .detail = "multiplied by 100 twice",
                                    .value = fraction_multiply(value, fraction_make(100, 1))});
    slip_try(search,
             (struct cause){.slip = SLIP_POINT, .words = "decimal point moved", .value = fraction_divide(value, ten)});
    slip_try(search, (struct cause){
                         .slip = SLIP_POINT, .words = "decimal point moved", .value = fraction_multiply(value, ten)});
    try_rounding(search, value);
}
