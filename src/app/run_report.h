#ifndef APP_RUN_REPORT_H
#define APP_RUN_REPORT_H

#include "organisation.h"
#include "run_answer.h"

/* What is told of a run: `answers` of the organisations with these numbers, in the order of the list. */
struct run_report {
    const struct organisations *organisations;
    const struct run_answer *answers; /* by organisation */
    const size_t *items;
    size_t count;
    bool quiet, verbose;
};

/*
 * Prints on standard error: the messages of all packs, what several say told once, with whose they are, and of many of
 * a kind the first; then a line for each that failed, with the first reason, and how many packs are there.
 */
void run_report_print(const struct run_report *report);

/* Why a pack failed, in a line; "" where it did not. */
const char *run_report_reason(struct arena *arena, const struct run_answer *answer);

#endif
