#ifndef CHART_GAP_NOTE_H
#define CHART_GAP_NOTE_H

#include <cairo.h>

#include "callout.h"

/*
 * Why there are gaps. A reason stands within its gap where it has room there. Where one has none, the chart is laid out
 * again, and the reason stands in a note below it, with its symbol in the gap and before the note; where it has no room
 * in the gap, in neither. So do years that have no room.
 */
struct gap_notes {
    bool *below;    /* for each category, whether the gap that starts there is told below the chart */
    bool *signless; /* for each category, whether the gap that starts there has no room for its symbol: nor has its note
                     */
    bool sets;      /* those of single sets of columns are told below */
    bool sets_signless;  /* without their symbol */
    bool missed;         /* one more has no room since the chart was laid out */
    const char *earlier; /* years that have no room, told in the same note; "" for none */
    const char **lines;
    size_t count;
    double room_pt; /* that they take at the foot of the chart */
};

/* None of a chart. */
struct gap_notes gap_notes_make(struct arena *arena, const struct chart *chart);

/* The reasons of gaps that have room for them, or the symbols of those told below. */
void gap_note_add(struct callout_maker *maker);

/* Writes the notes anew where reasons were missed: true, and the chart is to be laid out again. */
bool gap_notes_gather(const struct plot *plot, struct gap_notes *notes);

void gap_notes_paint(cairo_t *cr, const struct plot *plot);

#endif
