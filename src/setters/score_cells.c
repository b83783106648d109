#include <string.h>

#include "attention_row.h"
#include "band_text.h"
#include "chart_make.h"
#include "commentary.h"
#include "control_phase.h"
#include "coverage_text.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "scoring.h"
#include "sign.h"
#include "text.h"

/* What the author prints for a figure that is not there; NULL: its symbol. */
static const char *absent_words(const struct scoring *scoring, const struct score_column *column, enum status status) {
    if (status == STATUS_NOT_APPLICABLE && column->not_applicable != NULL)
        return column->not_applicable;
    return column->absent != NULL ? column->absent : scoring->card->absent;
}

static struct grid_cell absent_cell(struct scoring *scoring, const struct score_column *column, enum status status) {
    return figure_cell_absent(&scoring->cells, status, absent_words(scoring, column, status));
}

/* The field that a column shows of an indicator, or the one in its place. */
static struct field_name field_of(const struct score_slot *slot, const struct indicator *indicator) {
    struct field_name name = slot->column->field;
    if (slot->column->has_otherwise && !field_exists(indicator, name.field))
        name.field = slot->column->otherwise;
    return name;
}

static struct figure figure_in(struct scoring *scoring, const struct field_name *name, int period,
                               const struct indicator *indicator) {
    if (name->source == FROM_FIELD && name->field == FIELD_TARGET && field_exists(indicator, FIELD_TARGET)) {
        /* of years to come too, which have no figures */
        const struct target *target = indicator_target(indicator, period);
        bool is_set = target != NULL && fraction_present(target->value);
        return is_set ? (struct figure){.value = target->value} : (struct figure){.status = STATUS_MISSING};
    }
    return figure_of_period(figures_of(scoring->composer->figures, indicator), *name, period);
}

/* The direction that belongs to a change, as an icon beside it. */
static void add_icon(struct scoring *scoring, const struct score_slot *slot, const struct indicator *indicator,
                     const struct field_name *name, struct grid_cell *cell) {
    enum field field = name->source == FROM_FIELD ? field_arrow(name->field) : FIELD_NONE;
    if (slot->column->icon == SCORE_ICON_NONE || field == FIELD_NONE || !field_exists(indicator, field))
        return;
    const struct figure *figure = figure_at(figures_of(scoring->composer->figures, indicator), field, slot->period);
    if (status_is_absent(figure->status))
        return;
    cell->icon = icon_in_style(indicator, (enum direction)figure->word, slot->column->icon);
    cell->has_icon = cell->icon != ICON_COUNT;
}

static struct grid_cell icon_cell(enum icon icon) {
    return (struct grid_cell){.content = GRID_ICON, .icon = icon};
}

static struct grid_cell direction_cell(struct scoring *scoring, const struct score_slot *slot,
                                       const struct indicator *indicator, enum direction direction) {
    enum icon icon = icon_in_style(indicator, direction, slot->column->icon);
    if (icon != ICON_COUNT)
        return icon_cell(icon);
    bool is_new = direction == DIRECTION_NEW;
    if (is_new || (indicator->share != NULL && polarity_has_better(indicator->share->polarity)))
        return (struct grid_cell){
            .content = GRID_SYMBOL,
            .text = words_get(scoring->composer->words, is_new ? WORD_DIRECTION_NEW : WORD_DIRECTION_SHARE)};
    return absent_cell(scoring, slot->column, STATUS_NOT_APPLICABLE);
}

/* The icon of a word that has one of its own, whatever the layout's style; ICON_COUNT where there is none. */
static enum icon word_icon(enum field_kind kind, int word) {
    switch (kind) {
    case FIELD_IS_TARGET_STATUS:
        return icon_of_target((enum target_status)word);
    case FIELD_IS_SPC_VARIATION:
        return icon_of_variation((enum spc_variation)word);
    case FIELD_IS_SPC_ASSURANCE:
        return icon_of_assurance((enum spc_assurance)word);
    default:
        return ICON_COUNT;
    }
}

