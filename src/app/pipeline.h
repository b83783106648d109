#ifndef APP_PIPELINE_H
#define APP_PIPELINE_H

#include <stdbool.h>

#include "block.h"
#include "frame.h"

struct faces;

/* What a run was asked for. */
struct run_options {
    const char *layout_path;
    int period; /* MONTH_NONE: the layout's, or the latest month with figures */
    bool alone; /* pages are to be published one by one */
    bool allow_outside;
    bool grey;      /* every colour as a grey */
    bool booklet;   /* sheets for print in place of pages */
    unsigned marks; /* on them, of enum booklet_marks */
    bool quiet;
    bool verbose;
};

/* One run, from the layout's path to the file. Everything made on the way lives in its arena. */
struct run {
    struct run_options options;
    struct arena *arena;
    struct diag diag;
    struct layout *layout;
    int period;
    struct figures *figures;
    struct faces *faces;
    struct document *document; /* what is drawn and written: the pack, or for a while a part of it */
    struct drawing_sheet sheet;
};

struct run *run_create(const struct run_options *options);
void run_destroy(struct run *run); /* accepts NULL */

/* The stages, in order. Each gives false where the run cannot go on; why is in run->diag. Warnings do not stop it. */
bool run_read(struct run *run);     /* layout, catalogue, data, commentary into the model; what looks wrong in them */
bool run_compute(struct run *run);  /* every figure */
bool run_compose(struct run *run);  /* pages of frames */
void run_describe(struct run *run); /* charts, in words alone */
bool run_draw(struct run *run);     /* charts, in words too */
bool run_impose(struct run *run);   /* sheets of pages, where a booklet was asked for */
bool run_write(struct run *run, const char *path);

/* Prints the messages; gives the exit status: 0 done, 1 the input has errors, 3 the system failed. */
int run_report(struct run *run);

#endif
