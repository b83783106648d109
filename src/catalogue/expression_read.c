#include "expression_read.h"

#include <string.h>

#include "cell.h"
#include "lookup.h"
#include "text.h"

static const char allowed[] = "an expression has + - * /, brackets, numbers and names";
static const char blanks[] = " \t\r\n";

enum { QUOTED_MAX = 60 };

/* A text while it is read. */
struct parsing {
    struct catalogue_reader reader; /* its messages are kept apart until it is clear what the text was to be */
    struct source_pos pos;
    const char *text, *at;
    int brackets;
    bool failed;  /* the rest is not read */
    bool lacking; /* a name has nothing behind it */
    size_t found; /* names that have */
    struct expression *expression;
};

static bool is_known(const struct catalogue_reader *reader, const char *name) {
    return catalogue_series(reader->catalogue, name) != NULL || catalogue_indicator(reader->catalogue, name) != NULL;
}

/* ------------------------------------------------------------------ words */

static bool is_minus(const char *text, const char *at) {
    return *at == '-' && (at == text || strchr(blanks, at[-1]) != NULL) && strchr(blanks, at[1]) != NULL;
}

/* How long a name or a number is that starts here. */
static size_t run_length(const char *text) {
    size_t length = 0;
    while (text[length] != '\0' && strchr("+*/()", text[length]) == NULL && !is_minus(text, text + length))
        length++;
    return length;
}

/* The name between quotes, *at behind the last one; NULL where that is not there. */
static char *quoted(struct arena *arena, const char **at) {
    char *name = arena_strdup(arena, *at + 1), *end = name;
    const char *s = *at + 1;
    for (; *s != '\0' && (*s != '\'' || s[1] == '\''); s++) {
        s += *s == '\'';
        *end++ = *s;
    }
    *end = '\0';
    bool closed = *s != '\0';
    *at = s + closed;
    return closed ? name : NULL;
}

bool expression_has_signs(const char *text) {
    if (strpbrk(text, "+*/()'") != NULL)
        return true;
    for (const char *s = text; *s != '\0'; s++)
        if (is_minus(text, s))
            return true;
    return false;
}

bool expression_mentions(struct arena *arena, const char *text, const char *name) {
    if (strcmp(text, name) == 0)
        return true;
    for (const char *at = text + strspn(text, " +-*/()"); *at != '\0'; at += strspn(at, " +-*/()")) {
        const char *word;
        if (*at == '\'') {
            word = quoted(arena, &at);
        } else {
            size_t length = run_length(at);
            word = cell_trim(arena, arena_strndup(arena, at, length));
            at += length;
        }
        if (word != NULL && strcmp(word, name) == 0)
            return true;
    }
    return false;
}

/* ------------------------------------------------------------------ messages */

/* A byte of UTF-8 that starts no character. */
static bool is_inside_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What has been read so far, its end alone where it is long. */
static const char *so_far(const struct parsing *parsing) {
    struct arena *arena = parsing->reader.arena;
    const char *start = parsing->text, *end = parsing->at;
    bool cut = end - start > QUOTED_MAX;
    if (cut)
        start = end - QUOTED_MAX;
    while (cut && is_inside_character(*start))
        start++;
    const char *read = cell_trim(arena, arena_strndup(arena, start, (size_t)(end - start)));
    if (*read == '\0')
        return "at the start";
    return arena_printf(arena, "behind \"%s%s\"", cut ? "…" : "", read);
}

/* What stands here. */
static const char *found(const struct parsing *parsing) {
    size_t length = 1;
    if (*parsing->at == '\0')
        return "the end";
    while (is_inside_character(parsing->at[length]))
        length++;
    return arena_printf(parsing->reader.arena, "\"%.*s\"", (int)length, parsing->at);
}

static void expected(struct parsing *parsing, const char *what, const char *advice) {
    if (!parsing->failed)
        diag_error(parsing->reader.diag, parsing->pos, "expected %s %s, found %s; %s", what, so_far(parsing),
                   found(parsing), advice);
    parsing->failed = true;
}

