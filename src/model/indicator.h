#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include <stdbool.h>

#include "calendar.h"
#include "comparator.h"
#include "control_chart.h"
#include "rich.h"
#include "series.h"

/* What figures are in; unit.h says what is known of each. */
enum unit {
#define UNIT(NAME, ...) UNIT_##NAME,
#include "unit.def"
#undef UNIT
    UNIT_COUNT_OF_UNITS
};
/* What the numbers of a scale are in. */
struct scale_unit {
    enum unit is;
    const char *written; /* of money, `£{figure}k`; NULL: as the unit has it */
};
/* So many of its units money is printed in. */
enum magnitude { MAGNITUDE_ONE, MAGNITUDE_THOUSAND, MAGNITUDE_MILLION, MAGNITUDE_BILLION, MAGNITUDE_COUNT };
enum polarity { POLARITY_NONE, POLARITY_HIGHER, POLARITY_LOWER, POLARITY_RANGE, POLARITY_COUNT };

/* value: the numerator alone. ratio: numerator / denominator x per. rate: the same on a population. */
enum measure { MEASURE_VALUE, MEASURE_RATIO, MEASURE_RATE, MEASURE_COUNT };

/* points: figure less target. relative: (figure / target - 1) x 100. absolute: as points, in the unit of the figure. */
enum variance { VARIANCE_NONE, VARIANCE_POINTS, VARIANCE_RELATIVE, VARIANCE_ABSOLUTE, VARIANCE_COUNT };

/* fixed: the indicator's decimals. compact: 0 as `0`, up to and including 10 with one decimal but for whole counts,
 * else whole. */
enum number_format { FORMAT_FIXED, FORMAT_COMPACT, FORMAT_COUNT };

/* What a figure of a period is of: of it alone, of its last day, of the year up to it, of the twelve months up to it.
 */
enum coverage { COVERS_PERIOD, COVERS_PERIOD_END, COVERS_YEAR_TO_DATE, COVERS_TWELVE_MONTHS, COVERAGE_COUNT };

enum band_colour { BAND_GREEN, BAND_AMBER, BAND_RED, BAND_COUNT };

/* The words of each, as catalogues write them, the `enum` values as index. */
extern const char *const unit_words[UNIT_COUNT_OF_UNITS];
extern const char *const magnitude_words[MAGNITUDE_COUNT];
extern const char *const polarity_words[POLARITY_COUNT];
extern const char *const measure_words[MEASURE_COUNT];
extern const char *const variance_words[VARIANCE_COUNT];
extern const char *const format_words[FORMAT_COUNT];
extern const char *const coverage_words[COVERAGE_COUNT]; /* period period-end year-to-date twelve-months */
extern const char *const band_words[BAND_COUNT];         /* green amber red */
extern const char *const band_letters[BAND_COUNT];

/* A letter or a word of these in a data file, in upper or lower case; false: it is none. */
bool band_parse(const char *text, enum band_colour *band);

/* Higher is, or lower: figures can be told the better from the worse by their order alone. */
bool polarity_has_better(enum polarity polarity);
/* Above zero where a change is for the better, below it for the worse; 0 where it is neither, or none. */
int polarity_sense(enum polarity polarity, struct fraction change);

/* A range from one number to another; an end that is none has no limit. The lower end is in it, the upper end is not,
 * unless it says otherwise. */
struct band {
    enum band_colour colour;
    struct fraction from;
    struct fraction below;
    bool from_excluded;  /* starts just above `from` */
    bool below_included; /* ends with `below` */
    bool unset;          /* it is printed and holds no figure: its range is still to be set, or lies in other bands */
    const char *printed; /* the words of the printed key, `A=26%-29%`; may be NULL */
    struct source_pos pos;
};

/* A rule for RAG letters over a stretch of periods. Its bands do not overlap, and hold every figure unless they were
 * written to be tested in their order, or some are unset: a figure that none holds has no colour. The reader checks it.
 */
struct band_rule {
    int from, to;     /* periods, both in; PERIOD_NONE: no limit */
    bool as_printed;  /* judge the figure rounded to its printed decimals */
    bool first_match; /* written to be tested in their order: the printed words may overlap */
    bool headline;    /* judges the figure that leads alone; else the period's and its year to date */
    struct band *bands;
    size_t band_count;
    size_t band_capacity;
    struct source_pos pos;
};

