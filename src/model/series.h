#ifndef MODEL_SERIES_H
#define MODEL_SERIES_H

#include <stddef.h>

#include "calendar.h"
#include "diag.h"
#include "fraction.h"

/* Why a figure is as it is, from good to bad: absent ones, which are never zero, stand last. */
enum status {
    STATUS_PRESENT,
    STATUS_PROVISIONAL,    /* a number, [p] */
    STATUS_REVISED,        /* a number, [r] */
    STATUS_IN_WORDS,       /* absent as a number, and published: `52+` */
    STATUS_MISSING,        /* absent, [x] */
    STATUS_NOT_APPLICABLE, /* absent, [z] */
    STATUS_NOT_DUE,        /* absent, [n]: the period is none of those that have a figure, and no oversight */
    STATUS_SUPPRESSED,     /* absent, [c]: nothing of it may be printed or drawn */
    STATUS_COUNT
};

struct status_words {
    const char *word;   /* in `figures` and in data files: present, missing, ... */
    const char *symbol; /* in a table cell: "", "[x]", ... */
};
extern const struct status_words status_words[STATUS_COUNT];

static inline bool status_is_absent(enum status status) {
    return status >= STATUS_IN_WORDS;
}

/* The status of what is worked out from two figures: suppressed wins, then not due (both must be due), not applicable,
 * missing (as what is worked out from a figure in words always is), revised, provisional. */
static inline enum status status_worse(enum status a, enum status b) {
    enum status worse = a > b ? a : b;
    return worse == STATUS_IN_WORDS ? STATUS_MISSING : worse;
}

struct cell {
    struct fraction number; /* none where absent */
    enum status status;
    const char *words; /* of a figure in words, else NULL */
    const char *note;  /* may be NULL */
    struct source_pos pos;
};

/* A figure of a past year: year "2017/18" as the catalogue writes it. Absent ones have a status. */
struct annual {
    const char *year;
    struct fraction value;
    enum status status;
    const char *words;   /* of a figure in words, else NULL */
    bool new_definition; /* cannot be compared with: the arrow is `new` */
    struct source_pos pos;
};

struct expression;

/* One raw column by period: counts, a population, or a published percentage. A period outside is missing. */
enum { SERIES_PERIODS_MAX = 400, SERIES_YEARS_MAX = 100 };

struct series {
    const char *id;
    const char *title; /* what it counts; may be NULL */
    int first;         /* period of cells[0] */
    int count;
    struct cell *cells;
    bool sparse;                   /* a period without a figure is no oversight */
    const char *nothing;           /* why there is nothing to count, in any period; NULL where there is */
    struct calendar calendar, due; /* where `due` is the coarser: a figure for each of its periods, in the last one of
                                    * `calendar` that it holds; else each period has one */
    struct annual *annuals;        /* of past years, in their order */
    size_t annual_count, annual_capacity;
    /* What it is worked out by, whenever it is asked for; NULL for a column that was read. It has no cells then. */
    struct expression *expression;
    struct source_pos pos;
};

/* The cell of a period; outside a missing one, or one that is not due. One that is worked out is absent where any of
 * its parts is, and has the note of the first part that has one. With a suppressed part it is suppressed, whatever
 * `otherwise` holds. */
struct cell series_cell(const struct series *series, int period);

/* The sum of the periods from first to last: absent where one of them is, with the first note among them. Those that
 * are not due are left out, unless all are. Of one period it is that period's cell. */
struct cell series_sum(const struct series *series, int first, int last);

/* The figure of a past year, `2017/18` or `2017-18` alike; a missing one where there is none. A series that
 * is worked out and has none of its own has what comes of those of its parts, unless it adds up periods. */
struct annual series_annual(const struct series *series, const char *year);

/* The calendar in whose periods it has figures: that of the coarsest of its parts; its own where each period has one.
 */
struct calendar series_due(const struct series *series, struct calendar calendar);

#endif
