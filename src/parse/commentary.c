#include "commentary.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text.h"

enum { DEPTH_MAX = 16 };

/* An open list: its number in the text, and that of its item. */
struct list {
    int number;
    int item;
    bool ordered;
};

struct reader {
    struct arena *arena;
    struct diag *diag;
    struct source_pos pos;
    struct rich_text *rich;
    struct rich_paragraph *paragraph; /* that runs go into; NULL outside */
    struct rich_run look;             /* of the run that is gathered in words */
    struct text words;
    struct list lists[DEPTH_MAX];
    int depth, list_count;
    bool labelled; /* the open item has its label on a paragraph */
    int bold, italic;
    const char *uri;
};

static struct source_pos node_pos(const struct reader *reader, cmark_node *node) {
    while (node != NULL && cmark_node_get_start_line(node) == 0)
        node = cmark_node_parent(node);
    int line = node == NULL ? 1 : cmark_node_get_start_line(node);
    return (struct source_pos){.file = reader->pos.file, .line = reader->pos.line + line - 1};
}

static void end_run(struct reader *reader) {
    struct rich_paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL || reader->words.length == 0)
        return;
    reader->look.string = arena_strdup(reader->arena, text_string(&reader->words));
    arena_append(reader->arena, paragraph->runs, paragraph->run_count, paragraph->run_capacity) = reader->look;
    text_clear(&reader->words);
}

static void add_run(struct reader *reader, const char *string) {
    struct rich_run run = {.bold = reader->bold > 0, .italic = reader->italic > 0, .uri = reader->uri};
    const struct rich_run *look = &reader->look;
    if (reader->paragraph == NULL || string == NULL)
        return;
    if (look->bold != run.bold || look->italic != run.italic || look->uri != run.uri)
        end_run(reader);
    reader->look = run;
    text_add(&reader->words, string);
}

static void break_line(struct reader *reader) {
    struct rich_paragraph *paragraph = reader->paragraph;
    end_run(reader);
    if (paragraph != NULL && paragraph->run_count > 0)
        paragraph->runs[paragraph->run_count - 1].line_break = true;
}

static struct list *open_list_of(struct reader *reader) {
    return &reader->lists[(reader->depth < DEPTH_MAX ? reader->depth : DEPTH_MAX) - 1];
}

static const char *item_label(struct reader *reader) {
    const struct list *list = open_list_of(reader);
    if (reader->labelled)
        return NULL;
    reader->labelled = true;
    return list->ordered ? arena_printf(reader->arena, "%d.", list->item) : "•";
}

static void open_paragraph(struct reader *reader, cmark_node *node, enum rich_kind kind) {
    struct rich_text *rich = reader->rich;
    reader->paragraph = &arena_append(reader->arena, rich->paragraphs, rich->count, rich->capacity);
    *reader->paragraph = (struct rich_paragraph){.kind = kind, .pos = node_pos(reader, node)};
    if (reader->depth == 0)
        return;
    reader->paragraph->kind = RICH_ITEM;
    reader->paragraph->depth = reader->depth < DEPTH_MAX ? reader->depth : DEPTH_MAX;
    reader->paragraph->list = open_list_of(reader)->number;
    reader->paragraph->label = item_label(reader);
}

static void close_paragraph(struct reader *reader) {
    end_run(reader);
    if (reader->paragraph != NULL && reader->paragraph->run_count == 0)
        reader->rich->count--;
    reader->paragraph = NULL;
}

static void open_list(struct reader *reader, cmark_node *node) {
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (++reader->depth == DEPTH_MAX + 1)
        diag_error(reader->diag, node_pos(reader, node), "lists lie more than %d deep", DEPTH_MAX);
    *open_list_of(reader) = (struct list){++reader->list_count, cmark_node_get_list_start(node) - 1, ordered};
}

static void open_item(struct reader *reader) {
    open_list_of(reader)->item++;
    reader->labelled = false;
}

static bool allowed_address(const char *uri) {
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (strncasecmp(uri, schemes[i], strlen(schemes[i])) == 0)
            return uri[strlen(schemes[i])] != '\0';
    return false;
}

