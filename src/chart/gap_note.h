#ifndef CHART_GAP_NOTE_H
#define CHART_GAP_NOTE_H

#include "callout.h"

/* Why periods are missing, in the middle of the widest gap of each group, with the periods below where they fit. */
void gap_note_add(struct callout_maker *maker);

#endif
