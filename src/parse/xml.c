#include "xml.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "composed.h"
#include "file.h"
#include "text.h"
#include "value.h"
#include "xml_parser.h"

enum { DEPTH_MAX = 64, BYTES_MAX = 16 << 20 };

/* The parser tells elements as it meets them; where they start is found in the bytes, since it keeps no columns. */
struct builder {
    struct arena *arena;
    struct diag *diag;
    const char *path;
    const char *bytes;
    size_t length;
    xmlParserCtxtPtr parser;
    struct xml_element *root, *current;
    struct text texts[DEPTH_MAX];
    int depth;
    bool failed;
    struct source_pos seen; /* the position of bytes[seen_offset], to count lines on from */
    size_t seen_offset;
};

/* The messages of the parser, in plain words. */
static const struct {
    int code;
    const char *words;
} failures[] = {
    {XML_ERR_DOCUMENT_EMPTY, "the file has no element; it is empty or not XML"},
    {XML_ERR_DOCUMENT_END, "something follows the end of the outermost element, or there is none"},
    {XML_ERR_GT_REQUIRED, "a tag is not closed with >"},
    {XML_ERR_LT_REQUIRED, "a tag does not start with <"},
    {XML_ERR_NAME_REQUIRED, "a name is missing, or a bare & or < stands in the text; write &amp; or &lt;"},
    {XML_ERR_LT_IN_ATTRIBUTE, "a < stands in an attribute's value; write &lt;, or close the quote before it"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "an attribute's value is not in quotes"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "the quote behind an attribute's value is missing"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "an attribute has no value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "an attribute is given twice"},
    {XML_ERR_SPACE_REQUIRED, "a blank is missing between attributes"},
    {XML_ERR_UNDECLARED_ENTITY, "an entity other than &amp; &lt; &gt; &quot; &apos;"},
    {XML_WAR_UNDECLARED_ENTITY, "an entity other than &amp; &lt; &gt; &quot; &apos;"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "a bare & stands in the text; write &amp;"},
    {XML_ERR_INVALID_CHAR, "a control character, which XML does not allow"},
    {XML_ERR_INVALID_HEX_CHARREF, "a character reference that is no number, such as &#x20AC;"},
    {XML_ERR_INVALID_DEC_CHARREF, "a character reference that is no number, such as &#8364;"},
    {XML_ERR_COMMENT_NOT_FINISHED, "a comment is not closed with -->"},
    {XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not closed with ]]>"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, "a name has a prefix that is not declared"},
};

static void step(struct source_pos *pos, char byte) {
    if (byte == '\n') {
        pos->line++;
        pos->column = 1;
    } else if (((unsigned char)byte & 0xC0) != 0x80) {
        pos->column++;
    }
}

/* Offsets come in rising order but for a few steps back, so that counting costs a straight line. */
static struct source_pos position(struct builder *builder, size_t offset) {
    if (offset < builder->seen_offset) {
        builder->seen = (struct source_pos){.file = builder->path, .line = 1, .column = 1};
        builder->seen_offset = 0;
    }
    for (; builder->seen_offset < offset; builder->seen_offset++)
        step(&builder->seen, builder->bytes[builder->seen_offset]);
    return builder->seen;
}

static size_t parser_offset(const struct builder *builder) {
    long consumed = xmlByteConsumed(builder->parser);
    return consumed < 0 ? 0 : (size_t)consumed > builder->length ? builder->length : (size_t)consumed;
}

static void stop(struct builder *builder) {
    builder->failed = true;
    xmlStopParser(builder->parser);
}

/* Where an attribute stands in its tag: behind a blank, followed by an equals sign, outside quotes. */
static size_t attribute_offset(const struct builder *builder, size_t tag, size_t end, const char *name) {
    size_t length = strlen(name);
    char quote = 0;
    for (size_t i = tag + 1; i < end; i++) {
        char c = builder->bytes[i];
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (strchr(" \t\r\n", c) != NULL && strncmp(builder->bytes + i + 1, name, length) == 0) {
            const char *behind = builder->bytes + i + 1 + length;
            if (behind[strspn(behind, " \t\r\n")] == '=')
                return i + 1;
        }
    }
    return tag;
}

