#include "double_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_SURE = 15, DIGITS_MAX = 17, DECIMALS_MAX = 24 };

/* Puts `1.25e-07` as `0.000000125`. */
static size_t write_in_full(char *text, const char *scientific) {
    char digits[32], *to = text;
    size_t count = 0;
    const char *s = scientific;
    if (*s == '-')
        *to++ = *s++;
    for (; *s != 'e'; s++)
        if (*s != '.')
            digits[count++] = *s;
    while (count > 1 && digits[count - 1] == '0')
        count--;
    int point = atoi(s + 1) + 1; /* digits before it */
    if (point <= 0) {
        *to++ = '0';
        *to++ = '.';
        for (int i = point; i < 0; i++)
            *to++ = '0';
    }
    for (size_t i = 0; i < count; i++) {
        if (point > 0 && (size_t)point == i)
            *to++ = '.';
        *to++ = digits[i];
    }
    for (int i = (int)count; i < point; i++)
        *to++ = '0';
    *to = '\0';
    return (size_t)(to - text);
}

/* What sums leave behind that should be zero: as many decimals as a figure keeps. */
static size_t write_tiny(char *text, double number) {
    size_t length = (size_t)snprintf(text, DOUBLE_TEXT_MAX, "%.*f", DECIMALS_MAX, number);
    while (text[length - 1] == '0')
        length--;
    length -= text[length - 1] == '.';
    text[length] = '\0';
    return length;
}

size_t double_text(char text[DOUBLE_TEXT_MAX], double number) {
    char scientific[40];
    if (number == 0 || !isfinite(number))
        return (size_t)snprintf(text, DOUBLE_TEXT_MAX, number == 0 ? "0" : "%f", number);
    for (int digits = DIGITS_SURE; digits <= DIGITS_MAX; digits++) {
        snprintf(scientific, sizeof scientific, "%.*e", digits - 1, number);
        if (strtod(scientific, NULL) == number)
            break;
    }
    size_t length = write_in_full(text, scientific);
    const char *point = strchr(text, '.');
    return point != NULL && strlen(point + 1) > DECIMALS_MAX ? write_tiny(text, number) : length;
}
