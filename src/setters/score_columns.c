#include "dated.h"
#include "figure_text.h"
#include "scoring.h"
#include "text.h"

static const double icon_room = 1.6; /* beside a figure, in sizes of type */

static const enum word shown[SHOW_WORD_COUNT] = {
    [SHOW_REFERENCE] = WORD_SCORE_REFERENCE,
    [SHOW_TITLE] = WORD_MEASURE,
    [SHOW_SHORT_TITLE] = WORD_MEASURE,
    [SHOW_SECTION] = WORD_SCORE_SECTION,
    [SHOW_UNIT] = WORD_SCORE_UNIT,
    [SHOW_POLARITY] = WORD_SCORE_POLARITY,
    [SHOW_PERCENT_MARK] = WORD_SCORE_PERCENT,
    [SHOW_COMMENTARY] = WORD_COMMENTARY,
    [SHOW_SPARKLINE] = WORD_SCORE_SPARKLINE,
    [SHOW_RAG_HISTORY] = WORD_RAG_HISTORY,
    [SHOW_PAGE] = WORD_PAGE,
};

/* A heading of the author's, with the periods that it names; `month` is what earlier files call them. */
static const char *fill_heading(const struct scoring *scoring, const char *heading, int period) {
    const struct composer *composer = scoring->composer;
    int year_ago = calendar_year_ago(composer->layout->catalogue->calendar, period);
    const char *own = dated_short(composer, period), *previous = dated_short(composer, period - 1);
    const char *name = dated_label(composer, period);
    return words_fill(composer->arena, heading, "period", own, "month", own, "previous-period", previous,
                      "previous-month", previous, "last-year", dated_short(composer, year_ago), "year",
                      dated_year(composer, period), "period-name", name, "month-name", name, "calendar-year",
                      dated_calendar_year(composer, period), NULL);
}

static const char *usual_field_heading(const struct scoring *scoring, const struct score_slot *slot) {
    const struct score_column *column = slot->column;
    struct composer *composer = scoring->composer;
    if (column->field.source == FROM_ANNUAL)
        return calendar_year_printed(composer->arena, column->field.parameter);
    if (column->field.source == FROM_BENCHMARK || column->field.source == FROM_AMONG)
        return figure_text_compared(composer, column->field);
    if (column->field.field == FIELD_VALUE)
        return dated_short(composer, slot->period);
    enum word heading = field_heading(column->field.field, composer->layout->catalogue->calendar.grain);
    return text_capital(composer->arena, words_format(composer->arena, composer->words, heading, "unit", "", NULL));
}

static const char *heading_of(const struct scoring *scoring, const struct score_slot *slot) {
    const struct score_column *column = slot->column;
    if (column->heading != NULL)
        return fill_heading(scoring, column->heading, slot->period);
    if (column->show == SHOW_RAG_HISTORY)
        return dated_letters(scoring->composer, column->periods);
    if (column->show < SHOW_WORD_COUNT)
        return words_get(scoring->composer->words, shown[column->show]);
    if (column->show == SHOW_BAND)
        return words_band(scoring->composer->words, column->band);
    return column->show == SHOW_FIELD ? usual_field_heading(scoring, slot) : column->attribute;
}

static bool is_number(const struct score_column *column) {
    return column->show == SHOW_PAGE ||
           (column->show == SHOW_FIELD && field_name_kind(column->field) == FIELD_IS_NUMBER);
}

static enum grid_align align_of(const struct score_column *column) {
    if (is_number(column))
        return GRID_NUMBER;
    bool centred = column->show == SHOW_FIELD || column->show == SHOW_BAND || column->show == SHOW_PERCENT_MARK;
    return centred ? GRID_CENTRE : GRID_LEFT;
}

static void add_slot(struct scoring *scoring, size_t index, const struct score_column *column, int period) {
    static const enum colour bars[BAND_COUNT] = {COLOUR_GREEN, COLOUR_AMBER, COLOUR_RED};
    struct score_slot *slot = &scoring->slots[index];
    *slot = (struct score_slot){column, period};
    struct grid_column *made = grid_add_column(scoring->composer, scoring->grid);
    made->heading = heading_of(scoring, slot);
    made->align = align_of(column);
    made->width = column->width;
    made->coloured = column->coloured;
    made->tint = column->periods > 1 && column->show == SHOW_FIELD && period == scoring->composer->period;
    made->repeat = column->repeat;
    made->strong = column->show == SHOW_REFERENCE;
    made->icon_pt = is_number(column) && column->icon != SCORE_ICON_NONE ? icon_room : 0;
    made->ends = made->icon_pt > 0; /* so that icons are as far from all figures */
    made->has_bar = column->show == SHOW_BAND;
    made->bar = bars[column->band];
    made->pos = column->pos;
}

/* The first column once more, behind the fold. */
static void add_again(struct scoring *scoring, size_t index) {
    add_slot(scoring, index, scoring->slots[0].column, scoring->slots[0].period);
    scoring->grid->columns[index].again = true;
    scoring->grid->fold = index;
}

/* A sparkline's periods are in one cell. */
static int run_of(const struct score_column *column) {
    return column->show == SHOW_FIELD ? column->periods : 1;
}

static size_t slots_of(const struct scorecard *card, size_t first, size_t end) {
    size_t count = 0;
    for (size_t c = first; c < end; c++)
        count += (size_t)run_of(&card->columns[c]);
    return count;
}

/* Those before a column; behind the fold the first one stands again. */
static size_t slots_before(const struct scoring *scoring, size_t column) {
    size_t count = scoring->folded && column >= scoring->card->fold ? 1 : 0;
    return count + slots_of(scoring->card, 0, column);
}

static void add_groups(struct scoring *scoring) {
    const struct scorecard *card = scoring->card;
    struct grid *grid = scoring->grid;
    for (size_t g = 0; g < card->group_count; g++) {
        const struct score_group *group = &card->groups[g];
        arena_append(scoring->composer->arena, grid->groups, grid->group_count, grid->group_capacity) =
            (struct grid_group){
                .heading = fill_heading(scoring, group->heading, scoring->composer->period),
                .first = slots_before(scoring, group->first),
                .count = slots_of(card, group->first, group->first + group->count),
                .level = group->level,
            };
    }
}

/* The number of a measure is not its name. */
static size_t naming_column(const struct scoring *scoring) {
    for (size_t c = 0; c < scoring->grid->column_count; c++) {
        enum score_show show = scoring->slots[c].column->show;
        if (show == SHOW_TITLE || show == SHOW_SHORT_TITLE)
            return c;
    }
    return 0;
}

void scoring_make_columns(struct scoring *scoring) {
    const struct scorecard *card = scoring->card;
    size_t count = slots_before(scoring, card->column_count), at = 0;
    scoring->slots = arena_new_array(scoring->composer->arena, count, struct score_slot);
    for (size_t c = 0; c < card->column_count; c++) {
        const struct score_column *column = &card->columns[c];
        if (scoring->folded && c == card->fold)
            add_again(scoring, at++);
        int last = scorecard_period(column->when, scoring->composer->period);
        for (int period = last - run_of(column) + 1; period <= last; period++)
            add_slot(scoring, at++, column, period);
    }
    scoring->grid->header = naming_column(scoring);
    add_groups(scoring);
}
