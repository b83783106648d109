#include "where.h"

#include <limits.h>
#include <string.h>

#include "text.h"

enum { VALUE_MAX = 64, VALUES_SHOWN = 6, WORDS_SHOWN = 6, SEEN_BITS = 4096 };

/* What cells of a column held while none was the one that is wanted: for the message that says so. */
struct meeting {
    bool met;                                 /* the condition held for some row */
    unsigned char seen[SEEN_BITS / CHAR_BIT]; /* by their hashes, values that were looked at */
    char values[VALUES_SHOWN][VALUE_MAX + 1];
    int count;
    char nearest[VALUE_MAX + 1];
    int distance;
};

struct condition {
    const char *name; /* of the column */
    size_t column;
    bool differs; /* != */
    bool worded;  /* by a word in braces */
    const char **values;
    size_t *lengths;
    size_t value_count, value_capacity;
    struct meeting meeting;
};

struct where {
    struct arena *arena;
    struct source_pos pos;
    struct condition *conditions;
    size_t count, capacity;
    bool kept; /* some row was */
};

/* The conditions while they are read. */
struct scan {
    struct arena *arena;
    struct diag *diag;
    const struct table_request *request;
    const char *at;
    bool worded; /* some word was met */
};

static void skip_blanks(struct scan *scan) {
    scan->at += strspn(scan->at, " \t\r\n");
}

/* A text in quotes; NULL, reported, where it has no end. */
static const char *scan_quoted(struct scan *scan) {
    struct text text = {0};
    for (scan->at++; *scan->at != '\0' && (*scan->at != '\'' || scan->at[1] == '\''); scan->at++) {
        text_append(&text, scan->at, 1);
        scan->at += *scan->at == '\'';
    }
    const char *result = arena_strdup(scan->arena, text_string(&text));
    text_free(&text);
    if (*scan->at == '\'') {
        scan->at++;
        skip_blanks(scan);
        return result;
    }
    diag_error(scan->diag, scan->request->where.pos, "where: the quote before \"%s\" is never closed", result);
    return NULL;
}

static const struct request_word *find_word(const struct scan *scan, const char *name, size_t length) {
    for (const struct request_word *word = scan->request->words; word != NULL && word->name != NULL; word++)
        if (strlen(word->name) == length && memcmp(word->name, name, length) == 0)
            return word;
    return NULL;
}

/* `; expected {code} or {name} or ...`, each name once. */
static const char *known_words(const struct scan *scan) {
    const char *known = "";
    size_t shown = 0;
    for (const struct request_word *word = scan->request->words; word != NULL && word->name != NULL; word++) {
        if (find_word(scan, word->name, strlen(word->name)) != word)
            continue;
        if (shown++ == WORDS_SHOWN)
            return arena_printf(scan->arena, "%s or ...", known);
        known = arena_printf(scan->arena, "%s%s{%s}", known, shown == 1 ? "; expected " : " or ", word->name);
    }
    return known;
}

static void report_word(const struct scan *scan, const char *name, int length, const struct request_word *word) {
    if (word == NULL)
        diag_error(scan->diag, scan->request->where.pos, "where: {%.*s} stands for nothing%s", length, name,
                   known_words(scan));
    else
        diag_error(scan->diag, scan->request->where.pos, "where: {%s} needs %s=\"...\" of the catalogue", word->name,
                   word->name);
}

/* The text with what its words in braces stand for; NULL, reported, where one stands for nothing. */
static const char *expand(struct scan *scan, const char *text) {
    struct text whole = {0};
    bool good = true;
    while (*text != '\0' && good) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;
        if (close == NULL) {
            text_append(&whole, text++, 1);
            continue;
        }
        size_t length = (size_t)(close - text - 1);
        const struct request_word *word = find_word(scan, text + 1, length);
        good = word != NULL && word->text != NULL;
        scan->worded = true;
        if (good)
            text_add(&whole, word->text);
        else
            report_word(scan, text + 1, (int)length, word);
        text = close + 1;
    }
    const char *result = good ? arena_strdup(scan->arena, text_string(&whole)) : NULL;
    text_free(&whole);
    return result;
}

