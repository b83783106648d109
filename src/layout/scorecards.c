#include <string.h>

#include "layout_internal.h"
#include "scorecard.h"
#include "value.h"
#include "vocabulary_words.h"

/* What <column> takes in a table, and in a scorecard. */
static const char *const of_scorecard[] = {"show",           "attribute", "band",  "otherwise", "month",
                                           "months",         "below",     "width", "icon",      "absent",
                                           "not-applicable", "repeat",    NULL};
static const char *const of_topic_columns[] = {"number", "across", NULL};
static const char *const of_table[] = {"series", "total", "total-decimals", NULL};

static void refuse(struct layout_reader *reader, const struct xml_element *element, const char *const *names,
                   const char *where) {
    for (; *names != NULL; names++)
        if (xml_value(element, *names) != NULL)
            diag_error(reader->diag, xml_pos(element, *names), "a <%s> of a <%s> has no attribute \"%s\"",
                       element->name, where, *names);
}

void reader_check_table_column(struct layout_reader *reader, const struct xml_element *element) {
    struct field_name field;
    const char *word = xml_value(element, "field");
    refuse(reader, element, of_scorecard, "table");
    if (element->first_child != NULL)
        diag_error(reader->diag, element->first_child->pos, "<value> is for a column of a <scorecard>");
    if (word != NULL && field_parse(word, &field) && field.source != FROM_FIELD)
        diag_error(reader->diag, xml_pos(element, "field"),
                   "\"%s\" is no figure of a month; it belongs in a <scorecard>", word);
}

/* True where a selected indicator has a figure of that year. */
static bool has_year(const struct selection *selection, const char *year) {
    for (size_t i = 0; i < selection->count; i++)
        if (indicator_annual(selection->indicators[i], year) != NULL)
            return true;
    return false;
}

