#include "commentary.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "composed.h"
#include "markdown.h"
#include "rich_builder.h"

/* The tree of a text while it is walked. */
struct reader {
    struct rich_builder builder;
    struct diag *diag;
    struct source_pos pos;
    struct rich_text *rich;        /* the text, apart from its notes */
    int items[RICH_DEPTH_MAX + 1]; /* of the lists that are open, by their depth: the number of the next item */
    int bold, italic, too_deep;
    struct rich_table *table;
    size_t column;
};

static struct source_pos node_pos(const struct reader *reader, cmark_node *node) {
    return markdown_pos(node, reader->pos);
}

static void warn(struct reader *reader, cmark_node *node, const char *what) {
    diag_warning(reader->diag, node_pos(reader, node), "%s", what);
}

/* ------------------------------------------------------------------ blocks */

static void open_paragraph(struct reader *reader, cmark_node *node) {
    rich_builder_open(&reader->builder, RICH_PARAGRAPH, node_pos(reader, node));
}

static void open_heading(struct reader *reader, cmark_node *node) {
    rich_builder_open(&reader->builder, RICH_HEADING, node_pos(reader, node))->level =
        cmark_node_get_heading_level(node);
}

static void close_paragraph(struct reader *reader, cmark_node *node) {
    (void)node;
    rich_builder_close(&reader->builder);
}

static void add_rule(struct reader *reader, cmark_node *node) {
    rich_builder_open(&reader->builder, RICH_RULE, node_pos(reader, node));
    rich_builder_close(&reader->builder);
}

static void open_box(struct reader *reader, cmark_node *node, struct rich_box box) {
    if (reader->too_deep == 0 && rich_builder_open_box(&reader->builder, box))
        return;
    if (reader->too_deep++ == 0)
        diag_error(reader->diag, node_pos(reader, node), "lists and quotations lie more than %d deep", RICH_DEPTH_MAX);
}

static void close_box(struct reader *reader, cmark_node *node) {
    (void)node;
    if (reader->too_deep > 0)
        reader->too_deep--;
    else
        rich_builder_close_box(&reader->builder);
}

static void open_list(struct reader *reader, cmark_node *node) {
    open_box(reader, node, (struct rich_box){.kind = RICH_LIST});
    reader->items[reader->builder.box->depth] = cmark_node_get_list_start(node);
}

static void open_quote(struct reader *reader, cmark_node *node) {
    open_box(reader, node, (struct rich_box){.kind = RICH_QUOTE});
}

static const char *item_label(struct reader *reader, cmark_node *list) {
    bool bracket = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM;
    int number = reader->items[reader->builder.box->depth]++;
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
        return "•";
    return arena_printf(reader->builder.arena, bracket ? "%d)" : "%d.", number);
}

static void open_item(struct reader *reader, cmark_node *node) {
    enum rich_task task = RICH_NO_TASK;
    if (markdown_is(node, "tasklist"))
        task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? RICH_TASK_DONE : RICH_TASK_OPEN;
    open_box(reader, node,
             (struct rich_box){.kind = RICH_ITEM, .label = item_label(reader, cmark_node_parent(node)), .task = task});
}

/* Lines as they are, also their blanks. */
static void add_code_block(struct reader *reader, cmark_node *node) {
    struct rich_builder *builder = &reader->builder;
    const char *code = cmark_node_get_literal(node);
    warn(reader, node,
         "a code block is printed line by line in the type of the text; take four blanks or the fence out where it is "
         "none");
    rich_builder_open(builder, RICH_CODE, node_pos(reader, node));
    builder->look.code = true;
    for (size_t length; *code != '\0'; code += length + (code[length] == '\n')) {
        length = strcspn(code, "\n");
        if (builder->paragraph->run_count > 0 || builder->words.length > 0)
            rich_builder_break(builder);
        for (size_t i = 0; i < length; i++)
            rich_builder_add(builder, code[i] == ' ' || code[i] == '\t' ? "\u00A0" : (char[]){code[i], '\0'});
    }
    builder->look.code = false;
    rich_builder_close(builder);
}

/* HTML without its tags and comments. */
static const char *html_words(struct arena *arena, const char *html) {
    struct text text = {0};
    for (const char *s = html; *s != '\0'; s++) {
        const char *end = strncmp(s, "<!--", 4) == 0 ? strstr(s, "-->") : *s == '<' ? strchr(s, '>') : s;
        if (end == NULL)
            break;
        if (end == s)
            text_append(&text, *s == '\n' ? " " : s, 1);
        s = *end == '-' ? end + 2 : end;
    }
    const char *words = arena_strdup(arena, text_string(&text) + strspn(text_string(&text), " "));
    text_free(&text);
    return words;
}

