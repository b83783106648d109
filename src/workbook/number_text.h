#ifndef WORKBOOK_NUMBER_TEXT_H
#define WORKBOOK_NUMBER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "number_format.h"

/* The longest text of a number is that of the smallest one. */
enum { NUMBER_TEXT_MAX = 400 };

/* Writes a number in full, without an exponent: the shortest text that is this very number, so that 0.1 is `0.1`; of
 * a tiny one 24 decimals. Gives its length. */
size_t number_text(char text[NUMBER_TEXT_MAX], double number);

/* The same of a number as a file has it, `1.0500000000000001E-2`; false, with nothing written, where it is none. */
bool number_text_of(char text[NUMBER_TEXT_MAX], const char *written, size_t *length);

/* The number that a file has written; false where it is none. */
bool number_read(const char *written, size_t length, double *number);

/* A day or a time as files write it by themselves, `2018-07-04T13:30:00.000Z`, as above. Gives its length. */
size_t number_iso_text(char text[NUMBER_TEXT_MAX], const char *written, size_t length);

/* Writes a number that is a day or a time: `2018-07-04`, `2018-07-04 13:30:00`, `13:30:00`. What is none, such as a day
 * before 1900, is written as a number.
 *
 * from_1904   days are counted from 1 January 1904, not from 1900 as if 1900 had been a leap year */
size_t number_date_text(char text[NUMBER_TEXT_MAX], double number, enum number_kind kind, bool from_1904);

#endif
