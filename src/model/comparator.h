#ifndef MODEL_COMPARATOR_H
#define MODEL_COMPARATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

/* Who belongs together: all; those with the same text in a column as one's own; or those whose codes stand in it, with
 * blanks between. */
enum peer_grouping { PEERS_ALL, PEERS_SAME, PEERS_LISTED };
struct peer_group {
    enum peer_grouping by;
    int column; /* of the organisations; of no matter for all */
};

/* Where the figures of a comparator come from: the catalogue, one for all periods; the organisations that it compares;
 * or series of the data. */
enum computed { COMPUTED_NOT, COMPUTED_MEAN, COMPUTED_POOLED, COMPUTED_SERIES, COMPUTED_COUNT };
extern const char *const computed_words[COMPUTED_SERIES]; /* "" mean pooled */

/* Somebody to compare with: id `england`, title `England`, short `England`. */
struct comparator {
    const char *id;
    const char *title;
    const char *short_title;
    const char *spoken; /* in a sentence: `the family group` */
    bool own;           /* the place itself in other years: nobody to compare with */
    enum computed computed;
    struct peer_group group; /* of one that is computed: among whom */
    bool with_own;           /* one's own figure is in it */
    size_t least;            /* of fewer figures it has none */
    size_t place;            /* among those that are computed */
    const char *series;      /* COMPUTED_SERIES: what they are called, with {indicator} for the id of an indicator */
    struct source_pos pos;
};

#endif
