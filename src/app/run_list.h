#ifndef APP_RUN_LIST_H
#define APP_RUN_LIST_H

#include "organisation.h"
#include "read_cache.h"

/* The organisations of a file, for each of which a pack is made. Its columns of codes and names are called as the
 * catalogue of the layout calls them, else `code` and `name`. NULL, reported, where it cannot be read. */
const struct organisations *run_list_read(struct arena *arena, const char *path, const char *layout,
                                          struct read_cache *cache, struct diag *diag);

#endif
