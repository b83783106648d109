#ifndef SOURCE_PERIOD_USUAL_H
#define SOURCE_PERIOD_USUAL_H

#include "calendar.h"

/* A way in which people write periods. */
struct period_usual {
    const char *pattern;
    enum grain only; /* in files of this grain, since elsewhere it would mean something else; GRAIN_COUNT: in all */
};

/* Those that are recognised, the likelier first; the last has no pattern. */
extern const struct period_usual period_usual[];

/* The words that the text starts with and that may stand before any of them, such as `Week ending `; "" for none. */
const char *period_usual_lead(const char *text);

#endif
