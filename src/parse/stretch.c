#include "stretch.h"

struct stretch stretch_of_year(struct calendar calendar, const char *text) {
    int year = calendar_year_parse(text);
    if (year == PERIOD_NONE)
        return (struct stretch){PERIOD_NONE, PERIOD_NONE};
    return (struct stretch){calendar_year_first(calendar, year), calendar_year_last(calendar, year)};
}

bool stretch_overlaps(struct stretch a, struct stretch b) {
    bool a_before = a.to != PERIOD_NONE && b.from != PERIOD_NONE && a.to < b.from;
    bool b_before = b.to != PERIOD_NONE && a.from != PERIOD_NONE && b.to < a.from;
    return !a_before && !b_before;
}

const char *stretch_words(struct arena *arena, struct calendar calendar, struct stretch stretch) {
    if (stretch.from == PERIOD_NONE && stretch.to == PERIOD_NONE)
        return arena_printf(arena, "all %s", calendar_nouns(calendar));
    if (stretch.from == PERIOD_NONE)
        return arena_printf(arena, "up to %s", calendar_iso(arena, calendar, stretch.to));
    if (stretch.to == PERIOD_NONE)
        return arena_printf(arena, "from %s", calendar_iso(arena, calendar, stretch.from));
    return arena_printf(arena, "%s to %s", calendar_iso(arena, calendar, stretch.from),
                        calendar_iso(arena, calendar, stretch.to));
}
