#ifndef LAYOUT_UNEXPLAINED_H
#define LAYOUT_UNEXPLAINED_H

#include "block.h"

/*
 * Tells, as notes, the first place of each word of capitals that the files of a pack print and that no abbreviation
 * explains: `SHOBPA`, `DfE`, `SGOs`. Those are left out that the program prints itself (RAG), Roman numerals, codes of
 * references and names of the organisation and its place, words beside figures (`S47`), and texts of several words all
 * of capitals.
 */
void unexplained_tell(const struct layout *layout, struct arena *arena, struct diag *diag);

#endif
