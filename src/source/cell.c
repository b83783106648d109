#include "cell.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *word;
    enum status status;
} absences[] = {
    {"", STATUS_MISSING},     {"[x]", STATUS_MISSING},    {"[z]", STATUS_NOT_APPLICABLE},
    {"c", STATUS_SUPPRESSED}, {"[c]", STATUS_SUPPRESSED}, {"suppressed", STATUS_SUPPRESSED},
};

static const struct {
    const char *word;
    enum status status;
} marks[] = {{"[p]", STATUS_PROVISIONAL}, {"[r]", STATUS_REVISED}};

char *cell_trim(struct arena *arena, const char *text) {
    static const char blanks[] = " \t\r\n";
    text += strspn(text, blanks);
    size_t length = strlen(text);
    while (length > 0 && strchr(blanks, text[length - 1]) != NULL)
        length--;
    return arena_strndup(arena, text, length);
}

/* Takes a mark off the end of a figure. */
static enum status take_mark(struct arena *arena, char **text) {
    size_t length = strlen(*text);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t mark = strlen(marks[i].word);
        if (length > mark && strcmp(*text + length - mark, marks[i].word) == 0) {
            *text = cell_trim(arena, arena_strndup(arena, *text, length - mark));
            return marks[i].status;
        }
    }
    return STATUS_PRESENT;
}

/* What is wrong with a text that is no number, and what to do. */
static const char *complaint(const char *text) {
    const char *number = text + (text[0] == '-' || text[0] == '+');
    size_t length = strlen(number), figures = strspn(number, "0123456789.");
    if (strncasecmp(number, "nan", 3) == 0 || strncasecmp(number, "inf", 3) == 0)
        return "is not a number; leave the cell empty where there is none";
    if (isdigit((unsigned char)number[0]) && figures == length && strchr(number, '.') == strrchr(number, '.'))
        return "has too many digits, at most 18 before the point, 24 behind it and 33 in all";
    if (isdigit((unsigned char)number[0]) && strspn(number, "0123456789.eE+-") == length)
        return "is not a plain number; write all its digits";
    if (isdigit((unsigned char)number[0]) && strspn(number, "0123456789.,") == length)
        return "has a comma; write the number without thousands separators, with a point";
    if (isdigit((unsigned char)number[0]) && number[figures] == '%' && figures + 1 == length)
        return "has a percent sign; write the number alone";
    return "is not a number";
}

struct cell cell_read(struct arena *arena, const char *text, const char *name, struct source_pos pos,
                      struct diag *diag) {
    struct cell cell = {.status = STATUS_MISSING, .pos = pos};
    char *word = cell_trim(arena, text);
    for (size_t i = 0; i < sizeof absences / sizeof absences[0]; i++)
        if (strcasecmp(word, absences[i].word) == 0) {
            cell.status = absences[i].status;
            return cell;
        }
    enum status status = take_mark(arena, &word);
    struct fraction number;
    if (!fraction_parse(word, &number))
        diag_error(diag, pos, "%s: \"%s\" %s", name, word, complaint(word));
    else
        cell = (struct cell){.number = number, .status = status, .pos = pos};
    return cell;
}
