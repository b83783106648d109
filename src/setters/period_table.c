#include "block_parts.h"
#include "block_setters.h"
#include "character.h"
#include "dated.h"
#include "due.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "prose.h"
#include "section_head.h"
#include "text.h"
#include "trend_chart.h"

static const double marker_room = 1.4; /* in sizes of type */

enum { YEAR_GAP_PT = 4, TOTAL_HEIGHT_PT = 16 };

/* One table while it is filled. */
struct filling {
    struct composer *composer;
    const struct period_table *periods;
    const struct indicator *indicator;
    const struct figure_table *figures;
    struct due_run run;
    struct grid *table;
    struct figure_cells cells;
    bool no_key; /* some letters are not there since no key was in force then */
};

/* Whether a letter is not there since the key of bands begins later. */
static bool before_key(const struct filling *filling, struct field_name name, const struct figure *figure, int period) {
    return field_name_is_own(name) && field_name_kind(name) == FIELD_IS_BAND &&
           figure->status == STATUS_NOT_APPLICABLE && filling->indicator->band_rule_count > 0 &&
           indicator_band_rule(filling->indicator, period) == NULL;
}

/* What is not there in a period to come is not told. */
static struct grid_cell field_cell(struct filling *filling, struct field_name name, int period, int decimals) {
    bool exists = field_exists(filling->indicator, name.field);
    const struct figure_shown shown = {.indicator = filling->indicator,
                                       .name = name,
                                       .figure = figure_of_period(filling->figures, name, period),
                                       .decimals = decimals};
    bool to_come = period > filling->composer->period && exists;
    if (exists && !to_come && before_key(filling, name, &shown.figure, period)) {
        filling->no_key = true;
        return (struct grid_cell){.content = GRID_SYMBOL,
                                  .text = words_get(filling->composer->words, WORD_NO_KEY_THEN)};
    }
    return to_come && status_is_absent(shown.figure.status) ? (struct grid_cell){0}
                                                            : figure_cell(&filling->cells, &shown);
}

/* Whether a control chart on the page, which has a key, is of the indicator. */
static bool is_charted(const struct composer *composer, const struct block *block, const struct indicator *indicator) {
    if (block->kind == BLOCK_TREND_CHART && chart_traits[block_trend_chart(block)->kind].spc &&
        composer_indicator(composer, block) == indicator)
        return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (is_charted(composer, child, indicator))
            return true;
    return false;
}

static bool is_high(enum spc_variation variation) {
    return variation == SPC_VARIATION_IMPROVEMENT_HIGH || variation == SPC_VARIATION_CONCERN_HIGH ||
           variation == SPC_VARIATION_NEITHER_HIGH;
}

/* What a point of the control chart does that is marked, and its marker; of common cause there is nothing to say. */
static struct grid_cell point_cell(const struct filling *filling, int period) {
    const struct composer *composer = filling->composer;
    const struct figure *point = figure_at(filling->figures, FIELD_SPC_POINT, period);
    const struct figure *rule = figure_at(filling->figures, FIELD_SPC_RULE, period);
    const struct figure *variation = figure_at(filling->figures, FIELD_SPC_VARIATION, period);
    if (point->word == SPC_COMMON)
        return (struct grid_cell){0};
    return (struct grid_cell){.text = words_spc_says(composer->words, (enum spc_rule)rule->word,
                                                     is_high((enum spc_variation)variation->word)),
                              .has_icon = true,
                              .icon = icon_of_point((enum spc_class)point->word),
                              .icon_explained = is_charted(composer, composer->page->spec->body, filling->indicator)};
}

static bool is_point(const struct column *column) {
    return column->series == NULL && field_name_is_own(column->field) && column->field.field == FIELD_SPC_POINT;
}

static struct grid_cell count_cell(struct filling *filling, struct cell count, int decimals) {
    if (count.status == STATUS_IN_WORDS)
        return figure_cell_words(count.words);
    if (status_is_absent(count.status))
        return figure_cell_absent(&filling->cells, count.status, NULL);
    const char *printed = fraction_printed(filling->composer->arena, count.number, decimals < 0 ? 0 : decimals, false);
    return figure_cell_text(&filling->cells, printed, count.status);
}

/* Decimals of a column agree: where the total is another field with more of them, or fewer, all have the more. Those
 * that the layout asks for stand. */
static int decimals_of(const struct filling *filling, const struct column *column, int asked) {
    const struct indicator *indicator = filling->indicator;
    if (asked >= 0 || !filling->periods->total_row || !column->has_total || column->series != NULL ||
        !field_name_is_own(column->field) || field_name_kind(column->field) != FIELD_IS_NUMBER)
        return asked;
    int own = field_decimals(indicator, column->field.field),
        total = field_decimals(indicator, column->total_field.field);
    return own == total ? asked : own > total ? own : total;
}