/* A comment is the author's own. */
static void add_html_block(struct reader *reader, cmark_node *node) {
    const char *html = cmark_node_get_literal(node), *words = html_words(reader->builder.arena, html);
    bool comment = strncmp(html, "<!--", 4) == 0;
    if (!comment || *words != '\0')
        warn(reader, node, "HTML is not read; its words are printed as they stand");
    if (*words == '\0')
        return;
    rich_builder_open(&reader->builder, RICH_PARAGRAPH, node_pos(reader, node));
    rich_builder_add(&reader->builder, words);
    rich_builder_close(&reader->builder);
}

/* ------------------------------------------------------------------ tables */

static void open_table(struct reader *reader, cmark_node *node) {
    size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const uint8_t *aligns = cmark_gfm_extensions_get_table_alignments(node);
    reader->table = rich_builder_open_table(&reader->builder, columns, node_pos(reader, node));
    for (size_t c = 0; c < columns; c++)
        reader->table->aligns[c] = aligns[c] == 'l'   ? RICH_LEFT
                                   : aligns[c] == 'c' ? RICH_CENTRE
                                   : aligns[c] == 'r' ? RICH_RIGHT
                                                      : RICH_UNSAID;
}

static void open_row(struct reader *reader, cmark_node *node) {
    rich_builder_open_row(&reader->builder, reader->table, node_pos(reader, node));
    reader->column = 0;
}

static void open_cell(struct reader *reader, cmark_node *node) {
    (void)node;
    if (reader->column < reader->table->column_count)
        rich_builder_open_cell(&reader->builder, reader->table, reader->column++);
}

/* ------------------------------------------------------------------ footnotes */

/* They stand behind all other blocks, in the order of their first marks, which are numbered so. */
static void make_notes(struct reader *reader, cmark_node *tree) {
    struct rich_text *rich = reader->rich;
    for (cmark_node *node = cmark_node_first_child(tree); node != NULL; node = cmark_node_next(node))
        rich->note_count += cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
    rich->notes = arena_new_array(reader->builder.arena, rich->note_count + 1, struct rich_note);
    rich->note_count = 0;
}

static void open_note(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.rich = &reader->rich->notes[reader->rich->note_count++].text;
}

static void close_note(struct reader *reader, cmark_node *node) {
    if (reader->builder.rich->count == 0)
        diag_error(reader->diag, node_pos(reader, node),
                   "the footnote has no words; write them, or take its marks out");
    reader->builder.rich = reader->rich;
}

static void add_mark(struct reader *reader, cmark_node *node) {
    const char *number = cmark_node_get_literal(node);
    rich_builder_mark(&reader->builder, &reader->rich->notes[atoi(number) - 1]);
}

/* ------------------------------------------------------------------ what stands in a line */

static void add_words(struct reader *reader, cmark_node *node) {
    rich_builder_add(&reader->builder, cmark_node_get_literal(node));
}

static void add_code(struct reader *reader, cmark_node *node) {
    reader->builder.look.code = true;
    add_words(reader, node);
    reader->builder.look.code = false;
}

static void add_blank(struct reader *reader, cmark_node *node) {
    (void)node;
    rich_builder_add(&reader->builder, " ");
}

static void add_break(struct reader *reader, cmark_node *node) {
    (void)node;
    rich_builder_break(&reader->builder);
}

static void add_html(struct reader *reader, cmark_node *node) {
    const char *html = cmark_node_get_literal(node);
    if (strncmp(html, "<!--", 4) == 0)
        return;
    if (strncasecmp(html, "<br", 3) == 0 && strchr(" />", html[3]) != NULL)
        rich_builder_break(&reader->builder);
    else
        warn(reader, node, "HTML is not read; its words are printed as they stand");
}

static void tell_image(struct reader *reader, cmark_node *node) {
    warn(reader, node,
         cmark_node_first_child(node) == NULL
             ? "a picture is not shown, and it has no description that could be printed in its place"
             : "a picture is not shown; its description is printed in its place");
}

static void open_strong(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.bold = ++reader->bold > 0;
}

static void close_strong(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.bold = --reader->bold > 0;
}

static void open_emphasis(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.italic = ++reader->italic > 0;
}

static void close_emphasis(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.italic = --reader->italic > 0;
}

static void open_struck(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.struck = true;
}

static void close_struck(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.struck = false;
}

static bool allowed_address(const char *uri) {
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (strncasecmp(uri, schemes[i], strlen(schemes[i])) == 0)
            return uri[strlen(schemes[i])] != '\0';
    return false;
}

