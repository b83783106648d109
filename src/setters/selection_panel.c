#include <stdlib.h>
#include <string.h>

#include "block_parts.h"
#include "block_setters.h"
#include "icon.h"
#include "lines.h"
#include "text.h"

enum { GROUP_LEAST_PT = 104, GROUP_GAP_PT = 12, TOP_PT = 5, MARK_PT = 10, ROW_GAP_PT = 4 };

/* A group while it is set: its place, and how far down it has come. */
struct cursor {
    struct piece *piece;
    struct element *item;
    double x, y, width;
};

static const char *option_words(struct composer *composer, const struct panel_option *option) {
    const char *name = option->name != NULL ? option->name : words_get(composer->words, WORD_PANEL_NONE_NAMED);
    if (option->rows <= 0)
        return name;
    return words_format(composer->arena, composer->words, WORD_PANEL_ROWS, "option", name, "count",
                        arena_printf(composer->arena, "%d", option->rows), NULL);
}

static bool is_known(const struct panel_group *group) {
    for (size_t i = 0; i < group->option_count; i++)
        if (group->options[i].state != PANEL_UNKNOWN)
            return true;
    return false;
}

/* Those with most rows first, then by name; indicators that have none last. */
static int compare_options(const void *one, const void *other) {
    const struct panel_option *a = one, *b = other;
    if (a->name == NULL || b->name == NULL)
        return (a->name == NULL) - (b->name == NULL);
    return a->rows != b->rows ? (a->rows < b->rows) - (a->rows > b->rows) : strcmp(a->name, b->name);
}

/* What is selected, in one line of words. */
static const char *selected_words(struct composer *composer, const struct panel_group *group) {
    struct panel_option *options = arena_new_array(composer->arena, group->option_count, struct panel_option);
    const char *words = NULL;
    memcpy(options, group->options, group->option_count * sizeof *options);
    qsort(options, group->option_count, sizeof *options, compare_options);
    for (size_t i = 0; i < group->option_count; i++) {
        if (options[i].state != PANEL_SELECTED)
            continue;
        const char *said = option_words(composer, &options[i]);
        words = text_and(composer->arena, words, ", ", said);
    }
    if (words != NULL)
        return words;
    return words_get(composer->words, is_known(group) ? WORD_PANEL_NOTHING : WORD_PANEL_NOT_RECORDED);
}

/* Words as the next lines of a group. */
static void set_words(struct cursor *cursor, struct pen pen, double indent, const char *words) {
    const struct lines lines = lines_break(&pen, words, cursor->width - indent);
    lines_set(&pen, &lines, cursor->x + indent, cursor->y + pen.size_pt);
    cursor->y += (double)lines.count * pen.leading_pt;
}

static struct pen cursor_pen(struct composer *composer, const struct cursor *cursor, enum text_style style,
                             struct element *element) {
    return pen_for(pen_make(composer, cursor->piece, style), element);
}

static void set_head(struct composer *composer, struct cursor *cursor, const char *title) {
    struct element *label = document_add_element(composer->document, cursor->item, ROLE_LIST_LABEL);
    set_words(cursor, cursor_pen(composer, cursor, STYLE_NOTE, label), 0, title);
}

static void set_selected(struct composer *composer, struct cursor *cursor, const char *words) {
    struct element *body = document_add_element(composer->document, cursor->item, ROLE_LIST_BODY);
    struct pen pen = cursor_pen(composer, cursor, STYLE_TABLE, body);
    set_words(cursor, pen_in(pen, FACE_TABLE_BOLD, COLOUR_TEXT), 0, words);
}

static void set_option(struct composer *composer, struct cursor *cursor, struct element *list,
                       const struct panel_option *option) {
    static const double mark_middle = 0.64; /* of the size of type, below the top of its line */
    struct element *item = document_add_element(composer->document, list, ROLE_LIST_ITEM);
    bool selected = option->state == PANEL_SELECTED;
    if (option->state != PANEL_UNKNOWN) {
        struct element *label = document_add_element(composer->document, item, ROLE_LIST_LABEL);
        const struct pen mark = cursor_pen(composer, cursor, STYLE_TABLE, label);
        icon_draw(&mark, selected ? ICON_SELECTED : ICON_NOT_SELECTED, cursor->x + 3,
                  cursor->y + mark_middle * mark.size_pt, 1);
    }
    struct element *body = document_add_element(composer->document, item, ROLE_LIST_BODY);
    struct pen pen = cursor_pen(composer, cursor, STYLE_TABLE, body);
    pen = pen_in(pen, selected ? FACE_TABLE_BOLD : FACE_TABLE, selected ? COLOUR_TEXT : COLOUR_SECOND_TEXT);
    set_words(cursor, pen, MARK_PT, option_words(composer, option));
}