static const char *further(struct composer *composer, const char *text, const char *more) {
    return text_and(composer->arena, text, " ", more);
}

/* `2017/18: 515 2019/20: 390`: the targets of other years than that of a period, behind what is said of its own. */
static const char *other_targets(struct composer *composer, const struct indicator *indicator, int period,
                                 const char *said) {
    const struct target *own = indicator_target(indicator, period);
    bool said_of_year = said != NULL;
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *target = &indicator->targets[i];
        bool is_set = fraction_present(target->value) || target->words != NULL;
        if (target == own || target->from == PERIOD_NONE || !is_set)
            continue;
        const char *printed =
            figure_printed(composer->arena, indicator, FIELD_TARGET, &(struct figure){.value = target->value});
        const char *words = arena_printf(composer->arena, "%s: %s", dated_year(composer, target->from),
                                         target->words != NULL ? target->words : printed);
        said = further(composer, said, text_unbroken(composer->arena, words));
        if (target->of_year && fraction_present(target->value) && !said_of_year)
            said = further(composer, said, words_get(composer->words, WORD_TARGET_OF_YEAR));
    }
    return said;
}

/* A target that is still to be set has a word of its own. */
static const char *target_words(const struct score_slot *slot, const struct indicator *indicator) {
    bool is_target = slot->column->field.source == FROM_FIELD && slot->column->field.field == FIELD_TARGET;
    const struct target *target = is_target ? indicator_target(indicator, slot->period) : NULL;
    return target != NULL && !fraction_present(target->value) ? target->words : NULL;
}

bool scoring_is_withheld(const struct scoring *scoring, const struct indicator *indicator) {
    const struct composer *composer = scoring->composer;
    return figure_at(figures_of(composer->figures, indicator), FIELD_VALUE, composer->period)->status ==
           STATUS_SUPPRESSED;
}

/* Where a column shows one period, and nothing is due in it, its figure is the latest that was. */
static int shown_period(const struct scoring *scoring, const struct score_slot *slot, const struct field_name *name,
                        const struct indicator *indicator) {
    return field_name_of_period(*name) && slot->column->periods == 1 && field_exists(indicator, name->field)
               ? figure_due_period(figures_of(scoring->composer->figures, indicator), name->field, slot->period)
               : slot->period;
}

/* True where the latest two figures would print alike beside an arrow that tells them apart. */
static bool hides_arrow(const struct scoring *scoring, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(scoring->composer->figures, indicator);
    int period = scoring->composer->period;
    const struct figure *arrow = figure_at(table, FIELD_DIRECTION_PREVIOUS, period);
    if (status_is_absent(arrow->status) || arrow->word == DIRECTION_LEVEL)
        return false;
    struct fraction now = figure_at(table, FIELD_VALUE, period)->value;
    struct fraction before = figure_at(table, FIELD_VALUE, figure_period_before(table, period))->value;
    return fraction_present(now) && fraction_present(before) &&
           fraction_compare(figure_rounded(indicator, FIELD_VALUE, now),
                            figure_rounded(indicator, FIELD_VALUE, before)) == 0;
}

/* As the author says; those of a unit agree above and below. Compact figures have their own; worked out ones one where
 * an arrow would stand beside two that are alike. */
static int decimals_of(const struct scoring *scoring, const struct score_column *column, struct field_name name,
                       const struct indicator *indicator, struct fraction value) {
    bool figure = !field_name_of_period(name) || field_table[name.field].decimals == DECIMALS_OF_VALUE;
    if (column->decimals >= 0)
        return column->decimals;
    if (indicator->format == FORMAT_COMPACT)
        return figure && fraction_present(value) && !fraction_is_whole(value) && hides_arrow(scoring, indicator) ? 1
                                                                                                                 : -1;
    return figure ? figure_cell_decimals(scoring->rows, indicator) : -1;
}

