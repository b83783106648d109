#ifndef WORKBOOK_XLS_RECORD_H
#define WORKBOOK_XLS_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "compound.h"
#include "text.h"

/* The stream of an XLS: records, one behind the other, each with a kind, a length and at most 8224 bytes. */
struct xls_stream {
    unsigned char *bytes;
    size_t length;
    bool before_97; /* letters are bytes of windows-1252, not UTF-16 */
};

struct xls_record {
    unsigned kind;
    const unsigned char *bytes;
    size_t length;
    size_t next; /* where the record behind it begins */
};

enum {
    XLS_FORMULA = 0x06,
    XLS_END = 0x0A,
    XLS_EXTERNSHEET = 0x17,
    XLS_NAME = 0x18,
    XLS_DATEMODE = 0x22,
    XLS_FILEPASS = 0x2F,
    XLS_CONTINUE = 0x3C,
    XLS_CODEPAGE = 0x42,
    XLS_COLINFO = 0x7D,
    XLS_BOUNDSHEET = 0x85,
    XLS_MULRK = 0xBD,
    XLS_RSTRING = 0xD6,
    XLS_XF = 0xE0,
    XLS_MERGEDCELLS = 0xE5,
    XLS_SST = 0xFC,
    XLS_LABELSST = 0xFD,
    XLS_NUMBER = 0x203,
    XLS_LABEL = 0x204,
    XLS_BOOLERR = 0x205,
    XLS_STRING = 0x207,
    XLS_ROW = 0x208,
    XLS_RK = 0x27E,
    XLS_FORMAT = 0x41E,
    XLS_BEGIN = 0x809
};

/* The record at a place; false at the end of the stream, or where it breaks off. */
bool xls_record_at(const struct xls_stream *stream, size_t at, struct xls_record *record);

/* A text in records that continue each other. */
struct xls_text_reader {
    const struct xls_stream *stream;
    struct xls_record record;
    size_t at; /* in the record */
};

/* A number of so many bytes, at most 4; 0 behind the end. */
unsigned long xls_text_number(struct xls_text_reader *reader, int bytes);

/* True where all has been read. */
bool xls_text_ended(struct xls_text_reader *reader);

/* Appends a text, with what says how long it is before it: `count_bytes` of that. Runs of letters and how it is
 * pronounced are passed over. */
void xls_text_read(struct xls_text_reader *reader, int count_bytes, struct text *text);

#endif
