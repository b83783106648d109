#include "markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static void *zeroed(size_t count, size_t size) {
    return memset(memory_alloc(count * size), 0, count * size);
}

static cmark_mem memory = {zeroed, memory_resize, free};

/* The list of extensions is made once a process, in memory of the library's own choice. */
static void register_extensions(void) {
    *cmark_get_default_mem_allocator() = memory;
    cmark_gfm_core_extensions_ensure_registered();
}

cmark_node *markdown_tree(const char *markdown) {
    register_extensions();
    cmark_parser *parser =
        cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, &memory);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *tree = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return tree;
}

struct source_pos markdown_pos(cmark_node *node, struct source_pos pos) {
    while (node != NULL && cmark_node_get_start_line(node) == 0)
        node = cmark_node_parent(node);
    int line = node == NULL ? 1 : cmark_node_get_start_line(node);
    return (struct source_pos){.file = pos.file, .line = pos.line + line - 1};
}

bool markdown_is(cmark_node *node, const char *name) {
    return strcmp(cmark_node_get_type_string(node), name) == 0;
}
