#ifndef APP_RUN_ANSWER_H
#define APP_RUN_ANSWER_H

#include "diag.h"
#include "text.h"

/* What came of one pack of a run. */
enum run_outcome {
    RUN_NOT_MADE, /* the run ended before */
    RUN_PUBLISHED,
    RUN_KEPT,   /* it was there, and up to date */
    RUN_ERRORS, /* its input has errors */
    RUN_FAILED, /* the system failed, or its process ended */
};

struct run_answer {
    enum run_outcome outcome;
    const char *period, *file, *sha256, *data_sha256, *fingerprint; /* "" for none */
    struct diag_message *messages;                                  /* sorted, none twice */
    size_t message_count;
};

/* As bytes that a child writes into a pipe. */
void run_answer_put(struct text *bytes, const struct run_answer *answer);

/* The same from these bytes, in the arena. */
struct run_answer run_answer_get(struct arena *arena, const struct text *bytes);

#endif
