#ifndef APP_SINGLE_H
#define APP_SINGLE_H

#include "arguments.h"

/* Publishes pages of a composed pack one by one, as --page, --format and -o say: only what they show is drawn. What
 * went wrong is in session->diag. */
void single_publish(struct session *session, const struct arguments *arguments);

#endif
