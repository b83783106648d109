#ifndef ATTENTION_ACTION_PROSE_H
#define ATTENTION_ACTION_PROSE_H

#include "action.h"
#include "composer.h"
#include "rich.h"

/* That no action is open: unsaid, said with the one that was finished last, or a warning, since one should be. */
enum action_lack { LACK_UNSAID, LACK_SAID, LACK_WARNED };

/* What is done about an indicator, a paragraph an action: how far it is, what, who, by when. */
struct action_prose {
    const struct indicator *indicator;
    size_t most;   /* so many, first those due first; the others are counted */
    bool finished; /* those that are done or stopped as well */
    bool numbered; /* each begins with the reference of the indicator */
    enum action_lack lack;
    const char *asked; /* an owner whose actions are told above: a row leads there; NULL: none are */
};

void action_prose_add(struct composer *composer, struct rich_text *text, const struct action_prose *prose);

/* `31 July 2018`, at which no line ends. */
const char *action_prose_due(struct composer *composer, const struct action *action);
/* `Head of assessment, due 31 July 2018`. */
const char *action_prose_owner(struct composer *composer, const struct action *action);
/* `In progress`; `Overdue, in progress`. */
const char *action_prose_status(struct composer *composer, const struct action *action);

#endif
