#ifndef METRIC_LETTER_CHECK_H
#define METRIC_LETTER_CHECK_H

#include "diag.h"
#include "figure.h"

/* Warns of letters as published that the key in force does not make: up to a period, the letters of what indicators
 * report. The key holds where there is one. */
void letter_check(const struct figures *figures, int period, struct diag *diag);

#endif
