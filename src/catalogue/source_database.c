#include "source_database.h"

#include <string.h>

#include "lookup.h"
#include "source.h"

enum { NAME_BYTES_MAX = 100 };

bool source_database_is_secret(const struct xml_element *element, const char *name, struct diag *diag) {
    static const char *const signs[] = {"pwd=", "password=", "uid=", "dsn="};
    const char *text = xml_value(element, name);
    for (size_t i = 0; text != NULL && i < sizeof signs / sizeof *signs; i++)
        if (strcasestr(text, signs[i]) != NULL) {
            diag_error(
                diag, xml_pos(element, name),
                "%s holds a connection string, which has no place in a catalogue; write the name of a data source "
                "of odbc.ini, odbc=\"...\", which says the rest",
                name);
            return true;
        }
    return false;
}

/* A name is told in messages, and leads to nothing but the entry of odbc.ini that is called so. */
static bool is_name(const char *text) {
    for (const char *s = text; *s != '\0'; s++)
        if ((unsigned char)*s < ' ' || strchr(";={}[]()?*!@,\\/\"", *s) != NULL)
            return false;
    return *text != '\0' && strlen(text) <= NAME_BYTES_MAX;
}

static void read_odbc(const struct catalogue_reader *reader, const struct xml_element *element,
                      struct table_request *request) {
    const char *odbc = xml_value(element, "odbc");
    struct source_pos pos = xml_pos(element, "odbc");
    if (odbc == NULL)
        return;
    if (source_database_is_secret(element, "odbc", reader->diag))
        ;
    else if (!is_name(odbc))
        diag_error(reader->diag, pos,
                   "odbc is the name of a data source of odbc.ini and nothing else, without signs such as ; = { }");
    else if (xml_value(element, "file") != NULL)
        diag_error(reader->diag, pos, "file and odbc cannot both hold; leave one out");
    request->odbc = true;
    request->path = odbc;
    request->from = pos;
}

/* ------------------------------------------------------------------ queries */

static bool is_there(const struct request_word *list, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return true;
    return false;
}

/* What parameters stand for: the period and its days, then what words of conditions do. */
static const struct request_word *parameters(const struct catalogue_reader *reader) {
    struct arena *arena = reader->arena;
    struct calendar calendar = reader->catalogue->calendar;
    int period = reader->period;
    bool said = period != PERIOD_NONE;
    const struct request_word own[] = {
        {"period", said ? lookup_iso(reader, period) : NULL},
        {"first_day", said ? calendar_iso(arena, calendar_days, calendar_first_day(calendar, period)) : NULL},
        {"last_day", said ? calendar_iso(arena, calendar_days, calendar_last_day(calendar, period)) : NULL}};
    size_t words = 0, count = sizeof own / sizeof own[0];
    while (reader->words[words].name != NULL)
        words++;
    struct request_word *list = arena_new_array(arena, count + words + 1, struct request_word);
    memcpy(list, own, sizeof own);
    for (size_t i = 0; i < words; i++)
        if (reader->words[i].text != NULL && !is_there(list, count, reader->words[i].name))
            list[count++] = reader->words[i];
    return list;
}

static void read_query(const struct catalogue_reader *reader, const struct xml_element *element,
                       struct table_request *request) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "query") == 0) {
            request->query = (struct request_text){child->text, child->inner};
            request->query_seconds = xml_whole(child, "seconds", 0);
            request->parameters = parameters(reader);
        }
    if (request->query.text != NULL && request->table.text != NULL)
        diag_error(reader->diag, request->table.pos, "table and <query> both say which rows are read; leave one out");
}

/* What says how rows of cells become a table has nothing to say of a database. */
static void check_database(const struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const of_files[] = {"skip", "from-heading", "heading-rows", "until", "until-blank"};
    for (size_t i = 0; i < sizeof of_files / sizeof *of_files; i++)
        if (xml_attribute(element, of_files[i]) != NULL)
            diag_error(reader->diag, xml_pos(element, of_files[i]),
                       "%s means nothing to a database, whose table has names of columns and rows", of_files[i]);
}

void source_database_read(const struct catalogue_reader *reader, const struct xml_element *element,
                          struct table_request *request) {
    request->path = xml_value(element, "file");
    read_odbc(reader, element, request);
    read_query(reader, element, request);
    if (request->path == NULL)
        diag_error(reader->diag, element->pos, "a <source> needs a file=\"...\", or odbc=\"...\" for a database");
    else if (source_kind_of(request) == SOURCE_DATABASE)
        check_database(reader, element);
}
