#include "chunks.h"

#include <string.h>

#include "character.h"
#include "notes.h"
#include "page_number.h"
#include "text.h"

enum { SOFT_BYTES = 2 }; /* of a soft hyphen in UTF-8 */

static const double filled = 0.75;  /* of a line whose last word need not be divided */
static const double near_pt = 0.01; /* less than can be seen */

static bool breaks_after(uint32_t c, uint32_t next) {
    return (c == '-' || c == 0x2013 || c == 0x2014 || c == '/') && next != ' ' && (next < '0' || next > '9');
}

/* The end of the part that starts at s and that no line end may divide. */
static const char *word_end(const char *s) {
    while (*s != '\0' && *s != ' ') {
        uint32_t c = utf8_next(&s);
        const char *ahead = s;
        if (c == SOFT_HYPHEN || breaks_after(c, utf8_next(&ahead)))
            break;
    }
    return s;
}

static double start_width(const struct pen *pen, const char *start, const char *end) {
    return pen_width(pen, arena_strndup(pen->composer->arena, start, (size_t)(end - start)));
}

struct pen chunks_raised(struct pen pen) {
    static const double size = 0.66;
    pen.size_pt *= size;
    return pen;
}

static const struct chunk *last_of(const struct chunks *chunks) {
    return chunks->count > 0 ? &chunks->items[chunks->count - 1] : NULL;
}

/* A mark stands close to what it follows, and another mark behind a comma. */
static void add_mark(struct chunks *chunks, const struct pen *pen, const struct rich_run *run) {
    const struct chunk *before = last_of(chunks);
    const struct pen raised = chunks_raised(*pen);
    const char *number = notes_number(pen->composer, run->note);
    bool follows = before != NULL && before->advance == before->width && !before->line_break;
    if (follows && before->raised)
        number = arena_printf(pen->composer->arena, ",%s", number);
    double width = pen_width(&raised, number);
    arena_append(pen->composer->arena, chunks->items, chunks->count, chunks->capacity) =
        (struct chunk){.string = number,
                       .width = width,
                       .advance = width,
                       .face = pen->face,
                       .run = run,
                       .raised = true,
                       .glued = follows};
}

bool chunks_divide(const char *string) {
    return strstr(string, "\u00AD") != NULL;
}

static bool ends_soft(const char *string) {
    size_t length = strlen(string);
    return length >= SOFT_BYTES && strcmp(string + length - SOFT_BYTES, "\u00AD") == 0;
}

/* It is read with a blank before what follows on the next line. */
static void end_line(struct arena *arena, struct chunk *last) {
    last->line_break = true;
    if (last->advance == last->width)
        last->string = arena_printf(arena, "%s ", last->string);
}

/* `%` alone, with which no line begins: `Repeat plans, %`. */
static bool is_sign(const char *start, const char *end) {
    return end - start == 1 && *start == '%';
}

void chunks_add(struct chunks *chunks, const struct pen *pen, const struct rich_run *run) {
    struct arena *arena = pen->composer->arena;
    if (run->note != NULL)
        add_mark(chunks, pen, run);
    for (const char *s = run->string; *s != '\0';) {
        const char *end = word_end(s), *after = end + strspn(end, " ");
        const struct chunk *before = last_of(chunks);
        bool apart = before == NULL || before->line_break || before->advance != before->width;
        bool glued = (s == run->string && !apart) || (before != NULL && !before->line_break && is_sign(s, end));
        const char *string = arena_strndup(arena, s, (size_t)(after - s));
        arena_append(arena, chunks->items, chunks->count, chunks->capacity) = (struct chunk){
            .string = string,
            .width = start_width(pen, s, end),
            .advance = ends_soft(string) ? start_width(pen, s, end - SOFT_BYTES) : pen_width(pen, string),
            .face = pen->face,
            .run = run,
            .glued = glued,
        };
        s = after;
    }
    if (run->line_break && chunks->count > 0)
        end_line(arena, &chunks->items[chunks->count - 1]);
}

/* The part of a word from its start on that a line holds: at least one character, or the place of a page number, which
 * stays whole; its width to *width_pt. */
static const char *part_end(const struct pen *pen, const char *word, double *width_pt) {
    double room = *width_pt;
    const char *end = word;
    for (const char *s = word; *s != '\0'; end = s) {
        size_t place = page_number_place(s);
        if (place > 0)
            s += place;
        else
            utf8_next(&s);
        double more = start_width(pen, word, s);
        if (more > room && end > word)
            break;
        *width_pt = more;
    }
    return end;
}

static bool all_fit(const struct chunks *chunks, double width_pt) {
    for (size_t i = 0; i < chunks->count; i++)
        if (chunks->items[i].width > width_pt)
            return false;
    return true;
}

void chunks_cut(struct chunks *chunks, const struct pen *pen, double width_pt) {
    struct arena *arena = pen->composer->arena;
    struct chunks cut = {0};
    if (all_fit(chunks, width_pt))
        return;
    for (size_t i = 0; i < chunks->count; i++) {
        struct chunk word = chunks->items[i];
        struct pen look = pen_in(*pen, word.face, pen->colour);
        while (word.width > width_pt && *word.string != '\0') {
            struct chunk part = word;
            part.width = width_pt;
            const char *end = part_end(&look, word.string, &part.width);
            part.string = arena_strndup(arena, word.string, (size_t)(end - word.string));
            part.advance = part.width;
            part.line_break = false;
            arena_append(arena, cut.items, cut.count, cut.capacity) = part;
            word.string = end;
            word.width -= part.width;
            word.advance -= part.width;
            word.glued = false;
        }
        if (*word.string != '\0')
            arena_append(arena, cut.items, cut.count, cut.capacity) = word;
    }
    *chunks = cut;
}

/* Where the word that is divided before a stretch starts in its line. */
static double word_start(const struct chunks *chunks, size_t first, size_t stretch) {
    double x = 0;
    while (stretch > first && ends_soft(chunks->items[stretch - 1].string))
        stretch--;
    for (size_t i = first; i < stretch; i++)
        x += chunks->items[i].advance;
    return x;
}

size_t chunks_line(const struct chunks *chunks, size_t first, double width_pt) {
    double x = 0;
    size_t last_break = first;
    for (size_t i = first; i < chunks->count; i++) {
        const struct chunk *word = &chunks->items[i];
        bool divides = i > first && ends_soft(word[-1].string);
        if (i > first && !word->glued && !(divides && word_start(chunks, first, i) > filled * width_pt))
            last_break = i;
        if (x + word->width > width_pt + near_pt && i > first)
            return (last_break > first ? last_break : i) - first;
        x += word->advance;
        if (word->line_break)
            return i + 1 - first;
    }
    return chunks->count - first;
}

char *chunks_printed(struct composer *composer, const char *string, bool at_line_end) {
    if (!chunks_divide(string))
        return arena_strdup(composer->arena, string);
    const struct face_widths *widths = composer->widths;
    bool shown = widths->choose(widths->fonts, FACE_TEXT, SOFT_HYPHEN) == FACE_TEXT;
    const char *hyphen = shown ? "\u00AD" : "-";
    struct text text = {0};
    for (const char *s = string, *start = s; *s != '\0'; start = s) {
        if (utf8_next(&s) != SOFT_HYPHEN)
            text_append(&text, start, (size_t)(s - start));
        else if (at_line_end && s[strspn(s, " ")] == '\0')
            text_add(&text, hyphen);
    }
    char *clean = arena_strdup(composer->arena, text_string(&text));
    text_free(&text);
    return clean;
}
