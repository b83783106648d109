#include "unit.h"

#include <math.h>
#include <string.h>

const char *const unit_words[UNIT_COUNT_OF_UNITS] = {
#define UNIT(NAME, WORD, ...) [UNIT_##NAME] = WORD,
#include "unit.def"
#undef UNIT
};

const struct unit_facts unit_table[UNIT_COUNT_OF_UNITS] = {
#define UNIT(NAME, WORD, ...) \
    [UNIT_##NAME] = {.name = WORD_UNIT_NAME_##NAME, .written = WORD_UNIT_WRITTEN_##NAME, __VA_ARGS__},
#include "unit.def"
#undef UNIT
};

const char *const magnitude_words[MAGNITUDE_COUNT] = {
    [MAGNITUDE_ONE] = "one",
    [MAGNITUDE_THOUSAND] = "thousand",
    [MAGNITUDE_MILLION] = "million",
    [MAGNITUDE_BILLION] = "billion",
};

const struct magnitude_facts magnitude_table[MAGNITUDE_COUNT] = {
    [MAGNITUDE_ONE] = {1, 0, WORD_UNIT_NAME_MONEY, WORD_UNIT_WRITTEN_MONEY},
    [MAGNITUDE_THOUSAND] = {1000, 0, WORD_UNIT_NAME_THOUSAND, WORD_UNIT_WRITTEN_THOUSAND},
    [MAGNITUDE_MILLION] = {1000000, 1, WORD_UNIT_NAME_MILLION, WORD_UNIT_WRITTEN_MILLION},
    [MAGNITUDE_BILLION] = {1000000000, 1, WORD_UNIT_NAME_BILLION, WORD_UNIT_WRITTEN_BILLION},
};

const char *const time_words[TIME_COUNT] = {"seconds", "minutes", "hours", "days", "weeks"};
const int time_seconds[TIME_COUNT] = {1, 60, 3600, 86400, 604800};

int unit_usual_decimals(const struct indicator *indicator) {
    const struct unit_facts *facts = &unit_table[indicator->unit];
    return facts->money ? magnitude_table[indicator->magnitude].decimals : facts->decimals;
}

bool unit_fixes_decimals(const struct indicator *indicator) {
    return indicator->divisor > 1 || unit_table[indicator->unit].money;
}

static const struct fraction sixty = {60, 1};

struct fraction unit_round(enum unit unit, struct fraction shown, int decimals) {
    if (!unit_table[unit].clock)
        return fraction_round(shown, decimals);
    return fraction_divide(fraction_round(fraction_multiply(shown, sixty), 0), sixty);
}

const char *unit_printed(struct arena *arena, enum unit unit, struct fraction shown, int decimals, bool plus) {
    if (!unit_table[unit].clock || !fraction_present(shown))
        return fraction_printed(arena, shown, decimals, plus);
    struct fraction minutes = fraction_round(fraction_multiply(shown, sixty), 0);
    if (!fraction_present(minutes))
        return "";
    long long sign = fraction_sign(minutes);
    long long count = sign * (long long)(minutes.numerator / minutes.denominator);
    return arena_printf(arena, "%s%s:%02lld",
                        sign < 0           ? "\u2212"
                        : sign > 0 && plus ? "+"
                                           : "",
                        fraction_printed(arena, fraction_make(count / 60, 1), 0, false), count % 60);
}

const char *unit_number(struct arena *arena, enum unit unit, double value, int decimals) {
    char buffer[64];
    if (!unit_table[unit].clock)
        return arena_strdup(arena, scale_print(buffer, sizeof buffer, value, decimals));
    double minutes = round(fabs(value) * 60), hours = floor(minutes / 60);
    scale_print(buffer, sizeof buffer, value < 0 && minutes > 0 ? -hours : hours, 0);
    return arena_printf(arena, "%s:%02.0f", buffer, minutes - hours * 60);
}

/* A currency stands behind the sign of a number below zero. */
static const char *with_sign(struct arena *arena, struct scale_unit unit, const char *number) {
    static const char minus[] = "\u2212";
    const char *sign = unit_table[unit.is].tick;
    if (unit.written == NULL)
        return sign == NULL ? number : arena_printf(arena, "%s%s", number, sign);
    bool below = strncmp(number, minus, strlen(minus)) == 0;
    const char *digits = number + (below ? strlen(minus) : 0);
    return arena_printf(arena, "%s%s", below ? minus : "", words_fill(arena, unit.written, "figure", digits, NULL));
}

const char *unit_tick(struct arena *arena, struct scale_unit unit, const struct scale *scale, int line) {
    const char *number = unit_number(arena, unit.is, scale_tick(scale, line), scale->decimals);
    return line + 1 == scale->lines ? with_sign(arena, unit, number) : number;
}

const char *unit_foot(struct arena *arena, struct scale_unit unit, const struct scale *scale) {
    return with_sign(arena, unit, unit_number(arena, unit.is, scale_low(scale), scale->decimals));
}
