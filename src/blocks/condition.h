#ifndef BLOCKS_CONDITION_H
#define BLOCKS_CONDITION_H

#include "block.h"

/*
 * When a page or a block stands: `rag=red|amber and not has commentary or has actions`. Terms with `and` and `or`
 * between, each perhaps with `not` before it: a colour that the reported figure is judged to have, or a thing that an
 * indicator has. `and` binds closer: what stands between two `or` is one way to hold, and one is enough.
 */

enum condition_thing {
    HAS_FIGURE,
    HAS_TARGET,
    HAS_RAG,
    HAS_BENCHMARK,
    HAS_COMMENTARY,
    HAS_ACTIONS, /* that are open */
    HAS_FINISHED_ACTIONS,
    HAS_DEFINITION,
    HAS_COUNTS,        /* its figures are a share of what was counted, or a rate on it */
    HAS_CONTROL_CHART, /* the catalogue gives it limits */
    CONDITION_THING_COUNT
};
extern const char *const condition_thing_words[CONDITION_THING_COUNT]; /* figure, target, rag, finished actions ... */

enum { CONDITION_TERMS_MAX = 8 };

struct condition_term {
    bool other; /* `or` stands before it: another way begins */
    bool negated;
    unsigned bands; /* a bit each of enum band_colour; 0: of a thing */
    enum condition_thing thing;
};

struct condition {
    const char *written;
    struct condition_term terms[CONDITION_TERMS_MAX]; /* all hold, up to the next `other` */
    size_t term_count;
};

/* What of a text is not understood. */
struct condition_slip {
    enum { SLIP_TERM, SLIP_BAND, SLIP_THING, SLIP_MANY } kind; /* what it was taken for */
    const char *at;                                            /* the first word of it in the text */
    size_t length;
};

/* False, and the slip filled in, where the text is no condition. The condition borrows the text. */
bool condition_parse(const char *text, struct condition *condition, struct condition_slip *slip);

/*
 * Whether it holds for one of some indicators, in a period or where a figure is not due in it the latest in which it
 * was. A way that has but negated terms holds where it does for all of them.
 */
bool condition_holds(const struct condition *condition, const struct layout *layout, const struct figures *figures,
                     int period, const struct indicator *const *indicators, size_t count);

#endif
