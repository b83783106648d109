#ifndef PDF_HARU_READER_H
#define PDF_HARU_READER_H

#include "haru_internal.h"

/* A file as a stream that libharu reads, a few bytes at a time: from memory, since each of its own reads of a file is a
 * call of the C library. NULL: see the error of the memory. */
HPDF_Stream haru_reader_open(HPDF_MMgr memory, const char *path);

/* All of that file, as long as the stream is open. */
const unsigned char *haru_reader_bytes(HPDF_Stream stream, size_t *length);

#endif
