#include "coverage_text.h"

#include "due.h"

static const char *title_of(const struct composer *composer, const struct indicator *indicator,
                            enum coverage coverage) {
    const enum word titles[COVERAGE_COUNT] = {
        [COVERS_PERIOD] = due_word(composer, indicator, PER_GRAIN_IN_THE),
        [COVERS_PERIOD_END] = due_word(composer, indicator, PER_GRAIN_AT_END),
        [COVERS_YEAR_TO_DATE] = WORD_YEAR_TO_DATE,
        [COVERS_TWELVE_MONTHS] = WORD_ROLLING_12_MONTHS,
    };
    return words_get(composer->words, titles[coverage]);
}

const char *coverage_title(const struct composer *composer, const struct indicator *indicator) {
    return title_of(composer, indicator, indicator_coverage(indicator));
}

const char *coverage_beyond(const struct composer *composer, const struct indicator *indicator) {
    bool beyond = indicator->covers == COVERS_YEAR_TO_DATE || indicator->covers == COVERS_TWELVE_MONTHS;
    return beyond ? title_of(composer, indicator, indicator->covers) : NULL;
}

enum word coverage_status_line(const struct composer *composer, const struct indicator *indicator) {
    const enum word lines[COVERAGE_COUNT] = {
        [COVERS_PERIOD] = due_word(composer, indicator, PER_GRAIN_STATUS_LINE),
        [COVERS_PERIOD_END] = WORD_STATUS_LINE_END,
        [COVERS_YEAR_TO_DATE] = WORD_STATUS_LINE_YTD,
        [COVERS_TWELVE_MONTHS] = WORD_STATUS_LINE_TWELVE,
    };
    return lines[indicator_coverage(indicator)];
}

enum word coverage_judged(const struct composer *composer, const struct indicator *indicator, bool as_printed) {
    const enum word words[COVERAGE_COUNT][2] = {
        [COVERS_PERIOD] = {due_word(composer, indicator, PER_GRAIN_JUDGED_UNROUNDED),
                           due_word(composer, indicator, PER_GRAIN_JUDGED_PRINTED)},
        [COVERS_PERIOD_END] = {WORD_JUDGED_END_UNROUNDED, WORD_JUDGED_END_PRINTED},
        [COVERS_YEAR_TO_DATE] = {WORD_JUDGED_YTD_UNROUNDED, WORD_JUDGED_YTD_PRINTED},
        [COVERS_TWELVE_MONTHS] = {WORD_JUDGED_TWELVE_UNROUNDED, WORD_JUDGED_TWELVE_PRINTED},
    };
    return words[indicator_coverage(indicator)][as_printed];
}

/* How many of the periods in the twelve months have a value; *due: how many should have one. */
static int periods_there(const struct composer *composer, const struct indicator *indicator, int period, int *due) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    int ago = calendar_due_year_ago(composer->layout->catalogue->calendar, period, due_calendar(composer, indicator));
    int count = 0;
    *due = 0;
    for (int one = ago + 1; one <= period; one++) {
        enum status status = figure_at(table, FIELD_VALUE, one)->status;
        count += !status_is_absent(status);
        *due += status != STATUS_NOT_DUE;
    }
    return count;
}

const char *coverage_average(const struct composer *composer, const struct indicator *indicator, int period) {
    int due, count = periods_there(composer, indicator, period, &due);
    if (count == 0 || count == due)
        return NULL;
    enum per_grain average = count == 1 ? PER_GRAIN_KEY_AVERAGE_ONE : PER_GRAIN_KEY_AVERAGE_OF;
    return words_format(composer->arena, composer->words, due_word(composer, indicator, average), "count",
                        arena_printf(composer->arena, "%d", count), NULL);
}