static char *qualified(struct arena *arena, const xmlChar *prefix, const xmlChar *name) {
    if (prefix == NULL)
        return arena_strdup(arena, (const char *)name);
    return arena_printf(arena, "%s:%s", (const char *)prefix, (const char *)name);
}

/* Attributes come as name, prefix, namespace, begin and end of the value. Those that point an editor to a schema
 * are left out. */
static void read_attributes(struct builder *builder, struct xml_element *element, size_t tag, size_t end, int count,
                            const xmlChar **parts) {
    static const char instance[] = "http://www.w3.org/2001/XMLSchema-instance";
    element->attributes = arena_new_array(builder->arena, (size_t)count + 1, struct xml_attribute);
    for (int i = 0; i < count; i++, parts += 5) {
        if (parts[2] != NULL && strcmp((const char *)parts[2], instance) == 0)
            continue;
        struct xml_attribute *attribute = &element->attributes[element->attribute_count++];
        attribute->name = qualified(builder->arena, parts[1], parts[0]);
        attribute->value = arena_strndup(builder->arena, (const char *)parts[3], (size_t)(parts[4] - parts[3]));
        attribute->pos = position(builder, attribute_offset(builder, tag, end, attribute->name));
    }
}

static void append(struct builder *builder, struct xml_element *element) {
    struct xml_element *parent = builder->current;
    element->parent = parent;
    if (parent == NULL)
        builder->root = element;
    else if (parent->last_child == NULL)
        parent->first_child = element;
    else
        parent->last_child->next = element;
    if (parent != NULL)
        parent->last_child = element;
    builder->current = element;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes) {
    struct builder *builder = ((xmlParserCtxtPtr)context)->_private;
    (void)uri, (void)namespace_count, (void)namespaces, (void)default_count;
    if (builder->failed)
        return;
    size_t end = parser_offset(builder), tag = end;
    while (tag > 0 && builder->bytes[tag] != '<')
        tag--;
    struct xml_element *element = arena_new(builder->arena, struct xml_element);
    element->name = qualified(builder->arena, prefix, name);
    element->text = "";
    element->pos = position(builder, tag);
    if (builder->depth == DEPTH_MAX) {
        diag_error(builder->diag, element->pos, "elements lie more than %d deep", DEPTH_MAX);
        stop(builder);
        return;
    }
    read_attributes(builder, element, tag, end, attribute_count, attributes);
    bool closed = builder->bytes[end] == '/';
    element->inner = position(builder, end + (closed ? 2 : 1) <= builder->length ? end + (closed ? 2 : 1) : end);
    append(builder, element);
    text_clear(&builder->texts[builder->depth++]);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct builder *builder = ((xmlParserCtxtPtr)context)->_private;
    (void)name, (void)prefix, (void)uri;
    if (builder->failed || builder->depth == 0)
        return;
    struct text *text = &builder->texts[--builder->depth];
    if (text->length > 0)
        builder->current->text =
            composed_text(builder->arena, arena_strndup(builder->arena, text->bytes, text->length));
    builder->current = builder->current->parent;
}

static void on_text(void *context, const xmlChar *bytes, int length) {
    struct builder *builder = ((xmlParserCtxtPtr)context)->_private;
    if (!builder->failed && builder->depth > 0)
        text_append(&builder->texts[builder->depth - 1], (const char *)bytes, (size_t)length);
}

/* Called at `<!DOCTYPE name`, before anything that it declares is read. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    struct builder *builder = ((xmlParserCtxtPtr)context)->_private;
    (void)name, (void)external, (void)system;
    if (builder->failed)
        return;
    size_t offset = parser_offset(builder);
    while (offset > 0 && builder->bytes[offset] != '<')
        offset--;
    diag_error(builder->diag, position(builder, offset), "a DOCTYPE is not allowed; take it out");
    stop(builder);
}

/* An element that is still open where the file, or by its tag another one, ends. */
static void report_open(struct builder *builder, bool by_tag) {
    const struct xml_element *open = builder->current;
    size_t at = parser_offset(builder);
    while (by_tag && at > 0 && builder->bytes[at] != '<')
        at--;
    const char *met = "the end of the file";
    if (by_tag)
        met = arena_printf(builder->arena, "%.*s>", (int)strcspn(builder->bytes + at, "> \t\r\n"), builder->bytes + at);
    diag_error(builder->diag, position(builder, at),
               "not well-formed XML: %s is met while the <%s> of line %d is open; close that by </%s> or />", met,
               open->name, open->pos.line, open->name);
}