static const char *measures_words(struct composer *composer, const struct block *block) {
    return words_format(composer->arena, composer->words, WORD_PANEL_COUNT, "count",
                        arena_printf(composer->arena, "%zu", block->selection.count), "all",
                        arena_printf(composer->arena, "%zu", composer->layout->catalogue->indicator_count), NULL);
}

/* What stands side by side: a head, words below it, and the options of a group. */
struct place {
    const char *head, *words;          /* no words: NULL */
    const struct panel_group *options; /* NULL: they are not listed */
};

/* First the number of measures, then the groups; one of which nothing is recorded is left out, unless all options are
 * listed. */
static struct place *places_of(struct composer *composer, const struct block *block, size_t *count) {
    const struct selection_panel *panel = block_selection_panel(block);
    struct place *places = arena_new_array(composer->arena, panel->group_count + 1, struct place);
    *count = 0;
    places[(*count)++] =
        (struct place){words_get(composer->words, WORD_PANEL_MEASURES), measures_words(composer, block), NULL};
    for (size_t i = 0; i < panel->group_count; i++) {
        const struct panel_group *group = &panel->groups[i];
        bool listed = panel->all_options && is_known(group);
        if (is_known(group) || panel->all_options)
            places[(*count)++] = (struct place){group->title, listed ? NULL : selected_words(composer, group),
                                                panel->all_options ? group : NULL};
    }
    return places;
}

static void set_place(struct composer *composer, struct cursor *cursor, const struct place *place) {
    set_head(composer, cursor, place->head);
    if (place->words != NULL)
        set_selected(composer, cursor, place->words);
    if (place->options == NULL)
        return;
    struct element *body = document_add_element(composer->document, cursor->item, ROLE_LIST_BODY);
    struct element *list = document_add_element(composer->document, body, ROLE_LIST);
    for (size_t i = 0; i < place->options->option_count; i++)
        set_option(composer, cursor, list, &place->options->options[i]);
}

/* How many places stand side by side; as many left of a fold as right of it. */
static size_t places_across(const struct flow *flow, size_t places) {
    size_t across = (size_t)(flow->width_pt / GROUP_LEAST_PT);
    across = across < 1 ? 1 : across > places ? places : across;
    if (flow->fold_pt > 0)
        across = across < 2 ? 2 : across + across % 2;
    return across;
}

static double place_x(const struct flow *flow, double slot, size_t place, size_t across) {
    double x = slot * (double)place;
    return flow->fold_pt > 0 && place >= across / 2 ? x + flow->fold_pt : x;
}

void selection_panel_set(struct composer *composer, struct flow *flow, const struct block *block) {
    size_t count;
    const struct place *places = places_of(composer, block, &count);
    size_t across = places_across(flow, count);
    double slot = (flow->width_pt - flow->fold_pt) / (double)across;
    struct element *list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    struct piece *piece = NULL;
    for (size_t place = 0; place < count; place++) {
        if (place % across == 0) {
            piece = flow_add(composer, flow, 0);
            piece->gap_pt = place == 0 ? 0 : ROW_GAP_PT;
            const struct pen pen = pen_make(composer, piece, STYLE_NOTE);
            if (place == 0 && block->title == NULL)
                pen_rule_across(&pen, flow, 0, LINE_HAIR, COLOUR_HAIRLINE);
        }
        struct cursor cursor = {piece, document_add_element(composer->document, list, ROLE_LIST_ITEM),
                                place_x(flow, slot, place % across, across), TOP_PT, slot - GROUP_GAP_PT};
        set_place(composer, &cursor, &places[place]);
        piece->height_pt = cursor.y > piece->height_pt ? cursor.y : piece->height_pt;
    }
}
