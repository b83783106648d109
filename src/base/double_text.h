#ifndef BASE_DOUBLE_TEXT_H
#define BASE_DOUBLE_TEXT_H

#include <stddef.h>

/* The longest text of a number is that of the smallest one. */
enum { DOUBLE_TEXT_MAX = 400 };

/* Writes a number that a workbook or a database holds in binary in full, without an exponent: the shortest text that is
 * this very number, so that 0.1 is `0.1`; of a tiny one 24 decimals. What is no number is `inf` or `nan`. Gives its
 * length. */
size_t double_text(char text[DOUBLE_TEXT_MAX], double number);

#endif
