#ifndef APP_PACK_FILE_H
#define APP_PACK_FILE_H

#include "session.h"

/* Writes a document that was drawn as a PDF. That of a whole pack has its figures in it where the layout says so, and
 * beside it where they were asked for. False: session->diag says why. */
bool pack_file_write(struct session *session, const struct document *document, const char *path);

#endif
