#ifndef BATCH_FILE_PATTERN_H
#define BATCH_FILE_PATTERN_H

#include "organisation.h"

/*
 * The name of a file for each organisation: `out/{code}-{period}.pdf`. Its words are those of the organisation, and
 * `period`, which is that of the pack.
 *
 * What a value has that no name of a file can have (slashes, controls, characters that other systems refuse) becomes a
 * hyphen, and so do the dots and blanks that it begins or ends with: a value never leads to another folder.
 */

/* Whether all of them get a file, each its own. Reported: a word that none has, a value that is blank, two of one name.
 */
void file_pattern_check(const char *pattern, const struct organisations *organisations, struct diag *diag);

/* period   as it is written in the name; NULL leaves the word as it stands */
char *file_pattern_fill(struct arena *arena, const char *pattern, const struct organisation *organisation,
                        const char *period);

#endif
