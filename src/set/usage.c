#include "usage.h"

#include <string.h>
#include <strings.h>

#include "block_parts.h"
#include "sign.h"

enum { WORD_BITS = 64, WORDS = USAGE_MAX / WORD_BITS };

static void note(const struct pen *pen, enum use_kind kind, int which, bool explained) {
    struct piece *piece = pen->piece;
    if (piece->frame_count > 0)
        arena_append(pen->composer->arena, piece->uses, piece->use_count, piece->use_capacity) =
            (struct use){kind, which, piece->frames[piece->frame_count - 1], explained};
}

void usage_note(const struct pen *pen, enum use_kind kind, int which) {
    if (!pen->explains)
        note(pen, kind, which, false);
}

void usage_note_explained(const struct pen *pen, enum use_kind kind, int which) {
    note(pen, kind, which, true);
}

static void note_symbols(const struct pen *pen, const char *words) {
    if (strchr(words, '[') == NULL)
        return;
    for (int status = STATUS_PRESENT + 1; status < STATUS_COUNT; status++)
        if (status_words[status].symbol[0] != '\0' && strstr(words, status_words[status].symbol) != NULL)
            usage_note(pen, USE_STATUS, status);
}

/* One that readers know needs no key. */
static bool next_unknown(const struct abbreviations *list, const char *words, const char **cursor, int *which) {
    struct abbreviation_use found;
    while (abbreviations_next(list, words, cursor, &found)) {
        *which = (int)(found.abbreviation - list->items);
        if (found.abbreviation->meaning[0] != '\0')
            return true;
    }
    return false;
}

void usage_note_words(const struct pen *pen, const char *words) {
    int which;
    if (words == NULL || pen->explains)
        return;
    note_symbols(pen, words);
    for (const char *cursor = words; next_unknown(pen->composer->layout->abbreviations, words, &cursor, &which);)
        usage_note(pen, USE_ABBREVIATION, which);
}

void usage_note_sign(const struct pen *pen, const char *words) {
    for (int sign = 0; words != NULL && sign < SIGN_COUNT; sign++)
        if (sign_table[sign].draw == NULL && strcmp(sign_text(pen->composer->words, (enum sign)sign), words) == 0)
            usage_note(pen, USE_SIGN, sign);
}

void usage_set(struct usage *usage, enum use_kind kind, int which) {
    usage->bits[kind][which / WORD_BITS] |= UINT64_C(1) << which % WORD_BITS;
}

bool usage_has(const struct usage *usage, enum use_kind kind, int which) {
    return usage->bits[kind][which / WORD_BITS] >> which % WORD_BITS & 1;
}

void usage_add_words(struct usage *usage, const struct composer *composer, const char *words) {
    int which;
    for (const char *cursor = words; next_unknown(composer->layout->abbreviations, words, &cursor, &which);)
        usage_set(usage, USE_ABBREVIATION, which);
}

void usage_add_piece(struct usage *usage, const struct piece *piece, double from, double to) {
    for (size_t i = 0; piece != NULL && i < piece->use_count; i++) {
        const struct use *use = &piece->uses[i];
        if (!use->explained && use->frame->x >= from && use->frame->x < to)
            usage_set(usage, use->kind, use->which);
    }
}

void usage_add_explained(struct usage *usage, const struct piece *piece) {
    for (size_t i = 0; piece != NULL && i < piece->use_count; i++)
        if (piece->uses[i].explained)
            usage_set(usage, piece->uses[i].kind, piece->uses[i].which);
}

void usage_add(struct usage *usage, const struct usage *more) {
    for (int kind = 0; kind < USE_KINDS; kind++)
        for (int i = 0; i < WORDS; i++)
            usage->bits[kind][i] |= more->bits[kind][i];
}

void usage_keep(struct usage *usage, const struct usage *other) {
    for (int kind = 0; kind < USE_KINDS; kind++)
        for (int i = 0; i < WORDS; i++)
            usage->bits[kind][i] &= other->bits[kind][i];
}

void usage_take_out(struct usage *usage, const struct usage *other) {
    for (int kind = 0; kind < USE_KINDS; kind++)
        for (int i = 0; i < WORDS; i++)
            usage->bits[kind][i] &= ~other->bits[kind][i];
}

void usage_clear_kind(struct usage *usage, enum use_kind kind) {
    memset(usage->bits[kind], 0, sizeof usage->bits[kind]);
}

bool usage_is_none(const struct usage *usage) {
    static const struct usage none;
    return memcmp(usage, &none, sizeof none) == 0;
}

/* As a dictionary has them, capitals before small letters. */
static int compare(const struct abbreviation *a, const struct abbreviation *b) {
    int order = strcasecmp(a->short_form, b->short_form);
    return order != 0 ? order : strcmp(a->short_form, b->short_form);
}

const int *usage_abbreviations(const struct composer *composer, const struct usage *usage, size_t *count) {
    const struct abbreviations *list = composer->layout->abbreviations;
    int *places = arena_new_array(composer->arena, list->count + 1, int);
    *count = 0;
    for (int place = 0; place < (int)list->count; place++) {
        if (!usage_has(usage, USE_ABBREVIATION, place))
            continue;
        size_t at = (*count)++;
        for (; at > 0 && compare(&list->items[places[at - 1]], &list->items[place]) > 0; at--)
            places[at] = places[at - 1];
        places[at] = place;
    }
    return places;
}

static bool asks(const struct block *block) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (block_rules[child->kind].explains_usage || asks(child))
            return true;
    return false;
}

struct page_usage *usage_create(struct arena *arena, const struct layout *layout) {
    return arena_new_array(arena, layout->page_count + 1, struct page_usage);
}

bool usage_is_asked_for(const struct layout *layout) {
    for (size_t i = 0; i < layout->page_count; i++)
        if (layout->pages[i].body != NULL && asks(layout->pages[i].body))
            return true;
    return false;
}

struct page_usage *usage_of_setting(const struct composer *composer) {
    if (composer->used == NULL || composer->page->spec == NULL)
        return NULL;
    return &composer->used[composer->page->spec - composer->layout->pages];
}

struct page_usage usage_of_page(const struct composer *composer) {
    return composer->known == NULL ? (struct page_usage){0}
                                   : composer->known[composer->page->spec - composer->layout->pages];
}

struct usage usage_of_pack(const struct composer *composer) {
    struct usage usage = {0};
    for (size_t i = 0; composer->known != NULL && i < composer->layout->page_count; i++)
        usage_add(&usage, &composer->known[i].all);
    return usage;
}
