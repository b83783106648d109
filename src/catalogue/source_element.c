#include "source_element.h"

#include <string.h>
#include <strings.h>

#include "file_period.h"
#include "lookup.h"
#include "path_pattern.h"
#include "source_database.h"
#include "table_element.h"

/* A source while its element is read. */
struct element_reading {
    const struct catalogue_reader *reader;
    const struct xml_element *element;
    struct source_request *request;
    struct calendar calendar; /* of the file */
    size_t before;            /* errors when it began */
};

/* Attributes that mean something to some forms alone: anywhere else they would be read over in silence. */
static const struct {
    const char *name;
    bool forms[FORM_COUNT];
} of_forms[] = {
    {"id", {[FORM_LONG] = true, [FORM_ACROSS] = true, [FORM_SINGLE] = true}},
    {"value", {[FORM_LONG] = true}},
    {"period", {[FORM_WIDE] = true, [FORM_LONG] = true, [FORM_ACROSS] = true}},
    {"only", {[FORM_WIDE] = true, [FORM_LONG] = true}},
};

static void check_form(const struct element_reading *reading) {
    for (size_t i = 0; i < sizeof of_forms / sizeof of_forms[0]; i++) {
        const struct xml_attribute *attribute = xml_attribute(reading->element, of_forms[i].name);
        if (attribute == NULL || of_forms[i].forms[reading->request->form])
            continue;
        const char *others = "";
        for (int form = 0; form < FORM_COUNT; form++)
            if (of_forms[i].forms[form])
                others = arena_printf(reading->reader->arena, "%s%s\"%s\"", others, *others == '\0' ? "" : ", ",
                                      form_words[form]);
        diag_error(reading->reader->diag, attribute->pos, "%s means nothing to form=\"%s\"; it is for form=%s",
                   attribute->name, form_words[reading->request->form], others);
    }
}

