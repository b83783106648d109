#ifndef BLOCKS_BLOCK_H
#define BLOCKS_BLOCK_H

#include <assert.h>

#include "abbreviation.h"
#include "figure.h"
#include "image.h"
#include "paper.h"
#include "rich.h"
#include "selection.h"
#include "theme.h"
#include "width.h"
#include "words.h"

/*
 * What a layout asks for: pages of blocks. The reader fills it; `page` arranges it. A kind of block is a row of
 * blocks.def; what it has of its own is in block_parts.h, or in a header of its noun.
 */

enum block_kind {
#define BLOCK(KIND, ...) BLOCK_##KIND,
#define PLAIN BLOCK
#define MARK BLOCK
#include "blocks.def"
    BLOCK_KIND_COUNT
};
extern const char *const block_words[BLOCK_KIND_COUNT]; /* element names: row stack page-break heading ... */

/* The space before a block, in points. */
enum block_gap { GAP_NONE = 0, GAP_SMALL = 12, GAP_TIGHT = 16, GAP_USUAL = 26, GAP_LARGE = 40 };

struct condition;

/* What a kind of block does with what all blocks have. */
struct block_rule {
    bool contains; /* other blocks */
    enum block_gap gap_pt;
    enum block_about {
        ABOUT_ANYTHING,
        ABOUT_INDICATOR, /* its own or the page's; it needs one, or a selection */
        ABOUT_TITLE,     /* its own or the page's; without one it needs an indicator */
    } about;
    enum block_selects {
        SELECTS_NONE,
        SELECTS_SOME, /* where the layout asks for some */
        SELECTS_ALL,  /* all of the catalogue where the layout does not say which */
    } selects;
    bool heads_itself;   /* sets its title in a way of its own; else a section's head stands before what it sets */
    bool explains_usage; /* it needs to know what pages use, so that they are set twice */
};
extern const struct block_rule block_rules[BLOCK_KIND_COUNT];

#define BLOCK(KIND, noun, ...) struct noun;
#define MARK BLOCK
#include "blocks.def"

struct block {
    enum block_kind kind;
    struct block *parent, *first_child, *last_child, *next;
    struct width width;                /* in a row */
    double gap_pt;                     /* before it; -1: the usual */
    const char *title;                 /* NULL: the block's own */
    bool title_left;                   /* turned, at its left side; else above it */
    const struct indicator *indicator; /* NULL: the page's */
    const struct indicator *leads;     /* the first that the lines of a chart name; NULL: they name none */
    const struct condition *when;      /* it stands where that holds; NULL: always */
    struct selection selection;        /* none: not of a selection */
    union {
#define BLOCK(KIND, noun, ...) struct noun *noun;
#define MARK BLOCK
#include "blocks.def"
    } part; /* filled by its kind's reader; read with block_NOUN */
    struct source_pos pos;
};

/* The part of a block that is of that kind: block_tiles, block_cover ... It is a mistake to ask it of another kind. */
#define BLOCK(KIND, noun, ...)                                                 \
    static inline const struct noun *block_##noun(const struct block *block) { \
        assert(block->kind == BLOCK_##KIND);                                   \
        return block->part.noun;                                               \
    }
#define MARK BLOCK
#include "blocks.def"

/* A page as the layout asks for it: its own blocks, or a template's, for one indicator. */
struct page_spec {
    const char *id;                    /* the indicator's where the layout gives none; may be NULL */
    const char *title;                 /* for outline and contents; NULL: the indicator's */
    const char *label;                 /* above the title; NULL: the indicator's reference */
    const struct indicator *indicator; /* may be NULL */
    const struct paper *paper;         /* NULL: the layout's */
    const struct block *body;          /* a BLOCK_STACK; NULL for a blank page */
    bool blank;                        /* a side that says that it is left blank */
    const char *blank_text;            /* NULL: the usual words */
    bool listed;                       /* in contents and outline */
    bool right_hand;                   /* starts on a right-hand (odd) page */
    bool uncounted;                    /* has no number, and the pages behind it are numbered as if it were not there */
    bool empty;                        /* nothing would stand on it: it is left out */
    const struct condition *when;      /* it is in the pack where that holds; NULL: always */
    struct source_pos pos;
};

/* That of a block, else of its page (may be NULL), else the first that its lines name; NULL where there is none. */
static inline const struct indicator *block_speaks_of(const struct block *block, const struct indicator *of_page) {
    return block->indicator != NULL ? block->indicator : of_page != NULL ? of_page : block->leads;
}

/* A page or a block that its condition leaves out. */
struct left_out {
    const struct page_spec *page; /* as the layout asks for it */
    const struct block *block;    /* of it; NULL: all of it, or nothing but a heading is left */
    const struct condition *when; /* NULL: nothing but a heading is left of it */
};

struct commentary {
    const struct indicator *indicator;
    struct rich_text *rich; /* the same, read: a paragraph or more; a heading at its top is the message of the period */
    const char *path;
};

/* Words where their author wrote them. */
struct written {
    const char *words;
    struct source_pos pos;
};

/* The figures of a pack that are put into its PDF, and as what. */
enum attached { ATTACHED_NOTHING, ATTACHED_XLSX, ATTACHED_ODS, ATTACHED_CSV, ATTACHED_COUNT };
extern const char *const attached_words[ATTACHED_COUNT]; /* no xlsx ods csv */

struct layout {
    const char *path;
    const char *title, *subtitle, *author, *subject, *language;
    bool hyphens;       /* words are divided in narrow columns */
    struct paper paper; /* of pages that do not say another */
    double bleed_pt;    /* how far colour goes on beyond the edge of printed pages; 0: it ends there */
    int first_page;
    bool duplex;           /* mirrored margins, page numbers at the outer edge */
    bool numbers_of_pages; /* a page says how many there are: `Page 3 of 28` */
    bool facing_pages;     /* a topic on two facing pages */
    int period;            /* PERIOD_NONE: the latest period with data */
    const char *created;   /* ISO date of the issue; may be NULL */
    const char *status;    /* `Issue 1`; may be NULL */
    const char *footer;    /* NULL: the catalogue's source line */
    enum attached attached;
    bool cropped; /* pages end with what is on them: what stands at their foot stands right below that */
    bool alone;   /* pages are published one by one: the foot of each tells source and date of the data */
    /* what the program prints by itself, in the language */
    const struct words *words;
    struct theme theme;
    struct font_list fonts;
    struct catalogue *catalogue;
    const struct abbreviations *abbreviations; /* of the catalogue and its own; NULL: none */
    bool abbreviations_in_glossary;            /* there alone, and in no key */
    bool compares;                             /* organisations: it names a rank or the like */
    struct image **images;                     /* all that blocks show, each file once */
    size_t image_count, image_capacity;
    struct page_spec *pages;
    size_t page_count, page_capacity;
    struct left_out *left_out; /* in the order of the layout; none before figures are known */
    size_t left_out_count, left_out_capacity;
    struct commentary *commentaries; /* those of the period */
    size_t commentary_count, commentary_capacity;
    struct written *written; /* words of the layout that its pages print */
    size_t written_count, written_capacity;
    const struct indicator **shown; /* those that its pages speak of, each once */
    size_t shown_count, shown_capacity;
    struct source_pos pos;
};

/* The day on which a pack speaks: that of its issue, else the last of its period. By it actions are overdue. */
int layout_day(const struct layout *layout);

const struct commentary *layout_commentary(const struct layout *layout,
                                           const struct indicator *indicator); /* or NULL */

#endif