/* A limit of a control chart that says little of what is usual has a sign. */
static void mark_limit(struct scoring *scoring, const struct score_slot *slot, const struct indicator *indicator,
                       const struct field_name *name, struct grid_cell *cell) {
    bool limit = name->source == FROM_FIELD && (name->field == FIELD_SPC_UPPER || name->field == FIELD_SPC_LOWER);
    if (!limit || cell->content != GRID_TEXT || indicator->control_chart == NULL)
        return;
    const struct control_phase phase =
        control_phase_of(figures_of(scoring->composer->figures, indicator), slot->period);
    if (control_phase_is_poor_guide(&phase))
        figure_cell_end(scoring->composer, cell, " ", SIGN_POOR_GUIDE);
}

/* A variance in percent of the target, below a heading that stands over points as well; the author's says its unit. */
static bool needs_percent(const struct score_column *column, const struct field_name *name,
                          const struct indicator *indicator) {
    return column->heading == NULL && name->source == FROM_FIELD && indicator->variance == VARIANCE_RELATIVE &&
           field_table[name->field].unit == FIELD_IN_VARIANCE;
}

static struct grid_cell own_cell(struct scoring *scoring, const struct score_slot *column_slot,
                                 const struct indicator *indicator) {
    const struct field_name name = field_of(column_slot, indicator);
    const struct score_slot due = {column_slot->column, shown_period(scoring, column_slot, &name, indicator)};
    const struct score_slot *slot = &due;
    struct figure figure = figure_in(scoring, &name, slot->period, indicator);
    enum field_kind kind = field_name_kind(name);
    const char *words = target_words(slot, indicator);
    if (field_name_is_own(name) && scoring_is_withheld(scoring, indicator))
        figure = (struct figure){.status = STATUS_SUPPRESSED};
    if (words != NULL)
        return (struct grid_cell){.content = GRID_SYMBOL, .text = words};
    if (status_is_absent(figure.status) && figure.status != STATUS_IN_WORDS && !figure.off_target) {
        bool trend = kind == FIELD_IS_DIRECTION && slot->column->icon == SCORE_ICON_TREND;
        return trend && figure.status != STATUS_SUPPRESSED ? icon_cell(ICON_NOT_COMPARABLE)
                                                           : absent_cell(scoring, slot->column, figure.status);
    }
    if (kind == FIELD_IS_DIRECTION)
        return direction_cell(scoring, slot, indicator, (enum direction)figure.word);
    if (word_icon(kind, figure.word) != ICON_COUNT)
        return icon_cell(word_icon(kind, figure.word));
    struct grid_cell cell = figure_cell(
        &scoring->cells,
        &(struct figure_shown){.indicator = indicator,
                               .name = name,
                               .figure = figure,
                               .sign = needs_percent(slot->column, &name, indicator) ? "%" : NULL,
                               .decimals = decimals_of(scoring, slot->column, name, indicator, figure.value)});
    add_icon(scoring, slot, indicator, &name, &cell);
    mark_limit(scoring, slot, indicator, &name, &cell);
    if (column_slot->column->coloured && name.source == FROM_FIELD)
        figure_cell_colour(scoring->composer, indicator, name.field, slot->period, &cell);
    const struct target *target =
        name.source == FROM_FIELD && name.field == FIELD_TARGET ? indicator_target(indicator, slot->period) : NULL;
    if (target != NULL && target->of_year)
        cell.below = words_get(scoring->composer->words, WORD_TARGET_OF_YEAR);
    if (name.source == FROM_FIELD && name.field == FIELD_AVERAGE_12)
        cell.below = coverage_average(scoring->composer, indicator, slot->period);
    if (slot->period != column_slot->period && name.source == FROM_FIELD && name.field == FIELD_VALUE)
        cell.below = due_short(scoring->composer, indicator, slot->period);
    return cell;
}

