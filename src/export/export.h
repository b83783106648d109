#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "export_options.h"

/* Writes pages as pictures, all with fonts that are read once. */
struct export;

/* Borrows fonts and diag for its life. */
struct export *export_create(const struct font_list *fonts, const struct export_options *options, struct diag *diag);
void export_destroy(struct export *export); /* accepts NULL */

/*
 * Writes one page of a document, every frame where the PDF has it, with title and description: what the page says of
 * itself, then the alternative text of its figures. The same page gives the same bytes.
 *
 * An SVG has outlines in place of text, so that it looks the same on every machine. The file is replaced when the new
 * one is whole. False was reported, and the old file is as it was: a system failure, or a frame that cannot be shown,
 * such as a chart without room.
 */
bool export_write(struct export *export, const struct document *document, size_t page, const char *path);

#endif
