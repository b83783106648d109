#include "multiples_read.h"

#include "block_parts.h"

enum { LINES_MAX = 4, MULTIPLES_MAX = 40 };

void multiples_read(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                    enum field field) {
    struct trend_chart *chart = block->part.trend_chart;
    chart->by_unit = xml_yes(element, "by-unit", false);
    chart->each_compared = block->selection.count > 0;
    if (!chart_traits[chart->kind].multiple)
        return;
    for (size_t i = 0; i < block->selection.count; i++)
        arena_append(reader->arena, chart->lines, chart->line_count, chart->line_capacity) =
            (struct chart_line){.field = field, .indicator = block->selection.indicators[i], .pos = element->pos};
}

static void refuse(struct layout_reader *reader, const struct xml_element *element, const char *attribute,
                   const char *why) {
    if (xml_value(element, attribute) != NULL)
        diag_error(reader->diag, xml_pos(element, attribute), "%s has no place here: %s", attribute, why);
}

/* Each is a line over one run of periods or years, and its target is drawn without being asked for. */
static void check_multiples(struct layout_reader *reader, const struct trend_chart *chart,
                            const struct xml_element *element) {
    size_t count = chart->line_count;
    for (size_t i = 0; chart->each_compared && i < chart->line_count; i++)
        count -= chart->lines[i].comparator != NULL;
    refuse(reader, element, "benchmarks",
           "small multiples hold measures against computed comparators: <line comparator=.../>");
    if (chart->group_count > 1)
        diag_error(reader->diag, xml_pos(element, "groups"),
                   "small multiples have room for one group; take the others out");
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        refuse(reader, child, "mark", "small multiples are lines");
        refuse(reader, child, "axis", "small multiples have one scale");
        if (xml_value(child, "benchmark") != NULL || xml_value(child, "value") != NULL)
            diag_error(reader->diag, child->pos, "<reference> has no place in small multiples; take it out");
    }
    if (count < 2)
        diag_error(reader->diag, element->pos,
                   "small multiples need two measures at least: select them, or write a <line .../> for each");
    if (count > MULTIPLES_MAX)
        diag_error(reader->diag, element->pos, "%zu small charts are too many to be read; select at most %d", count,
                   MULTIPLES_MAX);
}

/* More lines of one scale than can be told apart. */
static bool is_crowded(const struct trend_chart *chart) {
    size_t lines = 0;
    for (size_t i = 0; i < chart->line_count; i++) {
        if (chart->lines[i].second_axis || chart->lines[i].mark != MARK_LINE)
            return false;
        lines++;
    }
    return chart->kind == CHART_LINE && lines > LINES_MAX;
}

/* False where the chart has what small multiples have no place for. */
static bool can_be_parted(const struct trend_chart *chart) {
    return chart->group_count == 1 && chart->reference_count == 0 && chart->benchmarks == BENCHMARKS_NONE;
}

static void settle_crowded(struct layout_reader *reader, struct trend_chart *chart, const struct xml_element *element) {
    if (can_be_parted(chart)) {
        diag_warning(reader->diag, element->pos,
                     "%zu lines in one frame cannot be followed, and are drawn as small multiples: write "
                     "type=\"multiples\", or together=\"yes\" to have them in one frame",
                     chart->line_count);
        chart->kind = CHART_MULTIPLES;
        return;
    }
    diag_warning(reader->diag, element->pos,
                 "%zu lines in one frame cannot be followed; take type=\"multiples\" and one group, or write "
                 "together=\"yes\"",
                 chart->line_count);
}

void multiples_settle(struct layout_reader *reader, const struct block *block, const struct xml_element *element) {
    static const char *const own[] = {"select", "indicators", "by-unit"};
    struct trend_chart *chart = block->part.trend_chart;
    if (is_crowded(chart) && !xml_yes(element, "together", false))
        settle_crowded(reader, chart, element);
    if (chart_traits[chart->kind].multiple)
        check_multiples(reader, chart, element);
    for (size_t i = 0; !chart_traits[chart->kind].multiple && i < sizeof own / sizeof *own; i++)
        refuse(reader, element, own[i], "only type=\"multiples\" shows several measures");
}
