#include "book_figures.h"

enum { DECIMALS_OF_HOURS = 2, WIDTH_OF_FIGURES = 15, WIDTH_OF_WORDS = 20 };

static const char *said(const struct tabulator *tabulator, const struct indicator *indicator, enum field field,
                        const struct figure *figure) {
    if (field_table[field].kind == FIELD_IS_DIRECTION)
        return tabulator_word(tabulator, figure->word == DIRECTION_NEW ? WORD_DIRECTION_NEW
                                                                       : (enum word)(WORD_DIRECTION_UP + figure->word));
    return field_aloud_judged(tabulator->words, indicator->polarity, field, figure->word);
}

struct book_cell book_figure(const struct tabulator *tabulator, struct arena *arena, const struct indicator *indicator,
                             struct field_name name, const struct figure *figure) {
    enum field field = field_name_of_period(name) ? name.field : FIELD_VALUE;
    if (figure->status == STATUS_IN_WORDS)
        return tabulator_text(figure->words);
    if (status_is_absent(figure->status))
        return tabulator_text(status_words[figure->status].symbol);
    if (field_table[field].kind != FIELD_IS_NUMBER)
        return tabulator_text(said(tabulator, indicator, field, figure));
    struct fraction shown = figure_shown(indicator, field, figure->value);
    bool clock = unit_table[field_unit(indicator, field)].clock;
    int decimals = clock ? DECIMALS_OF_HOURS : figure_decimals_named(indicator, name, figure);
    bool plus = field_table[field].plus;
    return (struct book_cell){.kind = BOOK_NUMBER,
                              .text = fraction_printed(arena, shown, decimals, plus),
                              .number = fraction_double(shown),
                              .decimals = decimals,
                              .plus = plus};
}

/* ------------------------------------------------------------------ columns */

/* A count that is the figure itself is no column of its own. */
static bool has_column(const struct indicator *indicator, struct field_name name) {
    bool same = field_table[name.field].unit == FIELD_IN_PARTS && indicator->measure == MEASURE_VALUE;
    return name.source == FROM_AMONG ||
           (field_table[name.field].in_book && !same && field_exists(indicator, name.field));
}

static bool any_has_column(const struct catalogue *catalogue, struct field_name name) {
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (has_column(catalogue->indicators[i], name))
            return true;
    return false;
}

/* True where a figure of the indicator is neither not applicable nor not there throughout. */
static bool says_something(const struct tabulator *tabulator, struct field_name name) {
    for (size_t i = 0; i < tabulator->period_count; i++) {
        enum status status = figure_named(&tabulator->table, name, tabulator->periods[i]).status;
        if (status != STATUS_NOT_APPLICABLE && status != STATUS_MISSING && status != STATUS_NOT_DUE)
            return true;
    }
    return name.source == FROM_FIELD && name.field == FIELD_VALUE;
}

/* What heads figures of several units; the unit has a column of its own. */
static const char *shared_heading(const struct tabulator *tabulator, enum field field) {
    static const enum word words[FIELD_COUNT] = {[FIELD_VALUE] = WORD_FIGURE,
                                                 [FIELD_YTD_VALUE] = WORD_YEAR_TO_DATE,
                                                 [FIELD_ROLLING_12_VALUE] = WORD_ROLLING_12_MONTHS};
    if (words[field] != 0)
        return tabulator_word(tabulator, words[field]);
    return words_format(tabulator->arena, tabulator->words, field_heading(field, tabulator->catalogue->calendar.grain),
                        "unit", "", NULL);
}

static const char *heading_of(const struct tabulator *tabulator, const struct heading_maker *headings,
                              const struct indicator *indicator, struct field_name name) {
    if (name.source == FROM_FIELD)
        return indicator != NULL ? heading_field(headings, indicator, name.field)
                                 : shared_heading(tabulator, name.field);
    const struct comparator *comparator = catalogue_comparator(tabulator->catalogue, name.parameter);
    const char *heading = heading_compared(headings, comparator->title, name);
    return indicator != NULL && name.among == AMONG_BENCHMARK ? heading_with_unit(headings, heading, indicator)
                                                              : heading;
}

/* indicator: NULL for a sheet of all */
static void choose(struct tabulator *tabulator, const struct indicator *indicator, struct field_name name) {
    struct heading_maker headings = tabulator_headings(tabulator, tabulator->arena);
    if (indicator != NULL ? has_column(indicator, name) && says_something(tabulator, name)
                          : any_has_column(tabulator->catalogue, name))
        arena_append(tabulator->arena, tabulator->fields, tabulator->field_count, tabulator->field_capacity) =
            (struct figure_column){.name = name, .heading = heading_of(tabulator, &headings, indicator, name)};
}

