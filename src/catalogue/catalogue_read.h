#ifndef CATALOGUE_CATALOGUE_READ_H
#define CATALOGUE_CATALOGUE_READ_H

#include "catalogue.h"
#include "file.h"
#include "read_cache.h"

struct catalogue_options {
    const struct path_scope *scope;          /* where its files may lie */
    const char *period;                      /* that was asked for, as it is written; NULL: nobody said one */
    const struct organisation *organisation; /* whose words are filled in; NULL for none */
    struct read_cache *cache;                /* what was read before, and is to be; NULL: every file is read anew */
};

/*
 * Reads a catalogue and every file that it names.
 *
 * from    where the catalogue was named; the file alone where by the user
 *
 * NULL, reported, where there is no XML to read. Else what could be read: diag_failed tells whether all was well.
 */
struct catalogue *catalogue_read(struct arena *arena, const char *path, struct source_pos from,
                                 const struct catalogue_options *options, struct diag *diag);

#endif
