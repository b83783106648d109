#ifndef SOURCE_DECODING_H
#define SOURCE_DECODING_H

#include "table_request.h"

/*
 * The text of a file as a stream of UTF-8, whatever it is written in; of the file never more than a block is in memory.
 *
 * A mark at the beginning says the encoding. Without one, and where none is said: bytes of which every second is NUL
 * are UTF-16; others are UTF-8, and where the first byte that is not ASCII is no UTF-8, windows-1252 from there on.
 */

enum { DECODING_BLOCK = 1 << 16 };

struct decoding {
    const char *path;
    struct source_pos from;
    struct diag *diag;
    int file;
    size_t left;                  /* bytes of the file that are to be read */
    enum encoding said, encoding; /* encoding: as which it is read */
    bool marked, big_endian;
    bool beyond_ascii;                   /* UTF-8 of more than one byte has been seen */
    unsigned char bytes[DECODING_BLOCK]; /* read, and not yet text */
    size_t start, end;
    const char *problem; /* why the text ends before the file does; NULL for nothing. In the arena of diag. */
};

/* Opens a file. False, reported, where it cannot be read, or its mark is not that of the encoding that is said. */
bool decoding_open(struct decoding *decoding, const struct table_request *request, struct diag *diag);

/* Writes text, never a NUL, to where there is room for that many bytes, at least 4; gives its length: 0 at the end. */
size_t decoding_read(struct decoding *decoding, char *text, size_t room);

void decoding_close(struct decoding *decoding);

/* What a file is read as, for notes: `UTF-8, as its mark says`, `windows-1252, recognised`. */
const char *decoding_describe(const struct decoding *decoding);

#endif