/* A name that is none because a minus stands in it without blanks: true, reported. */
static bool joined_by_minus(const struct parsing *parsing, const char *name) {
    struct arena *arena = parsing->reader.arena;
    struct fraction number;
    for (const char *minus = strchr(name, '-'); minus != NULL; minus = strchr(minus + 1, '-')) {
        const char *left = cell_trim(arena, arena_strndup(arena, name, (size_t)(minus - name)));
        if (!is_known(&parsing->reader, left) && !fraction_parse(left, &number))
            continue;
        diag_error(parsing->reader.diag, parsing->pos,
                   "unknown series \"%s\"; to take something from \"%s\", write the minus between blanks", name, left);
        return true;
    }
    return false;
}

/* Beside * and / a number that is a name too could be either. */
static void check_doubt(const struct parsing *parsing, const char *name) {
    if (name != NULL)
        diag_error(parsing->reader.diag, parsing->pos,
                   "\"%s\" is a number and a name; write '%s' in quotes for the name, or %s%s for the number", name,
                   name, name, strchr(name, '.') == NULL ? ".0" : "0");
}

/* ------------------------------------------------------------------ grammar */

static void skip_blanks(struct parsing *parsing) {
    parsing->at += strspn(parsing->at, blanks);
}

static void add_step(struct parsing *parsing, enum expression_step_kind kind) {
    expression_add(parsing->reader.arena, parsing->expression, (struct expression_step){.kind = kind});
}

static void add_number(struct parsing *parsing, struct fraction number) {
    expression_add(parsing->reader.arena, parsing->expression,
                   (struct expression_step){.kind = STEP_NUMBER, .number = number});
}

static void add_name(struct parsing *parsing, const char *name) {
    const struct series *series = NULL;
    if (is_known(&parsing->reader, name) || !joined_by_minus(parsing, name))
        series = lookup_counted(&parsing->reader, name, parsing->pos);
    parsing->lacking = parsing->lacking || series == NULL;
    if (series == NULL)
        return;
    parsing->found++;
    expression_add(parsing->reader.arena, parsing->expression,
                   (struct expression_step){.kind = STEP_SERIES, .series = series});
}

static void parse_sum(struct parsing *parsing);

static void parse_bracket(struct parsing *parsing) {
    if (parsing->brackets == EXPRESSION_BRACKETS_MAX) {
        diag_error(parsing->reader.diag, parsing->pos,
                   "more than %d brackets stand in one another %s; give a part of "
                   "it a name with <series id=\"...\" value=\"...\"/>",
                   EXPRESSION_BRACKETS_MAX, so_far(parsing));
        parsing->failed = true;
        return;
    }
    parsing->at++;
    parsing->brackets++;
    parse_sum(parsing);
    if (*parsing->at != ')')
        expected(parsing, ") to close the bracket", allowed);
    parsing->at += !parsing->failed;
    parsing->brackets--;
}

/* Gives the name where it could be a number as well, else NULL. */
static const char *parse_run(struct parsing *parsing) {
    struct arena *arena = parsing->reader.arena;
    size_t length = run_length(parsing->at);
    const char *word = cell_trim(arena, arena_strndup(arena, parsing->at, length));
    struct fraction number;
    bool is_number = fraction_parse(word, &number);
    if (*word == '\0') {
        expected(parsing, "a name or a number", allowed);
        return NULL;
    }
    parsing->at += length;
    if (is_number && !is_known(&parsing->reader, word)) {
        add_number(parsing, number);
        return NULL;
    }
    add_name(parsing, word);
    return is_number ? word : NULL;
}

/* Gives the name where it could be a number as well, else NULL. */
static const char *parse_operand(struct parsing *parsing) {
    bool negative = false;
    const char *doubtful = NULL;
    for (skip_blanks(parsing); *parsing->at == '-'; skip_blanks(parsing)) {
        negative = !negative;
        parsing->at++;
    }
    if (*parsing->at == '(') {
        parse_bracket(parsing);
    } else if (*parsing->at == '\'') {
        const char *name = quoted(parsing->reader.arena, &parsing->at);
        if (name == NULL)
            expected(parsing, "a quote to end the name", allowed);
        else
            add_name(parsing, name);
    } else {
        doubtful = parse_run(parsing);
    }
    if (negative)
        add_step(parsing, STEP_NEGATE);
    skip_blanks(parsing);
    return doubtful;
}

