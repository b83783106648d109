#include "topic_table.h"

#include <string.h>

#include "block_setters.h"
#include "dated.h"
#include "due.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "prose.h"
#include "text.h"

enum { REASONS_GAP_PT = 4 };
enum { HEAD_LINES = 5 }; /* names are long and columns narrow */

/* What a row is about. */
struct row_subject {
    enum topic_rows_show show;
    int period;                          /* ROWS_PERIODS; of ROWS_TO_DATE the last */
    const char *year;                    /* ROWS_YEARS */
    const struct comparator *comparator; /* ROWS_BENCHMARKS */
    enum field field;                    /* ROWS_TARGET: the target, or the letter of the latest figure */
};

/* A topic table while its grid is filled. */
struct topic {
    struct composer *composer;
    const struct topic_table *table;
    struct grid *grid;
    struct figure_cells cells;
    const char *reasons; /* why single periods have no figure: "" for none */
};

/* ------------------------------------------------------------------ columns */

static void add_heading(struct topic *topic, const char *heading, size_t count, int level) {
    struct grid *grid = topic->grid;
    arena_append(topic->composer->arena, grid->groups, grid->group_count, grid->group_capacity) =
        (struct grid_group){.heading = heading, .first = grid->column_count, .count = count, .level = level};
}

static void add_column(struct topic *topic, const char *heading, const struct topic_measure *measure) {
    struct grid_column *column = grid_add_column(topic->composer, topic->grid);
    column->heading = heading;
    column->align = GRID_NUMBER;
    column->coloured = measure->coloured;
    column->pos = measure->pos;
}

/* Percentages have their sign in the cell, since counts stand beside them; rates are as the author calls them. */
static const char *indicator_heading(const struct topic *topic, const struct topic_measure *measure) {
    const struct indicator *indicator = measure->indicator;
    const struct unit_facts *unit = &unit_table[indicator->unit];
    if (measure->field.source == FROM_AMONG)
        return figure_text_compared(topic->composer, measure->field);
    const char *title = indicator->short_title != NULL ? indicator->short_title : indicator->title;
    if (field_name_kind(measure->field) != FIELD_IS_NUMBER || field_table[measure->field.field].plus)
        return arena_printf(topic->composer->arena, "%s: %s", title,
                            figure_text_heading(topic->composer, indicator, measure->field.field));
    bool apart =
        unit->percentage || unit->naming == UNIT_NAMED_BY_PER || !field_in_own_unit(indicator, measure->field.field);
    return apart ? title : figure_text_with_unit(topic->composer, title, indicator);
}

static const char *heading_of(const struct topic *topic, const struct topic_measure *measure) {
    if (measure->heading != NULL)
        return measure->heading;
    if (measure->series == NULL)
        return indicator_heading(topic, measure);
    return measure->series->title != NULL ? measure->series->title : measure->series->id;
}

static size_t measure_columns(const struct topic_measure *measure) {
    return measure->counts != TOPIC_COUNTS_NO ? 2 : 1;
}

static const char *number_of(const struct topic_measure *measure, const struct topic_group *group) {
    if (measure->number != NULL)
        return measure->number;
    bool shared = group != NULL && group->number != NULL;
    return shared || measure->indicator == NULL ? NULL : measure->indicator->reference;
}

/* What stands over a figure beside its counts. */
static const char *figure_heading(const struct topic *topic, const struct topic_measure *measure) {
    const struct indicator *indicator = measure->indicator;
    if (unit_table[indicator->unit].percentage)
        return "%";
    const char *unit = figure_text_unit_named(topic->composer, indicator);
    return unit[0] != '\0' ? text_capital(topic->composer->arena, unit)
                           : words_get(topic->composer->words, WORD_FIGURE);
}

/* The number over the name; counts and their figure share both. */
static void add_measure(struct topic *topic, const struct topic_measure *measure, const struct topic_group *group,
                        int level) {
    const char *number = number_of(measure, group);
    size_t count = measure_columns(measure);
    if (number != NULL)
        add_heading(topic, number, count, level++);
    if (count == 1) {
        add_column(topic, heading_of(topic, measure), measure);
        return;
    }
    add_heading(topic, heading_of(topic, measure), count, level);
    bool whole = measure->counts == TOPIC_COUNTS_YES;
    add_column(topic, words_get(topic->composer->words, whole ? WORD_PART_OF_WHOLE : WORD_UNIT_NUMBER), measure);
    topic->grid->columns[topic->grid->column_count - 1].coloured = false;
    add_column(topic, figure_heading(topic, measure), measure);
}

