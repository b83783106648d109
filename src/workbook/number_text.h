#ifndef WORKBOOK_NUMBER_TEXT_H
#define WORKBOOK_NUMBER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "double_text.h"
#include "number_format.h"

enum { NUMBER_TEXT_MAX = DOUBLE_TEXT_MAX };

/* Writes a number as double_text does, given as a file has it, `1.0500000000000001E-2`; false, with nothing written,
 * where it is none. */
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
