#ifndef MODEL_ACTION_H
#define MODEL_ACTION_H

#include <stdbool.h>

#include "diag.h"

struct indicator;

/* What is done about an indicator: by whom, by when, and how far it is. The first of them are open. */
enum action_status {
    ACTION_OPEN,
    ACTION_NOT_STARTED,
    ACTION_IN_PROGRESS,
    ACTION_ON_HOLD,
    ACTION_DONE,
    ACTION_STOPPED,
    ACTION_STATUS_COUNT
};
extern const char *const action_status_words[ACTION_STATUS_COUNT]; /* open, not started, in progress ... */

struct action {
    const struct indicator *indicator;
    const char *words;
    const char *owner; /* a role */
    int due;           /* a day, as a period of calendar_days */
    enum action_status status;
    struct source_pos pos;
};

/* Neither done nor stopped. */
bool action_is_open(const struct action *action);
/* Open on a day behind the one that it was due. */
bool action_is_overdue(const struct action *action, int day);

#endif
