#include <string.h>

#include "block_parts.h"
#include "block_readers.h"
#include "cell.h"
#include "file.h"
#include "selection_read.h"
#include "source.h"
#include "text.h"
#include "value.h"
#include "value_words_read.h"

/* The selection panel: groups of options from a file, or from the attributes of the catalogue. */

enum { GROUP, OPTION, SELECTED, ROWS, COLUMN_COUNT };
static const char *const headings[COLUMN_COUNT] = {"group", "option", "selected", "rows_printed"};

static const char *const state_words[] = {
    [PANEL_SELECTED] = "yes", [PANEL_LEFT_OUT] = "no", [PANEL_UNKNOWN] = "unknown"};

static struct panel_group *add_group(struct layout_reader *reader, struct selection_panel *panel, const char *title) {
    struct panel_group *group = &arena_append(reader->arena, panel->groups, panel->group_count, panel->group_capacity);
    *group = (struct panel_group){.title = title};
    return group;
}

static struct panel_group *group_of(struct layout_reader *reader, struct selection_panel *panel, const char *title) {
    for (size_t i = 0; i < panel->group_count; i++)
        if (strcmp(panel->groups[i].title, title) == 0)
            return &panel->groups[i];
    return add_group(reader, panel, title);
}

static void read_row(struct layout_reader *reader, struct selection_panel *panel, const struct table *table,
                     const struct table_row *row, const int columns[COLUMN_COUNT]) {
    const char *cells[COLUMN_COUNT];
    for (int c = 0; c < COLUMN_COUNT; c++)
        cells[c] = columns[c] < 0 ? "" : cell_trim(reader->arena, row->cells[columns[c]].text);
    int state = value_word(cells[SELECTED], state_words, PANEL_UNKNOWN + 1), rows = -1;
    if (state < 0) {
        diag_error(reader->diag, table_pos(table, row, (size_t)columns[SELECTED]),
                   "selected: \"%s\"; expected yes, no or unknown", cells[SELECTED]);
        return;
    }
    if (cells[ROWS][0] != '\0' && (!value_whole(cells[ROWS], &rows) || rows < 0)) {
        diag_error(reader->diag, table_pos(table, row, (size_t)columns[ROWS]),
                   "rows_printed: \"%s\" is no number of rows", cells[ROWS]);
        return;
    }
    struct panel_group *group = group_of(reader, panel, cells[GROUP]);
    arena_append(reader->arena, group->options, group->option_count, group->option_capacity) =
        (struct panel_option){cells[OPTION][0] != '\0' ? cells[OPTION] : NULL, (enum panel_state)state, rows};
}

static void read_file(struct layout_reader *reader, struct selection_panel *panel, const struct xml_element *element) {
    struct source_pos pos = xml_pos(element, "file");
    char *path = path_resolve(reader->arena, &reader->scope, reader->layout->path, xml_value(element, "file"), pos,
                              reader->diag);
    const struct table_request request = {.path = path, .from = pos};
    const struct table *table = path == NULL ? NULL : source_read(reader->arena, &request, reader->diag);
    int columns[COLUMN_COUNT];
    bool whole = table != NULL;
    for (int c = 0; c < COLUMN_COUNT && table != NULL; c++) {
        columns[c] = c == ROWS ? table_column(table, headings[c]) : table_need_column(table, headings[c], reader->diag);
        whole = whole && (columns[c] >= 0 || c == ROWS);
    }
    for (size_t i = 0; whole && i < table->row_count; i++)
        read_row(reader, panel, table, &table->rows[i], columns);
}

static bool is_selected(const struct block *block, const struct indicator *indicator) {
    for (size_t i = 0; i < block->selection.count; i++)
        if (block->selection.indicators[i] == indicator)
            return true;
    return false;
}

static struct panel_option *option_of(struct layout_reader *reader, struct panel_group *group, const char *name) {
    for (size_t i = 0; i < group->option_count; i++)
        if (text_equal(group->options[i].name, name))
            return &group->options[i];
    struct panel_option *option =
        &arena_append(reader->arena, group->options, group->option_count, group->option_capacity);
    *option = (struct panel_option){name, PANEL_LEFT_OUT, 0};
    return option;
}

/* An option for each value that an indicator of the catalogue has, and one for those that have none, last. */
static struct panel_group *read_attribute(struct layout_reader *reader, struct block *block,
                                          const struct xml_element *element) {
    const struct catalogue *catalogue = reader->layout->catalogue;
    const char *name = xml_value(element, "attribute"), *title = xml_value(element, "title");
    if (name == NULL || !selection_check_attribute(reader, name, xml_pos(element, "attribute")))
        return NULL;
    struct panel_group *group = add_group(reader, block->part.selection_panel, title != NULL ? title : name);
    for (int in_none = 0; in_none < 2; in_none++)
        for (size_t i = 0; i < catalogue->indicator_count; i++) {
            const struct indicator *indicator = catalogue->indicators[i];
            const char *value = selection_group(indicator, name);
            if ((value == NULL) != (in_none == 1))
                continue;
            struct panel_option *option = option_of(reader, group, value);
            if (!is_selected(block, indicator))
                continue;
            option->state = PANEL_SELECTED;
            option->rows++;
        }
    return group;
}

/* A group of the file, which may have another title. NULL, reported, where there is none of that name. */
static struct panel_group *read_named(struct layout_reader *reader, struct selection_panel *panel,
                                      const struct xml_element *element) {
    const char *name = xml_value(element, "name"), *title = xml_value(element, "title"), *list = "";
    for (size_t i = 0; i < panel->group_count; i++) {
        struct panel_group *group = &panel->groups[i];
        list = arena_printf(reader->arena, "%s%s\"%s\"", list, i == 0 ? "; it has: " : ", ", group->title);
        if (strcmp(group->title, name) != 0)
            continue;
        group->title = title != NULL ? title : name;
        return group;
    }
    diag_error(reader->diag, xml_pos(element, "name"), "the panel's file has no group \"%s\"%s", name, list);
    return NULL;
}

/* Options in other words. */
static void reword(struct layout_reader *reader, struct panel_group *group, const struct xml_element *element) {
    const char **known = arena_new_array(reader->arena, group->option_count, const char *);
    struct value_words words = {0};
    size_t count = 0;
    for (size_t i = 0; i < group->option_count; i++)
        if (group->options[i].name != NULL)
            known[count++] = group->options[i].name;
    value_words_read(reader, element, known, count, &words);
    for (size_t i = 0; i < group->option_count; i++)
        group->options[i].name = value_words_of(&words, group->options[i].name);
}

static void read_group(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    bool named = xml_value(element, "name") != NULL;
    if (named == (xml_value(element, "attribute") != NULL)) {
        diag_error(reader->diag, element->pos,
                   "a <group> needs an attribute of the catalogue, or the name of a group of the file, not both");
        return;
    }
    struct panel_group *group =
        named ? read_named(reader, block->part.selection_panel, element) : read_attribute(reader, block, element);
    if (group != NULL)
        reword(reader, group, element);
}

void selection_panel_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    bool file = xml_value(element, "file") != NULL;
    struct selection_panel *panel = block->part.selection_panel = arena_new(reader->arena, struct selection_panel);
    panel->all_options = xml_yes(element, "options", false);
    if (file)
        read_file(reader, panel, element);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "group") == 0)
            read_group(reader, block, child);
    if (!file && element->first_child == NULL)
        diag_error(reader->diag, element->pos,
                   "the panel has no group; name a file, or write <group attribute=\"...\"/>");
}
