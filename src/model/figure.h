#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include "catalogue.h"

/* The fields of design section 4: a closed list, the same names in layouts, in `figures` and in the documents. */
enum field {
    FIELD_NUMERATOR,
    FIELD_DENOMINATOR,
    FIELD_VALUE,
    FIELD_YTD_NUMERATOR,
    FIELD_YTD_DENOMINATOR,
    FIELD_YTD_VALUE,
    FIELD_ROLLING_12_NUMERATOR,
    FIELD_ROLLING_12_DENOMINATOR,
    FIELD_ROLLING_12_VALUE,
    FIELD_TARGET,
    FIELD_VARIANCE,
    FIELD_YTD_VARIANCE,
    FIELD_RAG,
    FIELD_YTD_RAG,
    FIELD_COUNT
};
extern const char *const field_words[FIELD_COUNT];

/* What `metric` computes for (indicator, field, period). */
struct figure {
    struct fraction value; /* unrounded, in the unit printed: 28.27 is 28.27%; none where absent or a letter */
    enum band_colour band; /* of a RAG field that is present */
    enum status status;
    const char *printed; /* as a page prints it, `28.3`, `G`; "" where absent (a page then prints the status symbol) */
};

/* All figures of one indicator: figures[(month - first) * FIELD_COUNT + field]. */
struct figure_table {
    const struct indicator *indicator;
    int first, count; /* months */
    struct figure *figures;
};

/* Every figure of a catalogue, in its indicators' order. */
struct figures {
    const struct catalogue *catalogue;
    int first, count;            /* months, the same for all */
    struct figure_table *tables; /* catalogue->indicator_count of them */
};

/* A missing figure outside the months. */
const struct figure *figure_at(const struct figure_table *table, enum field field, int month);
const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator);

/* False for fields that an indicator never has: a year to date of a snapshot, a denominator of a plain value. */
bool indicator_has_field(const struct indicator *indicator, enum field field);

#endif
