#ifndef APP_NEW_PACK_H
#define APP_NEW_PACK_H

#include "session.h"

/*
 * Writes a pack that publishes as it stands into a folder, for somebody to edit: layout, catalogue, counts, commentary,
 * theme, fonts and the schemas for an editor. The folder is made where it is not there.
 *
 * A folder that holds anything is an error, and nothing is written.
 */
void new_pack_write(struct session *session, const char *folder);

#endif