static void parse_product(struct parsing *parsing) {
    const char *doubtful = parse_operand(parsing);
    while (!parsing->failed && (*parsing->at == '*' || *parsing->at == '/')) {
        enum expression_step_kind kind = *parsing->at++ == '*' ? STEP_MULTIPLY : STEP_DIVIDE;
        check_doubt(parsing, doubtful);
        check_doubt(parsing, parse_operand(parsing));
        doubtful = NULL;
        add_step(parsing, kind);
    }
}

static void parse_sum(struct parsing *parsing) {
    parse_product(parsing);
    while (!parsing->failed && (*parsing->at == '+' || *parsing->at == '-')) {
        enum expression_step_kind kind = *parsing->at++ == '+' ? STEP_ADD : STEP_SUBTRACT;
        parse_product(parsing);
        add_step(parsing, kind);
    }
}

static void parse_all(struct parsing *parsing) {
    if (is_known(&parsing->reader, parsing->text)) {
        add_name(parsing, parsing->text);
        return;
    }
    parse_sum(parsing);
    if (!parsing->failed && *parsing->at != '\0')
        expected(parsing, "+ - * / or the end",
                 *parsing->at == ')' ? allowed : "a name with brackets or quotes in it stands in 'single quotes'");
    size_t at = 0;
    if (parsing->reader.diag->errors == 0 && !parsing->lacking && expression_next(parsing->expression, &at) == NULL)
        diag_error(parsing->reader.diag, parsing->pos,
                   "\"%s\" names no series; write a number that is no part of an expression as a <constant>",
                   parsing->text);
}

/* ------------------------------------------------------------------ reading */

static void pass_on(const struct diag *from, struct diag *to) {
    for (size_t i = 0; i < from->count; i++)
        diag_error(to, from->messages[i].pos, "%s", from->messages[i].text);
}

void expression_read(const struct catalogue_reader *reader, const char *text, struct source_pos pos,
                     struct expression *expression) {
    struct diag own;
    diag_init(&own, reader->arena);
    if (strlen(text) > EXPRESSION_LENGTH_MAX) {
        diag_error(reader->diag, pos,
                   "the expression is longer than %d characters; give parts of it names with <series id=\"...\" "
                   "value=\"...\"/>",
                   EXPRESSION_LENGTH_MAX);
        return;
    }
    struct parsing parsing = {.reader = *reader, .pos = pos, .text = text, .at = text, .expression = expression};
    parsing.reader.diag = &own;
    parse_all(&parsing);
    if (own.errors == 0 && !parsing.lacking)
        return;
    expression->count = 0;
    if (parsing.found > 0 || is_known(reader, text) || !lookup_report_near(reader, text, pos))
        pass_on(&own, reader->diag);
}

void expression_read_sum(const struct catalogue_reader *reader, const char *names, struct source_pos pos,
                         struct expression *expression) {
    size_t count = 0;
    bool lacking = false;
    char **words = text_split(reader->arena, names, &count);
    for (size_t i = 0; i < count; i++) {
        struct expression_step step = {.kind = STEP_SERIES};
        if (strlen(words[i]) == 1 && strchr("+-*/()", words[i][0]) != NULL) {
            diag_error(reader->diag, pos, "sum lists names with blanks between; write value=\"%s\"", names);
            lacking = true;
            break;
        }
        step.series = lookup_counted(reader, words[i], pos);
        lacking = lacking || step.series == NULL;
        expression_add(reader->arena, expression, step);
        if (expression->count > 1)
            expression_add(reader->arena, expression, (struct expression_step){.kind = STEP_ADD});
    }
    if (lacking)
        expression->count = 0;
}
