#ifndef APP_DATA_FILE_H
#define APP_DATA_FILE_H

#include <stdio.h>

#include "pdf.h"
#include "session.h"

/* The figures of a pack that was read, as a file: csv, json, xlsx or ods. What goes wrong is in session->diag, and
 * gives false. */

/* Into a stream, which the caller flushes and closes. */
bool data_file_write(struct session *session, const char *format, FILE *stream);

/* Into a file that is replaced when the new one is whole. */
bool data_file_save(struct session *session, const char *format, const char *path);

/* Beside a PDF, named as it with another ending: what the layout attaches, else a workbook. */
const char *data_file_beside(struct session *session, const char *pdf);
bool data_file_save_beside(struct session *session, const char *pdf);

/* As the layout attaches it to a PDF of that path. The caller frees its bytes. */
bool data_file_attach(struct session *session, const char *pdf, struct pdf_attachment *attachment);

#endif
