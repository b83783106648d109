#include "notes.h"

#include <string.h>

#include "pen.h"
#include "prose.h"

enum { GAP_PT = 8, RULE_PT = 60, RULE_GAP_PT = 4, INDENT_PT = 10 };

/* A note and the marks that lead to it. */
struct footnote {
    const struct rich_note *note;
    struct element **marks;
    size_t count, capacity;
};

struct notes {
    struct footnote *items;
    size_t count, capacity;
};

struct notes *notes_create(struct arena *arena) {
    return arena_new(arena, struct notes);
}

static size_t place_of(struct composer *composer, const struct rich_note *note) {
    struct notes *notes = composer->notes;
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].note == note)
            return i;
    arena_append(composer->arena, notes->items, notes->count, notes->capacity) = (struct footnote){.note = note};
    return notes->count - 1;
}

const char *notes_number(struct composer *composer, const struct rich_note *note) {
    return arena_printf(composer->arena, "%zu", place_of(composer, note) + 1);
}

static struct element *add_link(struct composer *composer, struct element *parent, enum word words,
                                const char *number) {
    struct element *link = document_add_element(composer->document, parent, ROLE_LINK);
    link->alt = words_format(composer->arena, composer->words, words, "number", number, NULL);
    link->link.words = link->alt;
    return link;
}

struct element *notes_mark(struct composer *composer, const struct rich_note *note, struct element *parent) {
    struct footnote *footnote = &composer->notes->items[place_of(composer, note)];
    struct element *reference = document_add_element(composer->document, parent, ROLE_REFERENCE);
    struct element *link = add_link(composer, reference, WORD_FOOTNOTE, notes_number(composer, note));
    arena_append(composer->arena, footnote->marks, footnote->count, footnote->capacity) = link;
    return link;
}

/* The number at the left of a note, which leads back. */
static void set_number(struct composer *composer, struct piece *piece, struct element *label,
                       const struct footnote *footnote) {
    const char *number = notes_number(composer, footnote->note);
    struct pen pen = pen_make(composer, piece, STYLE_NOTE);
    pen.element = add_link(composer, label, WORD_FOOTNOTE_BACK, number);
    pen.element->link.target = footnote->marks[0];
    pen.colour = COLOUR_BRAND;
    pen_link(&pen, (struct box){0, 0, INDENT_PT, pen.leading_pt});
    pen_text(&pen, 0, pen.leading_pt * LEADING_ABOVE, arena_printf(composer->arena, "%s ", number));
}

static void set_note(struct composer *composer, struct flow *flow, size_t place) {
    struct element *own = document_add_element(composer->document, composer->page->section, ROLE_NOTE);
    struct element *label = document_add_element(composer->document, own, ROLE_LIST_LABEL);
    const struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct flow aside = {.width_pt = flow->width_pt - INDENT_PT};
    prose_set(composer, &aside, own, &composer->notes->items[place].note->text, 0, &style);
    const struct footnote footnote = composer->notes->items[place]; /* a note may have marks, so only now */
    for (size_t i = 0; i < footnote.count; i++)
        footnote.marks[i]->link.target = own;
    if (aside.first == NULL)
        return;
    flow_join(composer, flow, &aside, INDENT_PT);
    set_number(composer, aside.first, label, &footnote);
}

/* A short rule parts notes from the block. */
static void set_rule(struct composer *composer, struct flow *flow) {
    struct pen pen = pen_make(composer, flow_add(composer, flow, RULE_GAP_PT), STYLE_NOTE);
    pen.piece->gap_pt = GAP_PT;
    pen.piece->keep = true;
    pen_rule(&pen, 0, 0, RULE_PT, LINE_HAIR, COLOUR_AXIS);
}

void notes_set(struct composer *composer, struct flow *flow) {
    struct notes *notes = composer->notes;
    if (notes->count == 0)
        return;
    set_rule(composer, flow);
    for (size_t i = 0; i < notes->count; i++)
        set_note(composer, flow, i);
    *notes = (struct notes){0};
}
