#ifndef APP_DATE_H
#define APP_DATE_H

#include <stdbool.h>

/* Reads `2018-08-10` as seconds since 1970, UTC, at midnight. False where it is no such day. */
bool date_parse(const char *text, long long *seconds);

/* Midnight of the last day of a month (base/month.h). */
long long date_month_end(int month);

#endif
