#ifndef WORKBOOK_COMPOUND_H
#define WORKBOOK_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A compound file, as programs of Microsoft Office 97 wrote: streams in sectors, chained by tables. Nothing in it is
 * trusted.
 *
 * A copy of the stream of that name, which the caller frees: *length bytes. NULL where there is none, or where it is
 * damaged.
 */
unsigned char *compound_stream(const unsigned char *bytes, size_t size, const char *name, size_t *length);

/* Numbers of such files: the lowest byte first. */
unsigned compound_16(const unsigned char *bytes);
unsigned long compound_32(const unsigned char *bytes);

#endif
