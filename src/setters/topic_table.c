#include "topic_table.h"

#include <string.h>

#include "band_text.h"
#include "block_setters.h"
#include "dated.h"
#include "due.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "pen.h"
#include "text.h"
#include "topic_columns.h"
#include "topic_notes.h"

enum { HEAD_LINES = 5 }; /* names are long and columns narrow */

/* What a row is about. */
struct row_subject {
    enum topic_rows_show show;
    int period;                          /* ROWS_PERIODS; of ROWS_TO_DATE the last */
    const char *year;                    /* ROWS_YEARS */
    const struct comparator *comparator; /* ROWS_BENCHMARKS */
    enum field field;                    /* ROWS_TARGET: the target, or a letter */
};

/* ------------------------------------------------------------------ cells */

/* Its figure is judged, or its year to date is in place of it. */
static bool is_judged(const struct topic_measure *measure) {
    return measure->indicator != NULL && measure->field.source == FROM_FIELD &&
           (measure->field.field == FIELD_VALUE ||
            measure->field.field == field_reported(measure->indicator, FIELD_VALUE));
}

static bool has_target(const struct topic_measure *measure, enum field field) {
    return is_judged(measure) && field_exists(measure->indicator, field);
}

/* A line of the data names the year of a column that is counted, and has no figure of it. */
static bool lists_blank(const struct topic_measure *measure, const char *year) {
    const struct indicator *of = measure->indicator;
    const struct series *const counted[] = {measure->series, of == NULL ? NULL : of->numerator,
                                            of == NULL ? NULL : of->denominator};
    for (size_t s = 0; s < sizeof counted / sizeof *counted; s++)
        for (size_t i = 0; counted[s] != NULL && i < counted[s]->annual_count; i++)
            if (calendar_year_parse(counted[s]->annuals[i].year) == calendar_year_parse(year) &&
                counted[s]->annuals[i].status == STATUS_MISSING)
                return true;
    return false;
}

/* What stands in place of a figure: the table's word where none can be, else the sign of the gap, as in charts. */
static const char *absent_in(const struct topic *topic, const struct row_subject *subject,
                             const struct topic_measure *measure, enum status status) {
    bool missing = status == STATUS_MISSING;
    bool gap = subject->show == ROWS_PERIODS ? status != STATUS_NOT_DUE
               : subject->show == ROWS_YEARS ? missing && lists_blank(measure, subject->year)
                                             : missing && subject->show == ROWS_TO_DATE;
    return gap ? NULL : topic->table->absent;
}

static struct figure figure_of(struct topic *topic, const struct indicator *indicator, struct field_name name,
                               const struct row_subject *subject) {
    const struct figure_table *figures = figures_of(topic->composer->figures, indicator);
    static const struct figure none = {.status = STATUS_NOT_APPLICABLE};
    enum field field = name.field;
    if (subject->show == ROWS_PERIODS)
        return figure_of_period(figures, name, subject->period);
    if (name.source == FROM_AMONG)
        return none;
    switch (subject->show) {
    case ROWS_TO_DATE:
        field = field_table[field].to_date;
        return field == FIELD_NONE || !field_exists(indicator, field) ? none
                                                                      : *figure_at(figures, field, subject->period);
    case ROWS_YEARS:
        return figure_of_year(figures, field, subject->year);
    case ROWS_TARGET:
        return *figure_at(figures, subject->field, due_period(topic->composer, indicator, subject->field));
    default:
        return field_table[field].past != PAST_FIGURE
                   ? none
                   : figure_named(figures, figure_name_of(subject->comparator),
                                  due_period(topic->composer, indicator, FIELD_VALUE));
    }
}

/* What figures should lie in, of a measure that has no single one to reach; NULL where it has. */
static const char *range_of(const struct topic *topic, const struct topic_measure *measure) {
    struct composer *composer = topic->composer;
    return !is_judged(measure)
               ? NULL
               : band_text_aim(composer, measure->indicator, due_period(composer, measure->indicator, FIELD_VALUE));
}

