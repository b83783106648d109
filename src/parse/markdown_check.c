#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "markdown.h"

/* A line of the text, without its end. */
struct line {
    const char *start;
    size_t length;
};

/* What is not read as its author means it. */
struct check {
    struct line *lines; /* of the text */
    int line_count;
    cmark_node *tree;
    struct source_pos pos;
    struct diag *diag;
};

static struct line *split(struct arena *arena, const char *markdown, int *count) {
    struct line *lines = NULL;
    size_t found = 0, capacity = 0;
    do {
        struct line line = {markdown, strcspn(markdown, "\r\n")};
        arena_append(arena, lines, found, capacity) = line;
        markdown += line.length;
        markdown += markdown[0] == '\r' && markdown[1] == '\n' ? 2 : *markdown != '\0';
    } while (*markdown != '\0');
    *count = (int)found;
    return lines;
}

static struct line source_line(const struct check *check, cmark_node *node) {
    int line = markdown_pos(node, check->pos).line - check->pos.line;
    return check->lines[line < check->line_count ? line : check->line_count - 1];
}

static bool line_has(struct line line, const char *string) {
    return memmem(line.start, line.length, string, strlen(string)) != NULL;
}

/* ------------------------------------------------------------------ words */

/* From `open` to the next of the same, with no blank between; NULL: there is none. */
static const char *paired(const char *string, char mark, size_t *length) {
    enum { LONGEST = 9 };
    for (const char *s = strchr(string, mark); s != NULL; s = strchr(s + 1, mark)) {
        size_t inner = strcspn(s + 1, (const char[]){mark, ' ', '\0'});
        *length = inner + 2;
        if (inner > 0 && inner <= LONGEST && s[1 + inner] == mark && isalnum((unsigned char)s[1]))
            return s;
    }
    return NULL;
}

/* Marks that were left over in words; an author who wants them puts a backslash before. */
static void check_marks(const struct check *check, cmark_node *node, const char *words) {
    static const struct {
        const char *mark, *escaped, *told;
    } marks[] = {
        {"**", "\\*",
         "** is printed as it stands; put it close to the words that it makes bold, with a blank or a "
         "line's end outside, or write \\*\\*"},
        {"~~", "\\~",
         "~~ is printed as it stands; put it close to the words that it strikes out, on both sides, or "
         "write \\~\\~"},
        {"](", "\\]",
         "the brackets of a link are printed as they stand; write [words](address) with no blank in the "
         "address, or \\]("},
    };
    struct source_pos pos = markdown_pos(node, check->pos);
    struct line line = source_line(check, node);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strstr(words, marks[i].mark) != NULL && !line_has(line, marks[i].escaped))
            diag_warning(check->diag, pos, "%s", marks[i].told);
    size_t length;
    const char *small = paired(words, '~', &length);
    if (small == NULL)
        small = paired(words, '^', &length);
    if (small != NULL && !line_has(line, "\\~") && !line_has(line, "\\^"))
        diag_warning(check->diag, pos,
                     "%.*s is printed as it stands; raised and lowered figures are characters of their own, as in m² "
                     "and H₂O",
                     (int)length, small);
}

static void check_references(const struct check *check, cmark_node *node, const char *words) {
    for (const char *s = strstr(words, "[^"); s != NULL; s = strstr(s + 1, "[^")) {
        size_t length = strcspn(s, "] ");
        if (s[length] == ']' && length > 2 && !line_has(source_line(check, node), "\\["))
            diag_warning(check->diag, markdown_pos(node, check->pos),
                         "%.*s is printed as it stands, since it leads to no footnote; write its words in a paragraph "
                         "of their own that begins with %.*s:",
                         (int)length + 1, s, (int)length + 1, s);
    }
}

static bool starts_line(cmark_node *node) {
    cmark_node *before = cmark_node_previous(node);
    return before == NULL || cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK;
}

/* The line before it begins with a bar too, and was told. */
static bool follows_bar(cmark_node *node) {
    cmark_node *end = cmark_node_previous(node), *before = end == NULL ? NULL : cmark_node_previous(end);
    const char *words = before == NULL ? NULL : cmark_node_get_literal(before);
    return words != NULL && words[0] == '|';
}

static void check_line_start(const struct check *check, cmark_node *node, const char *words) {
    size_t signs = strspn(words, "#");
    bool in_paragraph = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_PARAGRAPH;
    if ((signs == 0 && words[0] != '|') || !in_paragraph || !starts_line(node) ||
        line_has(source_line(check, node), signs > 0 ? "\\#" : "\\|"))
        return;
    if (words[0] == '|' && strchr(words + 1, '|') != NULL && !follows_bar(node))
        diag_warning(check->diag, markdown_pos(node, check->pos),
                     "the line is printed as it stands, for it is no table's; the second line of a table is "
                     "|---|---|, with as many columns as the first, and a blank line stands before both");
    if (signs > 0 && signs <= 6 && isalpha((unsigned char)words[signs]))
        diag_warning(check->diag, markdown_pos(node, check->pos),
                     "%.*s is printed as it stands; put a blank behind it for a heading, or write \\#", (int)signs,
                     words);
}

