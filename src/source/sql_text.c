#include "sql_text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "text.h"

enum token_kind {
    TOKEN_END,
    TOKEN_BLANK, /* comments too */
    TOKEN_WORD,
    TOKEN_PARAMETER,
    TOKEN_QUOTED,
    TOKEN_OTHER, /* one sign, or `::` */
    TOKEN_OPEN   /* a quote or a comment that has no end */
};

struct token {
    enum token_kind kind;
    size_t start, length;
};

/* A query while it is read. */
struct sql_reading {
    struct arena *arena;
    struct diag *diag;
    const struct table_request *request;
    const char *from;
    struct sql_text *sql;
    struct text text;
    const char **values;
    size_t *marks, *lengths;
};

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool begins_word(char c) {
    return is_word(c) && !isdigit((unsigned char)c);
}

/* The end of what a quote opens, one that is doubled aside; NULL where it has none. `E'\''` escapes by backslashes. */
static const char *end_of_quoted(const char *from, const char *at) {
    char close = *at == '[' ? ']' : *at;
    bool escapes =
        *at == '\'' && at > from && toupper((unsigned char)at[-1]) == 'E' && (at - 1 == from || !is_word(at[-2]));
    for (at++; *at != '\0'; at++)
        if (escapes && *at == '\\' && at[1] != '\0')
            at++;
        else if (*at == close && at[1] == close)
            at++;
        else if (*at == close)
            return at + 1;
    return NULL;
}

