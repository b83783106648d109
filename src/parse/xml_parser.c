#include "xml_parser.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

static char *duplicate(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(memory_alloc(size), text, size);
}

void xml_parser_guard_memory(void) {
    xmlMemSetup(free, memory_alloc, memory_resize, duplicate);
}

void xml_parser_prepare(xmlParserCtxtPtr parser, const xmlSAXHandler *events, void *reader, int more) {
    /* Without NOENT an ampersand in an attribute's value comes as &#38;. */
    xmlCtxtUseOptions(parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOXINCNODE | more);
    *parser->sax = *events; /* last, since an option may have put a handler of its own in */
    parser->_private = reader;
}
