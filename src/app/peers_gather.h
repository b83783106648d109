#ifndef APP_PEERS_GATHER_H
#define APP_PEERS_GATHER_H

#include "layout.h"
#include "peers.h"

/*
 * The figures of all organisations that the catalogue of a layout compares. The catalogue is read once for each of
 * them, as their own packs would read it, and nothing of that is kept but the figures.
 *
 * options   how the layout was read; the words of an organisation that is also in the list of options->organisation are
 *           those of that list
 *
 * One whose catalogue has errors has no figures: a warning tells of it, and of many the first are named.
 */
struct peers *peers_gather(struct arena *arena, const struct layout *layout, const struct read_options *options,
                           struct diag *diag);

#endif
