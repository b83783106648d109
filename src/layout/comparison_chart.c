#include "comparison_chart.h"

#include "block_readers.h"
#include "chart_reference.h"
#include "extent_read.h"
#include "lookup.h"

/* Its members are picked out of the organisations. */
static void read_group(struct layout_reader *reader, struct comparison_chart *chart,
                       const struct xml_element *element) {
    const char *name = xml_value(element, "group");
    if (name == NULL)
        return;
    chart->group = lookup_comparator(&reader->names, name, xml_pos(element, "group"));
    if (chart->group == NULL || chart->group->computed != COMPUTED_NOT)
        return;
    diag_error(reader->diag, xml_pos(element, "group"),
               "\"%s\" is not computed from organisations and has no members among them; name a comparator with "
               "computed= and of=",
               name);
    chart->group = NULL;
}

static void read_references(struct layout_reader *reader, struct comparison_chart *chart,
                            const struct xml_element *element) {
    struct chart_reference reference;
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (chart->kind != CHART_RANKED && chart->kind != CHART_MULTIPLES_AMONG)
            diag_error(reader->diag, child->pos,
                       "<reference> has no place here: only a ranked chart and small multiples have lines that "
                       "figures are held against");
        else if (chart_reference_read(reader, child, &reference))
            arena_append(reader->arena, chart->references, chart->reference_count, chart->reference_capacity) =
                reference;
    }
}

/* How far back they go is asked of small multiples alone. */
static void read_extent(struct layout_reader *reader, struct comparison_chart *chart,
                        const struct xml_element *element) {
    static const char *const of_periods[] = {"periods", "years", "by"};
    chart->extent = extent_read(reader, element, extent_of_charts);
    for (size_t i = 0; i < sizeof of_periods / sizeof *of_periods && chart->kind != CHART_MULTIPLES_AMONG; i++)
        if (xml_value(element, of_periods[i]) != NULL)
            diag_error(reader->diag, xml_pos(element, of_periods[i]),
                       "%s has no place here: a %s chart shows one period", of_periods[i], chart_words[chart->kind]);
}

void comparison_chart_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct comparison_chart *chart = block->part.comparison_chart = arena_new(reader->arena, struct comparison_chart);
    int usual = CHART_RANKED - CHART_FUNNEL;
    chart->kind = (enum chart_kind)(
        CHART_FUNNEL + xml_word(element, "type", chart_words + CHART_FUNNEL, CHART_COMPARING_COUNT, usual));
    chart->id = xml_value(element, "id");
    chart->height_pt = xml_length(element, "height", 0);
    if (reader->layout->catalogue->organisations == NULL)
        diag_error(reader->diag, element->pos,
                   "nobody is there to compare with; name them in the catalogue: <organisations file=\"...\"/>");
    if (chart->kind != CHART_STRIP && block->selection.count > 1)
        diag_error(reader->diag, element->pos,
                   "a %s chart shows one indicator, and %zu are selected; take type=\"strip\"",
                   chart_words[chart->kind], block->selection.count);
    read_extent(reader, chart, element);
    read_group(reader, chart, element);
    read_references(reader, chart, element);
}
