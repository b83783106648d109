#ifndef SET_USAGE_H
#define SET_USAGE_H

#include "pen.h"

/* A sign that has a row in sign.def. */
enum sign {
#define SIGN(NAME, ...) SIGN_##NAME,
#include "sign.def"
    SIGN_COUNT
};

enum { USE_KINDS = USE_ABBREVIATION + 1, USAGE_MAX = ABBREVIATIONS_MAX };

/*
 * What a side, a page or a pack uses of all that a key explains, a bit each. Whoever draws a sign notes it with the
 * frame that shows it; so a side is asked what stands on it once its pieces are placed. What stands before, as a key in
 * the head of a page, takes it from a first setting of the pages. A shape or letter that is an artifact has its words
 * beside it, and needs no key.
 */
struct usage {
    uint64_t bits[USE_KINDS][USAGE_MAX / 64];
};

/* Notes that the frame which a pen drew last shows a sign; one that draws keys notes nothing. */
void usage_note(const struct pen *pen, enum use_kind kind, int which);
/* Notes that the frame which a pen drew last explains a sign, as a RAG key does its letters. */
void usage_note_explained(const struct pen *pen, enum use_kind kind, int which);
/* What a text holds: abbreviations, and symbols such as `[x]`. NULL holds nothing. */
void usage_note_words(const struct pen *pen, const char *words);
/* A text that is a sign of sign.def, where it stands alone. */
void usage_note_sign(const struct pen *pen, const char *words);
/* What a chart draws. */
void usage_note_chart(const struct pen *pen, const struct chart *chart);

/* The abbreviations of a text. */
void usage_add_words(struct usage *usage, const struct composer *composer, const char *words);
/* What a piece shows from one place to another, in points from its left edge. */
void usage_add_piece(struct usage *usage, const struct piece *piece, double from, double to);
/* What a piece explains. */
void usage_add_explained(struct usage *usage, const struct piece *piece);
void usage_add(struct usage *usage, const struct usage *more);
/* Leaves what both have, or what the other one does not have. */
void usage_keep(struct usage *usage, const struct usage *other);
void usage_take_out(struct usage *usage, const struct usage *other);
void usage_clear_kind(struct usage *usage, enum use_kind kind);
void usage_set(struct usage *usage, enum use_kind kind, int which);

/* The abbreviations used, by their places, in the order of their short forms: *count of them. */
const int *usage_abbreviations(const struct composer *composer, const struct usage *usage, size_t *count);

bool usage_has(const struct usage *usage, enum use_kind kind, int which);
bool usage_is_none(const struct usage *usage);

/* What a page of the layout uses. */
struct page_usage {
    struct usage all, first_side;
};

/* Where a setting writes: a place for each page of the layout. */
struct page_usage *usage_create(struct arena *arena, const struct layout *layout);

/* Whether a block of the pack has to know what pages use before they are set. */
bool usage_is_asked_for(const struct layout *layout);

/* Of the page that is being set; NULL where nothing is written down. */
struct page_usage *usage_of_setting(const struct composer *composer);

/* What the page that is being set uses by the first setting, and what all of them do; nothing before it is known. */
struct page_usage usage_of_page(const struct composer *composer);
struct usage usage_of_pack(const struct composer *composer);

#endif
