#include "period_pattern.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "period_name.h"
#include "text.h"

enum { CENTURY = 100, FIRST_OF_1900S = 69, NUMBER_DIGITS = 2, SERIAL_DIGITS = 6 };

/* ------------------------------------------------------------------ signs */

static bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

static bool is_letter(char sign) {
    return isalpha((unsigned char)sign) != 0;
}

static bool is_dash(uint32_t sign) {
    static const uint32_t hyphen = 0x2010, horizontal_bar = 0x2015, minus = 0x2212;
    return (sign >= hyphen && sign <= horizontal_bar) || sign == minus;
}

static bool is_blank(uint32_t sign) {
    static const uint32_t no_break = 0xA0, narrow_no_break = 0x202F, thin = 0x2009;
    return (sign >= '\t' && sign <= '\r') || sign == ' ' || sign == no_break || sign == narrow_no_break || sign == thin;
}

/* A sign of ASCII that is no blank, as most are. */
static bool is_plain(char sign) {
    return (unsigned char)sign > ' ' && (unsigned char)sign < 0x80;
}

static const char *skip_blanks(const char *text) {
    for (const char *next = text; !is_plain(*text) && is_blank(utf8_next(&next)); text = next)
        ;
    return text;
}

/* Reads a sign: a run of blanks as one, any dash as a hyphen, a capital as a small letter. */
static uint32_t next_sign(const char **text) {
    if (is_plain(**text))
        return (uint32_t)tolower(*(*text)++);
    uint32_t sign = utf8_next(text);
    if (is_blank(sign)) {
        *text = skip_blanks(*text);
        return ' ';
    }
    if (is_dash(sign))
        return '-';
    return sign;
}

/* ------------------------------------------------------------------ parts: each gives what is behind it, or NULL */

static const char *match_text(const char *wanted, const char *text) {
    while (*wanted != '\0')
        if (next_sign(&wanted) != next_sign(&text))
            return NULL;
    return text;
}

static const char *match_digits(const char *text, int least, int most, int *number) {
    int count = 0;
    for (*number = 0; count < most && is_digit(text[count]); count++)
        *number = *number * 10 + (text[count] - '0');
    return count < least ? NULL : text + count;
}

static const char *match_name(enum period_names names, const char *text, int *number) {
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    *number = period_name_find(names, text, length);
    return *number == 0 ? NULL : text + length;
}

static const char *match_year(const struct period_part *part, const char *text, int *year) {
    text = match_digits(text, part->letters, part->letters, year);
    if (text != NULL && part->letters == 2)
        *year += *year >= FIRST_OF_1900S ? 1900 : 2000;
    return text;
}

/* The second of two years: the first that ends in its digits and does not lie before the other. */
static const char *match_next_year(const struct period_part *part, const char *text, int year, int *next) {
    text = match_digits(text, part->letters, part->letters, next);
    if (text != NULL && part->letters == 2) {
        *next += year / CENTURY * CENTURY;
        *next += *next < year ? CENTURY : 0;
    }
    return text;
}

/* `1st` */
static const char *skip_ordinal(const char *text) {
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strncasecmp(text, ends[i], 2) == 0 && !is_letter(text[2]))
            return text + 2;
    return text;
}

/* Days that Excel has counted; the time of day behind a point is dropped. */
static const char *match_serial(const char *text, int *number) {
    text = match_digits(text, 1, SERIAL_DIGITS, number);
    if (text == NULL || *text != '.' || !is_digit(text[1]))
        return text;
    for (text++; is_digit(*text); text++)
        ;
    return text;
}

static const char *match_number(const struct period_part *part, const char *text, int *number) {
    bool single = part->kind == PART_QUARTER || part->kind == PART_TERM;
    return match_digits(text, part->exact ? part->letters : 1, part->exact || single ? part->letters : NUMBER_DIGITS,
                        number);
}

static const char *match_part(const struct period_part *part, const char *text, struct period_numbers *numbers) {
    int *number = &numbers->of[part->kind];
    switch (part->kind) {
    case PART_TEXT:
        return match_text(part->text, text);
    case PART_YEAR:
    case PART_FIRST_YEAR:
        return match_year(part, text, number);
    case PART_NEXT_YEAR:
        return match_next_year(part, text, numbers->of[PART_YEAR], number);
    case PART_MONTH_NAME:
    case PART_FIRST_MONTH:
        return match_name(PERIOD_NAMES_MONTHS, text, number);
    case PART_WEEKDAY:
        return match_name(PERIOD_NAMES_WEEKDAYS, text, number);
    case PART_SEASON:
        return match_name(PERIOD_NAMES_SEASONS, text, number);
    case PART_SERIAL:
    case PART_SERIAL_1904:
        return match_serial(text, number);
    default:
        return match_number(part, text, number);
    }
}

