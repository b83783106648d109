#ifndef BASE_DOUBLE_TEXT_H
#define BASE_DOUBLE_TEXT_H

/* Room for any number, and its NUL. */
enum { DOUBLE_TEXT_MAX = 400 };

/*
 * Writes a number that a workbook or a database holds in binary, as it was meant: by its first 15 significant digits,
 * which are all that such a number keeps, without an exponent and without zeros behind the point. 0.1 + 0.2 is `0.3`.
 * What is no number is `inf` or `nan`.
 */
void double_text(char text[DOUBLE_TEXT_MAX], double value);

#endif
