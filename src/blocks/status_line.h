#ifndef BLOCKS_STATUS_LINE_H
#define BLOCKS_STATUS_LINE_H

#include "comparator.h"

/* The latest figure of an indicator in one line. */
struct status_line {
    const struct comparator *against; /* its rank and how far it is from this one are said too; NULL: neither */
};

#endif
