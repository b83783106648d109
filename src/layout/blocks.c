#include <string.h>

#include "commentary.h"
#include "layout_internal.h"
#include "value.h"
#include "vocabulary_words.h"

static void read_total(struct layout_reader *reader, const struct xml_element *element, struct column *column) {
    const struct field_facts *facts = &field_table[column->field];
    bool usual = column->series != NULL || facts->in_total;
    enum field own = facts->to_date == FIELD_NONE ? column->field : facts->to_date;
    int total = xml_word(element, "total", total_words, TOTAL_COUNT, usual ? TOTAL_YES : TOTAL_NO);
    column->has_total = total != TOTAL_NO;
    column->total_field = total >= TOTAL_FIELD ? (enum field)(total - TOTAL_FIELD) : own;
    if (column->series != NULL && total >= TOTAL_FIELD)
        diag_error(reader->diag, xml_pos(element, "total"),
                   "the total of a series is its sum; write total=\"yes\" or total=\"no\"");
}

static void read_column(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct column column = {.heading = xml_value(element, "heading"),
                            .decimals = xml_whole(element, "decimals", -1),
                            .total_decimals = xml_whole(element, "total-decimals", -1),
                            .pos = element->pos};
    reader_check_table_column(reader, element);
    if (!reader_read_figure(reader, element, &column.field, &column.series))
        return;
    read_total(reader, element, &column);
    arena_append(reader->arena, block->columns, block->column_count, block->column_capacity) = column;
}

static void read_table(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    block->years = xml_whole(element, "years", 2);
    block->month_heading = xml_value(element, "month-heading");
    block->total_label = xml_value(element, "total-label");
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "column") == 0)
            read_column(reader, block, child);
        if (strcmp(child->name, "total-row") != 0)
            continue;
        block->total_row = true;
        if (xml_value(child, "label") != NULL)
            block->total_label = xml_value(child, "label");
    }
    if (block->column_count == 0)
        diag_error(reader->diag, element->pos, "the table has no <column>");
}

static void read_text(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    block->text = xml_markdown(reader->arena, element);
    block->small = xml_word(element, "size", text_size_words, TEXT_SIZE_COUNT, TEXT_BODY) == TEXT_NOTE;
    block->rich = rich_read(reader->arena, block->text, element->inner, reader->diag);
}

static void read_break(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    (void)reader;
    block->facing_only = xml_yes(element, "facing-only", false);
}

static void read_heading(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    (void)reader;
    block->dated = xml_value(element, "dated");
    block->subtitle = xml_value(element, "subtitle");
    block->note = xml_value(element, "note");
}

static void read_stack(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    const struct block *page = block->parent;
    block->repeat = xml_yes(element, "repeat", false);
    if (block->repeat && (page->parent != NULL || page->first_child != block))
        diag_error(reader->diag, xml_pos(element, "repeat"),
                   "only the first block of a page can be repeated; put the stack at its top");
}

static void read_measure_heading(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    bool listed = xml_value(element, "indicators") != NULL;
    if (listed && reader_read_selection(reader, element, &block->selection) && xml_value(element, "indicator") == NULL)
        block->indicator = block->selection.indicators[0];
}

static void read_key_figures(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    const char *words = xml_value(element, "fields"), *wrong;
    int list[FIELD_COUNT];
    if (words == NULL)
        words = "value change_last_year average_12 maximum_12";
    int count = value_words(words, field_words, FIELD_COUNT, list, &wrong);
    for (int i = 0; i < count; i++) {
        enum field field = (enum field)list[i];
        if (field_table[field].kind != FIELD_IS_NUMBER)
            diag_error(reader->diag, xml_pos(element, "fields"),
                       "%s is a word, and key figures are numbers; take it out", field_words[field]);
        arena_append(reader->arena, block->fields, block->field_count, block->field_capacity) = field;
    }
}

/* What a kind of block has of its own. */
static void (*const readers[BLOCK_KIND_COUNT])(struct layout_reader *, struct block *, const struct xml_element *) = {
    [BLOCK_STACK] = read_stack,
    [BLOCK_HEADING] = read_heading,
    [BLOCK_TABLE] = read_table,
    [BLOCK_TREND_CHART] = reader_read_chart,
    [BLOCK_TEXT] = read_text,
    [BLOCK_DEFINITION] = reader_read_definition,
    [BLOCK_SCORECARD] = reader_read_scorecard,
    [BLOCK_TOPIC_TABLE] = reader_read_topic_table,
    [BLOCK_MEASURE_HEADING] = read_measure_heading,
    [BLOCK_KEY_FIGURES] = read_key_figures,
    [BLOCK_PAGE_BREAK] = read_break,
    [BLOCK_COVER] = reader_read_cover,
    [BLOCK_DOCUMENT_CONTROL] = reader_read_document_control,
    [BLOCK_DIVIDER] = reader_read_divider,
    [BLOCK_PICTURE] = reader_read_picture,
    [BLOCK_TILES] = reader_read_tiles,
    [BLOCK_SELECTION_PANEL] = reader_read_panel,
    [BLOCK_KEY] = reader_read_key,
    [BLOCK_NOTES] = reader_read_notes_block,
    [BLOCK_CONTENTS] = reader_read_contents,
};

static void read_common(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    const char *indicator = xml_value(element, "indicator"), *width = xml_value(element, "width");
    block->title = xml_value(element, "title");
    block->title_left = xml_word(element, "title-at", title_at_words, TITLE_AT_COUNT, TITLE_ABOVE) == TITLE_LEFT;
    block->gap_pt = xml_length(element, "gap", -1);
    block->width = (struct width){WIDTH_WEIGHT, 1};
    if (width != NULL)
        value_width(width, &block->width);
    if (width != NULL && block->parent->kind != BLOCK_ROW && block->kind != BLOCK_PICTURE)
        diag_warning(reader->diag, xml_pos(element, "width"), "width has no effect outside a <row>");
    block->indicator = block->parent->indicator;
    if (indicator != NULL)
        block->indicator = lookup_indicator(&reader->names, indicator, xml_pos(element, "indicator"));
}

static void append(struct block *parent, struct block *block) {
    block->parent = parent;
    if (parent->last_child == NULL)
        parent->first_child = block;
    else
        parent->last_child->next = block;
    parent->last_child = block;
}

/* Elements lie at most 64 deep. */
static void read_children(struct layout_reader *reader, struct block *parent, const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        int kind = value_word(child->name, block_words, BLOCK_KIND_COUNT);
        if (kind < 0)
            continue;
        struct block *block = arena_new(reader->arena, struct block);
        block->kind = (enum block_kind)kind;
        block->pos = child->pos;
        append(parent, block);
        read_common(reader, block, child);
        if (readers[kind] != NULL)
            readers[kind](reader, block, child);
        if (kind == BLOCK_ROW || kind == BLOCK_STACK)
            read_children(reader, block, child);
    }
}

struct block *reader_read_blocks(struct layout_reader *reader, const struct xml_element *element) {
    struct block *stack = arena_new(reader->arena, struct block);
    stack->kind = BLOCK_STACK;
    stack->width = (struct width){WIDTH_WEIGHT, 1};
    stack->gap_pt = -1;
    stack->pos = element->pos;
    read_children(reader, stack, element);
    return stack;
}
