#ifndef SOURCE_TABLE_CACHE_H
#define SOURCE_TABLE_CACHE_H

#include "table.h"
#include "table_request.h"

/*
 * Tables of files that many packs take their rows from. A file is read once, whole, for all requests that ask for the
 * same table, and its rows are found by the text of the column that `where="Column={code}"` goes by.
 *
 * What comes of a request, and what is told of it, is the same as without: where a file, or a row that is asked for,
 * has anything wrong with it, the file is read anew for that request alone.
 */
struct table_cache;

struct table_cache *table_cache_create(struct arena *arena);

/* What source_read gives. The cells of the rows live in the cache's arena, all else in the other. */
struct table *table_cache_read(struct arena *arena, const struct table_request *request, struct diag *diag);

#endif
