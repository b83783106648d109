#ifndef SETTERS_CONTENTS_LETTERS_H
#define SETTERS_CONTENTS_LETTERS_H

#include "attention.h"
#include "pen.h"

/* How each indicator of the catalogue stands, as what needs attention has it, for the letters of pages in contents. */
struct contents_letters {
    const struct attention_standing *stands; /* by the indicators' numbers; NULL: no letters are asked for */
};

struct contents_letters contents_letters_make(struct composer *composer);

/* The letters of the measures that tables and charts of a page are about, red and off target first, each once, from `x`
 * on, and how wide they are: nothing of a page that shows more than twelve. Children of the pen's element say them. */
void contents_letters_add(const struct contents_letters *letters, const struct pen *pen, const struct page_spec *spec,
                          double x);
double contents_letters_width(const struct contents_letters *letters, struct composer *composer,
                              const struct page_spec *spec);

#endif