static void on_error(void *context, xmlErrorPtr error) {
    struct builder *builder = ((xmlParserCtxtPtr)context)->_private;
    if (builder->failed || error->level < XML_ERR_ERROR)
        return;
    struct source_pos pos = position(builder, parser_offset(builder));
    const char *words = NULL;
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++)
        if (failures[i].code == error->code)
            words = failures[i].words;
    bool by_tag = error->code == XML_ERR_TAG_NAME_MISMATCH;
    if (builder->current != NULL && (by_tag || error->code == XML_ERR_TAG_NOT_FINISHED))
        report_open(builder, by_tag);
    else if (words != NULL)
        diag_error(builder->diag, pos, "not well-formed XML: %s", words);
    else
        diag_error(builder->diag, pos, "not well-formed XML: %.*s", (int)strcspn(error->message, "\n"), error->message);
    stop(builder);
}

/* The parser is told to take the bytes as UTF-8, so another claim would be a lie. */
static bool check_declaration(struct builder *builder) {
    const char *end = strncmp(builder->bytes, "<?xml", 5) == 0 ? strstr(builder->bytes, "?>") : NULL;
    const char *word = end == NULL ? NULL : strstr(builder->bytes, "encoding");
    if (word == NULL || word > end)
        return true;
    const char *name = word + strcspn(word, "\"'");
    if (name < end && (strncasecmp(name + 1, "utf-8", 5) == 0 || strncasecmp(name + 1, "us-ascii", 8) == 0))
        return true;
    diag_error(builder->diag, position(builder, (size_t)(word - builder->bytes)),
               "the file says that it is not UTF-8; save it as UTF-8 and write encoding=\"UTF-8\"");
    return false;
}

static void run(struct builder *builder) {
    static const xmlSAXHandler events = {.startElementNs = on_start,
                                         .endElementNs = on_end,
                                         .characters = on_text,
                                         .ignorableWhitespace = on_text,
                                         .cdataBlock = on_text,
                                         .internalSubset = on_doctype,
                                         .serror = on_error,
                                         .initialized = XML_SAX2_MAGIC};
    xml_parser_guard_memory();
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(builder->bytes, (int)builder->length);
    if (parser == NULL) {
        diag_error(builder->diag, (struct source_pos){.file = builder->path, .line = 1, .column = 1},
                   "the file is empty");
        builder->failed = true;
        return;
    }
    builder->parser = parser;
    xml_parser_prepare(parser, &events, builder, XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
    xmlParseDocument(parser);
    if (!parser->wellFormed && !builder->failed) {
        diag_error(builder->diag, position(builder, parser_offset(builder)), "not well-formed XML");
        builder->failed = true;
    }
    if (parser->myDoc != NULL)
        xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

struct xml_element *xml_parse(struct arena *arena, const char *path, const char *bytes, struct diag *diag) {
    struct builder builder = {.arena = arena, .diag = diag, .path = path, .bytes = bytes, .length = strlen(bytes)};
    builder.seen = (struct source_pos){.file = path, .line = 1, .column = 1};
    if (!check_declaration(&builder))
        return NULL;
    run(&builder);
    for (int i = 0; i < DEPTH_MAX; i++)
        text_free(&builder.texts[i]);
    return builder.failed ? NULL : builder.root;
}

struct xml_element *xml_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag) {
    char *bytes = file_read(arena, path, from, BYTES_MAX, diag);
    return bytes == NULL ? NULL : xml_parse(arena, path, bytes, diag);
}
