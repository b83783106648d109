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
    const char *note; /* why it is absent, by the data; may be NULL */
};

struct peers {
    const struct organisations *organisations;
    size_t indicator_count;
    int first, count;            /* periods */
    struct peer_figure **rows;   /* by period and indicator, a figure for each organisation; NULL: all are missing */
    struct peer_figure *missing; /* such a row */
};

/* Room for all organisations; none has a figure. */
struct peers *peers_create(struct arena *arena, const struct organisations *organisations, size_t indicator_count);

/* Makes room for these periods too; then puts a figure there. Memory is taken for those in which anybody has one. */
void peers_reach(struct arena *arena, struct peers *peers, int first, int count);
void peers_put(struct arena *arena, struct peers *peers, size_t organisation, size_t indicator, int period,
               struct peer_figure figure);

/* The figures of all organisations, by their numbers in peers->organisations; missing where there is none. */
const struct peer_figure *peers_figures(const struct peers *peers, const struct indicator *indicator, int period);

/* How many others have exactly the figure of one. */
size_t peers_sharing(const struct peers *peers, const struct indicator *indicator, int period, size_t organisation);

enum { PEERS_NONE = -1 };

/* The number of the organisation whose catalogue it is; PEERS_NONE where it is none of those that are compared. */
int peers_own(const struct catalogue *catalogue);

/* True where an organisation belongs to the group of `own`. One is in one's own group by all and by the same text, but
 * for a blank text, which is nobody's group. */
bool peers_grouped(const struct peers *peers, struct peer_group group, size_t own, size_t other);

#endif
