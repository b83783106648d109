#ifndef APP_DATA_FILE_H
#define APP_DATA_FILE_H

#include <stdio.h>

#include "session.h"

/* The figures of a pack that was read, as a file: csv, json, xlsx or ods. What goes wrong is in session->diag, and
 * gives false. */

/* Into a stream, which the caller flushes and closes. */
bool data_file_write(struct session *session, const char *format, FILE *stream);

/* Into a file that is replaced when the new one is whole. */
bool data_file_save(struct session *session, const char *format, const char *path);

#endif
