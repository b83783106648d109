#ifndef AUDIT_AUDITED_H
#define AUDIT_AUDITED_H

#include "cause.h"
#include "printed.h"
#include "published.h"

enum verdict {
    VERDICT_AGREES,
    VERDICT_ROUNDING, /* the last digit alone */
    VERDICT_DIFFERS,
    VERDICT_CANNOT_RECOMPUTE,
    VERDICT_COUNT
};
extern const char *const audit_verdict_words[VERDICT_COUNT]; /* agrees rounding differs cannot_recompute */

/* One cell of a published table, worked out again. */
struct audited {
    const struct published_cell *cell;
    struct printed printed;
    struct figure figure;   /* the figure as it follows from the data */
    const char *shown;      /* what the table printed; [c] where the data suppress it */
    const char *recomputed; /* in the manner of the printed one; "" where absent */
    enum verdict verdict;
    const char *reason;   /* why it cannot be worked out; NULL else */
    struct cause *causes; /* of a last digit or a difference: every slip that gives what was printed */
    size_t cause_count, cause_capacity;
};

/* Neighbouring cells of one indicator and field that differ by one cause, by period. */
struct finding {
    struct audited **cells;
    size_t count, capacity;
};

struct audit {
    struct audited *cells; /* in the order of the table */
    size_t count;
    struct audited **order; /* the same by indicator, field and period */
    struct finding *findings;
    size_t finding_count, finding_capacity;
    size_t verdicts[VERDICT_COUNT];
};

#endif
