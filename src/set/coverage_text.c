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
