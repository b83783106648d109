#ifndef METRIC_ATTENTION_BEFORE_H
#define METRIC_ATTENTION_BEFORE_H

#include "attention.h"

/* How indicators stood in an earlier period, or in the last issue: by their index. */
struct attention_before {
    enum field field; /* what is judged now */
    struct attention_standing standing;
    const char *printed; /* the figure; NULL for none */
    int period;          /* of it */
};
struct attention_before *attention_before(struct arena *arena, const struct figures *figures,
                                          const struct attention_request *request);

#endif