/* Of a figure below those of the periods: theirs, and none where no benchmark was published with any. */
static int decimals_beside(const struct figure_shown *shown, const struct row_subject *subject) {
    const struct selection alone = {0};
    int decimals = figure_cell_decimals(&alone, shown->indicator);
    bool typed = subject->show == ROWS_BENCHMARKS && subject->comparator->computed == COMPUTED_NOT;
    return decimals > 0 && typed ? indicator_benchmark_decimals_beside(shown->indicator, shown->figure.value)
                                 : decimals;
}

static struct grid_cell value_cell(struct topic *topic, const struct topic_measure *measure,
                                   const struct row_subject *subject) {
    const struct indicator *indicator = measure->indicator;
    bool percent = measure->field.field == FIELD_VALUE && unit_table[indicator->unit].percentage;
    struct figure_shown shown = {.indicator = indicator,
                                 .name = measure->field,
                                 .figure = figure_of(topic, indicator, measure->field, subject),
                                 .decimals = measure->decimals,
                                 .sign = percent ? "%" : NULL};
    shown.absent = absent_in(topic, subject, measure, shown.figure.status);
    if (subject->show >= ROWS_YEARS && topic_is_value(measure) && shown.decimals < 0)
        shown.decimals = decimals_beside(&shown, subject);
    if (subject->show == ROWS_TARGET && subject->field == FIELD_TARGET && range_of(topic, measure) != NULL)
        return (struct grid_cell){.content = GRID_SYMBOL, .text = range_of(topic, measure)};
    if (subject->show == ROWS_BENCHMARKS)
        shown.name = figure_name_of(subject->comparator);
    else if (subject->show == ROWS_TARGET && !has_target(measure, subject->field))
        return figure_cell_absent(&topic->cells, STATUS_NOT_APPLICABLE, topic->table->absent);
    else if (subject->show == ROWS_TARGET)
        shown.name = (struct field_name){.field = subject->field};
    else if (subject->show == ROWS_YEARS && topic_is_value(measure))
        shown.name = (struct field_name){.source = FROM_ANNUAL, .parameter = subject->year};
    struct grid_cell cell = figure_cell(&topic->cells, &shown);
    if (subject->show == ROWS_TARGET && cell.content == GRID_TEXT)
        cell.text =
            band_text_target(topic->composer, indicator, due_period(topic->composer, indicator, shown.name.field),
                             shown.figure.value, cell.text);
    enum field field = measure->field.field;
    if (measure->coloured && subject->show == ROWS_TO_DATE)
        field = field_table[field].to_date;
    if (measure->coloured && subject->show <= ROWS_TO_DATE)
        figure_cell_colour(topic->composer, indicator, field, subject->period, &cell);
    return cell;
}

/* `150 of 173`, both or none; or `150` alone. */
static struct grid_cell counts_cell(struct topic *topic, const struct topic_measure *measure,
                                    const struct row_subject *subject) {
    if (subject->show == ROWS_TARGET)
        return figure_cell_absent(&topic->cells, STATUS_NOT_APPLICABLE, topic->table->absent);
    struct figure part = figure_of(topic, measure->indicator, (struct field_name){.field = FIELD_NUMERATOR}, subject);
    struct figure whole =
        figure_of(topic, measure->indicator, (struct field_name){.field = FIELD_DENOMINATOR}, subject);
    bool alone = measure->counts == TOPIC_COUNTS_NUMERATOR;
    enum status status = alone ? part.status : status_worse(part.status, whole.status);
    if (status == STATUS_IN_WORDS)
        return figure_cell_words(part.words);
    if (status_is_absent(status))
        return figure_cell_absent(&topic->cells, status, absent_in(topic, subject, measure, status));
    struct arena *arena = topic->composer->arena;
    if (alone)
        return figure_cell_text(&topic->cells, figure_printed(arena, measure->indicator, FIELD_NUMERATOR, &part),
                                part.status);
    return (struct grid_cell){.content = GRID_PAIR,
                              .text = figure_printed(arena, measure->indicator, FIELD_NUMERATOR, &part),
                              .of = figure_printed(arena, measure->indicator, FIELD_DENOMINATOR, &whole)};
}

