#ifndef PARSE_XML_PARSER_H
#define PARSE_XML_PARSER_H

#include <libxml/parser.h>

/* How libxml2 reads XML here, for who takes its events: nothing from the network, no includes, entities as what they
 * stand for. A reader refuses a DOCTYPE, so that there are no entities but the five of XML. */

/* From here on libxml2 ends the run where it finds no memory: before a parser is made. */
void xml_parser_guard_memory(void);

/* Tells it that, and who takes its events: they find the reader as the parser's _private.
 *
 * more   XML_PARSE_..., options of this reader */
void xml_parser_prepare(xmlParserCtxtPtr parser, const xmlSAXHandler *events, void *reader, int more);

#endif
