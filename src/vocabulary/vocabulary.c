#include "vocabulary.h"

#include "block.h"
#include "source_request.h"
#include "topic_table.h"
#include "unit.h"
#include "vocabulary_words.h"

#define WORDS(list) .words = (list), .word_count = (int)(sizeof(list) / sizeof((list)[0]))
#define MODEL_WORDS(list, count) .words = (list), .word_count = (count)
#define RANGE(from, to) .low = (from), .high = (to)
#define ATTRIBUTES (const struct attribute_rule[])
#define END \
    { .name = NULL }
#define BLOCK_ATTRIBUTES                                                                               \
    {"width", VALUE_WIDTH, .preset = "1", .doc = "Inside a row: a weight, a length, or natural."},     \
        {"gap", VALUE_LENGTH, .doc = "Space before the block; the usual where it is missing."},        \
        {"when", VALUE_CONDITION, .doc = "It stands where this holds; always where it is missing."},   \
        {"title", VALUE_TEXT, .doc = "A title of its own."}, {                                         \
        "indicator", VALUE_NAME, .doc = "The indicator that it shows; the page's where it is missing." \
    }
#define TITLE_AT                                                                                                   \
    {                                                                                                              \
        "title-at", VALUE_WORD, .preset = "above", .doc = "Where the title stands: above, or turned at the left.", \
                                WORDS(title_at_words)                                                              \
    }
/* A catalogue says them for all of its indicators, an indicator for itself; the usual where neither does. */
#define SHARED_ATTRIBUTES                                                                                            \
    {"format", VALUE_WORD,                                                                                           \
     .doc = "`fixed` decimals, the usual; `compact`: 0 as `0`, to 10 one decimal but for whole counts, else whole.", \
     MODEL_WORDS(format_words, FORMAT_COUNT)},                                                                       \
        {"change-decimals", VALUE_WHOLE, .doc = "Of a change in percent; 0 where missing.", RANGE(0, 6)},            \
        {"average-decimals", VALUE_WHOLE, .doc = "Of a 12 month average; as decimals where missing.", RANGE(0, 6)},  \
        {"direction", VALUE_WORD, .doc = "An arrow up is better `performance`, the usual, or a rise in `number`.",   \
         WORDS(arrow_words)},                                                                                        \
        {"currency", VALUE_TEXT, .doc = "The sign or code of money, such as `€` or `EUR`; `£` where missing."},      \
        {"direction-compares", VALUE_WORD,                                                                           \
         .doc = "Figures as `printed`, where missing, or `unrounded`; `usual`: a change that a title calls little "  \
                "is level.",                                                                                         \
         WORDS(compare_words)},                                                                                      \
    {                                                                                                                \
        "direction-threshold", VALUE_NUMBER,                                                                         \
            .doc = "The least exact change, in percent, that is not level; any where missing."                       \
    }
#define SELECTION_ATTRIBUTES                                                                        \
    {"select", VALUE_TERMS,                                                                         \
     .doc = "Indicators by attribute or section: `section=plans; lead=Officer A`; all must hold."}, \
    {                                                                                               \
        "indicators", VALUE_LIST, .doc = "Indicators by name, with commas between."                 \
    }
#define DENSE_ATTRIBUTES                                                                                            \
    {"text-size", VALUE_LENGTH, .doc = "Of figures and words; that of a table where missing."},                     \
        {"least-text-size", VALUE_LENGTH, .preset = "6.5pt",                                                        \
         .doc = "How small they may become where the columns need it."},                                            \
        {"padding", VALUE_LENGTH, .preset = "6pt", .doc = "Above and below the words of a row, together."}, {       \
        "absent", VALUE_TEXT,                                                                                       \
            .doc = "Printed for a figure that there is not; its symbol where missing. In topic tables a gap among " \
                   "periods keeps its symbol."                                                                      \
    }
#define MARGIN(side, points) \
    { "margin-" side, VALUE_LENGTH, .preset = points, .doc = "Space at the edge of a page." }

#define PAGE_PAPER                                                                                                 \
    {"paper", VALUE_WORD, .doc = "The size of its paper; the pack's where missing.", WORDS(paper_words)}, {        \
        "orientation", VALUE_WORD,                                                                                 \
            .doc = "Which side of its paper is up; the pack's where missing. A landscape page among upright ones " \
                   "has its head at the binding.",                                                                 \
            WORDS(orientation_words)                                                                               \
    }

#define EXTENT                                                                                                    \
    {"years", VALUE_WHOLE, .doc = "Whole years, the last one that of the period; or periods.", RANGE(1, 10)}, {   \
        "periods", VALUE_WHOLE, .doc = "So many periods, the last one that of the pack; or years.", RANGE(2, 400) \
    }

#define EXTENT_BY                                                                                                      \
    {                                                                                                                  \
        "by", VALUE_WORD, .preset = "period",                                                                          \
                          .doc = "Each `period` of the pack; or those alone in which the indicator is `due`, such as " \
                                 "years in a pack of "                                                                 \
                                 "quarters, and so many of these.",                                                    \
                          WORDS(extent_words)                                                                          \
    }

#define PICTURE_ATTRIBUTES                                                                               \
    {"alt", VALUE_SPOKEN, .doc = "What the picture shows, for those who do not see it."}, {              \
        "decorative", VALUE_YES_NO, .preset = "no", .doc = "It has nothing to say, and so needs no alt." \
    }

#define ABBREVIATION_ATTRIBUTES                                                                           \
    {"short", VALUE_TEXT, .required = true,                                                               \
     .doc = "The short form, as it is written: `SN`; `SNs` and `SN's` are it too."},                      \
        {"alone", VALUE_YES_NO, .preset = "no",                                                           \
         .doc = "It is one where nothing else is said, as in a cell; in a sentence it is a usual word."}, \
        END

#define CONTAINERS "page template row stack"

const struct element_rule vocabulary[] = {
#include "vocabulary_catalogue.def"
#include "vocabulary_layout.def"
#include "vocabulary_look.def"
    {.name = NULL},
};
