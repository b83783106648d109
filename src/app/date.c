#include "date.h"

#include <string.h>
#include <time.h>

#include "month.h"

bool date_parse(const char *text, long long *seconds) {
    struct tm date = {0}, same;
    const char *end = strptime(text, "%Y-%m-%d", &date);
    if (end == NULL || *end != '\0' || strlen(text) != 10)
        return false;
    same = date;
    time_t time = timegm(&same);
    if (same.tm_mday != date.tm_mday)
        return false;
    *seconds = time;
    return true;
}

long long date_month_end(int month) {
    struct tm date = {.tm_year = month_year(month) - 1900, .tm_mon = month_of_year(month), .tm_mday = 0};
    return timegm(&date);
}
