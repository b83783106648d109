#ifndef PDF_HARU_INTERNAL_H
#define PDF_HARU_INTERNAL_H

#include <hpdf.h>
#include <hpdf_doc.h>

#include "haru.h"

struct haru {
    struct arena *arena;
    HPDF_Doc pdf;
    int fonts; /* loaded so far: each has a subset tag of its own */
    struct haru_text **texts;
    size_t text_count, text_capacity;
};

/* An object that is text of ours: a dictionary or a stream. It begins as libharu's objects do, so that dictionaries of
 * libharu's can point at it, but is none: libharu takes 4,000 instructions to make, write and free one, and a page has
 * 300. */
struct haru_text {
    HPDF_Obj_Header header;
    char *value; /* in the arena; NULL: not yet filled */
    size_t length;
    size_t place; /* in the file */
};

static inline int haru_number(const void *object) {
    return (int)(((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF);
}

/* Of all objects, with the one numbered 0 that no file has. */
static inline size_t haru_count(const struct haru *haru) {
    return haru->pdf->xref->entries->count + haru->text_count;
}

#endif
