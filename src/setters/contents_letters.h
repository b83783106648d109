#ifndef SETTERS_CONTENTS_LETTERS_H
#define SETTERS_CONTENTS_LETTERS_H

#include "attention.h"
#include "pen.h"

/* How each indicator of the catalogue stands, as what needs attention has it, for the letters of pages in contents. */
struct contents_letters {
    const struct attention_standing *stands; /* by the indicators' numbers; NULL: no letters are asked for */
};

struct contents_letters contents_letters_make(struct composer *composer);

/* The letters of a page: of the measures that its tables and charts are about, each once. None of a page that shows
 * more than twelve, or where none are asked for. */
struct page_letters {
    size_t bands[BAND_COUNT], off, count;
};

struct page_letters contents_letters_of(const struct contents_letters *letters, struct composer *composer,
                                        const struct page_spec *spec);
double page_letters_width(const struct page_letters *letters);
/* From `x` on, red and off target first. Children of the pen's element say them. */
void page_letters_add(const struct page_letters *letters, const struct pen *pen, double x);

#endif
