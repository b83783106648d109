#ifndef APP_OUTPUT_PATH_H
#define APP_OUTPUT_PATH_H

#include "arguments.h"

/* Where files go. Paths live in the session's arena. */

/* A text as part of a file's name: what leads to another folder, or what some systems do not allow, becomes a hyphen.
 */
const char *output_path_part(struct arena *arena, const char *text);

/* `output/NAME.pdf`, or `NAME-CODE.pdf` of an organisation, beside the folder of the layout, where packs land; what is
 * for print says so in its name. The folder is made where it is not there; NULL, reported, where that fails. */
const char *output_path_of_pack(struct session *session);

/* The same for a run of many packs, with the code of each in its name: `output/NAME-{code}.pdf`, or a folder of that
 * name for pages. */
const char *output_path_pattern(struct arena *arena, const struct arguments *arguments);

/* The folder that takes pages: what -o names, else `output` beside the folder of the layout, or for all pages a
 * folder in it named by the layout. NULL: -o names a file. */
const char *output_path_of_pages(struct session *session, const char *output, bool all);

/* Makes a folder where there is none, those above it too. False: reported (diag_system). */
bool output_path_make_folder(const char *folder, struct diag *diag);

/* FOLDER/NAME.EXTENSION, or for a side from 1 on NAME-SIDE. */
const char *output_path_in(struct session *session, const char *folder, const char *name, size_t side,
                           const char *extension);

/* The same for a file that the user named: its side stands before its extension. */
const char *output_path_of_side(struct session *session, const char *file, size_t side);

/* The same path with another ending. */
const char *output_path_named(struct session *session, const char *path, const char *extension);

#endif
