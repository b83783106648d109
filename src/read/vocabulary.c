#include "vocabulary.h"

#include <string.h>

#include "block.h"
#include "vocabulary_words.h"

const struct value_rule value_rules[VALUE_KIND_COUNT] = {
    [VALUE_TEXT] = {"text", NULL},
    [VALUE_ID] = {"a name: letters, digits, `_ - . % ( )`, single blanks inside, a letter or digit first",
                  "[A-Za-z0-9][A-Za-z0-9_.%()\\-]*( [A-Za-z0-9_.%()\\-]+)*"},
    [VALUE_NAME] = {"the name of a thing defined elsewhere", NULL},
    [VALUE_NAMES] = {"names with blanks between", NULL},
    [VALUE_NUMBER] = {"a number such as 12.5", "-?[0-9]{1,15}(\\.[0-9]{1,9})?"},
    [VALUE_WHOLE] = {"a whole number", "-?[0-9]{1,9}"},
    [VALUE_MONTH] = {"a month such as 2018-07", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"},
    [VALUE_DATE] = {"a date such as 2018-07-31", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"},
    [VALUE_YEAR] = {"a year such as 2016 or 2016-17", "[0-9]{4}([\\-/][0-9]{2})?"},
    [VALUE_WORD] = {"one of a list of words", NULL},
    [VALUE_WORDS] = {"words of a list with blanks between", NULL},
    [VALUE_YES_NO] = {"yes or no", "yes|no"},
    [VALUE_LENGTH] = {"a length such as 56pt, 20mm or 2cm", "[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_WIDTH] = {"a weight such as 2, a length such as 120pt, or natural",
                     "natural|[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_COLOUR] = {"a colour such as #12436D", "#[0-9A-Fa-f]{6}"},
    [VALUE_PATH] = {"the path of a file, from this file's folder", NULL},
    [VALUE_LANGUAGE] = {"a language tag such as en-GB", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"},
};

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
     VALUE_TEXT,                                                                                         \
     false,                                                                                              \
     NULL,                                                                                               \
     "Indicators by attribute or section: `section=plans; lead=Officer A | Officer B`; all must hold.",  \
     NULL,                                                                                               \
     0,                                                                                                  \
     0,                                                                                                  \
     0},                                                                                                 \
    {                                                                                                    \
        "indicators", VALUE_TEXT, false, NULL, "Indicators by name, with commas between.", NULL, 0, 0, 0 \
    }
#define MARGIN(side, points) \
    { "margin-" side, VALUE_LENGTH, false, points, "Space at the edge of a page.", NULL, 0, 0, 0 }

#define PICTURE_ATTRIBUTES                                                                                     \
    {"alt", VALUE_TEXT, false, NULL, "What the picture shows, for those who do not see it.", NULL, 0, 0, 0}, { \
        "decorative", VALUE_YES_NO, false, "no", "It has nothing to say, and so needs no alt.", NULL, 0, 0, 0  \
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
         END}},
    {SCHEMA_LAYOUT, "template", "pack", false, CONTENT_ELEMENTS, "Blocks that several pages share.",
     ATTRIBUTES{{"id", VALUE_ID, true, NULL, "The name that pages use.", NULL, 0, 0, 0}, END}},
    {SCHEMA_LAYOUT, "page", "pack", false, CONTENT_ELEMENTS, "A page: a template for an indicator, or its own blocks.",
     ATTRIBUTES{
         {"template", VALUE_NAME, false, NULL, "The template that it follows.", NULL, 0, 0, 0},
         {"indicator", VALUE_NAME, false, NULL, "The indicator that it shows.", NULL, 0, 0, 0},
         {"id", VALUE_ID, false, NULL, "A name for `--page`; the indicator's where missing.", NULL, 0, 0, 0},
         {"title", VALUE_TEXT, false, NULL, "In contents and outline; the indicator's where missing.", NULL, 0, 0, 0},
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
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "heading", CONTAINERS, false, CONTENT_ELEMENTS, "The title of the topic.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "status-line", CONTAINERS, false, CONTENT_ELEMENTS,
     "The latest figure, its target and its band in one line.", ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "table", CONTAINERS, false, CONTENT_ELEMENTS, "Months down, columns across.",
     ATTRIBUTES{
         BLOCK_ATTRIBUTES,
         {"years", VALUE_WHOLE, false, "2", "Financial years, the last one that of the period.", NULL, 0, RANGE(1, 5)},
         {"month-heading", VALUE_TEXT, false, NULL, "Above the months.", NULL, 0, 0, 0},
         {"total-label", VALUE_TEXT, false, NULL, "What the total row is called.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_LAYOUT, "column", "table", false, CONTENT_ELEMENTS, "A column: a field or a series.",
     ATTRIBUTES{
         {"field", VALUE_WORD, false, NULL, "The figure; or series.", MODEL_WORDS(field_words, FIELD_COUNT)},
         {"series", VALUE_NAME, false, NULL, "A raw column of the data; or field.", NULL, 0, 0, 0},
         {"heading", VALUE_TEXT, false, NULL, "The field's own where missing.", NULL, 0, 0, 0},
         {"decimals", VALUE_WHOLE, false, NULL, "As the indicator prints it where missing.", NULL, 0, RANGE(0, 6)},
         {"total-decimals", VALUE_WHOLE, false, NULL, "In the total row; as the indicator prints it.", NULL, 0,
          RANGE(0, 6)},
         {"total", VALUE_WORD, false, NULL,
          "In the total row: yes, no, or the field shown. Counts show their sum; a value needs a `yes`.",
          WORDS(total_words)},
         END}},
    {SCHEMA_LAYOUT, "total-row", "table", true, CONTENT_ELEMENTS, "A row below each year: the year to date.",
     ATTRIBUTES{{"label", VALUE_TEXT, false, NULL, "What it is called.", NULL, 0, 0, 0}, END}},
    {SCHEMA_LAYOUT, "trend-chart", CONTAINERS, false, CONTENT_ELEMENTS, "A chart over the months.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"type", VALUE_WORD, false, "line",
                 "The marks; column-line, grouped, stacked, stacked-100 and bars take theirs from `line` children, "
                 "`control` its lines from the catalogue.",
                 WORDS(chart_words)},
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
                {"mark", VALUE_WORD, false, NULL, "How it is drawn: `line`, or `column` in grouped and stacked charts.",
                 WORDS(mark_words)},
                {"axis", VALUE_WORD, false, "first", "Which scale it follows.", WORDS(axis_words)},
                END}},
    {SCHEMA_LAYOUT, "commentary", CONTAINERS, false, CONTENT_ELEMENTS, "The commentary of the month.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "definition", CONTAINERS, false, CONTENT_ELEMENTS, "The catalogue's definition of the indicator.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
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
    {SCHEMA_LAYOUT, "text", CONTAINERS, false, CONTENT_MARKDOWN, "Words in CommonMark.",
     ATTRIBUTES{BLOCK_ATTRIBUTES, END}},
    {SCHEMA_LAYOUT, "cover", CONTAINERS, false, CONTENT_ELEMENTS,
     "The head of a front page: organisation, title, month, subtitle; its other blocks stand below.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"dated", VALUE_TEXT, false, NULL,
                 "The month in words, such as `As at month end: {month}`; also `{quarter}`, `{year}` and `{date}`.",
                 NULL, 0, 0, 0},
                {"note", VALUE_TEXT, false, NULL, "A sentence below the subtitle; the pack's subject where missing.",
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
         {"count", VALUE_TEXT, true, NULL,
          "`all`, or a field and its word, such as `target_status:better`, `direction_previous_month:up`, "
          "`rag:green`; `absent` in place of a word counts those that have none.",
          NULL, 0, 0, 0},
         {"label", VALUE_TEXT, false, NULL, "Below the figure; what the word says where missing.", NULL, 0, 0, 0},
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
     "A group of options: the values of an attribute of the catalogue.",
     ATTRIBUTES{{"attribute", VALUE_NAME, true, NULL, "The attribute, or `section`.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, false, NULL, "What the group is called; the attribute's name where missing.",
                 NULL, 0, 0, 0},
                END}},
    {SCHEMA_LAYOUT, "key", CONTAINERS, false, CONTENT_ELEMENTS,
     "What the arrows, icons, letters and symbols mean that are used, and no others.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                {"of", VALUE_WORD, false, "page", "Used on this page, or anywhere in the pack.", WORDS(key_words)},
                END}},
    {SCHEMA_LAYOUT, "notes", CONTAINERS, false, CONTENT_ELEMENTS,
     "Notes of the data: of the page's indicator, or of those selected; of all on a page without one.",
     ATTRIBUTES{BLOCK_ATTRIBUTES,
                SELECTION_ATTRIBUTES,
                {"attributes", VALUE_NAMES, false, NULL, "Attributes of the catalogue that hold notes.", NULL, 0, 0, 0},
                {"years", VALUE_WHOLE, false, "2", "Financial years whose notes are told, up to the month reported.",
                 NULL, 0, RANGE(1, 5)},
                END}},
    {SCHEMA_LAYOUT, "page-break", "page template stack", false, CONTENT_ELEMENTS, "What follows starts a new page.",
     ATTRIBUTES{{"facing-only", VALUE_YES_NO, false, "no", "Only where the pack has facing pages.", NULL, 0, 0, 0},
                END}},
    /* catalogue */
    {SCHEMA_CATALOGUE, "catalogue", "", false, CONTENT_ELEMENTS, "What is measured: data, indicators, targets, bands.",
     ATTRIBUTES{
         {"title", VALUE_TEXT, true, NULL, "What the catalogue is about.", NULL, 0, 0, 0},
         {"organisation", VALUE_TEXT, true, NULL, "Who reports.", NULL, 0, 0, 0},
         {"place", VALUE_TEXT, true, NULL, "In chart subtitles and descriptions.", NULL, 0, 0, 0},
         {"source", VALUE_TEXT, false, NULL, "Where the data come from: one line for the foot of a page.", NULL, 0, 0,
          0},
         {"data-as-at", VALUE_DATE, false, NULL, "The day of the extract.", NULL, 0, 0, 0},
         {"note", VALUE_TEXT, false, NULL, "Such as `Sample text`.", NULL, 0, 0, 0},
         {"financial-year-start", VALUE_WHOLE, false, "4", "The month that a year starts in.", NULL, 0, RANGE(1, 12)},
         SHARED_ATTRIBUTES,
         END}},
    {SCHEMA_CATALOGUE, "source", "catalogue", false, CONTENT_ELEMENTS, "A CSV file of figures by month.",
     ATTRIBUTES{
         {"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
         {"form", VALUE_WORD, false, "wide",
          "`wide`: a column `period`, the others one series each. `long`: a line for each figure. `month`: a line "
          "for each thing and a column for each of its figures, all of one month.",
          WORDS(form_words)},
         {"gaps", VALUE_YES_NO, false, "no", "Months without a figure are no oversight: no warning.", NULL, 0, 0, 0},
         {"id", VALUE_TEXT, false, "id", "Long, month: the column that names the series.", NULL, 0, 0, 0},
         {"period", VALUE_TEXT, false, "period", "Long: the column of the month.", NULL, 0, 0, 0},
         {"value", VALUE_TEXT, false, "value", "Long: the column of the figure.", NULL, 0, 0, 0},
         {"note", VALUE_TEXT, false, "note", "Long: the column that says why there is none.", NULL, 0, 0, 0},
         {"only", VALUE_TEXT, false, NULL, "Long: takes the lines with this word in place of a month alone.", NULL, 0,
          0, 0},
         {"month", VALUE_MONTH, false, NULL, "Of all figures: for form `month`, and with `only`.", NULL, 0, 0, 0},
         {"columns", VALUE_NAMES, false, NULL, "Wide: takes these columns alone; all where missing.", NULL, 0, 0, 0},
         {"prefix", VALUE_ID, false, NULL,
          "Wide, long: put before each name, with a point between: `contacts` makes `contacts.total`.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "statuses", "catalogue", false, CONTENT_ELEMENTS,
     "A CSV file that says what is withheld or left blank: columns `figure` (a month, or a column of a file of form "
     "`month`), `status` and `reason`.",
     ATTRIBUTES{{"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
                {"id", VALUE_TEXT, false, "id", "The column that names the series.", NULL, 0, 0, 0},
                {"month", VALUE_MONTH, false, NULL, "The month of figures that are named by a column.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "series", "catalogue", false, CONTENT_ELEMENTS,
     "A title for a column that was read, or a sum of others.",
     ATTRIBUTES{{"id", VALUE_NAME, true, NULL, "The column's name, or that of the sum.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, false, NULL, "What it counts.", NULL, 0, 0, 0},
                {"sum", VALUE_NAMES, false, NULL, "The columns that are added up.", NULL, 0, 0, 0},
                {"months", VALUE_WHOLE, false, "1", "Of a sum: adds up so many months, each month's the last.", NULL, 0,
                 RANGE(1, SERIES_MONTHS_MAX)},
                {"otherwise", VALUE_NAME, false, NULL,
                 "Of a sum: the column that a month comes from where it is missing.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "constant", "catalogue", false, CONTENT_ELEMENTS,
     "A number that holds for many months, such as a population.",
     ATTRIBUTES{{"id", VALUE_ID, true, NULL, "Its name; another stretch of months may carry the same.", NULL, 0, 0, 0},
                {"value", VALUE_NUMBER, true, NULL, "The number.", NULL, 0, 0, 0},
                {"from", VALUE_MONTH, false, NULL, "First month; the first of the data where missing.", NULL, 0, 0, 0},
                {"to", VALUE_MONTH, false, NULL, "Last month; the last of the data where missing.", NULL, 0, 0, 0},
                {"year", VALUE_YEAR, false, NULL, "In place of both: the months of a financial year.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, false, NULL, "What it counts.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "note", "catalogue", false, CONTENT_ELEMENTS,
     "Words in the cells of a series, in place of figures or beside them.",
     ATTRIBUTES{
         {"series", VALUE_NAME, true, NULL, "The column.", NULL, 0, 0, 0},
         {"from", VALUE_MONTH, false, NULL, "First month; the first of the column where missing.", NULL, 0, 0, 0},
         {"to", VALUE_MONTH, false, NULL, "Last month; the last of the column where missing.", NULL, 0, 0, 0},
         {"text", VALUE_TEXT, true, NULL, "Such as `Team has disbanded`.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "comparator", "catalogue", false, CONTENT_ELEMENTS,
     "Somebody to compare with, in the order shown.",
     ATTRIBUTES{{"id", VALUE_ID, true, NULL, "Its name, also the column of benchmark files.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, true, NULL, "Its name in print.", NULL, 0, 0, 0},
                {"short-title", VALUE_TEXT, false, NULL, "Where there is little room.", NULL, 0, 0, 0},
                {"own", VALUE_YES_NO, false, "no",
                 "The place itself in other years: a line of its own in charts of years.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "targets", "catalogue", false, CONTENT_ELEMENTS,
     "A CSV file of targets: columns `indicator`, `from_period`, `to_period`, `target`; or a column for each year, "
     "`2018/19`.",
     ATTRIBUTES{{"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
                {"id", VALUE_TEXT, false, "indicator", "The column that names the indicator.", NULL, 0, 0, 0},
                {"value", VALUE_TEXT, false, "target", "The column of the target.", NULL, 0, 0, 0},
                {"from", VALUE_MONTH, false, NULL, "First month of all targets, in place of the columns of months.",
                 NULL, 0, 0, 0},
                {"to", VALUE_MONTH, false, NULL, "Last month of all targets, in place of the columns of months.", NULL,
                 0, 0, 0},
                {"pending", VALUE_TEXT, false, "TBC", "The word for a target that is still to be set.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "benchmarks", "catalogue", false, CONTENT_ELEMENTS,
     "A CSV file of benchmarks: columns `indicator`, `year` and one for each comparator.",
     ATTRIBUTES{
         {"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
         {"id", VALUE_TEXT, false, "indicator", "The column that names the indicator.", NULL, 0, 0, 0},
         {"year", VALUE_TEXT, false, NULL,
          "The year of all its figures, or a word such as `latest`; the file needs no column `year` then.", NULL, 0, 0,
          0},
         {"year-column", VALUE_TEXT, false, "year", "The column of the year; where it is empty, `year` holds.", NULL, 0,
          0, 0},
         {"not-applicable", VALUE_TEXT, false, NULL, "The word in the file for no benchmark: `Local`.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "annual", "catalogue", false, CONTENT_ELEMENTS,
     "A CSV file of past years: a line for each year of an indicator, or of a column of the data.",
     ATTRIBUTES{{"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
                {"years", VALUE_NAMES, false, NULL, "Takes these years alone; all where missing.", NULL, 0, 0, 0},
                {"id", VALUE_TEXT, false, "id", "The column that names the indicator.", NULL, 0, 0, 0},
                {"series", VALUE_TEXT, false, NULL, "In place of `id`: the column that names a column of the data.",
                 NULL, 0, 0, 0},
                {"prefix-column", VALUE_TEXT, false, NULL, "The column of what stands before each name, with a dot.",
                 NULL, 0, 0, 0},
                {"year", VALUE_TEXT, false, "year", "The column of the year, such as 2017/18.", NULL, 0, 0, 0},
                {"value", VALUE_TEXT, false, "value", "The column of the figure.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "attributes", "catalogue", false, CONTENT_ELEMENTS,
     "A CSV file of attributes of indicators: each column named makes one, an empty cell none.",
     ATTRIBUTES{{"file", VALUE_PATH, true, NULL, "The file.", NULL, 0, 0, 0},
                {"id", VALUE_TEXT, false, "indicator", "The column that names the indicator.", NULL, 0, 0, 0},
                {"columns", VALUE_NAMES, true, NULL, "The columns that are taken.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "section", "catalogue", false, CONTENT_ELEMENTS, "A group of indicators.",
     ATTRIBUTES{{"id", VALUE_ID, true, NULL, "Its name.", NULL, 0, 0, 0},
                {"title", VALUE_TEXT, true, NULL, "Its name in print.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "indicator", "catalogue", false, CONTENT_ELEMENTS, "A measure that is reported.",
     ATTRIBUTES{
         {"id", VALUE_ID, true, NULL, "Its name.", NULL, 0, 0, 0},
         {"title", VALUE_TEXT, true, NULL, "Its name in print.", NULL, 0, 0, 0},
         {"short-title", VALUE_TEXT, false, NULL, "For contents and labels; the title where missing.", NULL, 0, 0, 0},
         {"reference", VALUE_TEXT, false, NULL, "Its number in the pack, such as `Chart 1`.", NULL, 0, 0, 0},
         {"section", VALUE_NAME, false, NULL, "The section that it belongs to.", NULL, 0, 0, 0},
         {"subject", VALUE_TEXT, false, NULL, "What a status line says behind the figure: `of referrals`.", NULL, 0, 0,
          0},
         {"unit", VALUE_WORD, true, NULL, "What the figure is in.", MODEL_WORDS(unit_words, UNIT_COUNT_OF_UNITS)},
         {"decimals", VALUE_WHOLE, false, NULL, "Printed decimals: 1, for a count 0 where missing.", NULL, 0,
          RANGE(0, 6)},
         {"carried-decimals", VALUE_WHOLE, false, NULL,
          "Rounds the month's figure to these before anything follows from it, as a sheet does that holds rounded "
          "figures.",
          NULL, 0, RANGE(0, 6)},
         {"polarity", VALUE_WORD, false, "none", "Which way is good.", MODEL_WORDS(polarity_words, POLARITY_COUNT)},
         {"measure", VALUE_WORD, true, NULL, "The numerator alone, over the denominator, or on a population.",
          MODEL_WORDS(measure_words, MEASURE_COUNT)},
         {"numerator", VALUE_NAME, true, NULL,
          "A series, or several with `+` between. An indicator that is a plain value may stand for its series.", NULL,
          0, 0, 0},
         {"denominator", VALUE_NAME, false, NULL, "The same; needed but for measure `value`.", NULL, 0, 0, 0},
         {"per", VALUE_NUMBER, false, NULL, "The factor: 100 for a percent, 10000 for a rate, else 1.", NULL, 0, 0, 0},
         {"published", VALUE_NAME, false, NULL,
          "A series of figures as published, for the months that have none of the counts.", NULL, 0, 0, 0},
         {"published-ytd", VALUE_NAME, false, NULL,
          "A series of years to date as published, where the counts cannot give them.", NULL, 0, 0, 0},
         {"flow", VALUE_YES_NO, false, "no", "Adds up over months, so that it has a year to date.", NULL, 0, 0, 0},
         {"headline", VALUE_WORD, false, "value", "The figure that is judged and leads.", WORDS(headline_words)},
         {"rolling-12-numerator", VALUE_NAME, false, NULL, "A series that already holds twelve-month sums.", NULL, 0, 0,
          0},
         {"data-note", VALUE_TEXT, false, NULL, "What its figures speak of, such as `Month end`; an attribute.", NULL,
          0, 0, 0},
         {"definition-from", VALUE_MONTH, false, NULL,
          "The first month of the present definition: years before it are no comparison.", NULL, 0, 0, 0},
         {"numerator-label", VALUE_TEXT, false, NULL, "Above its column.", NULL, 0, 0, 0},
         {"denominator-label", VALUE_TEXT, false, NULL, "Above its column.", NULL, 0, 0, 0},
         {"variance", VALUE_WORD, false, "none", "How the distance from the target is told.",
          MODEL_WORDS(variance_words, VARIANCE_COUNT)},
         {"variance-decimals", VALUE_WHOLE, false, NULL, "As decimals where missing.", NULL, 0, RANGE(0, 6)},
         {"ytd-variance-decimals", VALUE_WHOLE, false, NULL, "As decimals where missing.", NULL, 0, RANGE(0, 6)},
         {"target-decimals", VALUE_WHOLE, false, NULL, "As decimals where missing.", NULL, 0, RANGE(0, 6)},
         SHARED_ATTRIBUTES,
         END}},
    {SCHEMA_CATALOGUE, "target", "indicator", false, CONTENT_ELEMENTS, "The aim over a stretch of months.",
     ATTRIBUTES{{"from", VALUE_MONTH, false, NULL, "First month; no limit where missing.", NULL, 0, 0, 0},
                {"to", VALUE_MONTH, false, NULL, "Last month; no limit where missing.", NULL, 0, 0, 0},
                {"value", VALUE_NUMBER, true, NULL, "In the indicator's unit: 25 is 25%.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "bands", "indicator", false, CONTENT_ELEMENTS, "The rule for green, amber and red.",
     ATTRIBUTES{{"from", VALUE_MONTH, false, NULL, "First month; no limit where missing.", NULL, 0, 0, 0},
                {"to", VALUE_MONTH, false, NULL, "Last month; no limit where missing.", NULL, 0, 0, 0},
                {"judge", VALUE_WORD, false, "printed", "The figure as printed, or unrounded.", WORDS(judge_words)},
                {"match", VALUE_WORD, false, "one",
                 "Each figure lies in `one` band; or bands may overlap or leave some out, and the `first` counts.",
                 WORDS(match_words)},
                {"unset", VALUE_TEXT, false, NULL, "All colours are still to be set: the words in place of bands.",
                 NULL, 0, 0, 0},
                {"around", VALUE_TEXT, false, NULL,
                 "The middle that `within` and `beyond` are counted from: a number, or a comparator's latest figure.",
                 NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "band", "bands", false, CONTENT_ELEMENTS, "A range of figures. A colour may have several.",
     ATTRIBUTES{
         {"colour", VALUE_WORD, true, NULL, "What it means.", MODEL_WORDS(band_words, BAND_COUNT)},
         {"from", VALUE_NUMBER, false, NULL, "The lowest figure in it; no limit where missing.", NULL, 0, 0, 0},
         {"above", VALUE_NUMBER, false, NULL, "In place of `from`: this figure is not in it.", NULL, 0, 0, 0},
         {"below", VALUE_NUMBER, false, NULL, "The first figure above it; no limit where missing.", NULL, 0, 0, 0},
         {"to", VALUE_NUMBER, false, NULL, "In place of `below`: this figure is still in it.", NULL, 0, 0, 0},
         {"within", VALUE_NUMBER, false, NULL, "In place of both: at most so far from the middle.", NULL, 0, 0, 0},
         {"beyond", VALUE_NUMBER, false, NULL, "In place of both: farther from the middle.", NULL, 0, 0, 0},
         {"unset", VALUE_YES_NO, false, "no", "Its range is still to be set: printed, never given.", NULL, 0, 0, 0},
         {"printed", VALUE_TEXT, false, NULL, "The words of the printed key: `26%-29%`.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "benchmark", "indicator", false, CONTENT_ELEMENTS, "One comparison figure.",
     ATTRIBUTES{{"comparator", VALUE_NAME, true, NULL, "Whose.", NULL, 0, 0, 0},
                {"year", VALUE_YEAR, true, NULL, "Of which year.", NULL, 0, 0, 0},
                {"value", VALUE_NUMBER, true, NULL, "In the indicator's unit.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_CATALOGUE, "attribute", "indicator", false, CONTENT_ELEMENTS,
     "What else is known of the indicator, to show or to select by: who leads, how it is collected.",
     ATTRIBUTES{
         {"name", VALUE_ID, true, NULL, "A name of your own, the same for all indicators: `lead`.", NULL, 0, 0, 0},
         {"value", VALUE_TEXT, true, NULL, "Such as `Head of service`.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "control-chart", "indicator", true, CONTENT_ELEMENTS,
     "Limits of the usual variation (XmR) and the rules that find a change, for the value of a month.",
     ATTRIBUTES{
         {"baseline", VALUE_WHOLE, false, NULL, "The limits rest on this many first figures; all where missing.", NULL,
          0, RANGE(2, 999)},
         {"points", VALUE_WHOLE, false, "7", "How many make a trend or a shift.", NULL, 0, RANGE(6, 7)},
         {"screening", VALUE_YES_NO, false, "no", "Leaves changes that stand out, out of the limits.", NULL, 0, 0, 0},
         {"outside-counts", VALUE_YES_NO, false, "no", "A point beyond a limit counts as one of two of three near it.",
          NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "rebase", "control-chart", false, CONTENT_ELEMENTS,
     "A month with which mean, limits and rules begin anew, because the work itself changed.",
     ATTRIBUTES{
         {"from", VALUE_MONTH, true, NULL, "The first month of the new stretch.", NULL, 0, 0, 0},
         {"reason", VALUE_TEXT, true, NULL, "What changed, in a few words; it stands on the chart.", NULL, 0, 0, 0},
         END}},
    {SCHEMA_CATALOGUE, "definition", "indicator", true, CONTENT_MARKDOWN, "What is counted, in CommonMark.",
     ATTRIBUTES{END}},
    /* theme */
    {SCHEMA_THEME, "theme", "", false, CONTENT_ELEMENTS, "The look. What it does not name stays as it is.",
     ATTRIBUTES{END}},
    {SCHEMA_THEME, "type", "theme", false, CONTENT_ELEMENTS, "The size of a kind of text.",
     ATTRIBUTES{{"role", VALUE_WORD, true, NULL, "Which.", MODEL_WORDS(style_words, STYLE_COUNT)},
                {"size", VALUE_LENGTH, true, NULL, "Of the letters.", NULL, 0, 0, 0},
                {"leading", VALUE_LENGTH, true, NULL, "From line to line.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_THEME, "colour", "theme", false, CONTENT_ELEMENTS, "A colour by what it is for.",
     ATTRIBUTES{{"role", VALUE_WORD, true, NULL, "Which.", MODEL_WORDS(colour_words, COLOUR_COUNT)},
                {"value", VALUE_COLOUR, true, NULL, "Red, green, blue.", NULL, 0, 0, 0},
                END}},
    {SCHEMA_THEME, "line", "theme", false, CONTENT_ELEMENTS, "The weight of a kind of line.",
     ATTRIBUTES{{"role", VALUE_WORD, true, NULL, "Which.", MODEL_WORDS(line_words, LINE_COUNT)},
                {"width", VALUE_LENGTH, true, NULL, "In points.", NULL, 0, 0, 0},
                END}},
    /* fonts */
    {SCHEMA_FONTS, "fonts", "", false, CONTENT_ELEMENTS, "The font files by role.", ATTRIBUTES{END}},
    {SCHEMA_FONTS, "folder", "fonts", false, CONTENT_ELEMENTS,
     "A folder that is searched after this file's own, in the order given.",
     ATTRIBUTES{{"path", VALUE_PATH, true, NULL, "The folder.", NULL, 0, 0, 0}, END}},
    {SCHEMA_FONTS, "face", "fonts", false, CONTENT_ELEMENTS, "The file that serves a role.",
     ATTRIBUTES{{"role", VALUE_WORD, true, NULL, "Which.", MODEL_WORDS(face_words, FACE_COUNT)},
                {"file", VALUE_TEXT, true, NULL, "A TrueType file.", NULL, 0, 0, 0},
                END}},
    /* words */
    {SCHEMA_WORDS, "words", "", false, CONTENT_ELEMENTS, "What the program prints by itself, in one language.",
     ATTRIBUTES{{"language", VALUE_LANGUAGE, true, NULL, "The language that it is written in.", NULL, 0, 0, 0}, END}},
    {SCHEMA_WORDS, "word", "words", false, CONTENT_TEXT, "One text; `{name}` is the place of a value.",
     ATTRIBUTES{
         {"id", VALUE_NAME, true, NULL, "Its name in `layouts/words/en.xml`, which has them all.", NULL, 0, 0, 0},
         END}},
    {.name = NULL},
};

const char *vocabulary_root(enum schema_kind schema) {
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == schema && rule->parents[0] == '\0')
            return rule->name;
    return NULL;
}

const struct element_rule *vocabulary_element(enum schema_kind schema, const char *name) {
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == schema && strcmp(rule->name, name) == 0)
            return rule;
    return NULL;
}

const struct attribute_rule *vocabulary_attribute(const struct element_rule *rule, const char *name) {
    for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++)
        if (strcmp(attribute->name, name) == 0)
            return attribute;
    return NULL;
}

bool vocabulary_allows(const struct element_rule *child, const char *parent) {
    size_t length = strlen(parent);
    for (const char *s = child->parents; *s != '\0';) {
        size_t word = strcspn(s, " ");
        if (word == length && strncmp(s, parent, length) == 0)
            return true;
        s += word + strspn(s + word, " ");
    }
    return false;
}
