#ifndef CATALOGUE_READ_CACHE_H
#define CATALOGUE_READ_CACHE_H

#include "file.h"
#include "organisation.h"
#include "table_cache.h"
#include "xml.h"

/*
 * What the packs of one run share: trees of XML files, lists of organisations, tables of data, words, each read once.
 * What could not be read is not kept, so that each pack tells it.
 */
struct read_cache;

struct read_cache *read_cache_create(struct arena *arena);

/* The tree of a file, as xml_read; it is not to be changed. */
const struct xml_element *read_cache_tree(struct read_cache *cache, const char *path, struct source_pos from,
                                          struct diag *diag);

/*
 * The organisations that a catalogue is for. NULL where it names none, or, reported, where they cannot be read.
 *
 * path   the catalogue
 * root   its tree, as it stands in the file
 */
const struct organisations *read_cache_organisations(struct read_cache *cache, const char *path,
                                                     const struct xml_element *root, const struct path_scope *scope,
                                                     struct diag *diag);

/* What else a reader keeps for the packs that come, under a name of its choice; it lives in the arena. NULL: nothing.
 */
struct arena *read_cache_arena(struct read_cache *cache);
void *read_cache_find(const struct read_cache *cache, const char *name);
void read_cache_keep(struct read_cache *cache, const char *name, void *thing);

/* The tables of data that are shared. */
struct table_cache *read_cache_tables(struct read_cache *cache);

#endif
