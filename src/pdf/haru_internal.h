#ifndef PDF_HARU_INTERNAL_H
#define PDF_HARU_INTERNAL_H

#include <hpdf.h>
#include <hpdf_doc.h>

#include "haru.h"

struct haru {
    struct arena *arena;
    HPDF_Doc pdf;
    int fonts;    /* loaded so far: each has a subset tag of its own */
    FILE *stream; /* while saving */
    int failure;  /* errno of the stream */
    unsigned char gathering[16 * 1024];
    size_t gathered;
    __extension__ unsigned __int128 hash;
};

#endif
