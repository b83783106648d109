#include <string.h>

#include "block_readers.h"
#include "chart_reference.h"
#include "extent_read.h"
#include "multiples_read.h"
#include "named.h"
#include "trend_chart.h"
#include "value.h"
#include "vocabulary_words.h"

enum { COLUMN_SETS_MAX = FILL_COUNT };

/* A chart draws numbers. */
static void check_number(struct layout_reader *reader, const struct xml_element *element, enum field field) {
    if (field_table[field].kind != FIELD_IS_NUMBER)
        diag_error(reader->diag, xml_pos(element, "field"), "%s is a word, and charts draw numbers; take another field",
                   field_words[field]);
}

/* The figures of a comparator that is computed: others have one for all periods. */
static bool read_comparator(struct layout_reader *reader, const struct xml_element *element, struct chart_line *line) {
    static const char *const others[] = {"field", "series", "indicator"};
    line->comparator = named_comparator(reader, element, "comparator");
    line->field = FIELD_VALUE;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (xml_value(element, others[i]) != NULL)
            diag_error(reader->diag, xml_pos(element, others[i]), "%s is no comparator's; take one of them away",
                       others[i]);
    if (line->comparator == NULL || line->comparator->computed != COMPUTED_NOT)
        return line->comparator != NULL;
    diag_error(reader->diag, xml_pos(element, "comparator"),
               "\"%s\" is not computed and has no figure of each period; write <reference benchmark=\"%s\"/>",
               line->comparator->id, line->comparator->id);
    return false;
}

/* The figure of a line: as a column's, or `value` of an indicator that it names. */
static bool read_line_figure(struct layout_reader *reader, const struct xml_element *element, struct chart_line *line) {
    struct field_name name;
    if (xml_value(element, "comparator") != NULL)
        return read_comparator(reader, element, line);
    if (xml_value(element, "indicator") == NULL) {
        bool found = named_figure(reader, element, &name, &line->series);
        line->field = found ? name.field : FIELD_VALUE;
        return found;
    }
    line->indicator = named_indicator(reader, element, "indicator");
    line->field = (enum field)xml_word(element, "field", field_words, FIELD_COUNT, FIELD_VALUE);
    if (xml_value(element, "series") != NULL)
        diag_error(reader->diag, xml_pos(element, "series"), "a series is no indicator's; take one of them away");
    return line->indicator != NULL;
}

static void read_line(struct layout_reader *reader, struct trend_chart *chart, const struct xml_element *element,
                      const struct chart_traits *traits) {
    struct chart_line line = {.label = xml_value(element, "label"), .pos = element->pos};
    line.mark = (enum chart_mark)xml_word(element, "mark", mark_words, MARK_ASKED_COUNT, (int)traits->usual);
    line.second_axis = xml_word(element, "axis", axis_words, AXIS_COUNT, AXIS_FIRST) == AXIS_SECOND;
    if (!read_line_figure(reader, element, &line))
        return;
    if (line.series == NULL)
        check_number(reader, element, line.field);
    arena_append(reader->arena, chart->lines, chart->line_count, chart->line_capacity) = line;
}

static void read_reference(struct layout_reader *reader, struct trend_chart *chart, const struct xml_element *element) {
    struct chart_reference reference;
    if (chart_reference_read(reader, element, &reference))
        arena_append(reader->arena, chart->references, chart->reference_count, chart->reference_capacity) = reference;
}

static size_t column_count(const struct trend_chart *chart) {
    size_t count = 0;
    for (size_t i = 0; i < chart->line_count; i++)
        count += chart->lines[i].mark == MARK_COLUMN;
    return count;
}

/* One attribute where another says the same or leaves no sense to it. */
static void refuse(struct layout_reader *reader, const struct xml_element *element, const char *attribute,
                   const char *why) {
    if (xml_value(element, attribute) != NULL)
        diag_error(reader->diag, xml_pos(element, attribute), "%s has no place here: %s", attribute, why);
}

/* What stands in rows has neither an axis of time nor marks of its own. */
static void check_rows(struct layout_reader *reader, const struct xml_element *element, enum chart_kind kind) {
    static const char *const of_periods[] = {"groups", "periods", "years", "by", "target", "benchmarks"};
    const char *one_period = arena_printf(reader->arena, "%s show one period, that of the pack", chart_words[kind]);
    const char *one_mark = arena_printf(reader->arena, "type=\"%s\" says how each line is drawn", chart_words[kind]);
    const char *one_scale = arena_printf(reader->arena, "%s have one scale", chart_words[kind]);
    for (size_t i = 0; i < sizeof of_periods / sizeof of_periods[0]; i++)
        refuse(reader, element, of_periods[i], one_period);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        refuse(reader, child, "mark", one_mark);
        refuse(reader, child, "axis", one_scale);
    }
}

static void check_spc(struct layout_reader *reader, const struct trend_chart *chart,
                      const struct xml_element *element) {
    if (chart->lines[0].field != FIELD_VALUE || chart->line_count > 1)
        diag_error(reader->diag, element->pos,
                   "a control chart shows the value of each period; take field and <line> out, or choose another type");
    refuse(reader, element, "groups", "a control chart shows periods alone");
}

