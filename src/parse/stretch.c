#include "stretch.h"

#include <stdlib.h>

#include "month.h"
#include "value.h"

struct stretch stretch_of_year(const char *year, int start) {
    if (!value_is_year(year))
        return (struct stretch){MONTH_NONE, MONTH_NONE};
    int first = month_make(atoi(year), start);
    return (struct stretch){first, first + 11};
}

bool stretch_overlaps(struct stretch a, struct stretch b) {
    bool a_before = a.to != MONTH_NONE && b.from != MONTH_NONE && a.to < b.from;
    bool b_before = b.to != MONTH_NONE && a.from != MONTH_NONE && b.to < a.from;
    return !a_before && !b_before;
}

const char *stretch_words(struct arena *arena, struct stretch stretch) {
    if (stretch.from == MONTH_NONE && stretch.to == MONTH_NONE)
        return "all months";
    if (stretch.from == MONTH_NONE)
        return arena_printf(arena, "up to %s", month_iso(arena, stretch.to));
    if (stretch.to == MONTH_NONE)
        return arena_printf(arena, "from %s", month_iso(arena, stretch.from));
    return arena_printf(arena, "%s to %s", month_iso(arena, stretch.from), month_iso(arena, stretch.to));
}