/* A name or value up to one of the signs, without blanks at its ends; NULL, reported. */
static const char *scan_text(struct scan *scan, const char *signs) {
    skip_blanks(scan);
    if (*scan->at == '\'')
        return scan_quoted(scan);
    size_t length = strcspn(scan->at, signs);
    if (signs[0] == '=' && length > 0 && scan->at[length] == '=' && scan->at[length - 1] == '!')
        length--;
    struct raw_cell cell = raw_trim((struct raw_cell){.text = scan->at, .length = length});
    scan->at += length;
    return expand(scan, arena_strndup(scan->arena, cell.text, cell.length));
}

static void add_value(struct scan *scan, struct condition *condition, const char *value) {
    size_t capacity = condition->value_capacity, count = condition->value_count;
    condition->lengths = arena_grow(scan->arena, condition->lengths, count, &capacity, sizeof *condition->lengths);
    condition->lengths[count] = strlen(value);
    arena_append(scan->arena, condition->values, condition->value_count, condition->value_capacity) = value;
}

/* False, reported, where there is no condition at hand. */
static bool scan_condition(struct scan *scan, struct condition *condition) {
    const char *start = scan->at + strspn(scan->at, " \t\r\n");
    condition->name = scan_text(scan, "=;");
    if (condition->name == NULL)
        return false;
    condition->differs = *scan->at == '!';
    scan->at += condition->differs;
    if (*scan->at != '=' || condition->name[0] == '\0') {
        diag_error(scan->diag, scan->request->where.pos,
                   "where: \"%.*s\" is no condition; expected such as Sex=Persons or Sex!=Persons, several with ; "
                   "between them",
                   (int)strcspn(start, ";"), start);
        return false;
    }
    scan->worded = false;
    do {
        scan->at++;
        const char *value = scan_text(scan, "|;");
        if (value == NULL)
            return false;
        add_value(scan, condition, value);
    } while (*scan->at == '|');
    condition->worded = scan->worded;
    if (*scan->at == ';' || *scan->at == '\0')
        return true;
    diag_error(scan->diag, scan->request->where.pos, "where: text behind a closing quote: %s", scan->at);
    return false;
}

struct where *where_parse(struct arena *arena, const struct table_request *request, struct diag *diag) {
    struct where *where = arena_new(arena, struct where);
    struct scan scan = {arena, diag, request, request->where.text != NULL ? request->where.text : "", false};
    where->arena = arena;
    where->pos = request->where.pos;
    skip_blanks(&scan);
    while (*scan.at != '\0') {
        struct condition *condition = &arena_append(arena, where->conditions, where->count, where->capacity);
        *condition = (struct condition){.meeting.distance = INT_MAX};
        if (!scan_condition(&scan, condition))
            return NULL;
        scan.at += *scan.at == ';';
        skip_blanks(&scan);
    }
    return where;
}

bool where_bind(struct where *where, struct table *table, struct diag *diag) {
    size_t before = diag->errors;
    for (size_t i = 0; i < where->count; i++) {
        int column = table_column_for(table, where->conditions[i].name, where->pos, diag);
        where->conditions[i].column = column < 0 ? 0 : (size_t)column;
        if (column >= 0)
            table->header[column].named = true;
    }
    return diag->errors == before;
}

bool where_narrows(const struct where *where, size_t *column, const char **text) {
    for (size_t i = 0; i < where->count; i++) {
        const struct condition *condition = &where->conditions[i];
        if (!condition->worded || condition->differs || condition->value_count != 1)
            continue;
        *column = condition->column;
        *text = condition->values[0];
        return true;
    }
    return false;
}

static bool has_value(const struct condition *condition, struct raw_cell cell) {
    for (size_t i = 0; i < condition->value_count; i++)
        if (condition->lengths[i] == cell.length && memcmp(condition->values[i], cell.text, cell.length) == 0)
            return true;
    return false;
}

static bool was_seen(struct meeting *meeting, struct raw_cell cell) {
    unsigned hash = 2166136261U;
    for (size_t i = 0; i < cell.length; i++)
        hash = (hash ^ (unsigned char)cell.text[i]) * 16777619U;
    hash %= SEEN_BITS;
    unsigned char bit = (unsigned char)(1U << hash % CHAR_BIT);
    bool seen = (meeting->seen[hash / CHAR_BIT] & bit) != 0;
    meeting->seen[hash / CHAR_BIT] |= bit;
    return seen;
}

