#ifndef MODEL_PEERS_H
#define MODEL_PEERS_H

#include "catalogue.h"

/*
 * What all organisations that a catalogue compares reported: for each indicator and period the figure that the pack of
 * each of them has. It is made once a run, and shared by the packs of all.
 */

/* A figure as it is reported, unrounded. Where its status is an absent one (also suppressed, and in words) it has no
 * numbers, and is left out of ranks, averages and charts. */
struct peer_figure {
    struct fraction value;
    struct fraction numerator, denominator; /* none where the indicator has none, or they are not known */
    enum status status;
};

struct peers {
    const struct organisations *organisations;
    struct peer_figures *of; /* organisations->count of them; known to peers.c alone */
    size_t indicator_count;
};

/* Room for all organisations; none has a figure. */
struct peers *peers_create(struct arena *arena, const struct organisations *organisations, size_t indicator_count);

/* Makes room for the periods of one of them, all missing, then puts one of its figures there. */
void peers_open(struct arena *arena, struct peers *peers, size_t organisation, int first, int count);
void peers_put(struct peers *peers, size_t organisation, size_t indicator, int period, struct peer_figure figure);

/* The figure of an organisation, by its number in peers->organisations; missing where there is none. */
struct peer_figure peers_figure(const struct peers *peers, const struct indicator *indicator, size_t organisation,
                                int period);

enum { PEERS_NONE = -1 };

/* The number of the organisation whose catalogue it is; PEERS_NONE where it is none of those that are compared. */
int peers_own(const struct catalogue *catalogue);

/* True where an organisation belongs to the group of `own`. One is in one's own group by all and by the same text, but
 * for a blank text, which is nobody's group. */
bool peers_grouped(const struct peers *peers, struct peer_group group, size_t own, size_t other);

#endif
