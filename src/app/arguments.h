#ifndef APP_ARGUMENTS_H
#define APP_ARGUMENTS_H

#include "manifest.h"
#include "session.h"

/* A run of many packs. */
struct run_arguments {
    const char *list;     /* --for-each: the file of those who get a pack; NULL: it is no such run */
    int jobs;             /* --jobs: so many at once; 0: as many as there are processors */
    struct shard shard;   /* --shard; {0, 0}: all packs */
    const char *manifest; /* --manifest; NULL without it */
    bool resume;          /* --resume */
    const char *shaping;  /* the options that shape a pack, as they were given */
};

/* The words of a command line, read. */
struct arguments {
    struct session_options session;
    const char *output; /* -o */
    const char *format; /* --format */
    const char *dump;   /* --dump */
    const char *table;  /* the published table of an audit */
    const char *folder; /* of a new pack */
    const char *data;   /* a file to look at */
    const char *sheet;  /* --sheet: of a workbook; NULL without it */
    const char *page;   /* --page: an id, or `all`; NULL without it */
    int dpi;            /* --dpi; 0 without it */
    struct run_arguments run;
};

/* True where pages are asked for one by one, or as pictures, and not the pack. */
bool arguments_of_pages(const struct arguments *arguments);

#endif
