#include "action.h"

const char *const action_status_words[ACTION_STATUS_COUNT] = {
    [ACTION_OPEN] = "open",
    [ACTION_NOT_STARTED] = "not started",
    [ACTION_IN_PROGRESS] = "in progress",
    [ACTION_ON_HOLD] = "on hold",
    [ACTION_DONE] = "done",
    [ACTION_STOPPED] = "stopped",
};

bool action_is_open(const struct action *action) {
    return action->status < ACTION_DONE;
}

bool action_is_overdue(const struct action *action, int day) {
    return action_is_open(action) && action->due < day;
}
