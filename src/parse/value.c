#include "value.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fraction.h"

enum { LENGTH_MAX_PT = 2835, WHOLE_DIGITS = 9, WEIGHT_MAX = 1000 };

static size_t digits(const char *text) {
    return strspn(text, "0123456789");
}

bool value_is_id(const char *text) {
    static const char more[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.%() ";
    size_t length = strlen(text);
    if (!isalnum((unsigned char)text[0]) || text[length - 1] == ' ')
        return false;
    return text[strspn(text, more)] == '\0' && strstr(text, "  ") == NULL;
}

bool value_is_language(const char *text) {
    static const char more[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    size_t first = strcspn(text, "-");
    return first >= 2 && first <= 8 && isalpha((unsigned char)text[0]) && text[strspn(text, more)] == '\0';
}

bool value_is_date(const char *text) {
    return calendar_parse(calendar_days, text) != PERIOD_NONE;
}

bool value_is_year(const char *text) {
    return calendar_year_parse(text) != PERIOD_NONE;
}

bool value_whole(const char *text, int *number) {
    size_t sign = text[0] == '-' ? 1 : 0;
    size_t count = digits(text + sign);
    if (count == 0 || count > WHOLE_DIGITS || text[sign + count] != '\0')
        return false;
    *number = atoi(text);
    return true;
}

/* Reads a plain number that may have something behind it; *rest is what follows. */
static bool plain_number(const char *text, double *number, const char **rest) {
    size_t whole = digits(text);
    size_t places = text[whole] == '.' ? digits(text + whole + 1) : 0;
    size_t length = whole + (places > 0 ? places + 1 : 0);
    char copy[24] = "";
    if (whole == 0 || length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    struct fraction fraction;
    if (!fraction_parse(copy, &fraction))
        return false;
    *number = fraction_double(fraction);
    *rest = text + length;
    return true;
}

bool value_length(const char *text, double *points) {
    static const struct {
        const char *name;
        double points;
    } lengths[] = {{"", 1.0}, {"pt", 1.0}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72.0}};
    double number = 0;
    const char *rest = NULL;
    if (!plain_number(text, &number, &rest))
        return false;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        if (strcmp(rest, lengths[i].name) == 0 && number * lengths[i].points <= LENGTH_MAX_PT) {
            *points = number * lengths[i].points;
            return true;
        }
    return false;
}

bool value_width(const char *text, struct width *width) {
    double amount = 0;
    const char *rest = NULL;
    if (strcmp(text, "natural") == 0) {
        *width = (struct width){WIDTH_NATURAL, 0};
        return true;
    }
    if (!plain_number(text, &amount, &rest) || amount <= 0)
        return false;
    bool weight = *rest == '\0';
    if (weight ? amount > WEIGHT_MAX : !value_length(text, &amount))
        return false;
    *width = (struct width){weight ? WIDTH_WEIGHT : WIDTH_FIXED, amount};
    return true;
}

bool value_when(const char *text, struct calendar calendar, bool *absolute, int *period) {
    enum { FARTHEST = 600 };
    int number = calendar_parse(calendar, text);
    bool written = number != PERIOD_NONE;
    if (!written && (!value_whole(text, &number) || number > 0 || number < -FARTHEST))
        return false;
    *absolute = written;
    *period = number;
    return true;
}

bool value_colour(const char *text, struct rgb *colour) {
    if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    unsigned long value = strtoul(text + 1, NULL, 16);
    *colour = (struct rgb){(double)(value >> 16) / 255.0, (double)(value >> 8 & 0xFF) / 255.0,
                           (double)(value & 0xFF) / 255.0};
    return true;
}

int value_word(const char *text, const char *const *words, int count) {
    for (int i = 0; i < count; i++)
        if (words[i] != NULL && strcmp(text, words[i]) == 0)
            return i;
    return -1;
}

/* The same for the first length characters of a text. */
static int part_word(const char *text, size_t length, const char *const *words, int count) {
    for (int i = 0; i < count; i++)
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
            return i;
    return -1;
}

int value_words(const char *text, const char *const *words, int count, int *list, const char **wrong) {
    static const char blanks[] = " \t\r\n";
    int found = 0;
    for (text += strspn(text, blanks); *text != '\0'; text += strspn(text, blanks)) {
        size_t length = strcspn(text, blanks);
        int word = part_word(text, length, words, count);
        bool again = false;
        for (int i = 0; i < found; i++)
            again |= list[i] == word;
        *wrong = text;
        if (word < 0 || again)
            return -1;
        list[found++] = word;
        text += length;
    }
    return found;
}