/* An address among the words, which the author did not mark as a link. */
static bool is_bare(cmark_node *node, const char *uri) {
    cmark_node *words = cmark_node_first_child(node);
    const char *literal = words == NULL ? NULL : cmark_node_get_literal(words);
    return literal != NULL && strcmp(literal, uri) == 0;
}

static void open_link(struct reader *reader, cmark_node *node) {
    const char *uri = cmark_node_get_url(node), *title = cmark_node_get_title(node);
    struct rich_run *look = &reader->builder.look;
    if (uri != NULL && allowed_address(uri)) {
        look->uri = arena_strdup(reader->builder.arena, uri);
        look->uri_title = title != NULL && *title != '\0' ? arena_strdup(reader->builder.arena, title) : NULL;
    } else if (uri == NULL || !is_bare(node, uri)) {
        diag_error(reader->diag, node_pos(reader, node),
                   "the link leads to \"%s\"; only http:, https: and mailto: addresses are allowed",
                   uri == NULL ? "" : uri);
    }
}

static void close_link(struct reader *reader, cmark_node *node) {
    (void)node;
    reader->builder.look.uri = reader->builder.look.uri_title = NULL;
}

/* ------------------------------------------------------------------ the walk */

/* What is done with a node, before and behind what is in it. Those of extensions go by name. */
static const struct handler {
    const char *name;
    cmark_node_type type;
    void (*enter)(struct reader *, cmark_node *);
    void (*leave)(struct reader *, cmark_node *);
} handlers[] = {
    {"table", 0, open_table, NULL},
    {"table_header", 0, open_row, NULL},
    {"table_row", 0, open_row, NULL},
    {"table_cell", 0, open_cell, close_paragraph},
    {"strikethrough", 0, open_struck, close_struck},
    {NULL, CMARK_NODE_PARAGRAPH, open_paragraph, close_paragraph},
    {NULL, CMARK_NODE_HEADING, open_heading, close_paragraph},
    {NULL, CMARK_NODE_LIST, open_list, close_box},
    {NULL, CMARK_NODE_ITEM, open_item, close_box},
    {NULL, CMARK_NODE_BLOCK_QUOTE, open_quote, close_box},
    {NULL, CMARK_NODE_CODE_BLOCK, add_code_block, NULL},
    {NULL, CMARK_NODE_HTML_BLOCK, add_html_block, NULL},
    {NULL, CMARK_NODE_THEMATIC_BREAK, add_rule, NULL},
    {NULL, CMARK_NODE_FOOTNOTE_DEFINITION, open_note, close_note},
    {NULL, CMARK_NODE_FOOTNOTE_REFERENCE, add_mark, NULL},
    {NULL, CMARK_NODE_TEXT, add_words, NULL},
    {NULL, CMARK_NODE_CODE, add_code, NULL},
    {NULL, CMARK_NODE_SOFTBREAK, add_blank, NULL},
    {NULL, CMARK_NODE_LINEBREAK, add_break, NULL},
    {NULL, CMARK_NODE_HTML_INLINE, add_html, NULL},
    {NULL, CMARK_NODE_IMAGE, tell_image, NULL},
    {NULL, CMARK_NODE_STRONG, open_strong, close_strong},
    {NULL, CMARK_NODE_EMPH, open_emphasis, close_emphasis},
    {NULL, CMARK_NODE_LINK, open_link, close_link},
};

static const struct handler *handler_of(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++)
        if (handlers[i].name != NULL ? markdown_is(node, handlers[i].name) : handlers[i].type == type)
            return &handlers[i];
    return NULL;
}

static void walk(struct reader *reader, cmark_node *tree) {
    cmark_iter *iter = cmark_iter_new(tree);
    for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter)) {
        cmark_node *node = cmark_iter_get_node(iter);
        const struct handler *handler = handler_of(node);
        void (*handle)(struct reader *, cmark_node *) = handler == NULL              ? NULL
                                                        : event == CMARK_EVENT_ENTER ? handler->enter
                                                                                     : handler->leave;
        if (handle != NULL)
            handle(reader, node);
    }
    cmark_iter_free(iter);
}

struct rich_text *rich_read(struct arena *arena, const char *markdown, struct source_pos pos, struct diag *diag) {
    struct rich_text *rich = arena_new(arena, struct rich_text);
    struct reader reader = {.builder = {.arena = arena, .rich = rich}, .diag = diag, .pos = pos, .rich = rich};
    markdown = composed_text(arena, markdown);
    cmark_node *tree = markdown_tree(markdown);
    make_notes(&reader, tree);
    walk(&reader, tree);
    markdown_check(arena, markdown, tree, pos, diag);
    cmark_node_free(tree);
    rich_builder_free(&reader.builder);
    return rich;
}
