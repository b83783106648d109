#include "dated.h"

#include <string.h>

#include "text.h"

static struct calendar calendar_of(const struct composer *composer) {
    return composer->layout->catalogue->calendar;
}

enum word dated_word(const struct composer *composer, enum per_grain list) {
    return word_per_grain(list, calendar_of(composer).grain);
}

const char *dated_phrase(const struct composer *composer, enum per_grain list, int period) {
    return words_format(composer->arena, composer->words, dated_word(composer, list), "period",
                        dated_long(composer, period), NULL);
}

const char *dated_long(const struct composer *composer, int period) {
    return words_period_long(composer->arena, composer->words, calendar_of(composer), period);
}

const char *dated_title(const struct composer *composer, int period) {
    return text_capital(composer->arena, dated_long(composer, period));
}

const char *dated_short(const struct composer *composer, int period) {
    return words_period_short(composer->arena, composer->words, calendar_of(composer), period);
}

const char *dated_label(const struct composer *composer, int period) {
    return words_period_label(composer->arena, composer->words, calendar_of(composer), period);
}

const char *dated_year(const struct composer *composer, int period) {
    struct calendar calendar = calendar_of(composer);
    return calendar_year_name(composer->arena, calendar, calendar_year(calendar, period));
}

const char *dated_calendar_year(const struct composer *composer, int period) {
    struct date last = calendar_date(calendar_last_day(calendar_of(composer), period));
    return arena_printf(composer->arena, "%d", last.year);
}

int dated_first(const struct composer *composer, int years) {
    struct calendar calendar = calendar_of(composer);
    return calendar_year_first(calendar, calendar_year(calendar, composer->period) - (years - 1));
}

int dated_extent_first(const struct composer *composer, struct extent extent) {
    return extent.periods > 0 ? composer->period - extent.periods + 1 : dated_first(composer, extent.years);
}

/* The quarter that holds the pack's period; NULL where its periods are longer. */
static const char *quarter_of(const struct composer *composer) {
    struct calendar calendar = calendar_of(composer), quarters = calendar_in(calendar, GRAIN_QUARTER);
    if (calendar.grain > GRAIN_QUARTER)
        return NULL;
    return words_period_label(composer->arena, composer->words, quarters,
                              calendar_convert(calendar, composer->period, quarters));
}

const char *dated_date(const struct composer *composer, const char *iso) {
    return iso == NULL ? NULL : words_date_long(composer->arena, composer->words, iso);
}

const char dated_places[] = "{period}, {previous-period}, {quarter}, {year}, {date}, {created}, {page} and {pages}";

const char *dated_words(const struct composer *composer, const char *text) {
    const char *period = dated_long(composer, composer->period), *before = dated_long(composer, composer->period - 1);
    const char *filled = words_fill(composer->arena, text, "period", period, "month", period, "previous-period", before,
                                    "quarter", quarter_of(composer), "year", dated_year(composer, composer->period),
                                    "date", dated_date(composer, composer->layout->catalogue->data_as_at), "created",
                                    dated_date(composer, composer->layout->created), "page", "{page}", "pages",
                                    "{pages}", NULL); /* numbers are not known yet */
    return text[0] == '{' ? text_capital(composer->arena, filled) : filled;
}

void dated_pack(struct arena *arena, struct layout *layout) {
    const struct composer composer = {
        .arena = arena, .layout = layout, .words = layout->words, .period = layout->period};
    const char **texts[] = {&layout->title, &layout->subtitle, &layout->subject, &layout->footer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (*texts[i] != NULL)
            *texts[i] = dated_words(&composer, *texts[i]);
}

const char *dated_letters(const struct composer *composer, int periods) {
    return words_format(composer->arena, composer->words, WORD_RAG_HISTORY, "first",
                        text_unbroken(composer->arena, dated_short(composer, composer->period - periods + 1)), "last",
                        text_unbroken(composer->arena, dated_short(composer, composer->period)), NULL);
}

/* A span that is short stays on one line: `Jun-17 to Jun-18`. */
static const char *close_span(struct arena *arena, const char *words, const char *first) {
    enum { SHORT_BYTES = 24 };
    const char *span = strstr(words, first);
    return span == NULL || strlen(span) > SHORT_BYTES
               ? words
               : arena_printf(arena, "%.*s%s", (int)(span - words), words, text_unbroken(arena, span));
}

const char *dated_trend(const struct composer *composer, enum word trend, int first) {
    enum word span = first == composer->period ? WORD_TREND_PERIOD : WORD_TREND_SPAN;
    const char *from = text_unbroken(composer->arena, dated_short(composer, first));
    const char *words =
        words_format(composer->arena, composer->words, span, "trend", words_get(composer->words, trend), "first", from,
                     "last", text_unbroken(composer->arena, dated_short(composer, composer->period)), NULL);
    return close_span(composer->arena, words, from);
}