static void open_link(struct reader *reader, cmark_node *node) {
    const char *uri = cmark_node_get_url(node);
    if (uri != NULL && allowed_address(uri))
        reader->uri = arena_strdup(reader->arena, uri);
    else
        diag_error(reader->diag, node_pos(reader, node),
                   "the link leads to \"%s\"; only http:, https: and mailto: addresses are allowed",
                   uri == NULL ? "" : uri);
}

static void warn(struct reader *reader, cmark_node *node, const char *what) {
    diag_warning(reader->diag, node_pos(reader, node), "%s", what);
}

/* HTML without its tags. */
static void add_html(struct reader *reader, const char *html) {
    struct text text = {0};
    for (const char *s = html; *s != '\0'; s++) {
        if (*s == '<')
            s += strcspn(s, ">");
        if (*s == '\0')
            break;
        if (*s != '>')
            text_append(&text, *s == '\n' ? " " : s, 1);
    }
    add_run(reader, text_string(&text));
    text_free(&text);
}

static void add_code_block(struct reader *reader, cmark_node *node) {
    struct text text = {0};
    warn(reader, node, "a code block is printed as a plain paragraph; take four blanks or the fence out");
    text_add(&text, cmark_node_get_literal(node));
    for (size_t i = 0; i < text.length; i++)
        text.bytes[i] = text.bytes[i] == '\n' ? ' ' : text.bytes[i];
    open_paragraph(reader, node, RICH_PARAGRAPH);
    add_run(reader, text_string(&text));
    close_paragraph(reader);
    text_free(&text);
}

static void add_html_block(struct reader *reader, cmark_node *node) {
    const char *html = cmark_node_get_literal(node);
    if (strncmp(html, "<!--", 4) == 0)
        return;
    warn(reader, node, "HTML is not read; its words are printed as they stand");
    open_paragraph(reader, node, RICH_PARAGRAPH);
    add_html(reader, html);
    close_paragraph(reader);
}

static void enter_block(struct reader *reader, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        open_paragraph(reader, node, RICH_PARAGRAPH);
        break;
    case CMARK_NODE_HEADING:
        open_paragraph(reader, node, RICH_HEADING);
        reader->paragraph->level = cmark_node_get_heading_level(node);
        break;
    case CMARK_NODE_LIST:
        open_list(reader, node);
        break;
    case CMARK_NODE_ITEM:
        open_item(reader);
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_code_block(reader, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        add_html_block(reader, node);
        break;
    default:
        break;
    }
}

static void enter_inline(struct reader *reader, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_run(reader, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        add_run(reader, " ");
        break;
    case CMARK_NODE_LINEBREAK:
        break_line(reader);
        break;
    case CMARK_NODE_HTML_INLINE:
        warn(reader, node, "HTML is not read; its words are printed as they stand");
        break;
    case CMARK_NODE_IMAGE:
        warn(reader, node, "a picture is not shown; its description is printed in its place");
        break;
    case CMARK_NODE_STRONG:
        reader->bold++;
        break;
    case CMARK_NODE_EMPH:
        reader->italic++;
        break;
    case CMARK_NODE_LINK:
        open_link(reader, node);
        break;
    default:
        enter_block(reader, node);
        break;
    }
}

static void leave(struct reader *reader, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        close_paragraph(reader);
        break;
    case CMARK_NODE_LIST:
        reader->depth--;
        reader->labelled = true;
        break;
    case CMARK_NODE_STRONG:
        reader->bold--;
        break;
    case CMARK_NODE_EMPH:
        reader->italic--;
        break;
    case CMARK_NODE_LINK:
        reader->uri = NULL;
        break;
    default:
        break;
    }
}

static void *zeroed(size_t count, size_t size) {
    return memset(memory_alloc(count * size), 0, count * size);
}

static cmark_node *parse(const char *markdown) {
    static cmark_mem memory = {zeroed, memory_resize, free};
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

struct rich_text *rich_read(struct arena *arena, const char *markdown, struct source_pos pos, struct diag *diag) {
    struct rich_text *rich = arena_new(arena, struct rich_text);
    struct reader reader = {.arena = arena, .diag = diag, .pos = pos, .rich = rich};
    cmark_node *document = parse(markdown);
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter)) {
        if (event == CMARK_EVENT_ENTER)
            enter_inline(&reader, cmark_iter_get_node(iter));
        else
            leave(&reader, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
    cmark_node_free(document);
    text_free(&reader.words);
    return rich;
}