/* Attributes of which one alone can hold. */
static void check_pairs(const struct element_reading *reading) {
    static const char *const pairs[][2] = {{"value", "columns"},     {"columns", "without"},    {"value", "without"},
                                           {"of", "period-from"},    {"period", "period-from"}, {"only", "period-from"},
                                           {"skip", "from-heading"}, {"range", "table"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (xml_attribute(reading->element, pairs[i][0]) != NULL &&
            xml_attribute(reading->element, pairs[i][1]) != NULL)
            diag_error(reading->reader->diag, xml_pos(reading->element, pairs[i][1]),
                       "%s and %s cannot both hold; leave one out", pairs[i][0], pairs[i][1]);
}

/* What says how a column of periods is read has none to read where all figures are of one period. */
static void check_of(const struct element_reading *reading) {
    static const char *const of_columns[] = {"period", "period-pattern", "year-named", "quarters"};
    bool all = xml_value(reading->element, "of") != NULL && xml_value(reading->element, "only") == NULL;
    size_t first = reading->request->form == FORM_SINGLE; /* which has no column of periods anyway */
    for (size_t i = first; all && i < sizeof of_columns / sizeof of_columns[0]; i++)
        if (xml_value(reading->element, of_columns[i]) != NULL)
            diag_error(reading->reader->diag, xml_pos(reading->element, of_columns[i]),
                       "of says the period of all figures, so that none is read by %s; leave one out, or say which "
                       "lines are of that period: only=\"...\"",
                       of_columns[i]);
}

static struct request_text text_of(const struct xml_element *element, const char *name) {
    return (struct request_text){xml_value(element, name), xml_pos(element, name)};
}

/* The number of a word in a list whose first stands for what is not said. */
static int word_of(const struct xml_element *element, const char *name, const char *const *words, int count) {
    return xml_word(element, name, words + 1, count - 1, -1) + 1;
}

/* What is made of the rows of a table, which sources of one file may each say for themselves. */
static const char *const of_rows[] = {"where",    "optional",   "form",    "period",   "period-pattern", "period-from",
                                      "of",       "only",       "id",      "series",   "prefix",         "value",
                                      "columns",  "without",    "note",    "flags",    "gaps",           "decimal",
                                      "scale",    "status",     "grain",   "quarters", "year-named",     "unreadable",
                                      "bring-up", "duplicates", "nothing", NULL};

/* A text inside, such as a query, asks for rows of its own, and the words of an organisation may be bound to it. */
static bool has_text(const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (child->text[strspn(child->text, " \t\r\n")] != '\0')
            return true;
    return false;
}

static void read_table_part(const struct element_reading *reading) {
    const struct xml_element *element = reading->element;
    struct table_request *request = &reading->request->table;
    *request = table_element_read(element);
    if (xml_value(element, "nothing") != NULL)
        request->needed = ROWS_ANY;
    request->words = reading->reader->words;
    request->cache = has_text(element) ? NULL : reading->reader->tables;
    request->asked = lookup_said(reading->reader->arena, element, of_rows);
    source_database_read(reading->reader, element, request);
}

static void check_period_from(const struct element_reading *reading) {
    const struct request_text *from = &reading->request->period_from;
    size_t column;
    int row;
    if (from->text != NULL && strcmp(from->text, "file") != 0 && !file_period_cell(from->text, &column, &row))
        diag_error(reading->reader->diag, from->pos,
                   "period-from=\"%s\" is neither \"file\", for the file's name, nor a cell such as \"[A2]\"",
                   from->text);
}

static void read_period_part(const struct element_reading *reading) {
    const struct xml_element *element = reading->element;
    struct source_request *request = reading->request;
    request->periods = (struct period_style){
        .calendar = reading->calendar,
        .pattern = xml_value(element, "period-pattern"),
        .year_named = (enum year_named)word_of(element, "year-named", year_named_words, YEAR_NAMED_END + 1),
        .quarters = (enum quarters_of)word_of(element, "quarters", quarters_words, QUARTERS_OF_CALENDAR + 1),
        .from = xml_pos(element, "period-pattern"),
    };
    request->period = text_of(element, "period");
    request->period_from = text_of(element, "period-from");
    check_period_from(reading);
    request->of = xml_period(element, "of", reading->calendar);
    request->only = text_of(element, "only");
    if (request->form == FORM_ACROSS && request->period.text != NULL &&
        strstr(request->period.text, "{column}") == NULL)
        diag_error(reading->reader->diag, request->period.pos,
                   "form=\"across\" has its periods in the headings, and \"%s\" names none of them; expected "
                   "{column}, with or without columns before it",
                   request->period.text);
    if (request->only.text != NULL && xml_value(element, "of") == NULL)
        diag_error(reading->reader->diag, request->only.pos, "only=\"%s\" needs the period of these lines: of=\"...\"",
                   request->only.text);
}

static void read_columns_part(const struct element_reading *reading) {
    const struct xml_element *element = reading->element;
    struct source_request *request = reading->request;
    request->id = text_of(element, "id");
    request->series = text_of(element, "series");
    request->values = text_of(element, xml_value(element, "value") != NULL ? "value" : "columns");
    request->without = text_of(element, "without");
    request->note = text_of(element, "note");
    request->nothing = text_of(element, "nothing");
    request->flags = text_of(element, "flags");
    request->prefix = xml_value(element, "prefix");
}

static enum status said_status(const struct xml_element *element, enum status preset) {
    int said = xml_word(element, "status", status_said_words, STATUSES_SAID, -1);
    return said < 0 ? preset : statuses_said[said];
}

static enum bring_up said_bring_up(const struct xml_element *element, enum bring_up preset) {
    return (enum bring_up)xml_word(element, "bring-up", bring_up_words, BRING_UP_COUNT, (int)preset);
}

/* What <word> and <flag> say: one of a status and a value. */
static struct cell_word *read_words(const struct element_reading *reading, const char *name, size_t *count) {
    struct cell_word *words = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const struct xml_element *child = reading->element->first_child; child != NULL; child = child->next) {
        const char *text = xml_value(child, "text");
        if (strcmp(child->name, name) != 0 || text == NULL)
            continue;
        bool status = xml_value(child, "status") != NULL, value = xml_value(child, "value") != NULL;
        if (status == value)
            diag_error(reading->reader->diag, child->pos, "<%s text=\"%s\"> needs a status or a value%s", name, text,
                       status ? ", and not both" : "");
        for (size_t i = 0; i < *count; i++)
            if (strcasecmp(words[i].text, text) == 0)
                diag_error(reading->reader->diag, child->pos, "<%s text=\"%s\"> is there already; keep one", name,
                           text);
        arena_append(reading->reader->arena, words, *count, capacity) = (struct cell_word){
            .text = text,
            .status = said_status(child, STATUS_PRESENT),
            .value = xml_number(child, "value"),
            .note = xml_value(child, "note"),
        };
    }
    return words;
}

/* What an element says of its figures, over what holds without. */
static void read_style(const struct xml_element *element, struct cell_style *style, struct diag *diag) {
    if (xml_value(element, "scale") != NULL)
        style->scale = xml_number(element, "scale");
    if (fraction_present(style->scale) && fraction_sign(style->scale) == 0)
        diag_error(diag, xml_pos(element, "scale"), "scale is 0, which leaves nothing of a figure");
    style->status = said_status(element, style->status);
}

static void read_figure_part(const struct element_reading *reading) {
    const struct xml_element *element = reading->element;
    struct source_request *request = reading->request;
    struct cell_style *style = &request->style;
    int mark = xml_word(element, "decimal", decimal_words, DECIMAL_MARK_COUNT, -1);
    request->mark_said = mark >= 0;
    style->mark = mark >= 0 ? (enum decimal_mark)mark : DECIMAL_POINT;
    style->words = read_words(reading, "word", &style->word_count);
    style->flags = read_words(reading, "flag", &style->flag_count);
    style->slips_missing =
        xml_word(element, "unreadable", unreadable_words, UNREADABLE_COUNT, UNREADABLE_ERROR) == UNREADABLE_MISSING;
    read_style(element, style, reading->reader->diag);
    request->duplicates =
        (enum duplicates)xml_word(element, "duplicates", duplicates_words, DUPLICATES_COUNT, DUPLICATES_ERROR);
    request->bring_up = said_bring_up(element, BRING_UP_SUM);
    request->sparse = xml_yes(element, "gaps", false);
    request->letters = reading->reader->letters;
}

static void read_column_elements(const struct element_reading *reading) {
    struct source_request *request = reading->request;
    for (const struct xml_element *child = reading->element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "column") != 0 || xml_value(child, "heading") == NULL)
            continue;
        struct column_request column = {
            .heading = text_of(child, "heading"),
            .series = text_of(child, "series"),
            .flag = text_of(child, "flag"),
            .of = xml_period(child, "of", reading->calendar),
            .style = request->style,
            .bring_up = said_bring_up(child, request->bring_up),
        };
        read_style(child, &column.style, reading->reader->diag);
        arena_append(reading->reader->arena, request->columns, request->column_count, request->column_capacity) =
            column;
    }
    const struct request_text *others[] = {&request->values, &request->without};
    const char *names[] = {request->form == FORM_LONG ? "value" : "columns", "without"};
    for (size_t i = 0; request->column_count > 0 && i < sizeof others / sizeof others[0]; i++)
        if (others[i]->text != NULL)
            diag_error(reading->reader->diag, others[i]->pos,
                       "<column> elements say which columns are read; leave %s out", names[i]);
}