/* `$tag$ ... $tag$`: its end, `at` itself where it is none, NULL where it has no end. */
static const char *end_of_dollars(const char *at) {
    size_t tag =
        1 +
        (begins_word(at[1]) ? strspn(at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") : 0);
    if (at[tag] != '$')
        return at;
    for (const char *end = at + tag + 1; (end = strchr(end, '$')) != NULL; end++)
        if (strncmp(end, at, tag + 1) == 0)
            return end + tag + 1;
    return NULL;
}

/* A name in brackets, and not the number of an element: `[Month end]`, `list[1]`. */
static bool opens_name(const char *from, const char *at) {
    return *at == '[' && (at == from || (!is_word(at[-1]) && strchr(")]\"", at[-1]) == NULL));
}

static struct token next_token(const char *from, size_t start) {
    const char *at = from + start, *end = at + 1;
    enum token_kind kind = TOKEN_OTHER;
    if (*at == '\0')
        return (struct token){TOKEN_END, start, 0};
    if (isspace((unsigned char)*at)) {
        kind = TOKEN_BLANK;
    } else if (strncmp(at, "--", 2) == 0) {
        kind = TOKEN_BLANK;
        end = at + strcspn(at, "\n");
    } else if (strncmp(at, "/*", 2) == 0) {
        kind = TOKEN_BLANK;
        end = strstr(at + 2, "*/");
        end = end == NULL ? NULL : end + 2;
    } else if (strchr("'\"`", *at) != NULL || opens_name(from, at)) {
        kind = TOKEN_QUOTED;
        end = end_of_quoted(from, at);
    } else if (*at == '$' && end_of_dollars(at) != at) {
        kind = TOKEN_QUOTED;
        end = end_of_dollars(at);
    } else if (strncmp(at, "::", 2) == 0) {
        end = at + 2;
    } else if (is_word(*at) || (*at == ':' && begins_word(at[1]))) {
        kind = *at == ':' ? TOKEN_PARAMETER : TOKEN_WORD;
        while (is_word(*end))
            end++;
    }
    return end == NULL ? (struct token){TOKEN_OPEN, start, 1} : (struct token){kind, start, (size_t)(end - at)};
}

/* ------------------------------------------------------------------ places */

/* The place of a byte of the query as the catalogue has it. Its column is known where no character before it on its
 * line can be written in more than one way. */
static struct source_pos place_of(const struct request_text *query, size_t at) {
    struct source_pos pos = query->pos;
    const char *line = query->text;
    for (const char *s = query->text; s < query->text + at; s++)
        if (*s == '\n') {
            line = s + 1;
            pos.line++;
            pos.column = 1;
        }
    bool known = line != query->text || strpbrk(query->text, "<>&") == NULL;
    for (const char *s = line; s < query->text + at; s++) {
        known = known && strchr("<>&", *s) == NULL;
        pos.column += ((unsigned char)*s & 0xC0) != 0x80;
    }
    pos.column = known ? pos.column : 0;
    return pos;
}

struct source_pos sql_text_pos(const struct sql_text *sql, long at) {
    if (at < 0)
        return sql->query->pos;
    size_t original = (size_t)at;
    for (size_t i = 0; i < sql->value_count && sql->marks[i] < (size_t)at; i++)
        original += sql->lengths[i] - 1;
    size_t length = strlen(sql->query->text);
    return place_of(sql->query, original < length ? original : length);
}

long sql_text_find(const struct sql_text *sql, const char *word, size_t length) {
    long found = -1;
    for (const char *s = sql->text; length > 0 && *s != '\0'; s++) {
        if (strncasecmp(s, word, length) != 0 || is_word(s[length]) || (s > sql->text && is_word(s[-1])))
            continue;
        if (found >= 0)
            return -1;
        found = s - sql->text;
    }
    return found;
}

/* ------------------------------------------------------------------ parameters */

/* Whether a parameter is meant by the name of a column. */
static bool is_called(const char *name, const char *parameter, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char c = is_word(name[i]) || name[i] == '\0' ? name[i] : '_';
        if (tolower((unsigned char)c) != tolower((unsigned char)parameter[i]))
            return false;
    }
    return name[length] == '\0';
}

static const struct request_word *find_parameter(const struct table_request *request, const char *name, size_t length) {
    for (const struct request_word *word = request->parameters; word != NULL && word->name != NULL; word++)
        if (is_called(word->name, name, length))
            return word;
    return NULL;
}

/* `:code, :name`, of those that there are. */
static const char *list_parameters(struct arena *arena, const struct request_word *parameters) {
    struct text list = {0};
    for (const struct request_word *word = parameters; word != NULL && word->name != NULL; word++) {
        text_add(&list, list.length == 0 ? ":" : ", :");
        for (const char *s = word->name; *s != '\0'; s++)
            text_append(&list, is_word(*s) ? s : "_", 1);
    }
    const char *result = arena_strdup(arena, text_string(&list));
    text_free(&list);
    return result;
}

static bool take_parameter(struct sql_reading *reading, struct token token) {
    const char *name = arena_strndup(reading->arena, reading->from + token.start + 1, token.length - 1);
    const struct request_word *word = find_parameter(reading->request, name, token.length - 1);
    struct source_pos pos = place_of(&reading->request->query, token.start);
    if (word == NULL)
        diag_error(reading->diag, pos, "the query has the parameter :%s; there are %s", name,
                   list_parameters(reading->arena, reading->request->parameters));
    else if (word->text == NULL)
        diag_error(reading->diag, pos,
                   "the parameter :%s has no value, since nothing says the period; say it: --period, or "
                   "period=\"...\" of the layout",
                   name);
    if (word == NULL || word->text == NULL)
        return false;
    size_t count = reading->sql->value_count++;
    reading->values[count] = word->text;
    reading->marks[count] = reading->text.length;
    reading->lengths[count] = token.length;
    text_add(&reading->text, "?");
    return true;
}

/* ------------------------------------------------------------------ what a query may do */

static bool is_one_of(const char *const *words, size_t count, const char *text, size_t length) {
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && strncasecmp(words[i], text, length) == 0)
            return true;
    return false;
}

