#ifndef APP_FIGURES_WRITE_H
#define APP_FIGURES_WRITE_H

#include <stdio.h>

#include "catalogue.h"

/*
 * indicator,field,period,value,printed,status: every field that an indicator has, for every period there is; the
 * figures of past years (annual:2017-18) and of comparators (benchmark:england) beside the period.
 *
 * Worked out and written an indicator at a time, so that memory stays level for any catalogue.
 */
void figures_write_csv(const struct catalogue *catalogue, int period, FILE *stream);
void figures_write_json(const struct catalogue *catalogue, int period, FILE *stream);

#endif