/* What a raw column has for a period; the year to date where the layout says that its periods add up. */
static struct figure figure_of_series(struct topic *topic, const struct series *series, bool sums,
                                      const struct row_subject *subject) {
    if (subject->show == ROWS_YEARS) {
        struct annual annual = series_annual(series, subject->year);
        return figure_of_annual(&annual);
    }
    bool is_period = subject->show == ROWS_PERIODS;
    if (!is_period && (subject->show != ROWS_TO_DATE || !sums))
        return (struct figure){.status = STATUS_NOT_APPLICABLE};
    int last = subject->period;
    int first = is_period ? last : calendar_to_date(topic->composer->layout->catalogue->calendar, last);
    struct cell sum = series_sum(series, first, last);
    return figure_of_cell(&sum);
}

/* Those of a column agree: one where any of its periods needs one. */
static int series_decimals(const struct topic *topic, const struct topic_measure *measure) {
    int last = topic->composer->period;
    for (size_t r = 0; r < topic->table->rows_count; r++)
        for (int i = 0; topic->table->rows[r].show == ROWS_PERIODS && i < topic->table->rows[r].count; i++) {
            struct cell cell = series_cell(measure->series, last - i);
            if (!status_is_absent(cell.status) && !fraction_is_whole(cell.number))
                return 1;
        }
    return 0;
}

static struct grid_cell series_cell_of(struct topic *topic, const struct topic_measure *measure,
                                       const struct row_subject *subject) {
    struct figure figure = figure_of_series(topic, measure->series, measure->sums, subject);
    if (figure.status == STATUS_IN_WORDS)
        return figure_cell_words(figure.words);
    if (status_is_absent(figure.status))
        return figure_cell_absent(&topic->cells, figure.status, absent_in(topic, subject, measure, figure.status));
    int decimals = measure->decimals >= 0 ? measure->decimals : series_decimals(topic, measure);
    return figure_cell_text(&topic->cells, fraction_printed(topic->composer->arena, figure.value, decimals, false),
                            figure.status);
}

static struct grid_cell measure_cell(struct topic *topic, const struct topic_measure *measure,
                                     const struct row_subject *subject) {
    struct grid_cell cell =
        measure->series != NULL ? series_cell_of(topic, measure, subject) : value_cell(topic, measure, subject);
    if (measure->brackets && cell.content == GRID_TEXT)
        cell.text = arena_printf(topic->composer->arena, "(%s)", cell.text);
    return cell;
}

/* One figure over the columns of a group, in a period in which none of them has its own. */
static void set_across(struct topic *topic, const struct topic_group *group, struct grid_cell *cells,
                       const struct row_subject *subject) {
    size_t first = 1 + topic_columns_of(topic->table, 0, group->first);
    size_t count = topic_columns_of(topic->table, group->first, group->count);
    for (size_t c = first; c < first + count; c++)
        if (cells[c].content == GRID_TEXT || cells[c].content == GRID_PAIR)
            return;
    struct figure figure = figure_of_series(topic, group->across, false, subject);
    if (status_is_absent(figure.status))
        return;
    const char *text = fraction_printed(topic->composer->arena, figure.value, fraction_decimals(figure.value), false);
    cells[first] = figure_cell_text(&topic->cells, text, figure.status);
    cells[first].span = count;
    cells[first].span_look = SPAN_BRACKET;
}

/* ------------------------------------------------------------------ rows */

static const char *label_of(const struct topic *topic, const struct topic_rows *rows) {
    const enum word usual[ROWS_SHOW_COUNT] = {[ROWS_PERIODS] = dated_word(topic->composer, PER_GRAIN_ROWS),
                                              [ROWS_TO_DATE] = WORD_ROWS_TO_DATE,
                                              [ROWS_YEARS] = WORD_ROWS_YEARS,
                                              [ROWS_BENCHMARKS] = WORD_ROWS_BENCHMARKS,
                                              [ROWS_TARGET] = WORD_TARGET};
    return rows->label != NULL ? rows->label : words_get(topic->composer->words, usual[rows->show]);
}

static void add_row(struct topic *topic, const struct topic_rows *rows, const char *name, struct row_subject subject) {
    struct grid_row *row = grid_add_row(topic->composer, topic->grid);
    row->group = label_of(topic, rows);
    row->bold = rows->show == ROWS_PERIODS && subject.period == topic->composer->period;
    row->strong = rows->show == ROWS_TO_DATE;
    row->cells[0] = (struct grid_cell){.content = GRID_TEXT, .text = name};
    size_t c = 1;
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (measure->counts != TOPIC_COUNTS_NO)
            row->cells[c++] = counts_cell(topic, measure, &subject);
        row->cells[c++] = measure_cell(topic, measure, &subject);
    }
    for (size_t i = 1; i < c; i++) /* figures end at the edge, with a sign or without */
        row->cells[i].ends = row->cells[i].content == GRID_DASH;
    for (size_t g = 0; g < topic->table->group_count; g++)
        if (topic->table->groups[g].across != NULL)
            set_across(topic, &topic->table->groups[g], row->cells, &subject);
}