static struct grid_cell field_cell(struct scoring *scoring, const struct score_slot *slot,
                                   const struct indicator *indicator) {
    struct grid_cell cell = own_cell(scoring, slot, indicator);
    if (slot->column->other_years)
        cell.below = other_targets(scoring->composer, indicator, slot->period, cell.below);
    return cell;
}

/* A sign stays on the line of its number: `≥ 92`. */
static const char *close_signs(struct arena *arena, const char *words) {
    static const char *const signs[] = {"≥ ", "≤ ", "< ", "> "};
    for (size_t i = 0; words != NULL && i < sizeof signs / sizeof *signs; i++) {
        const char *at = strstr(words, signs[i]);
        size_t length = strlen(signs[i]) - 1;
        for (; at != NULL; at = strstr(at + length, signs[i])) {
            size_t before = (size_t)(at - words) + length;
            words = arena_printf(arena, "%.*s\u00A0%s", (int)before, words, words + before + 1);
            at = words + before - length;
        }
    }
    return words;
}

/* The ranges of a colour. Where there are no bands, green is the target. */
static const char *range_text(struct scoring *scoring, const struct score_column *column,
                              const struct indicator *indicator) {
    struct composer *composer = scoring->composer;
    const struct band_rule *rule = indicator_band_rule(indicator, composer->period);
    const struct target *target = indicator_target(indicator, composer->period);
    const char *words = rule == NULL ? NULL
                                     : band_text(composer, indicator, rule, column->band,
                                                 column->as_printed ? BAND_AS_PRINTED : BAND_BY_SIGNS);
    if (words == NULL && column->band == BAND_GREEN && target != NULL && fraction_present(target->value))
        words = band_text_target(
            composer, indicator, composer->period, target->value,
            figure_printed(composer->arena, indicator, FIELD_TARGET, &(struct figure){.value = target->value}));
    return close_signs(composer->arena, words);
}

static const char *unit_text(struct scoring *scoring, const struct indicator *indicator) {
    struct composer *composer = scoring->composer;
    enum unit_naming naming = unit_table[indicator->unit].naming;
    if (naming == UNIT_NAMED_BY_PER && indicator->measure == MEASURE_VALUE)
        return words_get(composer->words, WORD_UNIT_RATE); /* as published: the catalogue does not say of how many */
    const char *unit = figure_text_unit(composer, indicator);
    return naming == UNIT_NAMED_BY_SIGN ? unit : text_capital(composer->arena, unit);
}

/* The commentary of the period, without the message where a chart of the page says it. */
static struct grid_cell commentary_cell(struct scoring *scoring, const struct score_column *column,
                                        const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(scoring->composer->layout, indicator);
    if (commentary == NULL)
        return absent_cell(scoring, column, STATUS_MISSING);
    return (struct grid_cell){.content = GRID_PROSE,
                              .prose = commentary->rich,
                              .prose_first = commentary_first(scoring->composer, indicator)};
}

/* True where columns of periods show all that a sparkline draws. */
static bool is_in_cells(const struct scorecard *card, int periods) {
    for (size_t c = 0; c < card->column_count; c++) {
        const struct score_column *column = &card->columns[c];
        if (column->show == SHOW_FIELD && column->field.source == FROM_FIELD && column->field.field == FIELD_VALUE &&
            scorecard_period(column->when, 0) == 0 && column->periods >= periods)
            return true;
    }
    return false;
}

/* Rows whose columns have two lines of words have room for a line that is as high. */
static double spark_height(const struct scorecard *card) {
    static const double two_lines = 19;
    for (size_t c = 0; c < card->column_count; c++)
        if (card->columns[c].below != NULL)
            return two_lines;
    return 0;
}

