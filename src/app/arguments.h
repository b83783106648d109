#ifndef APP_ARGUMENTS_H
#define APP_ARGUMENTS_H

#include "session.h"

/* The words of a command line, read. */
struct arguments {
    struct session_options session;
    const char *output; /* -o */
    const char *format; /* --format */
    const char *dump;   /* --dump */
    const char *table;  /* the published table of an audit */
    const char *folder; /* of a new pack */
    const char *data;   /* a file to look at */
    const char *page;   /* --page: an id, or `all`; NULL without it */
    int dpi;            /* --dpi; 0 without it */
};

#endif
