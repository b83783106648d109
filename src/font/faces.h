#ifndef FONT_FACES_H
#define FONT_FACES_H

#include <stdint.h>

#include "index.h"
#include "theme.h"

/*
 * The faces of a pack, for measuring. A face's file is read when it is first asked about, once; what follows are
 * look-ups in a table. A face that no file serves has the text face stand in for it (bold for bold).
 *
 * A file that cannot be used is reported then as an error (font_file.h), and its face has no characters.
 */
struct faces;

/* What packs of one run have read of files, by their paths. Start from one with an arena, which outlives the faces. */
struct face_store {
    struct arena *arena;
    struct index tables;
};

/* Lives in the arena, as long as list and diag do. The store may be NULL. */
struct faces *faces_open(struct arena *arena, const struct font_list *list, struct face_store *store,
                         struct diag *diag);
void faces_close(struct faces *faces); /* accepts NULL */

/* The advance of a character in 1/1000 em, in whole numbers as the PDF states them; that of .notdef where the face has
 * no such character. */
double faces_width(const struct faces *faces, enum face face, uint32_t codepoint);

/* All of those that a face has, by the numbers of the characters below 0x10000; negative where it has none. NULL: no
 * file serves it. */
const int16_t *faces_own(const struct faces *faces, enum face face);

bool faces_has(const struct faces *faces, enum face face, uint32_t codepoint);

/* The face to print a character in: the wanted one, or the first fallback that has it (bold before regular for a
 * bold face, then the last resort). FACE_COUNT: none has it. */
enum face faces_choose(const struct faces *faces, enum face wanted, uint32_t codepoint);

#endif
