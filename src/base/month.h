#ifndef BASE_MONTH_H
#define BASE_MONTH_H

#include <stdbool.h>

#include "arena.h"

/*
 * A calendar month as one number, year * 12 + (month - 1), so that months can be
 * counted, compared and subtracted. MONTH_NONE stands for no month.
 */
enum { MONTH_NONE = -1 };

int month_make(int year, int month); /* month 1 to 12 */
int month_year(int month);
int month_of_year(int month); /* 1 to 12 */

/* Reads `2018-07`, years 1900 to 2199, nothing before or behind it. MONTH_NONE where it is not a month. */
int month_parse(const char *text);

/* The first month of the financial year that a month lies in; start is 4 for April. */
int financial_year_first(int month, int start);

char *month_iso(struct arena *arena, int month); /* 2018-07 */

/* 2018/19 for a year that starts in another month than January, else 2018. */
char *financial_year_name(struct arena *arena, int first_month);

#endif
