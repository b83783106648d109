#ifndef APP_RUN_OPTIONS_H
#define APP_RUN_OPTIONS_H

#include "arguments.h"

/* The options of a run of many packs, read from the command line. Each gives an exit status; what is wrong is told. */
int run_options_jobs(struct run_arguments *run, const char *value);
int run_options_shard(struct run_arguments *run, const char *value);

/* What they say together, and with the others. */
int run_options_check(const struct arguments *arguments);

#endif
