#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "block.h"
#include "catalogue.h"
#include "read_cache.h"

struct read_options {
    const char *period;   /* the one reported, as it is written; NULL: the layout's, or else the latest with data */
    const char *previous; /* the figures of the last issue, in place of those that blocks name; NULL for none */
    bool booklet;         /* its pages are to be made smaller: it takes the theme that the layout has for that */
    bool allow_outside;   /* files may lie outside the pack's folders */
    const char *code;     /* of the organisation whose pack it is, of those that the catalogue names */
    const struct organisation *organisation; /* in its place, one of another list; NULL for none */
    struct read_cache *cache;                /* what was read before, and is to be; NULL: every file is read anew */
};

/*
 * Reads a layout and all that it names: catalogue, data, theme, fonts, the commentary of the period.
 *
 * options   may be NULL
 *
 * Where the catalogue names organisations it is read for one of them: the one that is asked for, else the one whose
 * code it says.
 *
 * Files must lie in the folder above the layout's, also where a link leads; fonts are exempt.
 * NULL where nothing useful could be read. Else what could be: diag_failed tells whether all was well.
 */
struct layout *layout_read(struct arena *arena, const char *path, const struct read_options *options,
                           struct diag *diag);

/* The catalogue of a layout that was read, as it is for another of its organisations. NULL, reported, where there is
 * nothing to read. */
struct catalogue *layout_read_catalogue(struct arena *arena, const struct layout *layout,
                                        const struct read_options *options, struct diag *diag);

#endif
