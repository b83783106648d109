#include "period_pattern.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "period_name.h"
#include "text.h"

/* What stands for a run of one letter in a pattern. */
static const struct {
    char letter;
    int letters;
    enum period_part_kind kind;
} letter_parts[] = {
    {'y', 4, PART_YEAR},    {'y', 2, PART_YEAR},   {'m', 4, PART_MONTH_NAME}, {'m', 3, PART_MONTH_NAME},
    {'m', 2, PART_MONTH},   {'m', 1, PART_MONTH},  {'d', 4, PART_WEEKDAY},    {'d', 3, PART_WEEKDAY},
    {'d', 2, PART_DAY},     {'d', 1, PART_DAY},    {'w', 2, PART_WEEK},       {'w', 1, PART_WEEK},
    {'q', 1, PART_QUARTER}, {'t', 3, PART_SEASON}, {'t', 1, PART_TERM},
};
enum { LETTER_PARTS = sizeof letter_parts / sizeof *letter_parts, YEAR_LETTERS = 4, REPORTED_YEAR_LETTERS = 6 };

/* Capitals that stand for themselves beside letters of a pattern, as in `yyyy-Www`, and those that are such letters
 * where there are several. */
static const char lone_capitals[] = "FYQWTMD", letter_capitals[] = "YMD";

/* A pattern while it is read. */
struct pattern_reader {
    struct arena *arena;
    struct period_pattern *pattern;
    const char *problem; /* NULL while all is well */
};

/* ------------------------------------------------------------------ parts */

static void add_text(struct pattern_reader *reader, const char *text, size_t length) {
    struct period_pattern *pattern = reader->pattern;
    struct period_part *last = pattern->part_count > 0 ? &pattern->parts[pattern->part_count - 1] : NULL;
    if (last != NULL && last->kind == PART_TEXT)
        last->text = arena_printf(reader->arena, "%s%.*s", last->text, (int)length, text);
    else
        arena_append(reader->arena, pattern->parts, pattern->part_count, pattern->part_capacity) =
            (struct period_part){.kind = PART_TEXT, .text = arena_strndup(reader->arena, text, length)};
}

/* The place of a part; as many as there are where there is none. */
static size_t place_of(const struct period_pattern *pattern, enum period_part_kind kind) {
    size_t place = 0;
    while (place < pattern->part_count && pattern->parts[place].kind != kind)
        place++;
    return place;
}

/* A part turns out to be the first of two. */
static void make_first(struct period_pattern *pattern, enum period_part_kind kind, enum period_part_kind first) {
    pattern->parts[place_of(pattern, kind)].kind = first;
    pattern->has[kind] = false;
    pattern->has[first] = true;
}

static void add_part(struct pattern_reader *reader, enum period_part_kind kind, int letters) {
    struct period_pattern *pattern = reader->pattern;
    if (kind == PART_MONTH_NAME && pattern->has[kind] && !pattern->has[PART_FIRST_MONTH])
        make_first(pattern, kind, PART_FIRST_MONTH);
    if (kind == PART_YEAR && pattern->has[PART_FIRST_MONTH] && pattern->has[PART_YEAR] &&
        !pattern->has[PART_FIRST_YEAR] && place_of(pattern, PART_YEAR) < place_of(pattern, PART_MONTH_NAME) &&
        place_of(pattern, PART_YEAR) > place_of(pattern, PART_FIRST_MONTH))
        make_first(pattern, kind, PART_FIRST_YEAR);
    if (kind == PART_YEAR && pattern->has[PART_YEAR])
        kind = PART_NEXT_YEAR;
    if (kind != PART_ANY && pattern->has[kind])
        reader->problem = kind == PART_NEXT_YEAR ? "has three years" : "has the same thing twice";
    pattern->has[kind] = true;
    arena_append(reader->arena, pattern->parts, pattern->part_count, pattern->part_capacity) =
        (struct period_part){.kind = kind, .letters = letters};
}

static size_t same_letters(const char *text, size_t length) {
    size_t count = 1;
    while (count < length && text[count] == text[0])
        count++;
    return count;
}

/* The row of letter_parts for a run of one letter, or -1. */
static int letter_part(char letter, size_t count) {
    bool capital = strchr(letter_capitals, letter) != NULL && count > 1;
    for (int i = 0; i < LETTER_PARTS; i++)
        if (letter_parts[i].letter == (capital ? tolower((unsigned char)letter) : letter) &&
            letter_parts[i].letters == (int)count)
            return i;
    return -1;
}

static bool is_reported_year(const char *text, size_t count) {
    return tolower((unsigned char)*text) == 'y' && count == REPORTED_YEAR_LETTERS;
}

/* True where a run of letters is made of letters of a pattern, and of single capitals. */
static bool is_letters(const char *text, size_t length) {
    for (size_t count; length > 0; text += count, length -= count) {
        count = same_letters(text, length);
        bool alone = count == 1 && strchr(lone_capitals, *text) != NULL;
        if (!alone && !is_reported_year(text, count) && letter_part(*text, count) < 0)
            return false;
    }
    return true;
}