static size_t columns_of(const struct topic_table *table, size_t first, size_t count) {
    size_t columns = 0;
    for (size_t m = first; m < first + count; m++)
        columns += measure_columns(&table->measures[m]);
    return columns;
}

static const struct topic_group *group_of(const struct topic_table *table, size_t measure) {
    for (size_t g = 0; g < table->group_count; g++)
        if (measure >= table->groups[g].first && measure < table->groups[g].first + table->groups[g].count)
            return &table->groups[g];
    return NULL;
}

/* The headings that the measures of a group share, where it begins; gives how many levels they take. */
static int add_shared(struct topic *topic, const struct topic_group *group, bool begins) {
    const char *const shared[] = {group->number, group->heading};
    int level = 0;
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        if (shared[i] == NULL)
            continue;
        if (begins)
            add_heading(topic, shared[i], columns_of(topic->table, group->first, group->count), level);
        level++;
    }
    return level;
}

static void add_columns(struct topic *topic) {
    const struct topic_table *table = topic->table;
    struct grid_column *period = grid_add_column(topic->composer, topic->grid);
    period->heading =
        table->period_heading != NULL ? table->period_heading : words_get(topic->composer->words, WORD_PERIOD);
    period->repeat = true;
    for (size_t m = 0; m < table->measure_count; m++) {
        const struct topic_group *group = group_of(table, m);
        int level = group == NULL ? 0 : add_shared(topic, group, m == group->first);
        add_measure(topic, &table->measures[m], group, level);
    }
}

/* ------------------------------------------------------------------ cells */