/* Looks at a value that is not wanted, once or not at all: there may be millions. */
static void note_value(struct condition *condition, struct raw_cell cell) {
    struct meeting *meeting = &condition->meeting;
    if (cell.length == 0 || cell.length > VALUE_MAX || was_seen(meeting, cell))
        return;
    char value[VALUE_MAX + 1];
    memcpy(value, cell.text, cell.length);
    value[cell.length] = '\0';
    if (meeting->count < VALUES_SHOWN)
        strcpy(meeting->values[meeting->count], value);
    meeting->count++;
    for (size_t i = 0; i < condition->value_count; i++) {
        int limit = (int)strlen(condition->values[i]) / 3;
        int distance = text_distance(condition->values[i], value, limit);
        if (distance > limit || distance >= meeting->distance)
            continue;
        meeting->distance = distance;
        strcpy(meeting->nearest, value);
    }
}

static bool fits(const struct condition *condition, const struct raw_row *row) {
    return condition->column >= row->count ||
           has_value(condition, raw_trim(row->cells[condition->column])) != condition->differs;
}

bool where_fits(const struct where *where, const struct raw_row *row) {
    for (size_t i = 0; i < where->count; i++)
        if (!fits(&where->conditions[i], row))
            return false;
    return true;
}

/* While no row was kept. */
static void note_row(struct condition *condition, const struct raw_row *row) {
    if (condition->column >= row->count || condition->meeting.met)
        return;
    if (fits(condition, row))
        condition->meeting.met = true;
    else
        note_value(condition, raw_trim(row->cells[condition->column]));
}

bool where_holds(struct where *where, const struct raw_row *row) {
    for (size_t i = 0; i < where->count && !where->kept; i++)
        note_row(&where->conditions[i], row);
    bool all = where_fits(where, row);
    where->kept = where->kept || all;
    return all;
}

/* `Sex = Persons or Female`. */
static const char *describe(const struct where *where, const struct condition *condition) {
    const char *text = arena_printf(where->arena, "%s %s", condition->name, condition->differs ? "!=" : "=");
    for (size_t i = 0; i < condition->value_count; i++)
        text = arena_printf(where->arena, "%s%s %s", text, i > 0 ? " or" : "",
                            condition->values[i][0] == '\0' ? "(blank)" : condition->values[i]);
    return text;
}

/* The end of the message about a condition that held for no row. */
static const char *found_instead(const struct where *where, const struct condition *condition) {
    const struct meeting *meeting = &condition->meeting;
    const char *list = "";
    if (condition->differs || meeting->count == 0)
        return "";
    if (meeting->distance != INT_MAX)
        return arena_printf(where->arena, "; did you mean %s?", meeting->nearest);
    for (int i = 0; i < meeting->count && i < VALUES_SHOWN; i++)
        list = arena_printf(where->arena, "%s%s%s", list, i == 0 ? "; there are such as " : ", ", meeting->values[i]);
    return list;
}

void where_report(const struct where *where, const struct table *table, enum rows_needed needed, struct diag *diag) {
    const char *all = "";
    size_t unmet = 0;
    if (needed == ROWS_ANY)
        return;
    for (size_t i = 0; i < where->count; i++) {
        const struct condition *condition = &where->conditions[i];
        all = arena_printf(where->arena, "%s%s%s", all, i == 0 ? "" : "; ", describe(where, condition));
        unmet += !condition->meeting.met;
        if (!condition->meeting.met)
            diag_error(diag, where->pos, "no row of \"%s\" has %s%s", table->path, describe(where, condition),
                       found_instead(where, condition));
    }
    if (unmet == 0 && needed == ROWS_OPTIONAL)
        diag_note(diag, where->pos, "no row of \"%s\" has all of this: %s", table->path, all);
    else if (unmet == 0)
        diag_error(diag, where->pos, "no row of \"%s\" has all of this: %s", table->path, all);
}
