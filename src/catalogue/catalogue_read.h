#ifndef CATALOGUE_CATALOGUE_READ_H
#define CATALOGUE_CATALOGUE_READ_H

#include "catalogue.h"
#include "file.h"

/*
 * Reads a catalogue and every file that it names.
 *
 * from    where the catalogue was named; the file alone where by the user
 * scope   where the files may lie
 *
 * NULL, reported, where there is no XML to read. Else what could be read: diag_failed tells whether all was well.
 */
struct catalogue *catalogue_read(struct arena *arena, const char *path, struct source_pos from,
                                 const struct path_scope *scope, struct diag *diag);

#endif
