#ifndef SOURCE_PERIOD_NAME_H
#define SOURCE_PERIOD_NAME_H

#include <stddef.h>

/*
 * Names in the periods of data files, English, Welsh and Spanish, in any case: months, days of the week, seasons. At
 * least three letters of a name stand for it: `Sep`, `Sept`, `Medi`.
 */
enum period_names { PERIOD_NAMES_MONTHS, PERIOD_NAMES_WEEKDAYS, PERIOD_NAMES_SEASONS };

/* 1 for the first of its kind (January, Monday, spring) where the letters are a name; 0 where they are none. */
int period_name_find(enum period_names names, const char *letters, size_t length);

/* The English name of a number from 1. */
const char *period_name(enum period_names names, int number);

#endif
