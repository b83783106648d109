#ifndef WORKBOOK_RELATIONS_H
#define WORKBOOK_RELATIONS_H

#include "archive.h"

/* Which part of an XLSX leads to which other: a file of relations belongs to each part. */
struct relation {
    const char *id, *target; /* the name of a part */
    const char *type;        /* the last word of it: `worksheet` */
};

struct relations {
    struct relation *items;
    size_t count, capacity;
};

/* Those of a part, "" for the workbook as a whole. Where there is no such file, there are none. False, reported, where
 * it cannot be read. */
bool relations_read(struct archive *archive, struct arena *arena, const char *part, struct relations *relations);

/* NULL where there is none. */
const struct relation *relations_by_id(const struct relations *relations, const char *id);
const struct relation *relations_by_type(const struct relations *relations, const char *type);

#endif
