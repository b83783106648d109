#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include "catalogue.h"

/* The fields of design section 4: a closed list, the same names in layouts, in `figures` and in the documents. */
#define FIELD_LIST(X)                                   \
    X(NUMERATOR, "numerator")                           \
    X(DENOMINATOR, "denominator")                       \
    X(VALUE, "value")                                   \
    X(YTD_NUMERATOR, "ytd_numerator")                   \
    X(YTD_DENOMINATOR, "ytd_denominator")               \
    X(YTD_VALUE, "ytd_value")                           \
    X(ROLLING_12_NUMERATOR, "rolling_12_numerator")     \
    X(ROLLING_12_DENOMINATOR, "rolling_12_denominator") \
    X(ROLLING_12_VALUE, "rolling_12_value")             \
    X(TARGET, "target")                                 \
    X(VARIANCE, "variance")                             \
    X(YTD_VARIANCE, "ytd_variance")                     \
    X(RAG, "rag")                                       \
    X(YTD_RAG, "ytd_rag")                               \
    X(CHANGE_PREVIOUS, "change_previous")               \
    X(CHANGE_LAST_YEAR, "change_last_year")             \
    X(DIRECTION_PREVIOUS, "direction_previous")         \
    X(DIRECTION_LAST_YEAR, "direction_last_year")       \
    X(DIRECTION_ANNUAL, "direction_annual")             \
    X(AVERAGE_12, "average_12")                         \
    X(MAXIMUM_12, "maximum_12")                         \
    X(MINIMUM_12, "minimum_12")                         \
    X(TARGET_STATUS, "target_status")                   \
    X(SPC_MEAN, "spc_mean")                             \
    X(SPC_UPPER, "spc_upper")                           \
    X(SPC_LOWER, "spc_lower")                           \
    X(SPC_NEAR_UPPER, "spc_near_upper")                 \
    X(SPC_NEAR_LOWER, "spc_near_lower")                 \
    X(SPC_POINT, "spc_point")                           \
    X(SPC_RULE, "spc_rule")                             \
    X(SPC_VARIATION, "spc_variation")                   \
    X(SPC_ASSURANCE, "spc_assurance")

#define FIELD_AS_ENUM(name, word) FIELD_##name,
enum field { FIELD_LIST(FIELD_AS_ENUM) FIELD_COUNT };
extern const char *const field_words[FIELD_COUNT];

/* What a layout or a published table names: a field, or an open one with a parameter. */
enum field_source { FROM_FIELD, FROM_ANNUAL, FROM_BENCHMARK };
struct field_name {
    enum field_source source;
    enum field field;      /* FROM_FIELD */
    const char *parameter; /* `2017-18` of annual:2017-18, `england` of benchmark:england */
};

/* Reads `ytd_value`, `annual:2017-18`, `benchmark:england`; false for anything else. The parameter points into text. */
bool field_parse(const char *text, struct field_name *name);

/* new: the earlier figure follows another definition, so that no arrow can be drawn. */
enum direction { DIRECTION_UP, DIRECTION_LEVEL, DIRECTION_DOWN, DIRECTION_NEW, DIRECTION_COUNT };
extern const char *const direction_words[DIRECTION_COUNT]; /* up level down new */

enum target_status { TARGET_BETTER, TARGET_ACHIEVING, TARGET_MISSING, TARGET_NONE, TARGET_STATUS_COUNT };
extern const char *const target_status_words[TARGET_STATUS_COUNT]; /* better achieving missing none */

/* What a field holds: a number, or one of a few words. */
enum field_kind { FIELD_IS_NUMBER, FIELD_IS_BAND, FIELD_IS_DIRECTION, FIELD_IS_TARGET_STATUS, FIELD_IS_CONTROL };
enum field_kind field_kind(enum field field);

/* What `metric` computes for (indicator, field, period). */
struct figure {
    struct fraction value; /* unrounded, in the unit printed: 28.27 is 28.27%; none where absent or a word */
    enum status status;
    int word; /* of a present field that is no number: enum band_colour, direction, target_status, or of a control chart
               */
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
/* The month of the latest figure up to `month`, or MONTH_NONE. It is `month` itself where that is absent for another
 * reason than that it is missing: what is suppressed or does not apply has no older figure in its place. */
int figure_last_month(const struct figure_table *table, enum field field, int month);
const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator);

/* The figure that a name stands for: one of the table, that of a past year, or the latest of a comparator. */
struct figure figure_named(const struct figure_table *table, struct field_name name, int month);

/* How many of some indicators have a word in a field in a month: 9 `better` than their target. */
size_t figures_tally(const struct figures *figures, const struct indicator *const *indicators, size_t count,
                     enum field field, int month, int word);

/* False for fields that an indicator never has: a year to date of a snapshot, a denominator of a plain value. */
bool indicator_has_field(const struct indicator *indicator, enum field field);

/* The figure as a page prints it: `28.3`, `+1.2`, `G`, `up`. "" where it is absent; a page then prints the symbol of
 * its status. This is the one place where a figure is rounded. */
const char *figure_printed(struct arena *arena, const struct indicator *indicator, enum field field,
                           const struct figure *figure);

/* The same with a number of decimals of the layout's; -1: the indicator's own. */
const char *figure_printed_with(struct arena *arena, const struct indicator *indicator, enum field field,
                                const struct figure *figure, int decimals);

/* The text of a named figure: a benchmark has decimals of its own unless it is compact, a past year those of the
 * figure. */
const char *figure_printed_named(struct arena *arena, const struct indicator *indicator, struct field_name name,
                                 const struct figure *figure);

/* The figure rounded as it is printed: what a band or an arrow judges. */
struct fraction figure_rounded(const struct indicator *indicator, enum field field, struct fraction value);

#endif
