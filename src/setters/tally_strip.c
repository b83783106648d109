#include "tally_strip.h"

#include "pen.h"

enum { HEIGHT_PT = 14, LETTER_LEAST_PT = 10, GAP_PT = 8 };

/* So many measures that have no letter, as one box with an edge alone. */
static void add_unjudged(const struct pen *pen, struct box box) {
    pen_edged(pen, box, COLOUR_WHITE, COLOUR_HAIRLINE, 0.5);
}

/* A box for each measure; where they are too narrow for their letters, one for all of a colour, none narrower than its
 * letter. Those without a letter have their share, so that a third that is red is a third of the strip. */
static void set_letters(const struct pen *pen, const struct tally *tally, double width_pt) {
    static const enum band_colour order[BAND_COUNT] = {BAND_RED, BAND_AMBER, BAND_GREEN};
    static const double between_pt = 1.5;
    double slot = width_pt / (double)tally->listed, x = 0;
    bool joined = slot < LETTER_LEAST_PT;
    size_t present = 0;
    for (size_t b = 0; b < BAND_COUNT; b++)
        present += tally->bands[b] > 0;
    double shared = (width_pt - (double)present * LETTER_LEAST_PT) / (double)tally->listed;
    for (size_t b = 0; b < BAND_COUNT; b++) {
        size_t count = tally->bands[order[b]], boxes = joined && count > 0 ? 1 : count;
        double own = joined ? LETTER_LEAST_PT + shared * (double)count : slot;
        for (size_t i = 0; i < boxes; i++, x += own)
            pen_band(pen, order[b], (struct box){x + between_pt / 2, 0, own - between_pt, HEIGHT_PT});
    }
    if (tally->judged < tally->listed)
        add_unjudged(pen, (struct box){x + between_pt / 2, 0, width_pt - x - between_pt, HEIGHT_PT});
}

void tally_strip_set(struct composer *composer, struct flow *flow, const struct tally *tally) {
    struct piece *piece = flow_add(composer, flow, HEIGHT_PT);
    const struct pen pen = pen_make(composer, piece, STYLE_TABLE);
    piece->gap_pt = GAP_PT;
    set_letters(&pen, tally, flow->width_pt);
}
