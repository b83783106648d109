#ifndef LOOK_PROPOSAL_H
#define LOOK_PROPOSAL_H

#include "survey.h"

/*
 * The <source> element that reads a file as it was surveyed, to be pasted into a catalogue: where its table is, which
 * column has the periods, which rows are taken where a period has several, a <column> for each column of figures.
 */
char *proposal_source(struct arena *arena, const struct survey *survey);

/* The attributes that the catalogue needs for it: `grain="quarter" year-start="1"`. */
char *proposal_catalogue(struct arena *arena, const struct survey *survey);

#endif