static void add_letters(struct pattern_reader *reader, const char *text, size_t length) {
    for (size_t count; length > 0; text += count, length -= count) {
        count = same_letters(text, length);
        int row = letter_part(*text, count);
        if (is_reported_year(text, count)) {
            add_part(reader, PART_YEAR, YEAR_LETTERS);
            add_part(reader, PART_YEAR, REPORTED_YEAR_LETTERS - YEAR_LETTERS);
        } else if (row < 0) {
            add_text(reader, text, count);
        } else {
            add_part(reader, letter_parts[row].kind, letter_parts[row].letters);
        }
    }
}

/* Letters and what they are made of; gives how many they are. `FY` may touch its year. */
static size_t add_run(struct pattern_reader *reader, const char *text, const char *end) {
    size_t length = 0;
    while (text + length < end && isalpha((unsigned char)text[length]))
        length++;
    size_t plain = length > 2 && strncasecmp(text, "fy", 2) == 0 ? 2 : 0;
    if (!is_letters(text + plain, length - plain))
        plain = length;
    if (plain > 0)
        add_text(reader, text, plain);
    add_letters(reader, text + plain, length - plain);
    return length;
}

static size_t add_quoted(struct pattern_reader *reader, const char *text, const char *end) {
    const char *close = memchr(text + 1, *text, (size_t)(end - text) - 1);
    if (close == NULL) {
        reader->problem = "has a quote that does not end";
        return (size_t)(end - text);
    }
    if (close > text + 1)
        add_text(reader, text + 1, (size_t)(close - text) - 1);
    return (size_t)(close - text) + 1;
}

static void add_all(struct pattern_reader *reader, const char *text, const char *end) {
    while (text < end && reader->problem == NULL) {
        size_t length = 1;
        if (isalpha((unsigned char)*text))
            length = add_run(reader, text, end);
        else if (*text == '\'' || *text == '"')
            length = add_quoted(reader, text, end);
        else if (*text == '*')
            add_part(reader, PART_ANY, 0);
        else
            add_text(reader, text, 1);
        text += length;
    }
}

/* ------------------------------------------------------------------ what they make together */

static bool is_number(const struct period_part *part) {
    return part->kind == PART_YEAR || part->kind == PART_NEXT_YEAR || part->kind == PART_FIRST_YEAR ||
           part->kind == PART_MONTH || part->kind == PART_DAY || part->kind == PART_WEEK ||
           part->kind == PART_QUARTER || part->kind == PART_TERM;
}

static bool ends_in_digit(const struct period_part *part) {
    return is_number(part) || (part->kind == PART_TEXT && isdigit((unsigned char)part->text[strlen(part->text) - 1]));
}

static bool starts_with_digit(const struct period_part *part) {
    return is_number(part) || (part->kind == PART_TEXT && isdigit((unsigned char)part->text[0]));
}

/* Numbers that touch have as many digits as letters. */
static void find_exact(struct pattern_reader *reader) {
    struct period_pattern *pattern = reader->pattern;
    pattern->is_one_number = true;
    for (size_t i = 0; i < pattern->part_count; i++) {
        struct period_part *part = &pattern->parts[i];
        pattern->is_one_number &= is_number(part);
        part->exact = is_number(part) && ((i > 0 && ends_in_digit(part - 1)) ||
                                          (i + 1 < pattern->part_count && starts_with_digit(part + 1)));
        if (part->exact && part->letters == 1 && part->kind != PART_QUARTER && part->kind != PART_TERM)
            reader->problem = "has numbers that touch, which need two letters each: mm, dd, ww";
    }
}

/* True where `FY` stands before the year, blanks between or not. */
static bool is_behind_fy(const struct period_pattern *pattern) {
    for (size_t i = 1; i < pattern->part_count; i++) {
        const struct period_part *before = &pattern->parts[i - 1];
        if (pattern->parts[i].kind != PART_YEAR || before->kind != PART_TEXT)
            continue;
        size_t length = strlen(before->text);
        while (length > 0 && before->text[length - 1] == ' ')
            length--;
        return length >= 2 && strncasecmp(before->text + length - 2, "fy", 2) == 0 &&
               (length == 2 || !isalpha((unsigned char)before->text[length - 3]));
    }
    return false;
}

static const char *combination_problem(const struct period_pattern *pattern) {
    const bool *has = pattern->has;
    bool month = has[PART_MONTH] || has[PART_MONTH_NAME], term = has[PART_TERM] || has[PART_SEASON];
    if (!has[PART_YEAR])
        return "has no year, yyyy or yy";
    if (month + term + has[PART_WEEK] + has[PART_QUARTER] > 1 || (has[PART_MONTH] && has[PART_MONTH_NAME]) ||
        (has[PART_TERM] && has[PART_SEASON]))
        return "may have one of m, w, q and t; put plain text in quotes: 'w/e'";
    if (has[PART_FIRST_MONTH] && has[PART_DAY])
        return "has two months and a day";
    if ((has[PART_DAY] && !month) || (has[PART_WEEKDAY] && !has[PART_DAY]))
        return "has a day and no month; put plain text in quotes";
    if (pattern->is_reported && has[PART_MONTH])
        return "has the number of a month in a reported year; only the name of one, mmm, is read there";
    return NULL;
}

