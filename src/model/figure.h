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
    FIELD_CHANGE_PREVIOUS_MONTH,
    FIELD_CHANGE_LAST_YEAR,
    FIELD_DIRECTION_PREVIOUS_MONTH,
    FIELD_DIRECTION_LAST_YEAR,
    FIELD_DIRECTION_ANNUAL,
    FIELD_AVERAGE_12,
    FIELD_MAXIMUM_12,
    FIELD_MINIMUM_12,
    FIELD_TARGET_STATUS,
    FIELD_COUNT
};
extern const char *const field_words[FIELD_COUNT];

enum direction { DIRECTION_UP, DIRECTION_LEVEL, DIRECTION_DOWN, DIRECTION_COUNT };
extern const char *const direction_words[DIRECTION_COUNT]; /* up level down */

enum target_status { TARGET_BETTER, TARGET_ACHIEVING, TARGET_MISSING, TARGET_NONE, TARGET_STATUS_COUNT };
extern const char *const target_status_words[TARGET_STATUS_COUNT]; /* better achieving missing none */

/* What a field holds: a number, or one of a few words. */
enum field_kind { FIELD_IS_NUMBER, FIELD_IS_BAND, FIELD_IS_DIRECTION, FIELD_IS_TARGET_STATUS };
enum field_kind field_kind(enum field field);

/* What `metric` computes for (indicator, field, period). */
struct figure {
    struct fraction value; /* unrounded, in the unit printed: 28.27 is 28.27%; none where absent or a word */
    enum status status;
    int word; /* of a present field that is no number: enum band_colour, direction or target_status */
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

/* The figure as a page prints it: `28.3`, `+1.2`, `G`, `up`. "" where it is absent; a page then prints the symbol of
 * its status. This is the one place where a figure is rounded. */
const char *figure_printed(struct arena *arena, const struct indicator *indicator, enum field field,
                           const struct figure *figure);

/* The same with a number of decimals of the layout's; -1: the indicator's own. */
const char *figure_printed_with(struct arena *arena, const struct indicator *indicator, enum field field,
                                const struct figure *figure, int decimals);

/* The figure rounded as it is printed: what a band or an arrow judges. */
struct fraction figure_rounded(const struct indicator *indicator, enum field field, struct fraction value);

#endif
