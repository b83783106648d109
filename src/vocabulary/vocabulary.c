#include "vocabulary.h"

#include "block.h"
#include "topic_table.h"
#include "vocabulary_words.h"

#define WORDS(list) .words = (list), .word_count = (int)(sizeof(list) / sizeof((list)[0]))
#define MODEL_WORDS(list, count) .words = (list), .word_count = (count)
#define RANGE(from, to) .low = (from), .high = (to)
#define ATTRIBUTES (const struct attribute_rule[])
#define END \
    { .name = NULL }
#define BLOCK_ATTRIBUTES                                                                                               \
    {"width", VALUE_WIDTH, false, "1", "Inside a row: a weight, a length, or natural.", NULL, 0, 0, 0},                \
        {"gap", VALUE_LENGTH, false, NULL, "Space before the block; the usual where it is missing.", NULL, 0, 0, 0},   \
        {"title", VALUE_TEXT, false, NULL, "A title of its own.", NULL, 0, 0, 0}, {                                    \
        "indicator", VALUE_NAME, false, NULL, "The indicator that it shows; the page's where it is missing.", NULL, 0, \
            0, 0                                                                                                       \
    }
#define TITLE_AT                                                                                         \
    {                                                                                                    \
        "title-at", VALUE_WORD, false, "above", "Where the title stands: above, or turned at the left.", \
            WORDS(title_at_words)                                                                        \
    }
/* A catalogue says them for all of its indicators, an indicator for itself; the usual where neither does. */
#define SHARED_ATTRIBUTES                                                                                                \
    {"format",                                                                                                           \
     VALUE_WORD,                                                                                                         \
     false,                                                                                                              \
     NULL,                                                                                                               \
     "`fixed` decimals, the usual; `compact`: 0 as `0`, to 10 one decimal, else whole.",                                 \
     MODEL_WORDS(format_words, FORMAT_COUNT)},                                                                           \
        {"change-decimals", VALUE_WHOLE, false, NULL, "Of a change in percent; 0 where missing.", NULL, 0, RANGE(0, 6)}, \
        {"average-decimals", VALUE_WHOLE, false, NULL, "Of a 12 month average; as decimals where missing.", NULL, 0,     \
         RANGE(0, 6)},                                                                                                   \
        {"direction",                                                                                                    \
         VALUE_WORD,                                                                                                     \
         false,                                                                                                          \
         NULL,                                                                                                           \
         "An arrow up is better `performance`, the usual, or a rise in `number`.",                                       \
         WORDS(arrow_words)},                                                                                            \
        {"direction-compares", VALUE_WORD, false, NULL, "Figures as `printed`, the usual, or `unrounded`.",              \
         WORDS(judge_words)},                                                                                            \
    {                                                                                                                    \
        "direction-threshold", VALUE_NUMBER, false, NULL,                                                                \
            "The least change, in percent, that is not level; any where missing.", NULL, 0, 0, 0                         \
    }
#define SELECTION_ATTRIBUTES                                                                             \
    {"select",                                                                                           \
     VALUE_TERMS,                                                                                        \
     false,                                                                                              \
     NULL,                                                                                               \
     "Indicators by attribute or section: `section=plans; lead=Officer A`; all must hold.",              \
     NULL,                                                                                               \
     0,                                                                                                  \
     0,                                                                                                  \
     0},                                                                                                 \
    {                                                                                                    \
        "indicators", VALUE_LIST, false, NULL, "Indicators by name, with commas between.", NULL, 0, 0, 0 \
    }
#define DENSE_ATTRIBUTES                                                                                              \
    {"text-size", VALUE_LENGTH, false, NULL, "Of figures and words; that of a table where missing.", NULL, 0, 0, 0},  \
        {"least-text-size",                                                                                           \
         VALUE_LENGTH,                                                                                                \
         false,                                                                                                       \
         "6.5pt",                                                                                                     \
         "How small they may become where the columns need it.",                                                      \
         NULL,                                                                                                        \
         0,                                                                                                           \
         0,                                                                                                           \
         0},                                                                                                          \
        {"padding", VALUE_LENGTH, false, "6pt", "Above and below the words of a row, together.", NULL, 0, 0, 0}, {    \
        "absent", VALUE_TEXT, false, NULL, "Printed for a figure that there is not; its symbol where missing.", NULL, \
            0, 0, 0                                                                                                   \
    }
