#ifndef APP_LOOK_H
#define APP_LOOK_H

#include <stdio.h>

#include "diag.h"

/*
 * Tells how a data file is understood: of a workbook which sheets there are, of a
 * database which tables; how it was read, what each column holds,
 * its first rows, and a <source> element to paste into a catalogue.
 *
 * sheet   of a workbook, by its name or number, NULL for the likeliest; or the table of a database, NULL for the first
 *
 * Notes of how it was read are collected on the way. Where the file cannot be read, or has no table, that is reported
 * and nothing is written.
 */
void look_write(struct arena *arena, const char *path, const char *sheet, struct diag *diag, FILE *stream);

#endif
