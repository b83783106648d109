#ifndef SET_COMPOSER_H
#define SET_COMPOSER_H

#include "abbreviation.h"
#include "block.h"
#include "face_widths.h"
#include "frame.h"

struct notes;
struct side_label;
struct page_usage;

/* The page being set, and where on it: composer.c alone changes it. */
struct page_state {
    const struct page_spec *spec;   /* NULL: none yet */
    struct element *section;        /* that elements of the page go into */
    const struct selection *headed; /* whose heading stands on the page already, with its flag; NULL: none's */
    struct source_pos pos;          /* of the block being set: where a character that cannot be shown is reported */
    uint64_t expanded[ABBREVIATIONS_MAX / 64]; /* abbreviations of which the page says already what they stand for */
    struct side_label *side_label;             /* that takes the title of the block being set; NULL: it stands above */
};

/* What every block needs while it is set. */
struct composer {
    /* the inputs */
    struct arena *const arena;
    struct diag *const diag;
    const struct layout *const layout;
    const struct words *const words; /* of the layout */
    const struct figures *const figures;
    const struct face_widths *const widths;
    const int period;
    const struct page_usage *const known; /* of each page_spec, once it is found out; NULL: not yet, or nobody asks */
    /* what comes of it */
    struct document *const document;
    struct page_usage *const used; /* of each page_spec, as it is set; NULL: nothing is written down */
    size_t *const first_pages;     /* of each page_spec, filled as pages are set */
    struct notes *const notes;     /* of the block being set (notes.h) */
    /* words that stand on a page only once it is known on which page another thing is */
    struct page_reference *references;
    size_t reference_count, reference_capacity;
    struct numbered_frame *numbered; /* page_number.h */
    size_t numbered_count, numbered_capacity;
    const struct page_state *const page;
};

/* Starts a page: a section of its own, in which nothing is headed. */
void composer_start_page(struct composer *composer, const struct page_spec *spec);

/* Starts a section for a side that no page_spec asks for. */
void composer_start_section(struct composer *composer);

/* Opens an element in the section, which is then the section until it is closed; `meaning` may be NULL. */
void composer_open(struct composer *composer, enum role role, const char *meaning);
void composer_close(struct composer *composer);

/* Goes on to what is written at a place; its title goes to a side label, or where it is NULL above. */
void composer_go_on(struct composer *composer, struct source_pos pos, struct side_label *side_label);

/* Notes that the heading of these indicators stands on the page. */
void composer_head(struct composer *composer, const struct selection *selection);

/* Whether an abbreviation is still to be expanded on the page, which it then is: once on each, if it says anything. */
bool composer_expand(struct composer *composer, const struct abbreviation *abbreviation);

/* Expands no more: all pages are set, and what is still drawn belongs to none. */
void composer_expand_no_more(struct composer *composer);

/* The paper of the page that is being set. */
const struct paper *composer_paper(const struct composer *composer);

/* What a paper has for blocks, from side to side and from top to bottom. */
double composer_paper_width(const struct paper *paper);
double composer_paper_height(const struct paper *paper);

/* The indicator that a block speaks of: its own, else its page's, else the first of its lines; NULL where there is
 * none. */
const struct indicator *composer_indicator(const struct composer *composer, const struct block *block);

/* True of a chart of which its lines alone say of what it speaks. */
bool composer_is_led(const struct composer *composer, const struct block *block);

/* A text frame of a piece that has a place for a page number. */
struct numbered_frame {
    const struct frame *frame;
    double anchor;
    struct source_pos pos;
};

/* A link whose page number is not known yet. */
struct page_reference {
    size_t spec;                       /* the page_spec that it leads to */
    const struct indicator *indicator; /* the page of them on which a row about it stands; NULL: the first */
    struct frame
        *number; /* text frame of a piece, its x the right edge: its string, width and x are filled in; may be NULL */
    struct element *link; /* its page is filled in */
    bool titled;          /* the link says where it leads, number or not */
};

#endif
