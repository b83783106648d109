#ifndef SETTERS_KEY_LINES_H
#define SETTERS_KEY_LINES_H

#include "flow.h"
#include "usage.h"

/* A block among others, one of all signs of a pack, in its text's type, or close lines at the foot of a page. */
enum key_form { KEY_BLOCK, KEY_PACK, KEY_FOOT };

/* What a key is to say. */
struct key_request {
    enum key_form form;
    struct usage usage;
    struct usage said;    /* what was read on the page before: it stands there as an artifact */
    struct element *list; /* that its items go into; NULL: all are artifacts */
};

/* What a <key> or a <glossary> of the page that is being set explains; nothing before that is known. */
struct usage key_usage(const struct composer *composer, const struct block *block);

/* Takes out what no key of the pack says: abbreviations that its glossary alone has. A page by itself has no glossary.
 */
void key_lines_leave_out(const struct composer *composer, struct usage *usage);

/* Sets what a key says of all that is used into a flow, in lines that are filled from the left. */
void key_lines_set(struct composer *composer, struct flow *flow, const struct key_request *request);

#endif
