#ifndef LETTERING_LETTERING_H
#define LETTERING_LETTERING_H

#include <cairo.h>

#include "arena.h"
#include "diag.h"
#include "drawing.h"
#include "theme.h"

/*
 * The faces that cairo letters charts and pages in, read from the files of a font list when first used; the system's
 * fonts are never asked for. A character that a face lacks is taken from the fallbacks; one that none has, and bytes
 * that are not UTF-8, are left out.
 */
struct lettering;

/* Of the size of a line of lettering: what it covers above its foot and below it, and how far its foot is below the
 * middle of its figures. */
#define LETTERING_ASCENT 0.74
#define LETTERING_DESCENT 0.16
#define LETTERING_MIDDLE 0.355

/* A face at a size. */
struct lettering_style {
    enum face face;
    double size_pt;
};

struct lettering *lettering_create(const struct font_list *fonts, struct diag *diag);
void lettering_destroy(struct lettering *lettering); /* accepts NULL */

/* The advance of a string in points; a soft hyphen is for the ends of lines, and has none. */
double lettering_width(struct lettering *lettering, struct lettering_style style, const char *string);

/* Words that were to be shown, in the order in which that was asked for. */
struct lettering_list {
    struct arena *arena; /* of the words */
    struct drawn_words *words;
    size_t count, capacity;
};

/* From now on lettering_show draws nothing, but adds to a list, which the caller keeps, what it would have drawn. */
void lettering_collect(struct lettering *lettering, struct lettering_list *list);

/* Draws a string from (x, baseline) to the right in the colour that is set. */
void lettering_show(struct lettering *lettering, cairo_t *cr, struct lettering_style style, double x, double baseline,
                    const char *string);

/* The same in that face alone, each character on the whole thousandths of an em that a PDF states: for text whose place
 * and width were measured so. Another face serves where none has a file, as font_list_serving says. */
void lettering_set(struct lettering *lettering, cairo_t *cr, struct lettering_style style, double x, double baseline,
                   const char *string);

/* The string itself where it fits, else as much of it as does, with an ellipsis; "" where not even that fits. */
const char *lettering_shorten(struct lettering *lettering, struct arena *arena, struct lettering_style style,
                              const char *string, double width_pt);

/* Where lines of lettering go, and what they may take. */
struct lettering_lines {
    const char **list;
    int most; /* so many have room in the list */
    double width_pt;
};

/* A string broken at its blanks: how many lines it takes. One is too wide where a word is, and the last where no more
 * are allowed. */
int lettering_break(struct lettering *lettering, struct arena *arena, struct lettering_style style, const char *string,
                    const struct lettering_lines *lines);

#endif