/* What people put behind some parts and no pattern says: `1st`, `Sept.`; NULL where a number goes on. */
static const char *end_part(const struct period_pattern *pattern, size_t part, const char *text) {
    const struct period_part *this = &pattern->parts[part], *next = this + 1;
    bool last = part + 1 == pattern->part_count, before_text = !last && next->kind == PART_TEXT;
    if (this->kind == PART_DAY && !(before_text && is_letter(next->text[0])))
        text = skip_ordinal(text);
    if ((this->kind == PART_MONTH_NAME || this->kind == PART_FIRST_MONTH) && *text == '.' &&
        !(before_text && next->text[0] == '.'))
        text++;
    bool touches = this->exact && !last && (next->exact || (before_text && is_digit(next->text[0])));
    bool number = this->kind != PART_TEXT && is_digit(text[-1]);
    return number && !touches && is_digit(*text) ? NULL : text;
}

/* ------------------------------------------------------------------ what may stand behind a period */

/* `:30`, of two digits. */
static const char *skip_sixty(const char *text) {
    return *text == ':' && is_digit(text[1]) && is_digit(text[2]) ? text + 3 : NULL;
}

/* `Z`, ` UTC`, `+01:00`. */
static const char *skip_zone(const char *text) {
    int hours;
    const char *behind = skip_blanks(text);
    if (*text == 'Z' || *text == 'z')
        return text + 1;
    if (strncasecmp(behind, "UTC", 3) == 0)
        return behind + 3;
    if (*text != '+' && *text != '-')
        return text;
    behind = match_digits(text + 1, 2, 2, &hours);
    if (behind == NULL)
        return text;
    behind += *behind == ':';
    return is_digit(behind[0]) && is_digit(behind[1]) ? behind + 2 : text;
}

/* ` 00:00:00`, `T00:00:00.000Z`, ` 9:30 am`; the text itself where there is none. */
static const char *skip_time(const char *text) {
    int hours;
    const char *time = *text == 'T' || *text == 't' || *text == ',' ? text + 1 : text;
    time = skip_blanks(time);
    if (time == text || (time = match_digits(time, 1, 2, &hours)) == NULL || (time = skip_sixty(time)) == NULL)
        return text;
    const char *seconds = skip_sixty(time);
    time = seconds == NULL ? time : seconds;
    if (seconds != NULL && (*time == '.' || *time == ',') && is_digit(time[1]))
        for (time++; is_digit(*time); time++)
            ;
    const char *half = skip_blanks(time);
    if (strncasecmp(half, "am", 2) == 0 || strncasecmp(half, "pm", 2) == 0)
        time = half + 2;
    return skip_zone(time);
}

/* `[note 3]` points to a note below the table. */
static const char *skip_note(const char *text) {
    static const char note[] = "[note";
    const char *open = skip_blanks(text);
    const char *close = strncasecmp(open, note, strlen(note)) == 0 ? strchr(open, ']') : NULL;
    return close == NULL ? text : close + 1;
}

/* What programs write behind a number that they take for a figure. */
static const char *skip_point_zero(const char *text) {
    return strncmp(text, ".0", 2) == 0 ? text + 1 + strspn(text + 1, "0") : text;
}

/* `* Feb-24`, `Feb-24 †` */
static const char *skip_marks(const char *text) {
    static const uint32_t dagger = 0x2020, double_dagger = 0x2021;
    const char *behind = text, *next = text;
    for (uint32_t sign; (sign = utf8_next(&next)) == '*' || sign == dagger || sign == double_dagger;)
        behind = next;
    return skip_blanks(behind);
}

static bool is_end(const struct period_pattern *pattern, const char *text) {
    if (pattern->is_one_number)
        text = skip_point_zero(text);
    if (pattern->has[PART_DAY])
        text = skip_time(text);
    return *skip_marks(skip_blanks(skip_note(text))) == '\0';
}

/* ------------------------------------------------------------------ all of it */

/* The next place at which what is behind `*` may start: not inside a number or a word. NULL for none. */
static const char *next_start(const char *text) {
    do {
        if (*text == '\0')
            return NULL;
        text++;
    } while ((is_digit(text[-1]) && is_digit(text[0])) || (is_letter(text[-1]) && is_letter(text[0])));
    return text;
}

bool period_pattern_match(const struct period_pattern *pattern, const char *text, struct period_numbers *numbers) {
    const char *any_from = NULL;
    size_t behind_any = 0, part = 0;
    *numbers = (struct period_numbers){{0}};
    text = skip_marks(skip_blanks(text));
    for (;;) {
        if (part < pattern->part_count && pattern->parts[part].kind == PART_ANY) {
            behind_any = ++part;
            any_from = text;
            if (part == pattern->part_count)
                return true;
            continue;
        }
        if (part == pattern->part_count && is_end(pattern, text))
            return true;
        const char *behind = part == pattern->part_count ? NULL : match_part(&pattern->parts[part], text, numbers);
        if (behind != NULL)
            behind = end_part(pattern, part, behind);
        if (behind != NULL) {
            text = behind;
            part++;
            continue;
        }
        any_from = any_from == NULL ? NULL : next_start(any_from);
        if (any_from == NULL)
            return false;
        text = any_from;
        part = behind_any;
    }
}