static bool any_has(struct topic *topic, enum field field) {
    const struct row_subject subject = {.show = ROWS_TARGET, .field = field};
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (measure->indicator == NULL)
            continue;
        if (field == FIELD_TARGET && range_of(topic, measure) != NULL)
            return true;
        if (!has_target(measure, field))
            continue;
        const struct figure figure = figure_of(topic, measure->indicator, measure->field, &subject);
        if (figure.off_target || !status_is_absent(figure.status))
            return true;
    }
    return false;
}

/* Of when a letter is: the year to date, or the pack's period where all are of that; else nothing, since a word holds
 * for the row. */
static const char *letter_name(struct topic *topic, enum field field) {
    struct composer *composer = topic->composer;
    const char *word = words_get(composer->words, WORD_RAG);
    if (field != FIELD_RAG)
        return words_get(composer->words, field == FIELD_TARGET ? WORD_TARGET : WORD_RAG_TO_DATE);
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (measure->indicator != NULL && has_target(measure, field) &&
            due_period(composer, measure->indicator, field) != composer->period)
            return word;
    }
    return words_format(composer->arena, composer->words, WORD_RAG_OF, "period",
                        dated_short(composer, composer->period), NULL);
}

/* The target, and how the latest figure and the year to date stand to it; those that a measure has. */
static void add_target_rows(struct topic *topic, const struct topic_rows *rows) {
    static const enum field list[] = {FIELD_TARGET, FIELD_RAG, FIELD_YTD_RAG};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (any_has(topic, list[i]))
            add_row(topic, rows, letter_name(topic, list[i]),
                    (struct row_subject){.show = ROWS_TARGET, .field = list[i]});
}

/* What is said of a measure below the table names it so. */
static const char *name_below(const struct topic *topic, size_t m) {
    const struct topic_measure *measure = &topic->table->measures[m];
    const struct topic_group *group = topic_group_of(topic->table, m);
    const char *number = topic_number(measure, NULL);
    return number != NULL                            ? number
           : group != NULL && group->heading != NULL ? group->heading
                                                     : topic_heading(topic, measure);
}

/* Why measures that stand beside others with a letter have none. */
static void tell_letters(struct topic *topic) {
    for (size_t m = 0; m < topic->table->measure_count; m++)
        if (is_judged(&topic->table->measures[m]))
            topic_reasons_judge(&topic->reasons, topic->table->measures[m].indicator, name_below(topic, m));
}

/* Figures of a year beside a month; the heading of an author's own says so itself. */
static void tell_coverage(struct topic *topic) {
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (measure->indicator != NULL && measure->heading == NULL && topic_is_value(measure))
            topic_reasons_cover(&topic->reasons, measure->indicator, name_below(topic, m));
    }
}

static void add_rows_of(struct topic *topic, const struct topic_rows *rows) {
    struct composer *composer = topic->composer;
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct calendar calendar = catalogue->calendar;
    int last = composer->period, year = calendar_year(calendar, last);
    if (rows->show == ROWS_TARGET)
        add_target_rows(topic, rows);
    if (rows->show == ROWS_TO_DATE)
        add_row(topic, rows, dated_year(composer, last), (struct row_subject){.show = ROWS_TO_DATE, .period = last});
    for (int i = rows->count; i > 0 && rows->show == ROWS_PERIODS; i--)
        add_row(topic, rows, dated_short(composer, last - i + 1),
                (struct row_subject){.show = ROWS_PERIODS, .period = last - i + 1});
    for (int i = rows->count; i > 0 && rows->show == ROWS_YEARS; i--) {
        const char *name = calendar_year_name(composer->arena, calendar, year - i);
        add_row(topic, rows, name, (struct row_subject){.show = ROWS_YEARS, .year = name});
    }
    for (size_t i = 0; i < catalogue->comparator_count && rows->show == ROWS_BENCHMARKS; i++) {
        const struct comparator *comparator = &catalogue->comparators[i];
        add_row(topic, rows, comparator->short_title != NULL ? comparator->short_title : comparator->title,
                (struct row_subject){.show = ROWS_BENCHMARKS, .comparator = comparator});
    }
}

