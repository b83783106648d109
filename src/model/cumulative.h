#ifndef MODEL_CUMULATIVE_H
#define MODEL_CUMULATIVE_H

#include "series.h"

/* A column whose figures add up from the start of each year, as `Cum 2018` of a table of cases. */

/* The period up to which a figure had been counted when that of a period was added: the one before it in the same year
 * in which the column is due. PERIOD_NONE for the first of a year. */
int cumulative_before(const struct series *column, struct calendar calendar, int period);

/* What a period adds: its figure, less that of the period before. Missing where one of the two is absent, suppressed
 * where one is, since it could be worked out from the next. It has the place and the note of the period's own figure.
 */
struct cell cumulative_added(const struct series *column, struct calendar calendar, int period);

#endif
