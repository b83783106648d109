#ifndef BASE_MODULE_H
#define BASE_MODULE_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

/*
 * A module is a part of the program in a file of its own, opened by the run that needs it, so that no other run pays
 * for the libraries behind it.
 *
 * The room that needs a module declares a struct of functions that starts with a module_head; the module defines one
 * object of that type, named `module`. Its file NAME.so is looked for in the folder `modules` beside the program, where
 * the build leaves it, then where the installation puts it; nowhere else. A module has its own copy of what it uses of
 * the rooms before it, so that no state is common, and stays open until the end of the run.
 */
struct module_head {
    const char *version; /* of the boardpack that it was built with: no other may open it */
    size_t size;         /* of the struct of functions */
};

/* For the object of a module: that it is seen from outside, and its head. */
#define MODULE_EXPORT __attribute__((visibility("default")))
#define MODULE_HEAD(type) \
    { BOARDPACK_VERSION, sizeof(type) }

struct module_need {
    const char *name;    /* svg: the file is svg.so */
    const char *use;     /* what it is needed for, as a sentence starts: "SVG pictures" */
    const char *package; /* Debian's, with the library that it uses */
    size_t size;         /* of the struct of functions */
    bool guarded;        /* functions that the module exports, as malloc, stand in for those that its libraries use */
};

/* The struct of functions, opened once however often it is asked for. NULL: reported (diag_system) at the place of what
 * needs it, with what to install. */
const void *module_open(const struct module_need *need, struct source_pos pos, struct diag *diag);

#endif