/* Where a year to date could be, a missing one is no usual state. */
static bool is_without_figures(const struct topic *topic, enum topic_rows_show show, size_t first) {
    const struct grid *grid = topic->grid;
    for (size_t r = first; r < grid->row_count; r++)
        for (size_t c = 1; c < grid->column_count; c++) {
            const struct grid_cell *cell = &grid->rows[r].cells[c];
            bool none = cell->content == GRID_SYMBOL || cell->content == GRID_DASH;
            if (!none ||
                (cell->status != STATUS_NOT_APPLICABLE && (cell->status != STATUS_MISSING || show == ROWS_TO_DATE)))
                return false;
        }
    return true;
}

/* What stands in place of rows of targets that none has: whether all are still to be set; WORD_COUNT where some are. */
static enum word targets_none(const struct topic *topic) {
    size_t judged = 0, unset = 0;
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (!is_judged(measure))
            continue;
        int period = due_period(topic->composer, measure->indicator, FIELD_VALUE);
        const struct band_rule *rule = indicator_band_rule(measure->indicator, period);
        judged++;
        unset += rule != NULL && band_rule_is_unset(rule);
    }
    return unset == 0 ? WORD_ROWS_NONE : unset == judged ? WORD_ROWS_UNSET : WORD_COUNT;
}

/* Rows that no measure can have a figure in are one, which says so; where a reason for each stands below, none. */
static void add_rows(struct topic *topic, const struct topic_rows *rows) {
    struct composer *composer = topic->composer;
    size_t first = topic->grid->row_count;
    add_rows_of(topic, rows);
    if (rows->show == ROWS_PERIODS)
        return;
    if (!is_without_figures(topic, rows->show, first)) {
        if (rows->show == ROWS_TARGET)
            tell_letters(topic);
        return;
    }
    enum word none = rows->show == ROWS_TARGET ? targets_none(topic) : WORD_ROWS_NONE;
    topic->grid->row_count = first;
    if (none == WORD_COUNT) {
        tell_letters(topic);
        return;
    }
    struct grid_row *row = grid_add_row(composer, topic->grid);
    row->cells[0] = (struct grid_cell){
        .content = GRID_TEXT,
        .span = topic->grid->column_count,
        .text = words_format(composer->arena, composer->words, none, "rows", label_of(topic, rows), NULL)};
}

/* Names of rows stay on one line. */
static void widen_names(struct topic *topic) {
    struct pen pen = pen_make(topic->composer, NULL, STYLE_TABLE);
    pen.size_pt = topic->table->text_pt;
    for (size_t r = 0; r < topic->grid->row_count; r++) {
        const struct grid_cell *cell = &topic->grid->rows[r].cells[0];
        double width = cell->span > 1 ? 0 : pen_width(&pen, cell->text);
        if (width > topic->grid->columns[0].least_pt)
            topic->grid->columns[0].least_pt = width;
    }
}

void topic_table_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct topic_table *table = block_topic_table(block);
    struct grid grid = {.title = block->title,
                        .size_pt = table->text_pt,
                        .least_size_pt = table->least_text_pt,
                        .padding_pt = table->padding_pt,
                        .head_lines = HEAD_LINES,
                        .pos = block->pos};
    struct topic topic = {.composer = composer,
                          .table = table,
                          .grid = &grid,
                          .cells = {.composer = composer},
                          .reasons = {.composer = composer}};
    topic_columns_add(&topic);
    tell_coverage(&topic);
    for (size_t i = 0; i < table->rows_count; i++) {
        size_t first = grid.row_count;
        add_rows(&topic, &table->rows[i]);
        if (table->rows[i].show == ROWS_PERIODS)
            topic_notes_span(&topic, first, &table->rows[i]);
    }
    widen_names(&topic);
    grid_set(composer, flow, &grid);
    topic_reasons_set(&topic.reasons, flow);
}
