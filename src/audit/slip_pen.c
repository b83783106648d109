#include <string.h>

#include "slip.h"

/* The printed digits with two neighbours changed round: 12.8 for 21.8. */
static void try_swapped_digits(struct slip_search *search, struct fraction value) {
    const struct printed *printed = &search->audited->printed;
    char *text = fraction_printed(search->arena, value, printed->decimals, false);
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
        if (fraction_parse(digits, &swapped)) {
            if (negative)
                swapped = fraction_negative(swapped);
            slip_try(search, (struct cause){.slip = SLIP_DIGITS, .words = "digits swapped", .value = swapped});
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

static void try_rounding(struct slip_search *search, struct fraction value) {
    int decimals = search->audited->printed.decimals;
    slip_try(search, (struct cause){.slip = SLIP_ROUNDED_TWICE,
                                    .words = "rounded twice",
                                    .value = fraction_round(fraction_round(value, decimals + 1), decimals)});
    slip_try(search, (struct cause){.slip = SLIP_ROUNDED_TWICE,
                                    .words = "rounded twice",
                                    .value = fraction_round(
                                        fraction_round(fraction_round(value, decimals + 2), decimals + 1), decimals)});
    struct fraction shorter = cut(value, decimals);
    struct fraction rest = fraction_subtract(fraction_multiply(value, fraction_make(2, 1)), shorter);
    bool half = fraction_present(rest) && fraction_compare(fraction_round(rest, decimals), rest) == 0;
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
