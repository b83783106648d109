#include "month.h"

#include <ctype.h>

int month_make(int year, int month) {
    return year * 12 + month - 1;
}

int month_year(int month) {
    return month / 12;
}

int month_of_year(int month) {
    return month % 12 + 1;
}

int month_parse(const char *text) {
    for (int i = 0; i < 7; i++)
        if (i == 4 ? text[i] != '-' : !isdigit((unsigned char)text[i]))
            return MONTH_NONE;
    if (text[7] != '\0')
        return MONTH_NONE;
    int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    int month = (text[5] - '0') * 10 + (text[6] - '0');
    if (year < 1900 || year > 2199 || month < 1 || month > 12)
        return MONTH_NONE;
    return month_make(year, month);
}

int financial_year_first(int month, int start) {
    int year = month_year(month);
    return month_make(month_of_year(month) >= start ? year : year - 1, start);
}

char *month_iso(struct arena *arena, int month) {
    return arena_printf(arena, "%04d-%02d", month_year(month), month_of_year(month));
}

char *financial_year_name(struct arena *arena, int first_month) {
    int year = month_year(first_month);
    if (month_of_year(first_month) == 1)
        return arena_printf(arena, "%d", year);
    return arena_printf(arena, "%d/%02d", year, (year + 1) % 100);
}
