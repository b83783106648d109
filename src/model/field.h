#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "indicator.h"
#include "words.h"

/*
 * The fields: a closed list of what is worked out for each indicator and period, under the same names in layouts, in
 * `figures` and in the documents. field.def has a row for each with all that is known of it; nothing else in the
 * program lists them.
 */
#define FIELD(name, ...) FIELD_##name,
enum field {
#include "field.def"
    FIELD_COUNT,
    FIELD_NONE = FIELD_COUNT /* where there may be none */
};
#undef FIELD
extern const char *const field_words[FIELD_COUNT];

/* What is worked out among the organisations of a comparator: its own figure, of how many figures that is made, and
 * where one stands among its members. */
enum among { AMONG_BENCHMARK, AMONG_COUNTED, AMONG_RANK, AMONG_RANKED, AMONG_QUARTILE, AMONG_COUNT };
extern const char *const among_words[AMONG_COUNT]; /* benchmark counted rank ranked quartile */

/* What a layout or a published table names: a field, or an open one with a parameter. `benchmark:family` is read as
 * FROM_BENCHMARK; figure_resolve makes it FROM_AMONG where the catalogue says that `family` is worked out. */
enum field_source { FROM_FIELD, FROM_ANNUAL, FROM_BENCHMARK, FROM_AMONG };
struct field_name {
    enum field_source source;
    enum field field;      /* FROM_FIELD; FROM_AMONG: the one that is of its kind, unit and decimals */
    enum among among;      /* FROM_AMONG */
    const char *parameter; /* `2017-18` of annual:2017-18, `england` of benchmark:england, `family` of rank:family */
};

/* Reads `ytd_value`, `annual:2017-18`, `benchmark:england`, `rank:family`; false for anything else. The parameter
 * points into text. */
bool field_parse(const char *text, struct field_name *name);

/* Among the members of a comparator; the parameter is its id. */
struct field_name field_among(enum among among, const char *comparator);

/* new: the earlier figure follows another definition, so that no arrow can be drawn. */
enum direction { DIRECTION_UP, DIRECTION_LEVEL, DIRECTION_DOWN, DIRECTION_NEW, DIRECTION_COUNT };
extern const char *const direction_words[DIRECTION_COUNT]; /* up level down new */

enum target_status { TARGET_BETTER, TARGET_ACHIEVING, TARGET_MISSING, TARGET_NONE, TARGET_STATUS_COUNT };
extern const char *const target_status_words[TARGET_STATUS_COUNT]; /* better achieving missing none */

/* What a field holds: a number, or one of a few words. */
enum field_kind {
    FIELD_IS_NUMBER,
    FIELD_IS_BAND,
    FIELD_IS_DIRECTION,
    FIELD_IS_TARGET_STATUS,
    FIELD_IS_SPC_CLASS,
    FIELD_IS_SPC_RULE,
    FIELD_IS_SPC_VARIATION,
    FIELD_IS_SPC_ASSURANCE,
    FIELD_IS_QUARTILE,
    FIELD_IS_FUNNEL,
    FIELD_KIND_COUNT
};

/* The words of a kind; none of numbers. */
struct field_kind_facts {
    const char *const *words;   /* as layouts name them */
    const char *const *printed; /* as figures are printed: `G` for green */
    int count;
    int tiled;       /* of how many a tile can tell the number; 0: of none */
    bool spoken;     /* a page can say them in words of its language; those of arrows hang on the indicator */
    enum word aloud; /* the first of these words */
};
extern const struct field_kind_facts field_kinds[FIELD_KIND_COUNT];

/* What the numbers of a field are in; field_unit says it for an indicator. */
enum field_unit_rule {
    FIELD_IN_WORDS,    /* no number */
    FIELD_IN_COUNTS,   /* whatever the indicator is in */
    FIELD_IN_PARTS,    /* counts, but where the figure is nothing else than its numerator: then as the figure */
    FIELD_IN_UNIT,     /* as the figure */
    FIELD_IN_VARIANCE, /* percent of a relative variance, else as the figure */
    FIELD_IN_PERCENT
};

/* Whose decimals a number is printed with. */
enum field_decimals {
    DECIMALS_NONE, /* no number */
    DECIMALS_OF_COUNT,
    DECIMALS_OF_VALUE,
    DECIMALS_OF_TARGET,
    DECIMALS_OF_VARIANCE,
    DECIMALS_OF_YTD_VARIANCE,
    DECIMALS_OF_CHANGE,
    DECIMALS_OF_AVERAGE
};

