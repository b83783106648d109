#ifndef BLOCKS_SELECTION_H
#define BLOCKS_SELECTION_H

#include "catalogue.h"

/*
 * Which indicators a block or a run of pages is about: all, those that hold every term, or those of a list; in the
 * catalogue's order. Tables, tiles and panels that share a selection speak of the same indicators.
 */

/* One condition: an attribute of the catalogue, or `section`, has one of these values. */
struct selection_term {
    const char *attribute;
    const char **values; /* a section's are ids */
    size_t value_count, value_capacity;
    struct source_pos pos;
};

struct selection {
    struct selection_term *terms; /* all hold; none: no condition */
    size_t term_count, term_capacity;
    const struct indicator **listed; /* by name, in the author's order; none: not by name */
    size_t listed_count, listed_capacity;
    const struct indicator **indicators; /* what is selected */
    size_t count, capacity;
    struct source_pos pos;
};

/* Other words in print for some values of an attribute: `month end` for `month_end`. */
struct value_words {
    struct value_word {
        const char *is, *as;
    } * items;
    size_t count, capacity;
};

/* What a value is in print: itself where nothing else was said. NULL stays NULL. */
const char *value_words_of(const struct value_words *words, const char *value);

/* Fills in the indicators from terms and list. */
void selection_resolve(struct arena *arena, struct selection *selection, const struct catalogue *catalogue);

/* What an indicator has for a term: the id of its section, or the value of an attribute; NULL where it has none. */
const char *selection_value(const struct indicator *indicator, const char *attribute);

/* The name in print of the group that an indicator belongs to: its section's title, or the value of an attribute; NULL
 * where it belongs to none. */
const char *selection_group(const struct indicator *indicator, const char *attribute);

/* The indicators with those of a group together: groups in the order of their first indicator, those in none last. */
void selection_gather(struct arena *arena, struct selection *selection, const char *attribute);

#endif
