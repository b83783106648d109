#include "run_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "status.h"
#include "usage.h"
#include "workers.h"

/* A whole number from 1 to a greatest one, which ends at `end`; 0 where it is none. */
static int read_number(const char *value, int greatest, const char **end) {
    char *after;
    long number = strtol(value, &after, 10);
    *end = after;
    return *value >= '0' && *value <= '9' && number >= 1 && number <= greatest ? (int)number : 0;
}

int run_options_jobs(struct run_arguments *run, const char *value) {
    const char *end;
    run->jobs = read_number(value, WORKERS_MAX, &end);
    return run->jobs > 0 && *end == '\0'
               ? EXIT_STATUS_DONE
               : usage_error("--jobs takes a whole number from 1 to %d, not \"%s\"", WORKERS_MAX, value);
}

int run_options_shard(struct run_arguments *run, const char *value) {
    enum { SHARDS_MAX = 100000 };
    const char *slash, *end = "";
    run->shard.number = read_number(value, SHARDS_MAX, &slash);
    run->shard.count = *slash == '/' ? read_number(slash + 1, SHARDS_MAX, &end) : 0;
    return run->shard.number > 0 && run->shard.number <= run->shard.count && *end == '\0'
               ? EXIT_STATUS_DONE
               : usage_error("--shard takes which of how many parts, as 2/8, not \"%s\"", value);
}

/* True where each organisation gets one file. */
static bool is_one_file(const struct arguments *arguments) {
    return !arguments_of_pages(arguments) ||
           (arguments->page != NULL && strcmp(arguments->page, "all") != 0 && strcmp(arguments->format, "pdf") == 0);
}

int run_options_check(const struct arguments *arguments) {
    const struct run_arguments *run = &arguments->run;
    const char *alone = run->resume             ? "--resume"
                        : run->manifest != NULL ? "--manifest"
                        : run->shard.count > 0  ? "--shard"
                        : run->jobs > 0         ? "--jobs"
                                                : NULL;
    if (run->list == NULL)
        return alone == NULL ? EXIT_STATUS_DONE
                             : usage_error("%s is for packs of many organisations; add --for-each FILE", alone);
    if (arguments->dump != NULL)
        return usage_error("--dump is of one pack, and takes no --for-each");
    if (arguments->session.code != NULL)
        return usage_error("--organisation is for one pack, and --for-each for those of a file; take one of them");
    if (run->resume && run->manifest == NULL)
        return usage_error("--resume goes by what a manifest says; add --manifest FILE");
    if (run->manifest != NULL && !is_one_file(arguments))
        return usage_error("a --manifest tells of one PDF for each organisation, and here are several files; name one "
                           "page by --page, or leave the manifest out");
    return EXIT_STATUS_DONE;
}