/* What an indicator needs for a field, as bits; nothing: every indicator has it. */
enum field_needs {
    NEEDS_DENOMINATOR = 1 << 0,
    NEEDS_FLOW = 1 << 1,
    NEEDS_ROLLING = 1 << 2,
    NEEDS_TARGET = 1 << 3,
    NEEDS_VARIANCE = 1 << 4,
    NEEDS_BANDS = 1 << 5,
    NEEDS_DIRECTION = 1 << 6,
    NEEDS_HISTORY = 1 << 7,
    NEEDS_YTD_VALUE = 1 << 8,
    NEEDS_CONTROL_CHART = 1 << 9,
    NEEDS_PEERS = 1 << 10, /* organisations to compare with */
    NEEDS_CHANCE = 1 << 11 /* counts of which is known how far chance alone can move them */
};

/* What is known of years before the periods, and with the figure also of comparators. */
enum field_past { PAST_NONE, PAST_FIGURE, PAST_NUMERATOR, PAST_DENOMINATOR };

/* The earlier figure that a change or an arrow looks back to. */
enum field_against { AGAINST_NOTHING, AGAINST_PREVIOUS, AGAINST_LAST_YEAR, AGAINST_LAST_FULL_YEAR };

/* What a line of a chart is called where the layout does not say. */
enum field_line { LINE_NAMED_BY_HEADING, LINE_NAMED_AS_INDICATOR, LINE_NAMED_BY_WORD };

/* All that is known of a field. Members that a row leaves out are the first of their kind, false or nothing; only
 * to_date stands in each, since zero is a field. */
struct field_facts {
    enum word heading; /* of its column, with a place for the unit: `{unit} in month`; field_heading gives it */
    bool per_grain;    /* the heading is the first of a list */
    enum field_kind kind;
    enum field_unit_rule unit;
    bool names_unit; /* the heading says the unit in a word where it has no sign: `Number in month` */
    enum field_decimals decimals;
    bool plus;          /* a number above zero has its sign */
    unsigned needs;     /* of enum field_needs */
    enum field to_date; /* what a row of the year to date shows below it; FIELD_NONE: nothing */
    bool in_total;      /* a total row shows that where the layout does not say */
    bool in_book;       /* a column of spreadsheets */
    bool restarts;      /* it begins anew with each year, and no line joins two years of it */
    enum field_past past;
    enum field_against against;
    enum field_line line;
    enum word line_word; /* LINE_NAMED_BY_WORD */
};
extern const struct field_facts field_table[FIELD_COUNT];

/* What the column of a field is headed by in a pack of a grain. */
enum word field_heading(enum field field, enum grain grain);

/* What a named figure holds; annual and benchmark are numbers. */
enum field_kind field_name_kind(struct field_name name);

/* True for the figures of a period; the others are of a year, or the latest. */
bool field_name_of_period(struct field_name name);

/* A figure of the place itself: no comparator's, no target, and not whether there is one. */
bool field_name_is_own(struct field_name name);

/* False for fields that an indicator never has: a year to date of a snapshot, a denominator of a plain value. */
bool field_exists(const struct indicator *indicator, enum field field);

/* True where its numbers are in the unit of the indicator's figure. */
bool field_in_own_unit(const struct indicator *indicator, enum field field);

/* True where its figures of periods add up to that of the year: of a flow, the counts, and the figure where it is one.
 */
bool field_adds_up(const struct indicator *indicator, enum field field);
/* True where its figures are such sums over a year up to a period: to date, or the last twelve months. */
bool field_is_sum(const struct indicator *indicator, enum field field);

/* The unit of its numbers. Points are percent too: differences of percentages. */
enum unit field_unit(const struct indicator *indicator, enum field field);
bool field_is_points(const struct indicator *indicator, enum field field);

/* How many decimals it is printed with where the indicator's format is fixed and the figure is whole if it is a count.
 */
int field_decimals(const struct indicator *indicator, enum field field);

/* A mean or a line of a control chart, which may have been cut (fraction_mean). */
bool field_is_mean(enum field field);

/* The field, or that of the year to date where that is what the indicator reports. */
enum field field_reported(const struct indicator *indicator, enum field field);

/* True where a key judges figures that a letter (FIELD_RAG, FIELD_YTD_RAG) is of, as one may the headline alone. */
bool field_judged(const struct indicator *indicator, const struct band_rule *rule, enum field letter);

/* The letter of a figure, or of how far it is from its target; FIELD_NONE for what no key judges. */
enum field field_letter(enum field field);

/* True for figures of the year to date, which a pack of years has none of. */
bool field_is_to_date(enum field field);

/* The arrow that looks back as far as a change; FIELD_NONE for what is no change. */
enum field field_arrow(enum field change);

/* A word that a field holds, in the language of the pack; NULL where pages have no words for it. */
const char *field_aloud(const struct words *words, enum field field, int word);

/* The same of an indicator's figure: beyond a limit of a funnel is better or worse where either high or low is. */
const char *field_aloud_judged(const struct words *words, enum polarity polarity, enum field field, int word);

#endif