static struct grid_cell column_cell(struct filling *filling, const struct column *column, int period) {
    if (is_point(column) && !status_is_absent(figure_of_period(filling->figures, column->field, period).status))
        return point_cell(filling, period);
    if (column->series == NULL) {
        struct grid_cell cell =
            field_cell(filling, column->field, period, decimals_of(filling, column, column->decimals));
        if (column->coloured)
            figure_cell_colour(filling->composer, filling->indicator, column->field.field, period, &cell);
        return cell;
    }
    if (period > filling->composer->period)
        return (struct grid_cell){0};
    return count_cell(filling, series_cell(column->series, period), column->decimals);
}

/* Years are set apart, and what is the next longer of shorter periods. */
static enum grid_rule rule_above(struct calendar calendar, int period) {
    static const enum grain within[GRAIN_COUNT] = {
        [GRAIN_DAY] = GRAIN_WEEK,     [GRAIN_WEEK] = GRAIN_MONTH, [GRAIN_MONTH] = GRAIN_QUARTER,
        [GRAIN_QUARTER] = GRAIN_YEAR, [GRAIN_TERM] = GRAIN_YEAR,
    };
    if (calendar.grain == GRAIN_YEAR)
        return GRID_RULE_NONE;
    if (calendar_to_date(calendar, period) == period)
        return GRID_RULE_YEAR;
    struct calendar longer = calendar_in(calendar, within[calendar.grain]);
    bool starts = calendar_convert(calendar, period, longer) != calendar_convert(calendar, period - 1, longer);
    return starts ? GRID_RULE_HAIR : GRID_RULE_NONE;
}

/* Of a period of the run. */
static void add_period(struct filling *filling, int of_run) {
    struct composer *composer = filling->composer;
    const struct due_run *run = &filling->run;
    int period = due_run_period(composer, run, of_run);
    struct grid_row *row = grid_add_row(composer, filling->table);
    row->bold = of_run == run->reported;
    row->second = of_run > run->reported;
    row->rule = of_run == run->first ? GRID_RULE_NONE : rule_above(run->calendar, of_run);
    row->gap_pt = row->rule == GRID_RULE_YEAR ? YEAR_GAP_PT : 0;
    row->cells[0].text = words_period_short(composer->arena, composer->words, run->calendar, of_run);
    size_t last = filling->periods->column_count;
    for (size_t c = 0; c < last; c++)
        row->cells[c + 1] = column_cell(filling, &filling->periods->columns[c], period);
    /* a letter at the end stands beside the tint */
    if (row->bold && (row->cells[last].content == GRID_BAND || row->cells[last].content == GRID_QUARTILE))
        filling->table->tint_columns = last;
}

/* A raw column's total is its sum since the start of the financial year; absent where a period is. */
static struct grid_cell series_total(struct filling *filling, const struct column *column) {
    struct composer *composer = filling->composer;
    struct cell total = series_sum(column->series, dated_first(composer, 1), composer->period);
    return count_cell(filling, total, column->total_decimals);
}

/* Whether a total says more than its target and that the rest is not applicable, as all of a snapshot is. */
static bool has_total(const struct filling *filling) {
    const struct period_table *periods = filling->periods;
    for (size_t c = 0; periods->total_row && c < periods->column_count; c++) {
        const struct column *column = &periods->columns[c];
        const struct field_name name = column->total_field;
        if (!column->has_total || (name.source == FROM_FIELD && name.field == FIELD_TARGET && column->series == NULL))
            continue;
        if (column->series != NULL ||
            figure_of_period(filling->figures, name, filling->composer->period).status != STATUS_NOT_APPLICABLE)
            return true;
    }
    return false;
}

static void add_total(struct filling *filling) {
    struct composer *composer = filling->composer;
    const struct period_table *periods = filling->periods;
    struct grid_row *row = grid_add_row(composer, filling->table);
    row->strong = true;
    row->height_pt = TOTAL_HEIGHT_PT;
    row->rule = GRID_RULE_TOTAL;
    row->cells[0].text =
        periods->total_label != NULL ? periods->total_label : words_get(composer->words, WORD_YEAR_TO_DATE);
    for (size_t c = 0; c < periods->column_count; c++) {
        const struct column *column = &periods->columns[c];
        if (!column->has_total)
            continue;
        row->cells[c + 1] = column->series != NULL ? series_total(filling, column)
                                                   : field_cell(filling, column->total_field, composer->period,
                                                                decimals_of(filling, column, column->total_decimals));
        if (column->coloured)
            figure_cell_colour(composer, filling->indicator, column->total_field.field, composer->period,
                               &row->cells[c + 1]);
    }
}

static const char *heading_of(const struct filling *filling, const struct column *column) {
    if (column->heading != NULL)
        return column->heading;
    if (column->series != NULL)
        return column->series->title != NULL ? column->series->title : column->series->id;
    return column->field.source == FROM_AMONG
               ? figure_text_compared(filling->composer, column->field)
               : figure_text_heading(filling->composer, filling->indicator, column->field.field);
}

