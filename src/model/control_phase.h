#ifndef MODEL_CONTROL_PHASE_H
#define MODEL_CONTROL_PHASE_H

#include "figure.h"

enum { CONTROL_OUTDATED_LEAST = 8 };

/* A stretch of a control chart over which its lines stay: from one rebase to the next. */
struct control_phase {
    int from;                    /* its first period, with a figure or without */
    size_t rests;                /* figures that the lines rest on */
    size_t marked;               /* of these, themselves marked as signs of a change */
    int rests_first, rests_last; /* the periods of the first and the last of them; PERIOD_NONE for none */
    size_t outdated; /* so many figures at its end lie beyond a limit, one after the other, CONTROL_OUTDATED_LEAST of
                      * them or more behind those that the lines rest on: what is usual is something else now; else 0 */
};

/* Half or more of the figures that the lines rest on are marked by them, of as many as make limits that hold: the level
 * changed among these, and they are of no usual variation. */
bool control_phase_is_restless(const struct control_phase *phase);

/* Limits that say little of what is usual: those of a restless phase, and outdated ones. */
bool control_phase_is_poor_guide(const struct control_phase *phase);

/* The one in which a period lies, of an indicator with a control chart. */
struct control_phase control_phase_of(const struct figure_table *table, int period);

/* Of an indicator with a control chart, up to a period, in the order of time: *phases, and how many. One at least. */
size_t control_phases(struct arena *arena, const struct figure_table *table, int period, struct control_phase **phases);

#endif
