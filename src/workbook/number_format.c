#include "number_format.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* Behind what stands in quotes, in brackets or behind a backslash: all of it is shown as it is, or is a colour, a
 * language, a condition. *elapsed: hours, minutes or seconds that run on. */
static const char *pass_literal(const char *s, bool *elapsed) {
    const char *end;
    if (*s == '"') {
        end = strchr(s + 1, '"');
        return end == NULL ? s + strlen(s) : end + 1;
    }
    if (*s == '[') {
        end = strchr(s, ']');
        size_t letters = strspn(s + 1, "hHmMsS");
        *elapsed |= letters > 0 && s[1 + letters] == ']';
        return end == NULL ? s + strlen(s) : end + 1;
    }
    return (*s == '\\' || *s == '_' || *s == '*') && s[1] != '\0' ? s + 2 : NULL;
}

enum number_kind number_format_kind(const char *code) {
    bool day = false, hour = false, minute_or_month = false, elapsed = false;
    for (const char *s = code, *next; *s != '\0' && *s != ';'; s = next) {
        next = pass_literal(s, &elapsed);
        if (next != NULL)
            continue;
        next = s + 1;
        if (strncasecmp(s, "general", 7) == 0)
            return NUMBER_PLAIN;
        if (strncasecmp(s, "am/pm", 5) == 0 || strncasecmp(s, "a/p", 3) == 0) {
            hour = true;
            next = s + (strncasecmp(s, "a/p", 3) == 0 ? 3 : 5);
        } else if (*s == '0' || *s == '#' || *s == '?' || *s == '%' || *s == '@') {
            if (!hour) /* `ss.000` has digits too */
                return NUMBER_PLAIN;
        } else {
            char letter = (char)tolower((unsigned char)*s);
            day |= letter == 'd' || letter == 'y' || letter == 'e' || letter == 'g';
            hour |= letter == 'h' || letter == 's';
            minute_or_month |= letter == 'm';
        }
    }
    if (elapsed)
        return NUMBER_PLAIN;
    day |= minute_or_month && !hour;
    return day ? hour ? NUMBER_DATE_TIME : NUMBER_DATE : hour ? NUMBER_TIME : NUMBER_PLAIN;
}

enum number_kind number_format_built_in(int number) {
    static const struct {
        int first, last;
        enum number_kind kind;
    } built_in[] = {
        {.first = 14, .last = 17, .kind = NUMBER_DATE},      {.first = 18, .last = 21, .kind = NUMBER_TIME},
        {.first = 22, .last = 22, .kind = NUMBER_DATE_TIME}, {.first = 27, .last = 31, .kind = NUMBER_DATE},
        {.first = 32, .last = 35, .kind = NUMBER_TIME},      {.first = 36, .last = 36, .kind = NUMBER_DATE},
        {.first = 45, .last = 45, .kind = NUMBER_TIME},      {.first = 47, .last = 47, .kind = NUMBER_TIME},
        {.first = 50, .last = 54, .kind = NUMBER_DATE},      {.first = 57, .last = 58, .kind = NUMBER_DATE},
    };
    for (size_t i = 0; i < sizeof built_in / sizeof built_in[0]; i++)
        if (number >= built_in[i].first && number <= built_in[i].last)
            return built_in[i].kind;
    return NUMBER_PLAIN;
}
