#ifndef SETTERS_TOPIC_REASONS_H
#define SETTERS_TOPIC_REASONS_H

#include "composer.h"
#include "flow.h"
#include "words.h"

/* What a topic table says below it: which figures are of more than their period, why figures are not there, and why
 * measures have no letter. Measures of which the same is to be said share a sentence. */

struct topic_reason {
    const char *when, *note; /* why figures of a period or of several are not there; without a note: what they are of */
    enum word word;          /* without both: why there is no letter */
    const char *names;       /* of measures */
};

struct topic_reasons {
    struct composer *composer;
    struct topic_reason *items;
    size_t count, capacity;
};

/* A measure has no figures in the periods, `Sep-18 to Mar-19`. */
void topic_reasons_add(struct topic_reasons *reasons, const char *when, const char *name, const char *note);

/* Of what the figures of a measure are, where they are of more than the period beside which they stand:
 * `Rolling 12 months: CORP 10.` */
void topic_reasons_cover(struct topic_reasons *reasons, const struct indicator *indicator, const char *name);

/* Why neither the latest figure of a measure nor its year to date has a letter; nothing where one has. */
void topic_reasons_judge(struct topic_reasons *reasons, const struct indicator *indicator, const char *name);

/* Sets them as a paragraph; nothing where there are none. */
void topic_reasons_set(const struct topic_reasons *reasons, struct flow *flow);

#endif