static void read_field(struct layout_reader *reader, const struct scorecard *card, const struct xml_element *element,
                       struct score_column *column) {
    struct source_pos pos = xml_pos(element, "field");
    column->show = SHOW_FIELD;
    if (!field_parse(xml_value(element, "field"), &column->field))
        return;
    int otherwise = xml_word(element, "otherwise", field_words, FIELD_COUNT, FIELD_COUNT);
    column->has_otherwise = otherwise < FIELD_COUNT;
    column->otherwise = column->has_otherwise ? (enum field)otherwise : FIELD_VALUE;
    if (column->has_otherwise && (column->field.source != FROM_FIELD ||
                                  field_table[column->otherwise].kind != field_table[column->field.field].kind))
        diag_error(reader->diag, xml_pos(element, "otherwise"),
                   "\"%s\" is of another kind than \"%s\"; take a field of the same kind",
                   field_words[column->otherwise], xml_value(element, "field"));
    if (column->field.source == FROM_BENCHMARK)
        lookup_comparator(&reader->names, column->field.parameter, pos);
    else if (column->field.source == FROM_ANNUAL && !has_year(&card->selection, column->field.parameter))
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

static void read_attribute(struct layout_reader *reader, const struct scorecard *card,
                           const struct xml_element *element, struct score_column *column) {
    (void)card;
    column->show = SHOW_ATTRIBUTE;
    column->attribute = xml_value(element, "attribute");
    if (!reader_check_attribute(reader, column->attribute, xml_pos(element, "attribute")))
        return;
    size_t count;
    const char **known = values_of(reader, column->attribute, &count);
    reader_read_value_words(reader, element, known, count, &column->values);
}

static void read_show(struct layout_reader *reader, const struct scorecard *card, const struct xml_element *element,
                      struct score_column *column) {
    (void)reader, (void)card;
    column->show = (enum score_show)xml_word(element, "show", show_words, SHOW_WORD_COUNT, SHOW_TITLE);
}

static void read_band(struct layout_reader *reader, const struct scorecard *card, const struct xml_element *element,
                      struct score_column *column) {
    (void)reader, (void)card;
    column->show = SHOW_BAND;
    column->band = (enum band_colour)xml_word(element, "band", band_words, BAND_COUNT, BAND_GREEN);
}

static const struct {
    const char *attribute;
    void (*read)(struct layout_reader *, const struct scorecard *, const struct xml_element *, struct score_column *);
} kinds[] = {{"field", read_field}, {"attribute", read_attribute}, {"show", read_show}, {"band", read_band}};

/* What a column shows is one of four; false, reported, where it is not so. */
static bool read_kind(struct layout_reader *reader, const struct scorecard *card, const struct xml_element *element,
                      struct score_column *column) {
    size_t found = 0;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (xml_value(element, kinds[i].attribute) == NULL)
            continue;
        kinds[i].read(reader, card, element, column);
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

static void check_months(struct layout_reader *reader, const struct xml_element *element,
                         const struct score_column *column) {
    bool of_month = column->show == SHOW_FIELD && column->field.source == FROM_FIELD;
    static const char *const names[] = {"month", "months"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!of_month && xml_value(element, names[i]) != NULL && !(i == 1 && column->show == SHOW_SPARKLINE))
            diag_error(reader->diag, xml_pos(element, names[i]), "%s has no effect but on a field of a month",
                       names[i]);
}

static void read_column(struct layout_reader *reader, struct scorecard *card, const struct xml_element *element,
                        bool merge) {
    struct score_column column = {.heading = xml_value(element, "heading"),
                                  .below = xml_value(element, "below"),
                                  .decimals = xml_whole(element, "decimals", -1),
                                  .absent = xml_value(element, "absent"),
                                  .not_applicable = xml_value(element, "not-applicable"),
                                  .merge = merge,
                                  .pos = element->pos};
    refuse(reader, element, of_table, "scorecard");
    if (!read_kind(reader, card, element, &column))
        return;
    if (column.show != SHOW_ATTRIBUTE && element->first_child != NULL)
        diag_error(reader->diag, element->first_child->pos, "<value> is for a column with an attribute");
    column.months = xml_whole(element, "months", column.show == SHOW_SPARKLINE ? 13 : 1);
    if (xml_value(element, "month") != NULL)
        value_when(xml_value(element, "month"), &column.month.absolute, &column.month.month);
    check_months(reader, element, &column);
    column.icon = (enum score_icon)xml_word(element, "icon", score_icon_words, SCORE_ICON_COUNT, SCORE_ICON_NONE);
    column.repeat = xml_yes(element, "repeat", column.show <= SHOW_SHORT_TITLE);
    read_width(element, &column);
    if (column.below != NULL)
        reader_check_attribute(reader, column.below, xml_pos(element, "below"));
    arena_append(reader->arena, card->columns, card->column_count, card->column_capacity) = column;
}

/* Columns stand at both sides of it. */
static void read_fold(struct layout_reader *reader, struct scorecard *card, const struct xml_element *element) {
    if (card->column_count == 0 || element->next == NULL)
        diag_error(reader->diag, element->pos, "a <fold/> has columns before and behind it");
    else if (reader->layout->fold_pt <= 0)
        diag_error(reader->diag, element->pos, "the pages have no fold; say how wide it is in <pack fold=\"28pt\">");
    card->fold = card->column_count;
}

static void read_columns(struct layout_reader *reader, struct scorecard *card, const struct xml_element *parent,
                         int level, bool merge);

static void read_group(struct layout_reader *reader, struct scorecard *card, const struct xml_element *element,
                       int level, bool merge) {
    struct score_group group = {xml_value(element, "heading"), card->column_count, 0, level, element->pos};
    size_t at = card->group_count;
    if (level >= SCORE_LEVELS_MAX) {
        diag_error(reader->diag, element->pos, "groups of columns lie at most %d deep", SCORE_LEVELS_MAX);
        return;
    }
    if (group.heading == NULL)
        diag_error(reader->diag, element->pos, "<columns> of a <scorecard> needs a heading");
    refuse(reader, element, of_topic_columns, "scorecard");
    arena_append(reader->arena, card->groups, card->group_count, card->group_capacity) = group;
    read_columns(reader, card, element, level + 1, xml_yes(element, "merge", merge));
    card->groups[at].count = card->column_count - group.first;
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "<columns> holds no <column>");
}

/* Groups lie in one another as deep as the file does, which is at most 64. */
static void read_columns(struct layout_reader *reader, struct scorecard *card, const struct xml_element *parent,
                         int level, bool merge) {
    for (const struct xml_element *child = parent->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "column") == 0)
            read_column(reader, card, child, merge);
        else if (strcmp(child->name, "columns") == 0)
            read_group(reader, card, child, level, merge);
        else if (strcmp(child->name, "measure") == 0)
            diag_error(reader->diag, child->pos, "<measure> belongs in a <topic-table>; write <column>");
        else if (strcmp(child->name, "fold") == 0)
            read_fold(reader, card, child);
}

void reader_read_type(struct layout_reader *reader, const struct xml_element *element, double *text_pt,
                      double *least_text_pt, double *padding_pt) {
    static const double usual_least_pt = 6.5, usual_padding_pt = 6;
    *text_pt = xml_length(element, "text-size", reader->layout->theme.type[STYLE_TABLE].size_pt);
    *least_text_pt = xml_length(element, "least-text-size", *text_pt < usual_least_pt ? *text_pt : usual_least_pt);
    *padding_pt = xml_length(element, "padding", usual_padding_pt);
    if (*least_text_pt < SCORE_LEAST_TEXT_PT || *text_pt < *least_text_pt)
        diag_error(reader->diag, element->pos,
                   "text of %g points that may shrink to %g; nothing is printed under %d points", *text_pt,
                   *least_text_pt, SCORE_LEAST_TEXT_PT);
}

void reader_read_scorecard(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct scorecard *card = arena_new(reader->arena, struct scorecard);
    block->scorecard = card;
    card->absent = xml_value(element, "absent");
    card->note = xml_value(element, "note");
    card->labels = (enum score_labels)xml_word(element, "labels", score_labels_words, LABELS_COUNT, LABELS_VERTICAL);
    reader_read_type(reader, element, &card->text_pt, &card->least_text_pt, &card->padding_pt);
    if (!reader_read_selection(reader, element, &card->selection))
        return;
    const char *group = xml_value(element, "group");
    if (group != NULL && reader_check_attribute(reader, group, xml_pos(element, "group"))) {
        card->group = group;
        selection_gather(reader->arena, &card->selection, group);
    }
    read_columns(reader, card, element, 0, false);
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "the scorecard has no <column>");
}
