#ifndef WORKBOOK_ARCHIVE_H
#define WORKBOOK_ARCHIVE_H

#include <stdbool.h>

#include "diag.h"
#include "stream.h"

/*
 * A workbook that is a ZIP of XML files. Nothing of it is trusted: how many files it has, what they are called, how
 * much they grow to when they are unpacked.
 */
struct archive;

/* file is closed in any case. NULL, reported at `pos`, where it is damaged or made to do harm. */
struct archive *archive_open(int file, struct source_pos pos, struct diag *diag);
void archive_close(struct archive *archive); /* accepts NULL */

bool archive_has(const struct archive *archive, const char *name);

/* Hands over a part as XML. False, reported, where it is not there or cannot be read to where it was stopped. */
bool archive_stream(struct archive *archive, const char *name, const struct stream_taker *taker);

/* True where the bytes of a part have such a word in them, without reading it as XML. */
bool archive_mentions(struct archive *archive, const char *name, const char *word);

#endif
