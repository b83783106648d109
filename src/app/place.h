#ifndef APP_PLACE_H
#define APP_PLACE_H

#include "pipeline.h"

/* Where files go. Paths live in the run's arena. */

/* `output/NAME.pdf` beside the folder of the layout, where packs land; what is for print says so in its name. The
 * folder is made where it is not there; NULL, reported, where that fails. */
const char *place_of_pack(struct run *run);

/* The folder that takes pages: what -o names, else `output` beside the folder of the layout, or for all pages a
 * folder in it named by the layout. NULL: -o names a file. */
const char *place_of_pages(struct run *run, const char *output, bool all);

/* Makes a folder where there is none, those above it too. False: reported (diag_system). */
bool place_make(struct run *run, const char *folder);

/* FOLDER/NAME.EXTENSION, or for a side from 1 on NAME-SIDE. */
const char *place_in(struct run *run, const char *folder, const char *name, size_t side, const char *extension);

/* The same for a file that the user named: its side stands before its extension. */
const char *place_of_side(struct run *run, const char *file, size_t side);

#endif