#define MARGIN(side, points) \
    { "margin-" side, VALUE_LENGTH, false, points, "Space at the edge of a page.", NULL, 0, 0, 0 }

#define PICTURE_ATTRIBUTES                                                                                       \
    {"alt", VALUE_SPOKEN, false, NULL, "What the picture shows, for those who do not see it.", NULL, 0, 0, 0}, { \
        "decorative", VALUE_YES_NO, false, "no", "It has nothing to say, and so needs no alt.", NULL, 0, 0, 0    \
    }

#define CONTAINERS "page template row stack"

const struct element_rule vocabulary[] = {
    /* layout */
    {SCHEMA_LAYOUT, "pack", "", false, CONTENT_ELEMENTS, "A pack: its paper, its templates and its pages in order.",
     ATTRIBUTES{
         {"title", VALUE_TEXT, true, NULL, "On the first page and in the file's properties.", NULL, 0, 0, 0},
         {"subtitle", VALUE_TEXT, false, NULL, "Below the title.", NULL, 0, 0, 0},
         {"author", VALUE_TEXT, false, NULL, "Who issues it; the catalogue's organisation where missing.", NULL, 0, 0,
          0},
         {"subject", VALUE_TEXT, false, NULL, "What it is about, in the file's properties.", NULL, 0, 0, 0},
         {"language", VALUE_LANGUAGE, false, "en-GB", "The language of its words.", NULL, 0, 0, 0},
         {"words", VALUE_PATH, false, NULL, "A file of words that take the place of the program's own.", NULL, 0, 0, 0},
         {"catalogue", VALUE_PATH, true, NULL, "The catalogue of indicators.", NULL, 0, 0, 0},
         {"theme", VALUE_PATH, false, NULL, "Type sizes, colours and lines; the built-in look where missing.", NULL, 0,
          0, 0},
         {"fonts", VALUE_PATH, false, "../fonts/fonts.xml", "The fonts by role.", NULL, 0, 0, 0},
         {"paper", VALUE_WORD, false, "A4", "The size of a page.", WORDS(paper_words)},
         {"orientation", VALUE_WORD, false, "portrait", "Which side of the paper is up.", WORDS(orientation_words)},
         {"first-page", VALUE_WHOLE, false, "1", "The number of the first page.", NULL, 0, RANGE(1, 99999)},
         {"duplex", VALUE_YES_NO, false, "no", "Printed on both sides: mirrored margins.", NULL, 0, 0, 0},
         {"facing-pages", VALUE_YES_NO, false, "no", "A topic on two facing pages.", NULL, 0, 0, 0},
         {"period", VALUE_MONTH, false, NULL, "The month reported; the latest with data where missing.", NULL, 0, 0, 0},
         {"created", VALUE_DATE, false, NULL, "The date of the issue.", NULL, 0, 0, 0},
         {"status", VALUE_TEXT, false, NULL, "Such as `Issue 1`.", NULL, 0, 0, 0},
         {"footer", VALUE_TEXT, false, NULL, "At the foot of each page; the catalogue's source where missing.", NULL, 0,
          0, 0},
         {"commentary", VALUE_PATH, false, NULL,
          "The folder of PERIOD/INDICATOR.md; `commentary` beside the catalogue where missing.", NULL, 0, 0, 0},
         MARGIN("inner", "56"),
         MARGIN("outer", "44"),
         MARGIN("top", "50"),
         MARGIN("bottom", "36"),
         {"fold", VALUE_LENGTH, false, "0", "Space in the middle of a landscape page, where a booklet is folded.", NULL,
          0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "template", "pack", false, CONTENT_ELEMENTS, "Blocks that several pages share.",
     ATTRIBUTES{{"id", VALUE_ID, true, NULL, "The name that pages use.", NULL, 0, 0, 0}, END}},
    {SCHEMA_LAYOUT, "page", "pack", false, CONTENT_ELEMENTS, "A page: a template for an indicator, or its own blocks.",
     ATTRIBUTES{
         {"template", VALUE_NAME, false, NULL, "The template that it follows.", NULL, 0, 0, 0},
         {"indicator", VALUE_NAME, false, NULL, "The indicator that it shows.", NULL, 0, 0, 0},
         {"id", VALUE_ID, false, NULL, "A name for `--page`; the indicator's where missing.", NULL, 0, 0, 0},
         {"title", VALUE_TEXT, false, NULL, "In contents and outline; the indicator's where missing.", NULL, 0, 0, 0},
         {"label", VALUE_TEXT, false, NULL, "Above the title of its heading; the indicator's reference where missing.",
          NULL, 0, 0, 0},
         {"listed", VALUE_YES_NO, false, NULL, "In contents and outline: yes for a page that has a title.", NULL, 0, 0,
          0},
         {"right-hand", VALUE_YES_NO, false, "no", "Starts on a page with an odd number.", NULL, 0, 0, 0},
         {"counted", VALUE_YES_NO, false, "yes", "Has a number; a cover has none, and no foot.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "pages", "pack", false, CONTENT_ELEMENTS,
     "A page for each indicator of a section or a selection, in the catalogue's order.",
     ATTRIBUTES{
         {"template", VALUE_NAME, true, NULL, "The template that they follow.", NULL, 0, 0, 0},
         {"section", VALUE_NAME, false, NULL, "The section.", NULL, 0, 0, 0},
         {"all", VALUE_YES_NO, false, "no", "Every indicator of the catalogue, in place of a section.", NULL, 0, 0, 0},
         SELECTION_ATTRIBUTES,
         END}},
    {SCHEMA_LAYOUT, "blank-page", "pack", false, CONTENT_ELEMENTS, "A side that is left blank and says so.",
     ATTRIBUTES{{"text", VALUE_TEXT, false, NULL, "What it says, in place of the usual words.", NULL, 0, 0, 0},
                {"counted", VALUE_YES_NO, false, "yes", "Has a number; the back of a cover has none.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "row", CONTAINERS, false, CONTENT_ELEMENTS, "Blocks side by side.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "stack", CONTAINERS, false, CONTENT_ELEMENTS, "Blocks one below the other.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"repeat", VALUE_YES_NO, false, "no",
                 "The first block of a page: again at the top of each page that the others run over to.", NULL, 0, 0,
                 0},
                END}},
    {SCHEMA_LAYOUT, "heading", CONTAINERS, false, CONTENT_ELEMENTS, "The title of the topic.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"dated", VALUE_TEXT, false, NULL,
                 "In place of the month: words with `{month}`, `{quarter}`, `{year}`, `{date}`, `{created}`.", NULL, 0,
                 0, 0},
                {"subtitle", VALUE_TEXT, false, NULL, "Below the title's line, at the left; with dates as in `dated`.",
                 NULL, 0, 0, 0},
                {"note", VALUE_TEXT, false, NULL,
                 "Below the title's line, at the right, such as `Extracted {created}`; with dates as in `dated`.", NULL,
                 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "status-line", CONTAINERS, false, CONTENT_ELEMENTS,
     "The latest figure, its target and its band in one line.", ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "table", CONTAINERS, false, CONTENT_ELEMENTS, "Months down, columns across.",
     ATTRIBUTES{
         BLOCK_ATTRIBUTES,
         {"years", VALUE_WHOLE, false, "2", "Financial years, the last one that of the period.", NULL, 0, RANGE(1, 5)},
         {"month-heading", VALUE_TEXT, false, NULL, "Above the months.", NULL, 0, 0, 0},
         {"total-label", VALUE_TEXT, false, NULL, "What the total row is called.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "topic-table", CONTAINERS, false, CONTENT_ELEMENTS,
     "Periods down in groups, measures across: months, the year to date, past years, comparators.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                DENSE_ATTRIBUTES,
                {"period-heading", VALUE_TEXT, false, NULL, "Over the periods.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "rows", "topic-table", false, CONTENT_ELEMENTS, "A group of rows.",
     ATTRIBUTES{{"show", VALUE_WORD, true, NULL, "Of what.", MODEL_WORDS(topic_rows_words, ROWS_SHOW_COUNT)},
                {"count", VALUE_WHOLE, false, NULL, "So many months up to the one reported, 13; or past years, 4.",
                 NULL, 0, RANGE(1, 60)},
                {"label", VALUE_TEXT, false, NULL, "Beside the rows; the usual where missing.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "measure", "topic-table columns", false, CONTENT_ELEMENTS, "A column of a topic table.",
     ATTRIBUTES{
         {"indicator", VALUE_NAME, false, NULL, "The indicator; or series.", NULL, 0, 0, 0},
         {"series", VALUE_NAME, false, NULL, "A raw column of the data; or indicator.", NULL, 0, 0, 0},
         {"field", VALUE_WORD, false, "value", "Of the indicator, in a month.", MODEL_WORDS(field_words, FIELD_COUNT)},
         {"counts", VALUE_WORD, false, "no", "With its counts before it: `150 of 173`, or the numerator alone.",
          MODEL_WORDS(topic_counts_words, TOPIC_COUNTS_COUNT)},
         {"number", VALUE_TEXT, false, NULL, "Over the heading; the indicator's reference where missing.", NULL, 0, 0,
          0},
         {"heading", VALUE_TEXT, false, NULL, "The short title where missing.", NULL, 0, 0, 0},
         {"decimals", VALUE_WHOLE, false, NULL, "As the indicator prints it where missing.", NULL, 0, RANGE(0, 6)},
         {"total", VALUE_YES_NO, false, "no", "Of a series: its year to date is the sum of its months.", NULL, 0, 0, 0},
         {"brackets", VALUE_YES_NO, false, "no", "Its figures are printed in brackets.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "scorecard", CONTAINERS, false, CONTENT_ELEMENTS, "Indicators down, what is known of them across.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                SELECTION_ATTRIBUTES,
                {"group", VALUE_NAME, false, NULL, "Rows in groups: by `section`, or by an attribute of the catalogue.",
                 NULL, 0, 0, 0},
                {"labels", VALUE_WORD, false, "vertical", "Of the groups of rows: turned at the left, or above.",
                 MODEL_WORDS(score_labels_words, LABELS_COUNT)},
                DENSE_ATTRIBUTES,
                {"note", VALUE_TEXT, false, NULL, "Below the table, behind what its symbols mean.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "fold", "scorecard", true, CONTENT_ELEMENTS,
     "The middle of a landscape page between two columns: behind it the first column stands again.", ATTRIBUTES{END}},
    {SCHEMA_LAYOUT, "columns", "scorecard topic-table columns", false, CONTENT_ELEMENTS,
     "Columns under a heading of their own.",
     ATTRIBUTES{{"heading", VALUE_TEXT, false, NULL,
                 "Over the columns; in a scorecard it may name months, as theirs may.", NULL, 0, 0, 0},
                {"number", VALUE_TEXT, false, NULL, "Over the heading, for all of its measures; topic table only.",
                 NULL, 0, 0, 0},
                {"across", VALUE_NAME, false, NULL,
                 "A column of the data: its figure is printed once where no measure has one; topic table only.", NULL,
                 0, 0, 0},
                {"merge", VALUE_YES_NO, false, "no", "The same words in neighbouring cells of a row are printed once.",
                 NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "column", "table scorecard columns", false, CONTENT_ELEMENTS,
     "A column. In a table: a field or a series. In a scorecard: a field, words, an attribute or a band.",
     ATTRIBUTES{
         {"field", VALUE_FIELD, false, NULL, "The figure.", NULL, 0, 0, 0},
         {"series", VALUE_NAME, false, NULL, "A raw column of the data; table only.", NULL, 0, 0, 0},
         {"otherwise", VALUE_WORD, false, NULL, "The field in place of one that an indicator has not; scorecard only.",
          MODEL_WORDS(field_words, FIELD_COUNT)},
         {"show", VALUE_WORD, false, NULL, "What it shows of an indicator; scorecard only.",
          MODEL_WORDS(show_words, SHOW_WORD_COUNT)},
         {"attribute", VALUE_NAME, false, NULL, "An attribute of the catalogue; scorecard only.", NULL, 0, 0, 0},
         {"band", VALUE_WORD, false, NULL, "The printed words of a colour's range; scorecard only.",
          MODEL_WORDS(band_words, BAND_COUNT)},
         {"heading", VALUE_TEXT, false, NULL,
          "The usual where missing. In a scorecard `{month}`, `{previous-month}`, `{last-year}`, `{year}`, "
          "`{month-name}` and `{calendar-year}` stand for months.",
          NULL, 0, 0, 0},
         {"month", VALUE_WHEN, false, "0", "Of the figure; scorecard only.", NULL, 0, 0, 0},
         {"months", VALUE_WHOLE, false, NULL, "So many columns, a month each, up to `month`; scorecard only.", NULL, 0,
          RANGE(1, 60)},
         {"below", VALUE_NAME, false, NULL, "An attribute of the catalogue in small type below; scorecard only.", NULL,
          0, 0, 0},
         {"width", VALUE_WIDTH, false, NULL,
          "Natural, or a length; with a weight it wraps and shares what is left; scorecard only.", NULL, 0, 0, 0},
         {"icon", VALUE_WORD, false, "none", "How a direction is drawn, or beside a change; scorecard only.",
          MODEL_WORDS(score_icon_words, SCORE_ICON_COUNT)},
         {"absent", VALUE_TEXT, false, NULL, "As of the scorecard; scorecard only.", NULL, 0, 0, 0},
         {"not-applicable", VALUE_TEXT, false, NULL, "Printed where no figure applies; scorecard only.", NULL, 0, 0, 0},
         {"repeat", VALUE_YES_NO, false, NULL,
          "Stands in each part of a scorecard that is too wide for one: yes for reference and title.", NULL, 0, 0, 0},
         {"decimals", VALUE_WHOLE, false, NULL, "As the indicator prints it where missing.", NULL, 0, RANGE(0, 6)},
         {"total-decimals", VALUE_WHOLE, false, NULL, "In the total row; as the indicator prints it; table only.", NULL,
          0, RANGE(0, 6)},
         {"total", VALUE_WORD, false, NULL,
          "In the total row: yes, no, or the field shown. Counts show their sum; a value needs a `yes`. Table only.",
          WORDS(total_words)},
         END}},
    {SCHEMA_LAYOUT, "total-row", "table", true, CONTENT_ELEMENTS, "A row below each year: the year to date.",
     ATTRIBUTES{{"label", VALUE_TEXT, false, NULL, "What it is called.", NULL, 0, 0, 0}, END}},
    {SCHEMA_LAYOUT, "trend-chart", CONTAINERS, false, CONTENT_ELEMENTS, "A chart over the months.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"type", VALUE_WORD, false, "line", chart_words_shown, MODEL_WORDS(chart_words, CHART_ASKED_COUNT)},
                {"field", VALUE_WORD, false, NULL,
                 "The first series of marks: `value` where missing, none in a chart that takes its marks from `line` "
                 "children.",
                 MODEL_WORDS(field_words, FIELD_COUNT)},
                {"groups", VALUE_WORDS, false, "months",
                 "What stands on the axis, with gaps between; what has no figures is left out.",
                 MODEL_WORDS(group_words, GROUP_BENCHMARKS + 1)},
                {"target", VALUE_WORD, false, "none", "The target as a stepped line.", WORDS(target_words)},
                {"benchmarks", VALUE_WORD, false, "none", "Comparators: a group of years, or lines over the months.",
                 WORDS(benchmark_words)},
                {"from-zero", VALUE_YES_NO, false, "no", "The scale starts at zero; columns always do.", NULL, 0, 0, 0},
                {"height", VALUE_LENGTH, false, NULL, "The usual where missing.", NULL, 0, 0, 0},
                {"years", VALUE_WHOLE, false, "2", "Financial years, the last one that of the period; or months.", NULL,
                 0, RANGE(1, 5)},
                {"months", VALUE_WHOLE, false, NULL, "So many months, the last one that of the period; or years.", NULL,
                 0, RANGE(2, 60)},
                END}},
    {SCHEMA_LAYOUT, "reference", "trend-chart", false, CONTENT_ELEMENTS, "A line across the chart at one figure.",
     ATTRIBUTES{
         {"benchmark", VALUE_NAME, false, NULL, "The latest figure of a comparator; or value.", NULL, 0, 0, 0},
         {"value", VALUE_NUMBER, false, NULL, "A figure; or benchmark.", NULL, 0, 0, 0},
         {"label", VALUE_TEXT, false, NULL, "The comparator's name where missing; a value needs one.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "line", "trend-chart", false, CONTENT_ELEMENTS, "One more series of marks in a chart.",
     ATTRIBUTES{{"field", VALUE_WORD, false, NULL, "The figure; or series.", MODEL_WORDS(field_words, FIELD_COUNT)},
                {"series", VALUE_NAME, false, NULL, "A raw column of the data; or field.", NULL, 0, 0, 0},
                {"indicator", VALUE_NAME, false, NULL, "Another indicator's field: `value` where it says none.", NULL,
                 0, 0, 0},
                {"label", VALUE_TEXT, false, NULL, "The field's own where missing.", NULL, 0, 0, 0},
                {"mark", VALUE_WORD, false, NULL, "How it is drawn; as lines of the chart's `type` are where missing.",
                 WORDS(mark_words)},
                {"axis", VALUE_WORD, false, "first", "Which scale it follows.", WORDS(axis_words)},
                END}},
    {SCHEMA_LAYOUT, "commentary", CONTAINERS, false, CONTENT_ELEMENTS, "The commentary of the month.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, TITLE_AT, END}},
    {SCHEMA_LAYOUT, "definition", CONTAINERS, false, CONTENT_ELEMENTS,
     "What the catalogue says of the indicator, or of those selected.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                TITLE_AT,
                SELECTION_ATTRIBUTES,
                {"numbers", VALUE_NAME, false, NULL,
                 "An attribute that numbers several definitions; their references where missing.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "rag-key", CONTAINERS, false, CONTENT_ELEMENTS, "The key of the bands.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "benchmark-box", CONTAINERS, false, CONTENT_ELEMENTS, "A small table of the comparators by year.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "contents", CONTAINERS, false, CONTENT_ELEMENTS, "The pages that are listed, with their figures.",
     ATTRIBUTES{
         BLOCK_ATTRIBUTES,
         SELECTION_ATTRIBUTES,
         {"figures", VALUE_YES_NO, false, "yes", "With figure, target, variance and letter of each page.", NULL, 0, 0,
          0},
         {"sparklines", VALUE_YES_NO, false, "no", "With a line of each page's figure over the months.", NULL, 0, 0, 0},
         {"years", VALUE_WHOLE, false, "2", "Financial years that a sparkline goes back.", NULL, 0, RANGE(1, 5)},
         END}},
    {SCHEMA_LAYOUT, "measure-heading", CONTAINERS, false, CONTENT_ELEMENTS,
     "Reference and title of an indicator, where a page has several; says since when its figures are missing.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"indicators", VALUE_LIST, false, NULL,
                 "Indicators by name, with commas between, where a chart has several.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "key-figures", CONTAINERS, false, CONTENT_ELEMENTS,
     "The figures of the month beside a chart, one below the other.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"fields", VALUE_WORDS, false, "value change_last_year average_12 maximum_12",
                 "Which numbers, in this order; the first is the large one.", MODEL_WORDS(field_words, FIELD_COUNT)},
                END}},
    {SCHEMA_LAYOUT, "text", CONTAINERS, false, CONTENT_MARKDOWN, "Words in CommonMark.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                TITLE_AT,
                {"size", VALUE_WORD, false, "body", "Of type: as running text, or smaller, as a note.",
                 WORDS(text_size_words)},
                END}},
    {SCHEMA_LAYOUT, "cover", CONTAINERS, false, CONTENT_ELEMENTS,
     "The head of a front page: organisation, title, month, subtitle; its other blocks stand below.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"dated", VALUE_TEXT, false, NULL,
                 "The month in words, such as `As at month end: {month}`; also `{quarter}`, `{year}`, `{date}` and "
                 "`{created}`.",
                 NULL, 0, 0, 0},
                {"note", VALUE_TEXT, false, NULL, "A sentence below the subtitle; the pack's subject where missing.",
                 NULL, 0, 0, 0},
                {"sparklines", VALUE_YES_NO, false, "no", "A line of each page's figure, as many as there is room for.",
                 NULL, 0, 0, 0},
                {"picture", VALUE_PATH, false, NULL, "A logo: PNG or SVG.", NULL, 0, 0, 0},
                PICTURE_ATTRIBUTES,
                END}},
    {SCHEMA_LAYOUT, "document-control", CONTAINERS, false, CONTENT_ELEMENTS,
     "Status, date of the data, date created, created by, and lines of your own.", ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "control", "document-control", false, CONTENT_ELEMENTS, "One more line of a document control box.",
     ATTRIBUTES{{"label", VALUE_TEXT, true, NULL, "Such as `For`.", NULL, 0, 0, 0},
                {"value", VALUE_TEXT, true, NULL, "Such as `Scrutiny committee`.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "divider", CONTAINERS, false, CONTENT_ELEMENTS, "The start of a section.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"size", VALUE_WORD, false, "band", "A band across the page, or the words of a page of their own.",
                 WORDS(divider_words)},
                {"note", VALUE_TEXT, false, NULL, "A sentence below the title.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "picture", CONTAINERS, false, CONTENT_ELEMENTS, "A picture of the pack's folders, such as a logo.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"file", VALUE_PATH, true, NULL, "PNG or SVG; an SVG is drawn as lines.", NULL, 0, 0, 0},
                PICTURE_ATTRIBUTES,
                {"height", VALUE_LENGTH, false, NULL, "The most that it is high.", NULL, 0, 0, 0},
                {"align", VALUE_WORD, false, "left", "Where it stands in its width.", WORDS(align_words)},
                END}},
    {SCHEMA_LAYOUT, "tiles", CONTAINERS, false, CONTENT_ELEMENTS,
     "How many of some indicators are better, on target, up.", ATTRIBUTES{BLOCK_ATTRIBUTES, SELECTION_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "tile", "tiles", false, CONTENT_ELEMENTS, "A count over the rows that the block selects.",
     ATTRIBUTES{
         {"count", VALUE_SPOKEN, true, NULL,
          "`all`, or a field and its word, such as `target_status:better`, `direction_previous:up`, "
          "`rag:green`; `absent` in place of a word counts those that have none.",
          NULL, 0, 0, 0},
         {"label", VALUE_TEXT, false, NULL, "Below the figure; what the word says where missing.", NULL, 0, 0, 0},
         {"published", VALUE_WHOLE, false, NULL,
          "The count that a report printed, which is not shown; a warning tells where the rows make another.", NULL, 0,
          RANGE(0, 100000)},
         END}},
    {SCHEMA_LAYOUT, "selection-panel", CONTAINERS, false, CONTENT_ELEMENTS,
     "What the pages cover: groups of options, and those selected.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                SELECTION_ATTRIBUTES,
                {"file", VALUE_PATH, false, NULL,
                 "A CSV file of options: columns `group`, `option`, `selected` (yes, no, unknown), and perhaps "
                 "`rows_printed`.",
                 NULL, 0, 0, 0},
                {"options", VALUE_YES_NO, false, "no", "Lists all options, not only those selected.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "group", "selection-panel", false, CONTENT_ELEMENTS,
     "A group of options: the values of an attribute of the catalogue, or one of the file that has another title.",
     ATTRIBUTES{{"attribute", VALUE_NAME, false, NULL, "The attribute, or `section`; or name.", NULL, 0, 0, 0},
                {"name", VALUE_NAME, false, NULL, "The group of the file; or attribute.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, false, NULL, "What the group is called; the attribute's name where missing.",
                 NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "value", "column group", false, CONTENT_ELEMENTS,
     "Other words in print for a value of an attribute, or for an option.",
     ATTRIBUTES{{"is", VALUE_NAME, true, NULL, "The value as the data have it.", NULL, 0, 0, 0},
                {"as", VALUE_TEXT, true, NULL, "What is printed.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "key", CONTAINERS, false, CONTENT_ELEMENTS,
     "What the arrows, icons, letters and symbols mean that are used, and no others.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"of", VALUE_WORD, false, "page", "Used on this page, or anywhere in the pack.", WORDS(key_words)},
                END}},
    {SCHEMA_LAYOUT, "notes", CONTAINERS, false, CONTENT_ELEMENTS,
     "Notes of the data: of the page's indicator, or of those selected; of all on a page without one.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                TITLE_AT,
                SELECTION_ATTRIBUTES,
                {"attributes", VALUE_NAMES, false, NULL, "Attributes of the catalogue that hold notes.", NULL, 0, 0, 0},
                {"years", VALUE_WHOLE, false, "2", "Financial years whose notes are told, up to the month reported.",
                 NULL, 0, RANGE(1, 5)},
                END}},
    {SCHEMA_LAYOUT, "page-break", "page template stack", false, CONTENT_ELEMENTS, "What follows starts a new page.",
     ATTRIBUTES{{"facing-only", VALUE_YES_NO, false, "no", "Only where the pack has facing pages.", NULL, 0, 0, 0},
                END}},
/* catalogue; then theme, fonts and words */
#include "vocabulary_catalogue.def"
#include "vocabulary_look.def"
    {.name = NULL},
};
