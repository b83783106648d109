#ifndef SET_COMPOSER_H
#define SET_COMPOSER_H

#include "block.h"
#include "face_widths.h"
#include "frame.h"

struct usage;

/* What every block needs while it is set: a view of the inputs, and the document that grows. */
struct composer {
    struct arena *arena;
    const struct layout *layout;
    const struct words *words; /* of the layout */
    const struct figures *figures;
    const struct face_widths *widths;
    struct document *document;
    struct diag *diag;
    int period;
    double page_height_pt; /* what a page has for blocks, from top to bottom */
    /* of the page being set */
    const struct page_spec *spec;
    struct element *section;
    struct strip *strip;            /* that takes the title of the block being set; NULL: it stands above */
    const struct selection *headed; /* whose heading stands on the page already, with its flag; NULL: none's */
    struct source_pos pos;          /* of the block being set: where a character that cannot be shown is reported */
    bool in_part;                   /* behind a divider, for the outline */
    /* words that stand on a page only once it is known on which page another thing is */
    struct page_reference *references;
    size_t reference_count, reference_capacity;
    size_t *first_pages;       /* of each page_spec, filled by pagination */
    struct usage *used;        /* of each page_spec, while it is found out; NULL: it is not */
    const struct usage *known; /* the same, once it is found out; NULL: not yet, or nobody asks */
};

/* The indicator that a block speaks of: its own, else its page's; NULL where there is none. */
const struct indicator *composer_indicator(const struct composer *composer, const struct block *block);

/* A link whose page number is not known yet. */
struct page_reference {
    size_t spec; /* the page_spec that it leads to */
    struct frame
        *number; /* text frame of a piece, its x the right edge: its string, width and x are filled in; may be NULL */
    struct frame *link; /* its page is filled in */
    bool titled;        /* the link says where it leads, number or not */
};

#endif
