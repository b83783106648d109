#include <string.h>

#include "block_readers.h"
#include "dense_type.h"
#include "named.h"
#include "scorecard.h"
#include "selection_read.h"
#include "value.h"
#include "value_words_read.h"
#include "vocabulary_words.h"
#include "written.h"

/* What <columns> takes in a topic table, and <column> in a table. */
static const char *const of_topic_columns[] = {"number", "across", NULL};
static const char *const of_table[] = {"series", "total", "total-decimals", NULL};

/* True where a selected indicator has a figure of that year. */
static bool has_year(const struct selection *selection, const char *year) {
    for (size_t i = 0; i < selection->count; i++)
        if (indicator_annual(selection->indicators[i], year) != NULL)
            return true;
    return false;
}

static void read_field(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                       struct score_column *column) {
    struct source_pos pos = xml_pos(element, "field");
    column->show = SHOW_FIELD;
    if (!named_field(reader, element, "field", &column->field))
        return;
    int otherwise = xml_word(element, "otherwise", field_words, FIELD_COUNT, FIELD_COUNT);
    column->has_otherwise = otherwise < FIELD_COUNT;
    column->otherwise = column->has_otherwise ? (enum field)otherwise : FIELD_VALUE;
    if (column->has_otherwise && (column->field.source != FROM_FIELD ||
                                  field_table[column->otherwise].kind != field_table[column->field.field].kind))
        diag_error(reader->diag, xml_pos(element, "otherwise"),
                   "\"%s\" is of another kind than \"%s\"; take a field of the same kind",
                   field_words[column->otherwise], xml_value(element, "field"));
    if (column->field.source == FROM_ANNUAL && !has_year(&block->selection, column->field.parameter))
        diag_error(reader->diag, pos, "no indicator of the scorecard has a figure of %s; take another year",
                   column->field.parameter);
}

/* The values that an attribute has in print, one an indicator at most. */
static const char **values_of(struct layout_reader *reader, const char *attribute, size_t *count) {
    const struct catalogue *catalogue = reader->layout->catalogue;
    const char **values = arena_new_array(reader->arena, catalogue->indicator_count, const char *);
    *count = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const char *value = selection_group(catalogue->indicators[i], attribute);
        bool is_new = value != NULL;
        for (size_t k = 0; k < *count && is_new; k++)
            is_new = strcmp(values[k], value) != 0;
        if (is_new)
            values[(*count)++] = value;
    }
    return values;
}

static void read_attribute(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                           struct score_column *column) {
    (void)block;
    column->show = SHOW_ATTRIBUTE;
    column->attribute = xml_value(element, "attribute");
    if (!selection_check_attribute(reader, column->attribute, xml_pos(element, "attribute")))
        return;
    size_t count;
    const char **known = values_of(reader, column->attribute, &count);
    value_words_read(reader, element, known, count, &column->values);
}

static void read_show(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                      struct score_column *column) {
    (void)reader, (void)block;
    column->show = (enum score_show)xml_word(element, "show", show_words, SHOW_WORD_COUNT, SHOW_TITLE);
}

static void read_band(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                      struct score_column *column) {
    (void)reader, (void)block;
    column->show = SHOW_BAND;
    column->band = (enum band_colour)xml_word(element, "band", band_words, BAND_COUNT, BAND_GREEN);
    column->as_printed = xml_yes(element, "as-printed", false);
}

static const struct {
    const char *attribute;
    void (*read)(struct layout_reader *, const struct block *, const struct xml_element *, struct score_column *);
} kinds[] = {{"field", read_field}, {"attribute", read_attribute}, {"show", read_show}, {"band", read_band}};

/* What a column shows is one of four; false, reported, where it is not so. */
static bool read_kind(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                      struct score_column *column) {
    size_t found = 0;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (xml_value(element, kinds[i].attribute) == NULL)
            continue;
        kinds[i].read(reader, block, element, column);
        found++;
    }
    if (found != 1)
        diag_error(reader->diag, element->pos, "<column> in a scorecard needs %s: field, show, attribute or band",
                   found == 0 ? "one of these" : "only one of these");
    return found == 1;
}

static void read_width(const struct xml_element *element, struct score_column *column) {
    const char *width = xml_value(element, "width");
    bool takes_rest = column->show == SHOW_TITLE || column->show == SHOW_COMMENTARY;
    column->width = (struct width){takes_rest ? WIDTH_WEIGHT : WIDTH_NATURAL, 1};
    if (width != NULL)
        value_width(width, &column->width);
}

/* A cell of these shows several periods. */
static bool has_run(const struct score_column *column) {
    return column->show == SHOW_SPARKLINE || column->show == SHOW_RAG_HISTORY;
}

static void check_periods(struct layout_reader *reader, const struct xml_element *element,
                          const struct score_column *column) {
    bool of_period =
        column->show == SHOW_FIELD && (column->field.source == FROM_FIELD || column->field.source == FROM_AMONG);
    static const char *const names[] = {"period", "periods"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!of_period && xml_value(element, names[i]) != NULL && !(i == 1 && has_run(column)))
            diag_error(reader->diag, xml_pos(element, names[i]), "%s has no effect but on a field of a period",
                       names[i]);
}