/* A query reads. What it may do besides, the database refuses; this is told before it is asked. */
static bool check_word(const struct sql_reading *reading, struct token token, bool first) {
    static const char *const begin[] = {"select", "with", "values"};
    static const char *const write[] = {"insert",   "update", "delete", "merge",  "into",    "create", "drop",
                                        "truncate", "alter",  "grant",  "revoke", "execute", "exec"};
    const char *word = reading->from + token.start;
    struct source_pos pos = place_of(&reading->request->query, token.start);
    if (first && !is_one_of(begin, sizeof begin / sizeof *begin, word, token.length))
        diag_error(reading->diag, pos, "the query begins with %.*s; a source reads, with SELECT, WITH or VALUES",
                   (int)token.length, word);
    else if ((token.start == 0 || word[-1] != '.') &&
             is_one_of(write, sizeof write / sizeof *write, word, token.length))
        diag_error(reading->diag, pos,
                   "the query has the word %.*s, which writes; a source reads alone, and a name that "
                   "is spelled so stands in quotes",
                   (int)token.length, word);
    else
        return true;
    return false;
}

/* One sign outside of names, words and quotes. */
static bool check_sign(const struct sql_reading *reading, struct token token) {
    struct source_pos pos = place_of(&reading->request->query, token.start);
    if (reading->from[token.start] == '?')
        diag_error(reading->diag, pos, "the query has a `?`; a parameter is written by its name: %s",
                   list_parameters(reading->arena, reading->request->parameters));
    else
        return true;
    return false;
}

/* True where nothing that counts stands behind the statement's end. */
static bool check_end(const struct sql_reading *reading, size_t at) {
    struct token token;
    do {
        token = next_token(reading->from, at);
        at += token.length;
    } while (token.kind == TOKEN_BLANK || reading->from[token.start] == ';');
    if (token.kind == TOKEN_END)
        return true;
    diag_error(reading->diag, place_of(&reading->request->query, token.start),
               "the query has more than one statement; a source reads one");
    return false;
}

static bool take_token(struct sql_reading *reading, struct token token, bool first) {
    if (token.kind == TOKEN_OPEN) {
        diag_error(reading->diag, place_of(&reading->request->query, token.start),
                   "what %.2s opens in the query is never closed", reading->from + token.start);
        return false;
    }
    if (token.kind == TOKEN_PARAMETER)
        return take_parameter(reading, token);
    if (token.kind == TOKEN_WORD && !check_word(reading, token, first))
        return false;
    if (token.kind == TOKEN_OTHER && !check_sign(reading, token))
        return false;
    text_append(&reading->text, reading->from + token.start, token.length);
    return true;
}

static bool read_tokens(struct sql_reading *reading) {
    bool first = true;
    struct token token = next_token(reading->from, 0);
    for (; token.kind != TOKEN_END; token = next_token(reading->from, token.start + token.length)) {
        if (reading->from[token.start] == ';')
            break;
        if (!take_token(reading, token, first))
            return false;
        first = first && token.kind != TOKEN_WORD;
    }
    if (first)
        diag_error(reading->diag, reading->request->query.pos, "the query is empty; expected SELECT ...");
    return !first && check_end(reading, token.start);
}

bool sql_text_read(struct arena *arena, const struct table_request *request, struct sql_text *sql, struct diag *diag) {
    size_t most = strlen(request->query.text) / 2 + 1;
    *sql = (struct sql_text){.query = &request->query};
    struct sql_reading reading = {.arena = arena,
                                  .diag = diag,
                                  .request = request,
                                  .from = request->query.text,
                                  .sql = sql,
                                  .values = arena_new_array(arena, most, const char *),
                                  .marks = arena_new_array(arena, most, size_t),
                                  .lengths = arena_new_array(arena, most, size_t)};
    bool good = read_tokens(&reading);
    sql->text = arena_strdup(arena, text_string(&reading.text));
    sql->values = reading.values;
    sql->marks = reading.marks;
    sql->lengths = reading.lengths;
    text_free(&reading.text);
    return good;
}