/* Where any of its periods is suppressed, a line could give it away. */
static struct grid_cell chart_cell(struct scoring *scoring, const struct score_column *column,
                                   const struct indicator *indicator) {
    struct composer *composer = scoring->composer;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    bool any = false;
    for (int period = composer->period - column->periods + 1; period <= composer->period; period++) {
        enum status status = figure_at(table, FIELD_VALUE, period)->status;
        if (status == STATUS_SUPPRESSED)
            return (struct grid_cell){0};
        any |= !status_is_absent(status);
    }
    if (!any || scoring_is_withheld(scoring, indicator))
        return (struct grid_cell){0};
    return (struct grid_cell){.content = GRID_CHART,
                              .chart = chart_make_spark(composer, indicator, FIELD_VALUE, column->periods, true),
                              .chart_pt = spark_height(scoring->card),
                              .decorative = is_in_cells(scoring->card, column->periods)};
}

const char *scoring_reference(const struct scoring *scoring, const struct indicator *indicator) {
    const struct catalogue *catalogue = scoring->composer->layout->catalogue;
    for (size_t i = 0; indicator->reference == NULL && i < catalogue->indicator_count; i++)
        if (catalogue->indicators[i]->reference != NULL)
            return NULL;
    return indicator_listed_by(indicator);
}

static const char *shown_text(struct scoring *scoring, enum score_show show, const struct indicator *indicator) {
    const struct words *words = scoring->composer->words;
    switch (show) {
    case SHOW_REFERENCE:
        return scoring_reference(scoring, indicator) == NULL ? "" : scoring_reference(scoring, indicator);
    case SHOW_TITLE:
        return indicator->title;
    case SHOW_SHORT_TITLE:
        return indicator->short_title != NULL ? indicator->short_title : indicator->title;
    case SHOW_SECTION:
        return indicator->section != NULL ? indicator->section->title : NULL;
    case SHOW_UNIT:
        return unit_text(scoring, indicator);
    case SHOW_POLARITY:
        return words_get(words, (enum word)(WORD_POLARITY_NONE + (int)indicator->stated_polarity));
    case SHOW_PERCENT_MARK:
        return unit_table[indicator->unit].percentage ? words_get(words, WORD_PERCENT_MARK) : "";
    default:
        return NULL;
    }
}

static struct grid_cell words_cell(struct scoring *scoring, const struct score_column *column, const char *words) {
    if (words == NULL)
        return absent_cell(scoring, column, STATUS_NOT_APPLICABLE);
    if (words[0] == '\0')
        return (struct grid_cell){0};
    return figure_cell_words(words);
}

struct grid_cell scoring_cell(struct scoring *scoring, const struct score_slot *slot,
                              const struct indicator *indicator) {
    const struct score_column *column = slot->column;
    struct grid_cell cell;
    if (column->show == SHOW_FIELD)
        cell = field_cell(scoring, slot, indicator);
    else if (column->show == SHOW_COMMENTARY)
        cell = commentary_cell(scoring, column, indicator);
    else if (column->show == SHOW_SPARKLINE)
        cell = chart_cell(scoring, column, indicator);
    else if (column->show == SHOW_RAG_HISTORY)
        cell = figure_cell_letters(&scoring->cells, indicator, column->periods,
                                   absent_words(scoring, column, STATUS_NOT_APPLICABLE));
    else if (column->show == SHOW_PAGE)
        cell = attention_row_page_cell(scoring->composer, indicator);
    else if (column->show == SHOW_ATTRIBUTE)
        cell =
            words_cell(scoring, column, value_words_of(&column->values, selection_group(indicator, column->attribute)));
    else if (column->show == SHOW_BAND)
        cell = words_cell(scoring, column, range_text(scoring, column, indicator));
    else
        cell = words_cell(scoring, column, shown_text(scoring, column->show, indicator));
    bool names = column->show == SHOW_TITLE || column->show == SHOW_SHORT_TITLE;
    if (column->below != NULL)
        cell.below = selection_group(indicator, column->below);
    else if (scoring->card->says_coverage && names)
        cell.below = coverage_beyond(scoring->composer, indicator);
    cell.bold = names && cell.below != NULL; /* told from what is below it */
    return cell;
}
