#include <string.h>

#include "block_parts.h"
#include "block_readers.h"
#include "extent_read.h"
#include "named.h"
#include "vocabulary_words.h"

/* What the total row shows below a column: year-to-date figures below those of a period. */
static void read_total(struct layout_reader *reader, const struct xml_element *element, struct column *column) {
    const struct field_facts *facts = &field_table[column->field.field];
    bool among = column->field.source == FROM_AMONG;
    bool usual = column->series != NULL || (facts->in_total && !among);
    enum field own = facts->to_date == FIELD_NONE ? column->field.field : facts->to_date;
    int total = xml_word(element, "total", total_words, TOTAL_COUNT, usual ? TOTAL_YES : TOTAL_NO);
    column->has_total = total != TOTAL_NO;
    column->total_given = xml_value(element, "total") != NULL;
    column->total_field = among ? column->field : (struct field_name){.field = own};
    if (total >= TOTAL_FIELD)
        column->total_field = (struct field_name){.field = (enum field)(total - TOTAL_FIELD)};
    if (column->series != NULL && total >= TOTAL_FIELD)
        diag_error(reader->diag, xml_pos(element, "total"),
                   "the total of a series is its sum; write total=\"yes\" or total=\"no\"");
}

/* What a <column> has in a scorecard alone. */
static void check_column(struct layout_reader *reader, const struct xml_element *element) {
    static const char *const of_scorecard[] = {"show",           "attribute",   "band",   "otherwise", "period",
                                               "periods",        "below",       "width",  "icon",      "absent",
                                               "not-applicable", "other-years", "repeat", NULL};
    layout_refuse(reader, element, of_scorecard, "table");
    if (element->first_child != NULL)
        diag_error(reader->diag, element->first_child->pos, "<value> is for a column of a <scorecard>");
}

static void read_column(struct layout_reader *reader, struct period_table *table, const struct xml_element *element) {
    struct column column = {.heading = xml_value(element, "heading"),
                            .decimals = xml_whole(element, "decimals", -1),
                            .total_decimals = xml_whole(element, "total-decimals", -1),
                            .pos = element->pos};
    check_column(reader, element);
    if (!named_figure(reader, element, &column.field, &column.series))
        return;
    if (column.series == NULL && column.field.source == FROM_FIELD && field_is_to_date(column.field.field) &&
        !layout_takes_to_date(reader, element->pos, "column"))
        return;
    column.coloured = named_coloured(reader, element,
                                     column.series == NULL ? column.field : (struct field_name){.source = FROM_ANNUAL});
    read_total(reader, element, &column);
    arena_append(reader->arena, table->columns, table->column_count, table->column_capacity) = column;
}

static const struct column *column_of(const struct period_table *table, enum field field) {
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].series == NULL && table->columns[i].field.source == FROM_FIELD &&
            table->columns[i].field.field == field)
            return &table->columns[i];
    return NULL;
}

/* Where no column of its own shows the year to date it stands below the figures of the periods, beside its variance. */
static void total_of_value(struct period_table *table) {
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->series == NULL && column->field.source == FROM_FIELD && column->field.field == FIELD_VALUE &&
            !column->total_given)
            column->has_total = true;
    }
}

/* A variance stands beside the letter of the same figure, or readers take the one for the reason of the other. */
static void check_bases(struct layout_reader *reader, const struct period_table *table) {
    static const struct {
        enum field variance, letter, of_letter;
    } apart[] = {{FIELD_VARIANCE, FIELD_YTD_RAG, FIELD_YTD_VARIANCE}, {FIELD_YTD_VARIANCE, FIELD_RAG, FIELD_VARIANCE}};
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
        const struct column *variance = column_of(table, apart[i].variance);
        const struct column *own = column_of(table, field_letter(apart[i].variance));
        if (variance != NULL && own == NULL && column_of(table, apart[i].letter) != NULL &&
            column_of(table, apart[i].of_letter) == NULL)
            diag_warning(reader->diag, variance->pos,
                         "%s stands beside the letter of another figure, %s; write field=\"%s\", or show both",
                         field_words[apart[i].variance], field_words[apart[i].letter], field_words[apart[i].of_letter]);
    }
}

void period_table_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct period_table *table = block->part.period_table = arena_new(reader->arena, struct period_table);
    table->extent = extent_read(reader, element, extent_of_tables);
    table->period_heading = xml_value(element, "period-heading");
    table->total_label = xml_value(element, "total-label");
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "column") == 0)
            read_column(reader, table, child);
        if (strcmp(child->name, "total-row") != 0)
            continue;
        table->total_row = layout_takes_to_date(reader, child->pos, "total row");
        if (xml_value(child, "label") != NULL)
            table->total_label = xml_value(child, "label");
    }
    if (table->column_count == 0)
        diag_error(reader->diag, element->pos, "the table has no <column>");
    if (column_of(table, FIELD_YTD_VALUE) == NULL)
        total_of_value(table);
    check_bases(reader, table);
}
