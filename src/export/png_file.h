#ifndef EXPORT_PNG_FILE_H
#define EXPORT_PNG_FILE_H

#include <cairo.h>
#include <stdio.h>

#include "picture_text.h"

/* Writes an image surface (CAIRO_FORMAT_RGB24) with its resolution and, as text chunks, its text. False: not
 * written, errno says why where the stream failed. */
bool png_file_write(FILE *stream, cairo_surface_t *surface, double dpi, const struct picture_text *words);

#endif