static void add_columns(struct filling *filling) {
    struct composer *composer = filling->composer;
    const struct period_table *periods = filling->periods;
    const char *name = periods->period_heading != NULL
                           ? periods->period_heading
                           : words_get(composer->words, word_per_grain(PER_GRAIN_PERIOD, filling->run.calendar.grain));
    grid_add_column(composer, filling->table)->heading = name;
    characters_check(composer, name, filling->table->pos);
    for (size_t c = 0; c < periods->column_count; c++) {
        const struct column *column = &periods->columns[c];
        struct grid_column *target = grid_add_column(composer, filling->table);
        bool is_word = column->series == NULL && field_name_kind(column->field) != FIELD_IS_NUMBER;
        target->heading = heading_of(filling, column);
        target->coloured = column->coloured;
        target->align = is_word && !is_point(column) ? GRID_CENTRE : GRID_NUMBER;
        target->ends = is_point(column);
        target->icon_pt = is_point(column) ? marker_room : 0;
        characters_check(composer, target->heading, column->pos);
    }
}

/* Since when there is a key, where no letter applies before. */
static const char *key_note(struct filling *filling) {
    struct composer *composer = filling->composer;
    const char *note = "";
    for (size_t i = 0; i < filling->indicator->band_rule_count && filling->no_key; i++) {
        int from = filling->indicator->band_rules[i].from;
        if (from != PERIOD_NONE && from > filling->figures->first)
            note = arena_printf(composer->arena, "%s.",
                                text_capital(composer->arena, dated_phrase(composer, PER_GRAIN_KEY_STARTS, from)));
    }
    return note;
}

static const char *variance_note(struct filling *filling) {
    static const struct {
        enum field variance, of;
    } variances[] = {{FIELD_VARIANCE, FIELD_VALUE}, {FIELD_YTD_VARIANCE, FIELD_YTD_VALUE}};
    const struct period_table *periods = filling->periods;
    for (size_t c = 0; c < periods->column_count; c++)
        for (size_t i = 0; i < sizeof variances / sizeof *variances; i++) {
            const struct column *column = &periods->columns[c];
            bool shown = column->series == NULL && field_name_is_own(column->field) &&
                         column->field.field == variances[i].variance;
            for (int period = filling->run.first; shown && period <= filling->run.reported; period++)
                if (figure_variance_is_off(filling->figures, variances[i].variance, variances[i].of,
                                           due_run_period(filling->composer, &filling->run, period)))
                    return words_get(filling->composer->words, WORD_VARIANCE_UNROUNDED);
        }
    return "";
}

/* Below the table. */
static void set_note(struct filling *filling, struct flow *flow) {
    struct composer *composer = filling->composer;
    const char *notes[] = {key_note(filling), variance_note(filling)};
    bool both = *notes[0] != '\0' && *notes[1] != '\0';
    const char *note = arena_printf(composer->arena, "%s%s%s", notes[0], both ? " " : "", notes[1]);
    if (*note == '\0')
        return;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, note, &style);
    if (piece != NULL)
        piece->gap_pt = 4;
}

static bool may_have(const struct indicator *indicator, enum field field) {
    return field_exists(indicator, field) && (field != FIELD_TARGET || indicator_has_target(indicator));
}

static bool has_figures(const struct period_table *periods, const struct indicator *indicator,
                        const struct column *column) {
    bool total = periods->total_row && column->has_total && may_have(indicator, column->total_field.field);
    return column->series != NULL || column->field.source != FROM_FIELD || may_have(indicator, column->field.field) ||
           total;
}

/* A table without the columns of what an indicator has not, such as a target, so that one template serves many; where
 * it has nothing of all, the whole. */
static const struct period_table *table_of(struct composer *composer, const struct block *block,
                                           const struct indicator *indicator) {
    const struct period_table *all = block_period_table(block);
    struct period_table *some = arena_new(composer->arena, struct period_table);
    *some = *all;
    some->columns = arena_new_array(composer->arena, all->column_count + 1, struct column);
    some->column_count = 0;
    for (size_t c = 0; c < all->column_count; c++)
        if (has_figures(all, indicator, &all->columns[c]))
            some->columns[some->column_count++] = all->columns[c];
    return some->column_count > 0 ? some : all;
}

void period_table_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct due_run run = due_run(composer, indicator, block_period_table(block)->extent);
    const char *title = section_head_title(composer, block, word_per_grain(PER_GRAIN_BY, run.calendar.grain));
    struct grid table = {.look = GRID_OPEN, .title = title, .pos = block->pos};
    struct filling filling = {
        .composer = composer,
        .periods = table_of(composer, block, indicator),
        .indicator = indicator,
        .figures = figures_of(composer->figures, indicator),
        .run = run,
        .table = &table,
        .cells = {.composer = composer},
    };
    add_columns(&filling);
    for (int period = run.first; period <= run.last; period++)
        add_period(&filling, period);
    if (has_total(&filling))
        add_total(&filling);
    section_head_set(composer, flow, title, NULL);
    grid_set(composer, flow, &table);
    set_note(&filling, flow);
}
