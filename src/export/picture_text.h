#ifndef EXPORT_PICTURE_TEXT_H
#define EXPORT_PICTURE_TEXT_H

#include "frame.h"

/* What a picture is called, and what stands for it where it cannot be seen. */
struct picture_text {
    const char *title;       /* with `2/3` where the page has several sides */
    const char *description; /* what the page says of itself, the alternative text of its figures in reading order */
    const char *author;      /* may be NULL */
    const char *language;
    const char *software;
};

struct picture_text picture_text_of(struct arena *arena, const struct document *document, size_t page,
                                    const char *software);

#endif
