#include "due.h"

static struct calendar calendar_of(const struct composer *composer) {
    return composer->layout->catalogue->calendar;
}

struct calendar due_calendar(const struct composer *composer, const struct indicator *indicator) {
    return indicator_due(indicator, calendar_of(composer));
}

enum word due_word(const struct composer *composer, const struct indicator *indicator, enum per_grain list) {
    return word_per_grain(list, due_calendar(composer, indicator).grain);
}

int due_period(const struct composer *composer, const struct indicator *indicator, enum field field) {
    return figure_due_period(figures_of(composer->figures, indicator), field, composer->period);
}

static int period_in(const struct composer *composer, int period, struct calendar due) {
    return calendar_convert(calendar_of(composer), period, due);
}

const char *due_long(const struct composer *composer, const struct indicator *indicator, int period) {
    struct calendar due = due_calendar(composer, indicator);
    return words_period_long(composer->arena, composer->words, due, period_in(composer, period, due));
}

const char *due_short(const struct composer *composer, const struct indicator *indicator, int period) {
    struct calendar due = due_calendar(composer, indicator);
    return words_period_short(composer->arena, composer->words, due, period_in(composer, period, due));
}

const char *due_name(const struct composer *composer, const struct indicator *indicator, int period) {
    struct calendar due = due_calendar(composer, indicator);
    return words_period_name(composer->arena, composer->words, due, period_in(composer, period, due));
}
