#ifndef APP_PUBLISH_H
#define APP_PUBLISH_H

#include "arguments.h"

/* The pack as pages, after session_read. */
bool publish_compose(struct session *session);

/* What a stage hands on, on standard output. */
void publish_dump(struct session *session, const char *what);

/* Flushes what was written for a reader; a full disk is the system's failure. */
void publish_flush(struct session *session, FILE *stream);

/* From what session_read gave to the file, or files, or what --dump asks for. What went wrong is in session->diag. */
void publish_write(struct session *session, const struct arguments *arguments);

#endif
