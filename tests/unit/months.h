#ifndef TESTS_MONTHS_H
#define TESTS_MONTHS_H

#include "calendar.h"

/* A month as a period of a catalogue that says nothing of its calendar. */
static inline int month_in(int year, int month) {
    return calendar_period(calendar_usual, calendar_day((struct date){year, month, 1}));
}

#endif
