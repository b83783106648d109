#include "lines.h"

#include <math.h>
#include <string.h>

#include "chunks.h"
#include "text.h"

static const double step_pt = 2, near_pt = 0.2; /* in which widths are tried; less than can be seen */

/* Words that have room, as nearly all in a table's cells do, are one line. */
static bool is_one_line(const struct pen *pen, const char *words, double width_pt) {
    size_t length = strlen(words);
    return length > 0 && words[length - 1] != ' ' && !chunks_divide(words) && pen_width(pen, words) <= width_pt;
}

struct lines lines_break(const struct pen *pen, const char *words, double width_pt) {
    const struct rich_run run = {.string = words};
    struct chunks chunks = {0};
    struct lines lines = {0};
    size_t capacity = 0;
    if (is_one_line(pen, words, width_pt)) {
        arena_append(pen->composer->arena, lines.items, lines.count, capacity) =
            arena_strdup(pen->composer->arena, words);
        return lines;
    }
    chunks_add(&chunks, pen, &run);
    chunks_cut(&chunks, pen, width_pt);
    for (size_t i = 0, taken; i < chunks.count; i += taken) {
        taken = chunks_line(&chunks, i, width_pt);
        struct text line = {0};
        for (size_t k = i; k < i + taken; k++)
            text_add(&line, chunks.items[k].string);
        while (line.length > 0 && line.bytes[line.length - 1] == ' ')
            line.bytes[--line.length] = '\0';
        arena_append(pen->composer->arena, lines.items, lines.count, capacity) =
            chunks_printed(pen->composer, text_string(&line), true);
        text_free(&line);
    }
    return lines;
}

const char *lines_read(struct composer *composer, const struct lines *lines, size_t index) {
    const char *line = lines->items[index];
    size_t length = strlen(line);
    bool more = index + 1 < lines->count || lines->go_on;
    bool soft = length > 1 && strcmp(line + length - 2, "\u00AD") == 0;
    bool hyphen = soft || (length > 1 && line[length - 1] == '-' && line[length - 2] != ' ');
    return more && !hyphen ? arena_printf(composer->arena, "%s ", line) : line;
}

double lines_set(const struct pen *pen, const struct lines *lines, double x, double baseline) {
    for (size_t i = 0; i < lines->count; i++)
        pen_text(pen, x, baseline + (double)i * pen->leading_pt, lines_read(pen->composer, lines, i));
    return baseline + (double)lines->count * pen->leading_pt;
}

double lines_widest_word(const struct pen *pen, const char *words) {
    double widest = 0;
    for (const char *s = words; *s != '\0';) {
        size_t length = strcspn(s, " ");
        widest = fmax(widest, pen_width(pen, arena_strndup(pen->composer->arena, s, length)));
        s += length + strspn(s + length, " ");
    }
    return widest;
}

/* How many lines chunks take, at most one more than `most`. */
static size_t lines_of(struct chunks chunks, const struct pen *pen, double width_pt, size_t most) {
    size_t lines = 0;
    chunks_cut(&chunks, pen, width_pt);
    for (size_t i = 0; i < chunks.count && lines <= most; lines++)
        i += chunks_line(&chunks, i, width_pt);
    return lines;
}

double lines_least_from(const struct pen *pen, const char *words, size_t count, double from_pt) {
    const struct rich_run run = {.string = words};
    struct chunks chunks = {0};
    double whole = pen_width(pen, words);
    if (from_pt < whole)
        chunks_add(&chunks, pen, &run);
    for (double width = from_pt; width < whole; width += step_pt)
        if (lines_of(chunks, pen, width + near_pt, count) <= count)
            return width;
    return whole;
}

double lines_least_width(const struct pen *pen, const char *words, size_t count) {
    double even = pen_width(pen, words) / (double)count;
    return lines_least_from(pen, words, count, fmax(lines_widest_word(pen, words), even));
}