/* The aim over a stretch of periods. Without a value there is expressly none, or it is still to be set. */
struct target {
    int from, to; /* periods, both in; PERIOD_NONE: no limit */
    struct fraction value;
    bool of_year;      /* of what a whole year adds up to: no figure of a shorter period is held against it */
    bool excluded;     /* a figure has to pass it, not only to reach it */
    const char *words; /* the word printed in place of one that is still to be set, `TBC`; else NULL */
    struct source_pos pos;
};

/* One comparison figure of one year: name "england", year "2016-17" or a word such as "latest". Absent ones have a
 * status. */
struct benchmark {
    const char *name;
    const char *year;
    struct fraction value;
    enum status status;
    const char *words; /* of a figure in words, else NULL */
    const char *note;  /* the word printed in place of an absent one, `Local`; may be NULL */
    struct source_pos pos;
};

/* How an arrow is found. An indicator can have none. */
struct direction_rule {
    bool none;
    bool of_number;            /* up is a rise in number; else up is better performance, by the polarity */
    bool unrounded;            /* compares unrounded figures; else figures as printed */
    bool usual;                /* what changed less than it does as a rule is level */
    struct fraction threshold; /* the least relative change, in percent, that is not level; none: any change */
};

/* What a catalogue says of an indicator beyond its figures: name "lead", value "Head of service". */
struct attribute {
    const char *name;
    const char *value;
    struct source_pos pos;
};

/* With whom an indicator is compared in place of those of a comparator. */
struct indicator_group {
    size_t comparator; /* its place among those that are computed */
    struct peer_group group;
};

struct section {
    const char *id;
    const char *title;
    struct source_pos pos;
};

struct indicator {
    size_t index; /* in its catalogue */
    const char *id;
    const char *title;
    const char *short_title;       /* for contents and labels; the title where NULL was given */
    const char *reference;         /* `Chart 1`, as the pack numbers it; may be NULL */
    const struct section *section; /* may be NULL */
    const char *place;             /* whose figures they are, where not those of the catalogue's place; may be NULL */
    const char *source;            /* where its figures come from, where not from that of the catalogue; may be NULL */
    const char *subject;           /* `of referrals`: what a status line says behind the figure; may be NULL */
    enum unit unit;
    const char *unit_name; /* the author's word for it, `beds`; may be NULL */
    const char *currency;  /* sign or code of money, `£`, `EUR`; NULL for other units */
    enum magnitude magnitude;
    long long divisor; /* so much of what is held makes one of what is printed: 1000 of thousands; 0 or 1: the same */
    int decimals;
    enum polarity polarity;        /* by which it is judged */
    enum polarity stated_polarity; /* as the catalogue says it, for print */
    const struct indicator *share; /* of a count: by this share or rate of it its moves are judged; NULL: by itself */
    enum measure measure;
    struct fraction per;        /* 100, 10000; 1 for a value */
    bool flow;                  /* has a year to date */
    bool of_amounts;            /* its counts are of money, days or the like: chance says nothing of them */
    bool dispersed;             /* limits of its funnel allow for how far places differ beyond chance */
    bool negative;              /* what it counts can be below zero */
    enum coverage covers;       /* its figures */
    bool restarts;              /* its figures run from the start of each year: no line joins two years */
    struct fraction least_span; /* of a scale that does not start at zero, as printed; none: chart_span_settle's */
    const struct series *numerator;
    const struct series *denominator;          /* NULL for a value */
    const struct series *rolling_12_numerator; /* supplied by the catalogue; may be NULL */
    bool reports_ytd;                          /* the figure that is judged and headlined is the year to date */
    enum variance variance;
    int variance_decimals;
    int ytd_variance_decimals;
    int target_decimals;
    enum number_format format; /* of value, year to date, average, target, benchmarks and history */
    int change_decimals;       /* of the % changes */
    int average_decimals;      /* of the average of twelve months */
    bool carries_rounded;      /* the figure is rounded before anything follows from it, in the period */
    int carried_decimals;      /* to so many decimals, where it is */
    struct direction_rule direction;
    const struct series *published_value; /* the figure in periods whose counts are not there; may be NULL */
    const struct series *published_ytd;   /* the year to date where the counts cannot give it; may be NULL */
    const struct series *published_rag;   /* letters in words, where no key is in force; may be NULL */
    struct annual *annuals;               /* in the order of years */
    size_t annual_count, annual_capacity;
    struct target *targets;
    size_t target_count, target_capacity;
    struct band_rule *band_rules;
    size_t band_rule_count, band_rule_capacity;
    struct benchmark *benchmarks; /* in the order of years */
    size_t benchmark_count, benchmark_capacity;
    struct attribute *attributes; /* in the catalogue's order, a name once */
    size_t attribute_count, attribute_capacity;
    const struct control_chart *control_chart; /* NULL without one */
    bool compared;                             /* its catalogue names organisations to compare with */
    struct indicator_group *groups;            /* where it is compared with others than a comparator says */
    size_t group_count, group_capacity;
    const char *numerator_label, *denominator_label; /* column heads; may be NULL */
    const char *definition;                          /* CommonMark; may be NULL */
    struct rich_text *definition_rich;               /* the same, read; NULL without one */
    struct source_pos definition_pos;
    struct source_pos pos;
};

