#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "abbreviation.h"
#include "action.h"
#include "comparator.h"
#include "index.h"
#include "indicator.h"
#include "organisation.h"

struct peers;

/* What is known of a place's performance: raw series and the indicators that are worked out from them. */
struct catalogue {
    const char *path;
    const char *title;        /* `Children's social care performance` */
    const char *organisation; /* `Peterborough City Council` */
    const char *place;        /* `Peterborough`: in chart subtitles and alternative text */
    const char *code;         /* of the place, in data files; may be NULL */
    const char *source;       /* one line for the footer */
    const char *data_as_at;   /* ISO date; may be NULL */
    const char *note;         /* such as `Sample`; may be NULL */
    struct calendar calendar; /* of the periods of everything below */
    struct series **series;
    size_t series_count, series_capacity;
    struct section **sections;
    size_t section_count, section_capacity;
    struct comparator *comparators;
    size_t comparator_count, comparator_capacity;
    size_t computed_count; /* of these */
    struct indicator **indicators;
    size_t indicator_count, indicator_capacity;
    bool keeps_little;      /* arrows of some keep level what changed little, and so do not say `the same` */
    struct action *actions; /* in the order of their indicators, of one by the day that they are due */
    size_t action_count, action_capacity;
    struct abbreviations abbreviations; /* with the short titles of comparators */
    bool tells_actions;                 /* it names a file of them: where none is told, none is recorded */
    struct index series_by_id, indicators_by_id;
    bool incomplete;                /* a source has errors: a series that is not there is no second mistake */
    const struct organisation *own; /* whose catalogue it is; NULL where nobody was named */
    const struct organisations *organisations; /* those that are compared; NULL for none */
    const struct peers *peers;                 /* their figures; NULL for none, and until they are gathered */
    struct source_pos pos;
};

/* Add to the catalogue, which does not copy them; an id is there once, as the reader sees to. */
void catalogue_add_series(struct arena *arena, struct catalogue *catalogue, struct series *series);
void catalogue_add_indicator(struct arena *arena, struct catalogue *catalogue, struct indicator *indicator);

struct series *catalogue_series(const struct catalogue *catalogue, const char *id);         /* or NULL */
struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *id);   /* or NULL */
struct section *catalogue_section(const struct catalogue *catalogue, const char *id);       /* or NULL */
struct comparator *catalogue_comparator(const struct catalogue *catalogue, const char *id); /* or NULL */

/* Where the figures of an indicator come from, `""` where nobody says: its own source, or that of all. */
const char *catalogue_source(const struct catalogue *catalogue, const struct indicator *indicator);

/* The actions of an indicator: *count of them. */
const struct action *catalogue_actions(const struct catalogue *catalogue, const struct indicator *indicator,
                                       size_t *count);
/* Of those that are done or stopped the one that was due last; NULL: none. */
const struct action *catalogue_last_finished(const struct catalogue *catalogue, const struct indicator *indicator);

/* The first and the last period that any series has a row for (absent cells count), PERIOD_NONE where there is none. */
int catalogue_first_period(const struct catalogue *catalogue);
int catalogue_last_period(const struct catalogue *catalogue);

/* The last period in which any series that an indicator counts, or its published figure, has a number; PERIOD_NONE
 * where there is none. */
int catalogue_latest_period(const struct catalogue *catalogue);

#endif
