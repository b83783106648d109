#include "dated.h"

#include "month.h"

static const char *quarter_of(struct composer *composer, int start) {
    int quarter = (composer->period - start) / 3 + 1;
    return words_format(composer->arena, composer->words, WORD_QUARTER, "quarter",
                        arena_printf(composer->arena, "%d", quarter), NULL);
}

static const char *date_of(struct composer *composer, const char *iso) {
    return iso == NULL ? NULL : words_date_long(composer->arena, composer->words, iso);
}

const char *dated_words(struct composer *composer, const char *text) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    int start = financial_year_first(composer->period, catalogue->year_start);
    return words_fill(
        composer->arena, text, "month", words_month_long(composer->arena, composer->words, composer->period), "quarter",
        quarter_of(composer, start), "year", financial_year_name(composer->arena, start), "date",
        date_of(composer, catalogue->data_as_at), "created", date_of(composer, composer->layout->created), NULL);
}
