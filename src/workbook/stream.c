#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "xml_parser.h"

enum { DEPTH_MAX = 100, PARTS_OF_ATTRIBUTE = 5, WHOLE_DIGITS = 9 };

struct stream {
    struct stream_taker taker;
    xmlParserCtxtPtr parser;
    int depth;
    bool stopped; /* no more is wanted, or can be read */
    const char *problem;
    char message[200]; /* libxml2's, on one line */
};

const char *stream_value(const struct stream_attributes *attributes, const char *name, size_t *length) {
    const unsigned char **part = attributes->parts;
    for (int i = 0; i < attributes->count; i++, part += PARTS_OF_ATTRIBUTE)
        if (strcmp((const char *)part[0], name) == 0) {
            *length = (size_t)(part[4] - part[3]);
            return (const char *)part[3];
        }
    return NULL;
}

char *stream_text(struct arena *arena, const struct stream_attributes *attributes, const char *name) {
    size_t length;
    const char *value = stream_value(attributes, name, &length);
    return value == NULL ? NULL : arena_strndup(arena, value, length);
}

int stream_whole(const struct stream_attributes *attributes, const char *name, int preset) {
    size_t length;
    const char *value = stream_value(attributes, name, &length);
    int number = 0;
    if (value == NULL || length == 0 || length > WHOLE_DIGITS)
        return preset;
    for (size_t i = 0; i < length; i++) {
        if (value[i] < '0' || value[i] > '9')
            return preset;
        number = number * 10 + (value[i] - '0');
    }
    return number;
}

bool stream_is(const struct stream_attributes *attributes, const char *name, const char *value) {
    const unsigned char **part = attributes->parts;
    size_t length = strlen(value);
    for (int i = 0; i < attributes->count; i++, part += PARTS_OF_ATTRIBUTE)
        if (strcmp((const char *)part[0], name) == 0 && (size_t)(part[4] - part[3]) == length &&
            memcmp(part[3], value, length) == 0)
            return true;
    return false;
}

bool stream_yes(const struct stream_attributes *attributes, const char *name) {
    return stream_is(attributes, name, "1") || stream_is(attributes, name, "true");
}

static void stop(struct stream *stream) {
    stream->stopped = true;
    xmlStopParser(stream->parser);
}

static void fail(struct stream *stream, const char *problem) {
    if (stream->stopped)
        return;
    stream->problem = problem;
    stop(stream);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes) {
    struct stream *stream = ((xmlParserCtxtPtr)context)->_private;
    const struct stream_attributes handed = {attributes, attribute_count};
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)default_count;
    if (stream->stopped)
        return;
    if (++stream->depth > DEPTH_MAX)
        fail(stream, "its elements lie deeper in each other than those of any workbook");
    else if (!stream->taker.start(stream->taker.to, (const char *)name, &handed))
        stop(stream);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct stream *stream = ((xmlParserCtxtPtr)context)->_private;
    (void)prefix, (void)uri;
    if (stream->stopped)
        return;
    stream->depth--;
    if (stream->taker.end != NULL && !stream->taker.end(stream->taker.to, (const char *)name))
        stop(stream);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
    struct stream *stream = ((xmlParserCtxtPtr)context)->_private;
    if (!stream->stopped && stream->taker.text != NULL &&
        !stream->taker.text(stream->taker.to, (const char *)bytes, (size_t)length))
        stop(stream);
}

/* Called before anything that it declares is read. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    fail(((xmlParserCtxtPtr)context)->_private, "it has a DOCTYPE, which no workbook has");
}

static void on_error(void *context, xmlErrorPtr error) {
    struct stream *stream = ((xmlParserCtxtPtr)context)->_private;
    if (stream->stopped || error->level < XML_ERR_ERROR)
        return;
    size_t length = strcspn(error->message, "\n");
    length = length < sizeof stream->message ? length : sizeof stream->message - 1;
    memcpy(stream->message, error->message, length);
    stream->message[length] = '\0';
    fail(stream, stream->message);
}

struct stream *stream_open(const struct stream_taker *taker) {
    static const xmlSAXHandler events = {.startElementNs = on_start,
                                         .endElementNs = on_end,
                                         .characters = on_text,
                                         .ignorableWhitespace = on_text,
                                         .cdataBlock = on_text,
                                         .internalSubset = on_doctype,
                                         .serror = on_error,
                                         .initialized = XML_SAX2_MAGIC};
    struct stream *stream = memory_alloc(sizeof *stream);
    *stream = (struct stream){.taker = *taker};
    xml_parser_guard_memory();
    stream->parser = xmlCreatePushParserCtxt(NULL, NULL, NULL, 0, NULL);
    if (stream->parser == NULL)
        memory_exhausted();
    xml_parser_prepare(stream->parser, &events, stream, 0);
    return stream;
}

bool stream_take(struct stream *stream, const char *bytes, size_t length) {
    if (!stream->stopped)
        xmlParseChunk(stream->parser, bytes, (int)length, 0);
    return !stream->stopped;
}

const char *stream_close(struct stream *stream, bool whole, struct arena *arena) {
    if (whole && !stream->stopped)
        xmlParseChunk(stream->parser, "", 0, 1);
    if (whole && !stream->stopped && !stream->parser->wellFormed)
        stream->problem = "it is no XML that is whole";
    const char *problem = arena_strdup(arena, stream->problem);
    if (stream->parser->myDoc != NULL)
        xmlFreeDoc(stream->parser->myDoc);
    xmlFreeParserCtxt(stream->parser);
    free(stream);
    return problem;
}