static void read_column(struct layout_reader *reader, struct block *block, const struct xml_element *element,
                        bool merge) {
    struct score_column column = {.heading = xml_value(element, "heading"),
                                  .below = xml_value(element, "below"),
                                  .decimals = xml_whole(element, "decimals", -1),
                                  .absent = xml_value(element, "absent"),
                                  .not_applicable = xml_value(element, "not-applicable"),
                                  .other_years = xml_yes(element, "other-years", false),
                                  .merge = merge,
                                  .pos = element->pos};
    layout_refuse(reader, element, of_table, "scorecard");
    if (!read_kind(reader, block, element, &column))
        return;
    bool to_date = column.show == SHOW_FIELD && column.field.source == FROM_FIELD && !column.has_otherwise &&
                   field_is_to_date(column.field.field);
    if (to_date && !layout_takes_to_date(reader, element->pos, "column"))
        return;
    column.coloured = named_coloured(
        reader, element, column.show == SHOW_FIELD ? column.field : (struct field_name){.source = FROM_ANNUAL});
    if (column.show != SHOW_ATTRIBUTE && element->first_child != NULL)
        diag_error(reader->diag, element->first_child->pos, "<value> is for a column with an attribute");
    column.periods = xml_whole(element, "periods", has_run(&column) ? layout_usual_run(reader) : 1);
    if (xml_value(element, "period") != NULL)
        value_when(xml_value(element, "period"), reader->layout->catalogue->calendar, &column.when.absolute,
                   &column.when.period);
    check_periods(reader, element, &column);
    if (column.other_years && (column.show != SHOW_FIELD || column.field.source != FROM_FIELD ||
                               column.field.field != FIELD_TARGET || column.periods > 1))
        diag_error(reader->diag, xml_pos(element, "other-years"), "other-years is for a column with field=\"target\"");
    column.icon = (enum score_icon)xml_word(element, "icon", score_icon_words, SCORE_ICON_COUNT, SCORE_ICON_NONE);
    column.repeat = xml_yes(element, "repeat", column.show <= SHOW_SHORT_TITLE);
    read_width(element, &column);
    if (column.below != NULL)
        selection_check_attribute(reader, column.below, xml_pos(element, "below"));
    struct scorecard *card = block->part.scorecard;
    arena_append(reader->arena, card->columns, card->column_count, card->column_capacity) = column;
}

/* Columns stand at both sides of it. */
static void read_fold(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct scorecard *card = block->part.scorecard;
    if (card->column_count == 0 || element->next == NULL)
        diag_error(reader->diag, element->pos, "a <fold/> has columns before and behind it");
    else if (reader->layout->paper.fold_pt <= 0)
        diag_error(reader->diag, element->pos, "the pages have no fold; say how wide it is in <pack fold=\"28pt\">");
    card->fold = card->column_count;
}

static void read_columns(struct layout_reader *reader, struct block *block, const struct xml_element *parent, int level,
                         bool merge);

static void read_group(struct layout_reader *reader, struct block *block, const struct xml_element *element, int level,
                       bool merge) {
    struct scorecard *card = block->part.scorecard;
    struct score_group group = {xml_value(element, "heading"), card->column_count, 0, level, element->pos};
    size_t at = card->group_count;
    if (level >= SCORE_LEVELS_MAX) {
        diag_error(reader->diag, element->pos, "groups of columns lie at most %d deep", SCORE_LEVELS_MAX);
        return;
    }
    if (group.heading == NULL)
        diag_error(reader->diag, element->pos, "<columns> of a <scorecard> needs a heading");
    layout_refuse(reader, element, of_topic_columns, "scorecard");
    arena_append(reader->arena, card->groups, card->group_count, card->group_capacity) = group;
    read_columns(reader, block, element, level + 1, xml_yes(element, "merge", merge));
    card->groups[at].count = card->column_count - group.first;
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "<columns> holds no <column>");
}

/* Groups lie in one another as deep as the file does, which is at most 64. */
static void read_columns(struct layout_reader *reader, struct block *block, const struct xml_element *parent, int level,
                         bool merge) {
    for (const struct xml_element *child = parent->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "column") == 0)
            read_column(reader, block, child, merge);
        else if (strcmp(child->name, "columns") == 0)
            read_group(reader, block, child, level, merge);
        else if (strcmp(child->name, "measure") == 0)
            diag_error(reader->diag, child->pos, "<measure> belongs in a <topic-table>; write <column>");
        else if (strcmp(child->name, "fold") == 0)
            read_fold(reader, block, child);
}

void scorecard_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct scorecard *card = block->part.scorecard = arena_new(reader->arena, struct scorecard);
    card->absent = xml_value(element, "absent");
    card->note = xml_value(element, "note");
    card->says_coverage = xml_yes(element, "covers", true);
    card->even_rows = xml_yes(element, "even-rows", false);
    card->labels = (enum score_labels)xml_word(element, "labels", score_labels_words, LABELS_COUNT, LABELS_VERTICAL);
    dense_type_read(reader, element, &card->text_pt, &card->least_text_pt, &card->padding_pt);
    if (block->selection.count == 0)
        return;
    for (size_t i = 0; i < block->selection.count; i++)
        written_add_indicator(reader, block->selection.indicators[i]);
    const char *group = xml_value(element, "group");
    if (group != NULL && selection_check_attribute(reader, group, xml_pos(element, "group"))) {
        card->group = group;
        selection_gather(reader->arena, &block->selection, group);
    }
    read_columns(reader, block, element, 0, false);
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "the scorecard has no <column>");
}
