#ifndef APP_AUDIT_WRITE_H
#define APP_AUDIT_WRITE_H

#include <stdio.h>

#include "audit.h"

/* indicator,field,period,printed,recomputed,verdict,likely_cause: the cells in the order of their table. */
void audit_write_csv(const struct audit *audit, FILE *stream);

/* The findings, one a line, and how many cells have which verdict. */
void audit_write_summary(const struct audit *audit, FILE *stream);

#endif