static void check_words(const struct check *check, cmark_node *node) {
    const char *words = cmark_node_get_literal(node);
    if (words == NULL)
        return;
    check_marks(check, node, words);
    check_references(check, node, words);
    check_line_start(check, node, words);
}

/* ------------------------------------------------------------------ tables */

/* The cells that a line of a table has, by its bars; one at its start or end counts as none. */
static size_t cells_in(struct line line) {
    size_t count = 1, i = 0;
    while (line.length > 0 && isspace((unsigned char)line.start[line.length - 1]))
        line.length--;
    while (i < line.length && (line.start[i] == ' ' || line.start[i] == '>'))
        i++;
    i += i < line.length && line.start[i] == '|';
    for (; i < line.length; i++) {
        if (line.start[i] == '\\')
            i++;
        else if (line.start[i] == '|' && i + 1 < line.length)
            count++;
    }
    return count;
}

static size_t child_count(cmark_node *node) {
    size_t count = 0;
    for (cmark_node *child = cmark_node_first_child(node); child != NULL; child = cmark_node_next(child))
        count++;
    return count;
}

static void check_row(const struct check *check, cmark_node *row) {
    size_t columns = child_count(cmark_node_first_child(cmark_node_parent(row)));
    size_t cells = cells_in(source_line(check, row));
    if (cells > columns)
        diag_error(check->diag, markdown_pos(row, check->pos),
                   "the row has %zu cells and the head of its table %zu; write \\| for a bar that is part of the "
                   "words, or add a column to the head",
                   cells, columns);
}

/* ------------------------------------------------------------------ notes and addresses */

static bool leads_to(cmark_node *tree, const char *address, size_t length) {
    bool found = false;
    cmark_iter *iter = cmark_iter_new(tree);
    for (cmark_event_type event = cmark_iter_next(iter); !found && event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter)) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        const char *url = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ? cmark_node_get_url(node) : NULL;
        found = url != NULL && strncmp(url, address, length) == 0;
    }
    cmark_iter_free(iter);
    return found;
}

/* The block that holds a line, as far down as it goes. */
static cmark_node *block_of(cmark_node *tree, int line) {
    cmark_node *block = tree;
    for (cmark_node *child = cmark_node_first_child(tree); child != NULL; child = cmark_node_next(child)) {
        bool holds = cmark_node_get_start_line(child) <= line && line <= cmark_node_get_end_line(child);
        cmark_node_type type = cmark_node_get_type(child);
        bool is_block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
        if (holds && is_block)
            block = block_of(child, line);
    }
    return block;
}

/* A line that says where [name] leads, or that is the footnote [^name]: it is not printed where nothing leads there. */
static void check_definition(const struct check *check, struct line line, int number) {
    size_t name = strcspn(line.start, "]\r\n");
    struct source_pos pos = {.file = check->pos.file, .line = check->pos.line + number - 1};
    if (name < 2 || line.start[name] != ']' || line.start[name + 1] != ':')
        return;
    cmark_node_type holder = cmark_node_get_type(block_of(check->tree, number));
    if (holder == CMARK_NODE_CODE_BLOCK || holder == CMARK_NODE_HTML_BLOCK)
        return;
    if (line.start[1] == '^') {
        if (holder == CMARK_NODE_DOCUMENT)
            diag_warning(check->diag, pos,
                         "the footnote %.*s is left out, since no mark leads to it; write %.*s where it belongs",
                         (int)name + 1, line.start, (int)name + 1, line.start);
        return;
    }
    const char *address = line.start + name + 2;
    address += strspn(address, " \t<");
    size_t length = strcspn(address, " \t\r\n>");
    bool read = holder != CMARK_NODE_PARAGRAPH || !line_has(line, " ");
    if (length > 0 && read && address + length >= line.start + line.length && !leads_to(check->tree, address, length))
        diag_warning(check->diag, pos,
                     "%.*s is left out, since it is read as an address that no link leads to; write \\[ where it is "
                     "words",
                     (int)line.length, line.start);
}

static void check_definitions(const struct check *check) {
    for (int i = 0; i < check->line_count; i++) {
        struct line line = check->lines[i];
        size_t blanks = strspn(line.start, " ");
        if (blanks <= 3 && line.start[blanks] == '[')
            check_definition(check, (struct line){line.start + blanks, line.length - blanks}, i + 1);
    }
}

void markdown_check(struct arena *arena, const char *markdown, cmark_node *tree, struct source_pos pos,
                    struct diag *diag) {
    struct check check = {.tree = tree, .pos = pos, .diag = diag};
    check.lines = split(arena, markdown, &check.line_count);
    cmark_iter *iter = cmark_iter_new(tree);
    for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter)) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_TEXT)
            check_words(&check, node);
        if (event == CMARK_EVENT_ENTER && markdown_is(node, "table_row"))
            check_row(&check, node);
    }
    cmark_iter_free(iter);
    check_definitions(&check);
}