static void check_columns(struct layout_reader *reader, const struct trend_chart *chart,
                          const struct xml_element *element) {
    const struct chart_traits *traits = &chart_traits[chart->kind];
    size_t count = traits->rows ? chart->line_count : column_count(chart);
    if (count < traits->least_columns && traits->usual != MARK_COLUMN)
        diag_error(reader->diag, element->pos, "a %s chart needs a <line mark=\"column\" .../> for its columns",
                   chart_words[chart->kind]);
    else if (count < traits->least_columns)
        diag_error(reader->diag, element->pos, "a %s chart needs at least %zu <line .../>; this one has %zu",
                   chart_words[chart->kind], traits->least_columns, count);
    if (!traits->rows && count > COLUMN_SETS_MAX)
        diag_error(reader->diag, element->pos, "at most %d columns can be told apart and this chart has %zu; use two",
                   COLUMN_SETS_MAX, count);
}

static void read_groups(struct layout_reader *reader, struct trend_chart *chart, const struct xml_element *element) {
    int list[CHART_GROUPS_MAX], count = -1;
    const char *words = xml_value(element, "groups"), *wrong;
    if (words != NULL)
        count = value_words(words, group_words, GROUP_BENCHMARKS + 1, list, &wrong);
    for (int i = 0; i < count; i++)
        if (list[i] != GROUP_TO_DATE || layout_takes_to_date(reader, xml_pos(element, "groups"), "group"))
            chart->groups[chart->group_count++] = (enum chart_group_kind)list[i];
    if (chart->group_count == 0)
        chart->groups[chart->group_count++] = GROUP_PERIODS;
    if (chart->benchmarks == BENCHMARKS_YEARS)
        refuse(reader, element, "groups", "benchmarks=\"years\" sets the years beside the periods; take one away");
}

/* The chart's own field is its first series of marks. */
static void read_own(struct layout_reader *reader, const struct block *block, const struct xml_element *element) {
    struct trend_chart *chart = block->part.trend_chart;
    const struct chart_traits *traits = &chart_traits[chart->kind];
    struct chart_line first = {.mark = traits->own, .pos = element->pos};
    first.field = (enum field)xml_word(element, "field", field_words, FIELD_COUNT, FIELD_VALUE);
    check_number(reader, element, first.field);
    named_check_peers(reader, first.field, xml_pos(element, "field"));
    multiples_read(reader, block, element, first.field);
    if (traits->lines_alone && (xml_value(element, "field") == NULL || block->selection.count > 0))
        return;
    arena_append(reader->arena, chart->lines, chart->line_count, chart->line_capacity) = first;
}

/* The first measure that is named where lines alone say what is drawn; NULL where one of them is the chart's own. */
static const struct indicator *find_leads(const struct trend_chart *chart) {
    const struct indicator *leads = NULL;
    for (size_t i = 0; i < chart->line_count && chart_traits[chart->kind].lines_alone; i++) {
        const struct chart_line *line = &chart->lines[i];
        if (line->indicator == NULL && line->series == NULL)
            return NULL;
        leads = leads == NULL ? line->indicator : leads;
    }
    return leads;
}

void trend_chart_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct trend_chart *chart = block->part.trend_chart = arena_new(reader->arena, struct trend_chart);
    chart->id = xml_value(element, "id");
    chart->auto_title = block->title != NULL && strcmp(block->title, "auto") == 0;
    if (chart->auto_title)
        block->title = NULL;
    chart->kind = (enum chart_kind)xml_word(element, "type", chart_words, CHART_ASKED_COUNT, CHART_LINE);
    const struct chart_traits *traits = &chart_traits[chart->kind];
    chart->extent = extent_read(reader, element, extent_of_charts);
    chart->height_pt = xml_length(element, "height", 0);
    chart->letter = xml_yes(element, "letter", false);
    chart->from_zero = xml_yes(element, "from-zero", false);
    chart->method = xml_yes(element, "method", true);
    chart->target = xml_word(element, "target", target_words, TARGET_SHOW_COUNT, TARGET_SHOW_NONE) == TARGET_SHOW_STEP;
    chart->benchmarks =
        (enum benchmark_show)xml_word(element, "benchmarks", benchmark_words, BENCHMARKS_LINES + 1, BENCHMARKS_NONE);
    read_groups(reader, chart, element);
    read_own(reader, block, element);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "line") == 0)
            read_line(reader, chart, child, traits);
        if (strcmp(child->name, "reference") == 0)
            read_reference(reader, chart, child);
    }
    block->leads = find_leads(chart);
    if (traits->spc)
        check_spc(reader, chart, element);
    else
        refuse(reader, element, "method", "it is a control chart that says how its lines and marks come about");
    if (traits->rows)
        check_rows(reader, element, chart->kind);
    check_columns(reader, chart, element);
    multiples_settle(reader, block, element);
}