/* A table of one period has to say which. */
static void check_single(const struct element_reading *reading) {
    const struct source_request *request = reading->request;
    bool each = request->column_count > 0;
    for (size_t i = 0; i < request->column_count; i++)
        each = each && request->columns[i].of != PERIOD_NONE;
    if (request->form == FORM_SINGLE && request->of == PERIOD_NONE && request->period_from.text == NULL && !each)
        diag_error(reading->reader->diag, request->pos,
                   "form=\"single\" needs the period of the figures: of=\"...\", or period-from=\"file\"");
}

/* Whether the source says how its periods are brought up, or each of its columns does. */
static bool says_bring_up(const struct xml_element *element) {
    size_t columns = 0, said = 0;
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "column") == 0) {
            columns++;
            said += xml_value(child, "bring-up") != NULL;
        }
    return xml_value(element, "bring-up") != NULL || (columns > 0 && said == columns);
}

/* A file of another grain than the pack's. */
static void check_grain(const struct element_reading *reading) {
    struct calendar pack = reading->reader->catalogue->calendar, file = reading->calendar;
    struct source_pos pos = xml_pos(reading->element, "grain");
    struct diag *diag = reading->reader->diag;
    bool finer = calendar_holds(pack, file);
    if (pack.grain == file.grain) {
        if (xml_value(reading->element, "bring-up") != NULL)
            diag_error(
                diag, xml_pos(reading->element, "bring-up"),
                "bring-up is for files whose periods are finer than the catalogue's %s; say which: grain=\"...\"",
                calendar_nouns(pack));
    } else if (!finer && !calendar_holds(file, pack))
        diag_error(diag, pos, "%s do not lie in %s, nor the other way round; the catalogue's periods are %s",
                   calendar_nouns(file), calendar_nouns(pack), calendar_nouns(pack));
    else if (finer && !says_bring_up(reading->element))
        diag_error(diag, pos,
                   "the file's periods are %s and the catalogue's are %s; say how those become one of these: "
                   "bring-up=\"sum\", \"last\", \"mean\", \"maximum\" or \"minimum\"",
                   calendar_nouns(file), calendar_nouns(pack));
}

/* The files of a source; of ODBC, the one data source. */
static struct path_matches find_files(const struct element_reading *reading) {
    const struct catalogue_reader *reader = reading->reader;
    const struct table_request *table = &reading->request->table;
    struct path_matches found = {0};
    if (reader->diag->errors > reading->before)
        return found;
    if (!table->odbc)
        return path_matches(reader->arena, reader->scope, reader->catalogue->path, table->path, table->from,
                            reader->diag);
    found.paths = arena_new_array(reader->arena, 1, char *);
    found.paths[0] = arena_strdup(reader->arena, table->path);
    found.count = 1;
    return found;
}

bool source_element_read(const struct catalogue_reader *reader, const struct xml_element *element,
                         struct source_request *request) {
    struct calendar pack = reader->catalogue->calendar;
    struct calendar calendar =
        calendar_in(pack, (enum grain)xml_word(element, "grain", grain_words, GRAIN_COUNT, (int)pack.grain));
    *request = (struct source_request){
        .pos = element->pos, .form = (enum source_form)xml_word(element, "form", form_words, FORM_COUNT, FORM_WIDE)};
    struct element_reading reading = {reader, element, request, calendar, reader->diag->errors};
    if (source_database_is_secret(element, "file", reader->diag))
        return false;
    check_form(&reading);
    check_pairs(&reading);
    check_of(&reading);
    read_table_part(&reading);
    read_period_part(&reading);
    read_columns_part(&reading);
    read_figure_part(&reading);
    read_column_elements(&reading);
    check_single(&reading);
    check_grain(&reading);
    request->files = find_files(&reading);
    bool period_said = xml_value(element, "of") == NULL || request->of != PERIOD_NONE;
    return request->files.paths != NULL && period_said && reader->diag->errors == reading.before;
}
