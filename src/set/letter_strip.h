#ifndef SET_LETTER_STRIP_H
#define SET_LETTER_STRIP_H

#include "extent.h"
#include "pen.h"

/*
 * The RAG letters of an indicator over its last periods, side by side: each letter on its colour, the latest in a
 * heavier edge; where there is none, the symbol of why: `[x]`, `[z]`, `[n]`, and `[c]` for all where the figure of the
 * pack's period is withheld. Letters and symbols are written
 * down as used, so that a key of the page explains them.
 */
struct letter_strip {
    const struct indicator *indicator;
    enum field field;     /* FIELD_RAG or FIELD_YTD_RAG */
    struct extent extent; /* how far it goes back from the pack's period, or by_due from the latest that was due */
    bool named;           /* below each letter stands what its period is called, in the type of notes */
};

/* The usual room for a letter with the space to the next; how high a strip is, and with names below it. */
enum { LETTER_STRIP_CELL_PT = 16, LETTER_STRIP_HEIGHT_PT = 16, LETTER_STRIP_NAMED_PT = 25 };

/* How wide it is with so much room for each letter, or more where the names below them want it. */
double letter_strip_width(struct composer *composer, const struct letter_strip *strip, double cell_pt);

/* What it says: `April 2018 amber, May amber, June not available, July 2018 red`. */
const char *letter_strip_words(struct composer *composer, const struct letter_strip *strip);

/* Draws it with its top left corner at (x, top). The pen's element gets one child, which is read as its words; without
 * one it is an artifact. */
void letter_strip_add(const struct pen *pen, const struct letter_strip *strip, double x, double top, double cell_pt);

#endif
