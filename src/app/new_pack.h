#ifndef APP_NEW_PACK_H
#define APP_NEW_PACK_H

#include "pipeline.h"

/*
 * Writes a pack that publishes as it stands into a folder, for somebody to edit: layout, catalogue, counts, commentary,
 * theme, fonts and the schemas for an editor. The folder is made where it is not there.
 *
 * A folder that holds anything is an error, and nothing is written.
 */
void new_pack_write(struct run *run, const char *folder);

#endif
