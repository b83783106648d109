#include "double_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 15 };

void double_text(char text[DOUBLE_TEXT_MAX], double value) {
    char digits[32];
    snprintf(digits, sizeof digits, "%.*e", DIGITS - 1, value);
    const char *e = strchr(digits, 'e');
    if (!isfinite(value) || value == 0 || e == NULL) {
        snprintf(text, DOUBLE_TEXT_MAX, value == 0 ? "0" : "%g", value);
        return;
    }
    int exponent = (int)strtol(e + 1, NULL, 10), decimals = DIGITS - 1 - exponent;
    if (decimals <= 0) { /* digits behind the fifteenth are noise */
        const char *sign = value < 0 ? "-" : "", *first = digits + (value < 0);
        snprintf(text, DOUBLE_TEXT_MAX, "%s%c%.*s%0*d", sign, first[0], DIGITS - 1, first + 2, -decimals, 0);
        if (decimals == 0)
            text[strlen(text) - 1] = '\0';
        return;
    }
    size_t length = (size_t)snprintf(text, DOUBLE_TEXT_MAX, "%.*f", decimals, value);
    while (text[length - 1] == '0')
        length--;
    length -= text[length - 1] == '.';
    text[length] = '\0';
}
