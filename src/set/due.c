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

const char *due_from_to(const struct composer *composer, const struct indicator *indicator, int first, int last) {
    struct calendar due = due_calendar(composer, indicator);
    struct words_stretch stretch = words_stretch(composer->arena, composer->words, due, period_in(composer, first, due),
                                                 period_in(composer, last, due));
    return words_format(composer->arena, composer->words, due_word(composer, indicator, PER_GRAIN_FROM_TO), "first",
                        stretch.first, "last", stretch.last, NULL);
}

/* The period that a pack's is in, or where that is not over the one before. */
static int over_in(const struct composer *composer, int pack_period, struct calendar calendar) {
    int period = period_in(composer, pack_period, calendar);
    return calendar_due(calendar_of(composer), pack_period, calendar) > composer->period ? period - 1 : period;
}

/* Figures can come late, so that the latest period that is over is not the latest that was due: a run ends there. */
struct due_run due_run(const struct composer *composer, const struct indicator *indicator, struct extent extent) {
    struct calendar calendar = extent.by_due ? due_calendar(composer, indicator) : calendar_of(composer);
    int over = over_in(composer, composer->period, calendar), reported = over;
    if (extent.by_due)
        reported = over_in(composer, due_period(composer, indicator, FIELD_VALUE), calendar);
    int year = calendar_year(calendar, over), first = calendar_year_first(calendar, year - (extent.years - 1)),
        last = calendar.grain == GRAIN_YEAR ? reported : calendar_year_last(calendar, year);
    if (extent.periods > 0) {
        first = over - extent.periods + 1;
        last = reported;
    }
    return (struct due_run){calendar, first < reported ? first : reported, last, reported, over};
}

int due_run_period(const struct composer *composer, const struct due_run *run, int period) {
    struct calendar calendar = calendar_of(composer);
    return calendar.grain == run->calendar.grain ? period : calendar_last_in(run->calendar, period, calendar);
}