/* Targets and letters are of the figure, or of the year to date where that is what the indicator reports. */
static bool has_target(const struct topic_measure *measure, enum field field) {
    return measure->field.source == FROM_FIELD &&
           measure->field.field == field_reported(measure->indicator, FIELD_VALUE) &&
           field_exists(measure->indicator, field);
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

static bool is_value(const struct topic_measure *measure) {
    return measure->field.source == FROM_FIELD && measure->field.field == FIELD_VALUE;
}

static struct grid_cell value_cell(struct topic *topic, const struct topic_measure *measure,
                                   const struct row_subject *subject) {
    const struct indicator *indicator = measure->indicator;
    bool percent = measure->field.field == FIELD_VALUE && unit_table[indicator->unit].percentage;
    struct figure_shown shown = {.indicator = indicator,
                                 .name = measure->field,
                                 .figure = figure_of(topic, indicator, measure->field, subject),
                                 .decimals = measure->decimals,
                                 .sign = percent ? "%" : NULL,
                                 .absent = topic->table->absent};
    const struct selection alone = {0};
    if (subject->show >= ROWS_YEARS && is_value(measure) && shown.decimals < 0)
        shown.decimals = figure_cell_decimals(&alone, indicator);
    if (subject->show == ROWS_BENCHMARKS)
        shown.name = figure_name_of(subject->comparator);
    else if (subject->show == ROWS_TARGET && !has_target(measure, subject->field))
        return figure_cell_absent(&topic->cells, STATUS_NOT_APPLICABLE, topic->table->absent);
    else if (subject->show == ROWS_TARGET)
        shown.name = (struct field_name){.field = subject->field};
    else if (subject->show == ROWS_YEARS && is_value(measure))
        shown.name = (struct field_name){.source = FROM_ANNUAL, .parameter = subject->year};
    struct grid_cell cell = figure_cell(&topic->cells, &shown);
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
        return figure_cell_absent(&topic->cells, status, topic->table->absent);
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

static struct grid_cell series_cell_of(struct topic *topic, const struct topic_measure *measure,
                                       const struct row_subject *subject) {
    struct figure figure = figure_of_series(topic, measure->series, measure->sums, subject);
    if (figure.status == STATUS_IN_WORDS)
        return figure_cell_words(figure.words);
    if (status_is_absent(figure.status))
        return figure_cell_absent(&topic->cells, figure.status, topic->table->absent);
    int decimals = measure->decimals >= 0 ? measure->decimals : fraction_is_whole(figure.value) ? 0 : 1;
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
    size_t first = 1 + columns_of(topic->table, 0, group->first);
    size_t count = columns_of(topic->table, group->first, group->count);
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
    for (size_t g = 0; g < topic->table->group_count; g++)
        if (topic->table->groups[g].across != NULL)
            set_across(topic, &topic->table->groups[g], row->cells, &subject);
}

static bool any_has(struct topic *topic, enum field field) {
    const struct row_subject subject = {.show = ROWS_TARGET, .field = field};
    for (size_t m = 0; m < topic->table->measure_count; m++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        if (measure->indicator != NULL && has_target(measure, field) &&
            !status_is_absent(figure_of(topic, measure->indicator, measure->field, &subject).status))
            return true;
    }
    return false;
}

/* The target, and how the latest figure stands to it; neither where no measure has one. */
static void add_target_rows(struct topic *topic, const struct topic_rows *rows) {
    static const struct {
        enum field field;
        enum word name;
    } list[] = {{FIELD_TARGET, WORD_TARGET}, {FIELD_RAG, WORD_RAG}};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (any_has(topic, list[i].field))
            add_row(topic, rows, words_get(topic->composer->words, list[i].name),
                    (struct row_subject){.show = ROWS_TARGET, .field = list[i].field});
}

static void add_rows(struct topic *topic, const struct topic_rows *rows) {
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

/* ------------------------------------------------------------------ notes down several periods */

static const struct series *noted_series(const struct topic_measure *measure) {
    return measure->series != NULL ? measure->series : measure->indicator->numerator;
}

static const char *note_in(const struct topic_measure *measure, int period) {
    const struct series *series = noted_series(measure);
    if (series == NULL || (measure->indicator != NULL && !is_value(measure)))
        return NULL;
    struct cell cell = series_cell(series, period);
    return cell.status == STATUS_SUPPRESSED ? NULL : cell.note;
}

/* Periods that share a note, and have at most one figure among them, are one cell: the figure, and below it the note.
 */
static void span_note(struct topic *topic, size_t row, size_t count, size_t column, const char *note) {
    struct grid_row *rows = topic->grid->rows + row;
    const char *figure = NULL;
    size_t figures = 0;
    for (size_t r = 0; r < count; r++)
        if (rows[r].cells[column].content == GRID_TEXT) {
            figure = rows[r].cells[column].text;
            figures++;
        }
    if (figures > 1 || count < 2)
        return;
    for (size_t r = 0; r < count; r++)
        rows[r].cells[column] = (struct grid_cell){.covered = r > 0};
    rows[0].cells[column] = (struct grid_cell){.content = GRID_SYMBOL,
                                               .text = figure != NULL ? figure : note,
                                               .below = figure != NULL ? note : NULL,
                                               .row_span = count,
                                               .span_look = SPAN_BOX};
}

/* `Aug-18, 1.2: Not legible in the source.` of one period without a figure, whose cell has no room for it. */
static void tell_note(struct topic *topic, const struct topic_measure *measure, int period,
                      const struct grid_cell *cell, const char *note) {
    const struct composer *composer = topic->composer;
    const char *name = number_of(measure, NULL);
    if (cell->content == GRID_TEXT || cell->content == GRID_PAIR)
        return;
    const char *words = arena_printf(composer->arena, "%s, %s: %s%s", dated_short(composer, period),
                                     name != NULL ? name : heading_of(topic, measure), note,
                                     strchr(".!?", note[strlen(note) - 1]) == NULL ? "." : "");
    if (strstr(topic->reasons, words) == NULL)
        topic->reasons =
            arena_printf(composer->arena, "%s%s%s", topic->reasons, topic->reasons[0] == '\0' ? "" : " ", words);
}

static void span_notes(struct topic *topic, size_t first_row, const struct topic_rows *rows) {
    int first = topic->composer->period - rows->count + 1;
    size_t column = 1;
    for (size_t m = 0; m < topic->table->measure_count; m++, column++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        column += measure_columns(measure) - 1;
        for (int i = 0, end; i < rows->count; i = end) {
            const char *note = note_in(measure, first + i);
            end = i + 1;
            while (note != NULL && end < rows->count && text_equal(note_in(measure, first + end), note))
                end++;
            size_t row = first_row + (size_t)i;
            if (note != NULL && note[0] != '\0' && end == i + 1)
                tell_note(topic, measure, first + i, &topic->grid->rows[row].cells[column], note);
            else if (note != NULL)
                span_note(topic, row, (size_t)(end - i), column, note);
        }
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
    struct topic topic = {
        .composer = composer, .table = table, .grid = &grid, .cells = {.composer = composer}, .reasons = ""};
    add_columns(&topic);
    for (size_t i = 0; i < table->rows_count; i++) {
        size_t first = grid.row_count;
        add_rows(&topic, &table->rows[i]);
        if (table->rows[i].show == ROWS_PERIODS)
            span_notes(&topic, first, &table->rows[i]);
    }
    grid_set(composer, flow, &grid);
    if (topic.reasons[0] != '\0') {
        struct prose_style style = prose_style_of(composer, STYLE_NOTE);
        prose_set_words(composer, flow, ROLE_PARAGRAPH, topic.reasons, &style)->gap_pt = REASONS_GAP_PT;
    }
}
