#ifndef WORKBOOK_XLSX_STRINGS_H
#define WORKBOOK_XLSX_STRINGS_H

#include "archive.h"
#include "text.h"

/* The texts that the cells of an XLSX share. */
struct xlsx_strings {
    struct text bytes;
    size_t *ends;
    size_t count, capacity;
};

/* Runs of letters of a text are put together; how they are pronounced is left out. False, reported. */
bool xlsx_strings_read(struct xlsx_strings *strings, struct archive *archive, const char *part);
void xlsx_strings_free(struct xlsx_strings *strings);

/* NULL where there is none of that number. */
const char *xlsx_strings_get(const struct xlsx_strings *strings, size_t number, size_t *length);

/* `_x000D_` stands for a character that XML cannot have: puts it back, from a place in a text on. */
void xlsx_strings_unescape(struct text *text, size_t from);

#endif
