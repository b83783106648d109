#ifndef SETTERS_TOPIC_NOTES_H
#define SETTERS_TOPIC_NOTES_H

#include "topic_columns.h"

/* Periods of a measure that share a note are one cell, from the row of the first period of `rows` on: the one figure
 * that is among them, if any, and below it the note. A long note, or that of a single period, leaves a symbol in the
 * cell and is added to the reasons below the table. Where there is more than one figure the cells stay as they are. */
void topic_notes_span(struct topic *topic, size_t first_row, const struct topic_rows *rows);

#endif
