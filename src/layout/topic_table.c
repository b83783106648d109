#include <string.h>

#include "block_readers.h"
#include "dense_type.h"
#include "named.h"
#include "topic_table.h"

enum { USUAL_YEARS = 4 };

static void read_rows(struct layout_reader *reader, struct topic_table *table, const struct xml_element *element) {
    struct topic_rows rows = {.label = xml_value(element, "label"), .pos = element->pos};
    rows.show = (enum topic_rows_show)xml_word(element, "show", topic_rows_words, ROWS_SHOW_COUNT, ROWS_PERIODS);
    if (rows.show == ROWS_TO_DATE && !layout_takes_to_date(reader, element->pos, "row"))
        return;
    rows.count = xml_whole(element, "count", rows.show == ROWS_YEARS ? USUAL_YEARS : layout_usual_run(reader));
    if (xml_value(element, "count") != NULL && rows.show != ROWS_PERIODS && rows.show != ROWS_YEARS)
        diag_error(reader->diag, xml_pos(element, "count"), "count has no effect but on periods and years");
    if (rows.show == ROWS_BENCHMARKS && reader->layout->catalogue->comparator_count == 0)
        diag_error(reader->diag, element->pos, "the catalogue has no <comparator> for rows of benchmarks");
    arena_append(reader->arena, table->rows, table->rows_count, table->rows_capacity) = rows;
}

static void check_measure(struct layout_reader *reader, const struct xml_element *element,
                          const struct topic_measure *measure) {
    if (measure->counts != TOPIC_COUNTS_NO && (measure->series != NULL || measure->indicator->denominator == NULL))
        diag_error(reader->diag, xml_pos(element, "counts"),
                   "counts needs an indicator with a numerator and a denominator");
    if (measure->series != NULL && xml_value(element, "field") != NULL)
        diag_error(reader->diag, xml_pos(element, "field"), "field has no effect on a series");
    if (measure->series == NULL && xml_value(element, "total") != NULL)
        diag_error(reader->diag, xml_pos(element, "total"),
                   "total has no effect on an indicator; its year to date is that of the catalogue");
}

static void read_measure(struct layout_reader *reader, struct topic_table *table, const struct xml_element *element) {
    const char *indicator = xml_value(element, "indicator"), *series = xml_value(element, "series");
    struct topic_measure measure = {.field = {.field = FIELD_VALUE},
                                    .counts = (enum topic_counts)xml_word(element, "counts", topic_counts_words,
                                                                          TOPIC_COUNTS_COUNT, TOPIC_COUNTS_NO),
                                    .number = xml_value(element, "number"),
                                    .heading = xml_value(element, "heading"),
                                    .decimals = xml_whole(element, "decimals", -1),
                                    .sums = xml_yes(element, "total", false),
                                    .brackets = xml_yes(element, "brackets", false),
                                    .pos = element->pos};
    if ((indicator == NULL) == (series == NULL)) {
        diag_error(reader->diag, element->pos, "<measure> needs %s: indicator or series",
                   indicator == NULL ? "one of these" : "only one of these");
        return;
    }
    const char *field = xml_value(element, "field");
    if (indicator != NULL)
        measure.indicator = named_indicator(reader, element, "indicator");
    else
        measure.series = named_series(reader, element, "series");
    if (measure.indicator == NULL && measure.series == NULL)
        return;
    if (field != NULL && !named_field_of_period(reader, field, xml_pos(element, "field"), &measure.field))
        return;
    measure.coloured = named_coloured(
        reader, element, measure.series == NULL ? measure.field : (struct field_name){.source = FROM_ANNUAL});
    check_measure(reader, element, &measure);
    arena_append(reader->arena, table->measures, table->measure_count, table->measure_capacity) = measure;
}

static void read_group(struct layout_reader *reader, struct topic_table *table, const struct xml_element *element) {
    const char *across = xml_value(element, "across");
    struct topic_group group = {.number = xml_value(element, "number"),
                                .heading = xml_value(element, "heading"),
                                .first = table->measure_count,
                                .pos = element->pos};
    if (group.number == NULL && group.heading == NULL)
        diag_error(reader->diag, element->pos, "<columns> of a <topic-table> needs a heading or a number");
    if (across != NULL)
        group.across = named_series(reader, element, "across");
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "measure") == 0)
            read_measure(reader, table, child);
        else
            diag_error(reader->diag, child->pos, "<columns> of a <topic-table> holds nothing but <measure>");
    group.count = table->measure_count - group.first;
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "<columns> holds no <measure>");
    if (group.count > 0)
        arena_append(reader->arena, table->groups, table->group_count, table->group_capacity) = group;
}

void topic_table_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct topic_table *table = block->part.topic_table = arena_new(reader->arena, struct topic_table);
    size_t rows = 0, measures = 0;
    table->absent = xml_value(element, "absent");
    table->period_heading = xml_value(element, "period-heading");
    dense_type_read(reader, element, &table->text_pt, &table->least_text_pt, &table->padding_pt);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        bool is_rows = strcmp(child->name, "rows") == 0, is_group = strcmp(child->name, "columns") == 0;
        rows += is_rows;
        measures += !is_rows;
        if (is_rows)
            read_rows(reader, table, child);
        else if (is_group)
            read_group(reader, table, child);
        else if (strcmp(child->name, "measure") == 0)
            read_measure(reader, table, child);
    }
    if (rows == 0)
        diag_error(reader->diag, element->pos, "the topic table has no <rows>");
    if (measures == 0)
        diag_error(reader->diag, element->pos, "the topic table has no <measure>");
}