static enum grain pattern_grain(const struct period_pattern *pattern) {
    static const struct {
        enum period_part_kind kind;
        enum grain grain;
    } parts[] = {
        {PART_SERIAL, GRAIN_DAY},      {PART_SERIAL_1904, GRAIN_DAY},  {PART_DAY, GRAIN_DAY},
        {PART_MONTH, GRAIN_MONTH},     {PART_MONTH_NAME, GRAIN_MONTH}, {PART_WEEK, GRAIN_WEEK},
        {PART_QUARTER, GRAIN_QUARTER}, {PART_TERM, GRAIN_TERM},        {PART_SEASON, GRAIN_TERM},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (pattern->has[parts[i].kind])
            return parts[i].grain;
    return GRAIN_YEAR;
}

/* ------------------------------------------------------------------ all of it */

static const char *skip_blanks(const char *text, const char *end) {
    while (text < end && isspace((unsigned char)*text))
        text++;
    return text;
}

/* The end without blanks, and without a time, `hh:mm:ss`, which is dropped wherever there is a day. */
static const char *trimmed_end(const char *text, const char *end) {
    for (const char *time = text + 1; time + 2 < end; time++)
        if (strncasecmp(time, "hh:", 3) == 0 && (time[-1] == ' ' || time[-1] == 'T'))
            end = time - 1;
    while (end > text && isspace((unsigned char)end[-1]))
        end--;
    return end;
}

/* The end of what stands before the next `|` that is in no quotes. */
static const char *alternative_end(const char *text) {
    char quote = '\0';
    for (; *text != '\0' && (quote != '\0' || *text != '|'); text++) {
        if (quote != '\0' && *text == quote)
            quote = '\0';
        else if (quote == '\0' && (*text == '\'' || *text == '"'))
            quote = *text;
    }
    return text;
}

static void read_alternative(struct pattern_reader *reader, const char *text, const char *end) {
    struct period_pattern *pattern = reader->pattern;
    text = skip_blanks(text, end);
    end = trimmed_end(text, end);
    pattern->text = arena_strndup(reader->arena, text, (size_t)(end - text));
    bool serial = strcasecmp(pattern->text, "serial") == 0, early = strcasecmp(pattern->text, "serial-1904") == 0;
    if (serial || early) {
        add_part(reader, serial ? PART_SERIAL : PART_SERIAL_1904, 0);
    } else {
        add_all(reader, text, end);
        find_exact(reader);
        pattern->is_reported = pattern->has[PART_NEXT_YEAR] || is_behind_fy(pattern);
        if (reader->problem == NULL)
            reader->problem = combination_problem(pattern);
    }
    pattern->grain = pattern_grain(pattern);
}

const struct period_pattern *period_pattern_read(struct arena *arena, const char *text, const char **problem) {
    const struct period_pattern *first = NULL, **link = &first;
    for (const char *end;; text = end + 1) {
        end = alternative_end(text);
        struct pattern_reader reader = {arena, arena_new(arena, struct period_pattern), NULL};
        read_alternative(&reader, text, end);
        if (reader.problem != NULL) {
            *problem = arena_printf(arena, "\"%s\" %s", reader.pattern->text, reader.problem);
            return NULL;
        }
        *link = reader.pattern;
        link = &reader.pattern->next;
        if (*end == '\0')
            return first;
    }
}

static void write_part(struct text *text, const struct period_part *part, int number) {
    static const enum period_names names[PART_COUNT] = {
        [PART_MONTH_NAME] = PERIOD_NAMES_MONTHS,
        [PART_FIRST_MONTH] = PERIOD_NAMES_MONTHS,
        [PART_WEEKDAY] = PERIOD_NAMES_WEEKDAYS,
        [PART_SEASON] = PERIOD_NAMES_SEASONS,
    };
    enum { SHORT = 3, CENTURY = 100 };
    if (part->kind == PART_TEXT) {
        text_add(text, part->text);
    } else if (part->kind == PART_MONTH_NAME || part->kind == PART_FIRST_MONTH || part->kind == PART_WEEKDAY ||
               part->kind == PART_SEASON) {
        const char *name = period_name(names[part->kind], number);
        text_append(text, name, part->letters == SHORT && part->kind != PART_SEASON ? SHORT : strlen(name));
    } else if (part->kind != PART_ANY) {
        bool year = part->kind == PART_YEAR || part->kind == PART_NEXT_YEAR || part->kind == PART_FIRST_YEAR;
        bool short_year = year && part->letters == 2;
        text_printf(text, "%0*d", part->letters, short_year ? number % CENTURY : number);
    }
}

char *period_pattern_write(struct arena *arena, const struct period_pattern *pattern,
                           const struct period_numbers *numbers) {
    struct text text = {0};
    for (size_t i = 0; i < pattern->part_count; i++)
        write_part(&text, &pattern->parts[i], numbers->of[pattern->parts[i].kind]);
    char *written = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return written;
}