/* The calendar in whose periods it has figures: the coarser of its counts'; that of the pack where each period has one.
 * A population is due when it is, and holds for all of its own period. */
struct calendar indicator_due(const struct indicator *indicator, struct calendar calendar);
/* The target of a period, or NULL. */
const struct target *indicator_target(const struct indicator *indicator, int period);

/* Whether any target is one that a figure of a period is held against, and not of a whole year. */
bool indicator_has_target(const struct indicator *indicator);
/* The band rule of a period, or NULL. */
const struct band_rule *indicator_band_rule(const struct indicator *indicator, int period);
/* The one band of green of a period that has a range; NULL where there is none or several. */
const struct band *indicator_green(const struct indicator *indicator, int period);
/* One of its bands is still to be set. */
bool band_rule_is_unset(const struct band_rule *rule);
/* The letter of the reported figure as it was published, which holds where no band rule is in force; false: none. */
bool indicator_published_band(const struct indicator *indicator, int period, enum band_colour *band);
/* The band that counts for a figure; NULL where none holds it: it then has no colour of its own. */
const struct band *band_rule_find(const struct band_rule *rule, struct fraction figure);
/* NULL where there is none of that name and year. */
const struct benchmark *indicator_benchmark(const struct indicator *indicator, const char *name, const char *year);
/* With whom it is compared in a comparator that is computed. */
struct peer_group indicator_group(const struct indicator *indicator, const struct comparator *comparator);
/* By which tables list it: its reference, else its id. */
const char *indicator_listed_by(const struct indicator *indicator);
/* The value of an attribute; NULL where the indicator has none of that name. */
const char *indicator_attribute(const struct indicator *indicator, const char *name);
/* Why it has no figure in a period, by the data: the note on a count that is absent; NULL where there is none. */
const char *indicator_absence_note(const struct indicator *indicator, int period);
/* The last year's of that name that has a figure, else the last of that name; NULL where there is none. */
const struct benchmark *indicator_latest_benchmark(const struct indicator *indicator, const char *name);
/* How many decimals a benchmark is printed with: none where all are whole, else those of the figure, at least one, and
 * more where it was given with more. */
int indicator_benchmark_decimals(const struct indicator *indicator, struct fraction value);
/* The same in a chart or a column of figures of periods: where they have decimals, those of the periods. */
int indicator_benchmark_decimals_beside(const struct indicator *indicator, struct fraction value);
/* How many decimals a past year is printed with: those of the figure, more where it was given with more; -1: the format
 * or the unit sees to it. */
int indicator_annual_decimals(const struct indicator *indicator, struct fraction value);
/* The figure of a year, `2017/18` or `2017-18` alike; NULL where there is none. */
const struct annual *indicator_annual(const struct indicator *indicator, const char *year);
/* The figure of the financial year that ends when the one that starts in `year` begins; NULL where there is none. */
const struct annual *indicator_annual_before(const struct indicator *indicator, int year);

/* True where figures of two indicators, each in a unit of its own, can share a scale. */
bool indicator_scales_agree(const struct indicator *a, enum unit unit_a, const struct indicator *b, enum unit unit_b);

/* Counts and money of a period: a whole year adds up to more. */
bool indicator_adds_up(const struct indicator *indicator);

/* What the figure that is judged and headlined is of. */
enum coverage indicator_coverage(const struct indicator *indicator);

#endif
