#include "number_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS_MAX = 2958466, DAY_SECONDS = 86400, DAYS_TO_1904 = 1462, NO_LEAP_DAY = 60, DIGITS_SURE = 15 };

bool number_read(const char *written, size_t length, double *number) {
    char copy[64], *end;
    if (length == 0 || length >= sizeof copy ||
        !(written[0] == '-' || written[0] == '.' || written[0] == '+' || (written[0] >= '0' && written[0] <= '9')))
        return false;
    memcpy(copy, written, length);
    copy[length] = '\0';
    *number = strtod(copy, &end);
    return *end == '\0' && strpbrk(copy, "xX") == NULL && isfinite(*number);
}

/* Nearly all numbers are a few digits with a point or none. */
static bool is_plain(const char *written, size_t length) {
    size_t points = 0, i = length > 1 && written[0] == '-';
    if (length - i > DIGITS_SURE || written[i] < '0' || written[i] > '9')
        return false;
    for (; i < length; i++) {
        points += written[i] == '.';
        if (written[i] != '.' && (written[i] < '0' || written[i] > '9'))
            return false;
    }
    return points < 2 && written[length - 1] != '.';
}

bool number_text_of(char text[NUMBER_TEXT_MAX], const char *written, size_t *length) {
    double number;
    if (*length > 0 && is_plain(written, *length)) {
        memcpy(text, written, *length);
        return true;
    }
    if (!number_read(written, *length, &number))
        return false;
    *length = double_text(text, number);
    return true;
}

size_t number_iso_text(char text[NUMBER_TEXT_MAX], const char *written, size_t length) {
    static const char midnight[] = " 00:00:00";
    size_t count = 0;
    for (; count < length && count < NUMBER_TEXT_MAX - 1 && written[count] != '.' && written[count] != 'Z'; count++)
        text[count] = written[count] == 'T' ? ' ' : written[count];
    size_t end = sizeof midnight - 1;
    if (count > end && memcmp(text + count - end, midnight, end) == 0)
        count -= end;
    text[count] = '\0';
    return count;
}

/* Year, month and day, so many days behind 1 January 1970. */
static void civil(long days, int *year, int *month, int *day) {
    days += 719468;
    long era = days / 146097, of_era = days % 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long part = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * part + 2) / 5 + 1);
    *month = (int)(part < 10 ? part + 3 : part - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

size_t number_date_text(char text[NUMBER_TEXT_MAX], double number, enum number_kind kind, bool from_1904) {
    int year, month, day;
    double days = floor(number);
    long second = lround((number - days) * DAY_SECONDS), whole = (long)days;
    if (kind == NUMBER_PLAIN || !(number >= 0) || number >= DAYS_MAX)
        return double_text(text, number);
    whole += second == DAY_SECONDS;
    second %= DAY_SECONDS;
    int length = 0;
    bool time_alone = kind == NUMBER_TIME && whole == 0;
    if (!time_alone) {
        if (from_1904)
            whole += DAYS_TO_1904;
        if (whole == 0 || (whole == NO_LEAP_DAY && !from_1904))
            return double_text(text, number);
        civil(whole - 25569 + (whole < NO_LEAP_DAY), &year, &month, &day);
        length = snprintf(text, NUMBER_TEXT_MAX, "%04d-%02d-%02d", year, month, day);
    }
    if (time_alone || second != 0)
        length += snprintf(text + length, NUMBER_TEXT_MAX - (size_t)length, "%s%02ld:%02ld:%02ld",
                           time_alone ? "" : " ", second / 3600, second / 60 % 60, second % 60);
    return (size_t)length;
}