void book_figures_choose(struct tabulator *tabulator, const struct indicator *indicator) {
    static const enum among among[] = {AMONG_BENCHMARK, AMONG_COUNTED, AMONG_RANK, AMONG_QUARTILE};
    const struct catalogue *catalogue = tabulator->catalogue;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        choose(tabulator, indicator, (struct field_name){.field = field});
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        for (size_t i = 0; i < sizeof among / sizeof *among; i++)
            if (figure_has_among(&catalogue->comparators[c], among[i]))
                choose(tabulator, indicator, field_among(among[i], catalogue->comparators[c].id));
}

/* Two columns of a table cannot be headed alike: two variances are told apart by what they are of. */
static const char *unlike(const struct tabulator *tabulator, const struct figure_column *column) {
    const char *heading = column->heading;
    if (tabulator_heads(tabulator, heading) && column->name.source == FROM_FIELD &&
        field_is_to_date(column->name.field))
        heading = arena_printf(tabulator->arena, "%s (%s)", heading, tabulator_word(tabulator, WORD_YEAR_TO_DATE));
    const char *other = heading;
    for (int number = 2; tabulator_heads(tabulator, other); number++)
        other = arena_printf(tabulator->arena, "%s (%d)", heading, number);
    return other;
}

void book_figures_head(struct tabulator *tabulator) {
    for (size_t i = 0; i < tabulator->field_count; i++) {
        const struct figure_column *column = &tabulator->fields[i];
        bool words = field_name_kind(column->name) != FIELD_IS_NUMBER;
        tabulator_column(tabulator, unlike(tabulator, column), words ? WIDTH_OF_WORDS : WIDTH_OF_FIGURES, !words);
    }
    if (tabulator->with_status)
        tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_STATUS), WIDTH_OF_FIGURES, false);
}

/* ------------------------------------------------------------------ rows */

/* A figure of the indicator that was taken, not applicable where it has no such field. */
static struct figure figure_in(const struct tabulator *tabulator, struct field_name name, int period) {
    return has_column(tabulator->table.indicator, name) ? figure_named(&tabulator->table, name, period)
                                                        : (struct figure){.status = STATUS_NOT_APPLICABLE};
}

static bool is_marked(enum status status) {
    return status == STATUS_PROVISIONAL || status == STATUS_REVISED;
}

/* Of the row as a whole: what stands beside its figures. */
static enum status row_status(const struct tabulator *tabulator, int period) {
    enum status found = STATUS_NOT_APPLICABLE;
    for (size_t i = 0; i < tabulator->field_count; i++) {
        enum status status = figure_in(tabulator, tabulator->fields[i].name, period).status;
        if (is_marked(status) && (found == STATUS_NOT_APPLICABLE || status > found))
            found = status;
    }
    return found;
}

void book_figures_note(struct tabulator *tabulator, int period) {
    for (size_t i = 0; i < tabulator->field_count; i++)
        tabulator->used[figure_in(tabulator, tabulator->fields[i].name, period).status] = true;
    tabulator->with_status = tabulator->used[STATUS_PROVISIONAL] || tabulator->used[STATUS_REVISED];
    if (tabulator->with_status)
        tabulator->used[STATUS_NOT_APPLICABLE] = true;
}

void book_figures_fill(struct tabulator *tabulator, struct arena *arena, int period, struct book_cell *cells) {
    const struct indicator *indicator = tabulator->table.indicator;
    for (size_t i = 0; i < tabulator->field_count; i++) {
        struct field_name name = tabulator->fields[i].name;
        struct figure figure = figure_in(tabulator, name, period);
        cells[i] = book_figure(tabulator, arena, indicator, name, &figure);
    }
    if (tabulator->with_status)
        cells[tabulator->field_count] = tabulator_text(status_words[row_status(tabulator, period)].symbol);
}

struct book_cell book_figures_period(const struct tabulator *tabulator, struct arena *arena,
                                     const struct indicator *indicator, int period) {
    struct calendar calendar = tabulator->catalogue->calendar, due = indicator_due(indicator, calendar);
    int own = calendar_convert(calendar, period, due);
    struct book_cell cell = tabulator_text(words_period_long(arena, tabulator->words, due, own));
    if (due.grain == GRAIN_DAY) {
        cell.kind = BOOK_DATE;
        cell.number = own;
    }
    return cell;
}
