#ifndef PARSE_XML_H
#define PARSE_XML_H

#include <stdbool.h>

#include "calendar.h"
#include "diag.h"
#include "fraction.h"

/* An XML file as a small tree in an arena. */

struct xml_attribute {
    const char *name;
    const char *value;
    struct source_pos pos;
};

struct xml_element {
    const char *name;
    struct xml_attribute *attributes;
    size_t attribute_count;
    struct xml_element *parent, *first_child, *last_child, *next;
    const char *text;        /* all character data directly inside, "" for none */
    struct source_pos pos;   /* of the `<` */
    struct source_pos inner; /* behind the start tag: where the text begins */
};

/*
 * Reads a file: UTF-8, no DOCTYPE, no entities but the five of XML, no includes, at most 64 deep and 16 MB.
 *
 * from   where the file was named, for the message that it cannot be read
 *
 * NULL, reported with line and column, where it is not well-formed.
 */
struct xml_element *xml_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag);

/* The same from memory; path is a name for messages. */
struct xml_element *xml_parse(struct arena *arena, const char *path, const char *bytes, struct diag *diag);

/* NULL where the element has no such attribute. */
const struct xml_attribute *xml_attribute(const struct xml_element *element, const char *name);
const char *xml_value(const struct xml_element *element, const char *name);
const char *xml_value_or(const struct xml_element *element, const char *name, const char *preset);

/* Where the attribute is, or the element where it has none. */
struct source_pos xml_pos(const struct xml_element *element, const char *name);

/* The text as CommonMark: the indentation that all lines share is taken off. Its first line is that of inner. */
char *xml_markdown(struct arena *arena, const struct xml_element *element);

/* Typed values. A missing or wrong one (already reported by vocabulary_check) gives the last argument. */
bool xml_yes(const struct xml_element *element, const char *name, bool preset);
int xml_whole(const struct xml_element *element, const char *name, int preset);
struct fraction xml_number(const struct xml_element *element, const char *name); /* none */
int xml_word(const struct xml_element *element, const char *name, const char *const *words, int count, int preset);
int xml_period(const struct xml_element *element, const char *name, struct calendar calendar); /* PERIOD_NONE */
int xml_first(const struct xml_element *element, const char *name, struct calendar calendar);  /* of a stretch */
int xml_last(const struct xml_element *element, const char *name, struct calendar calendar);
double xml_length(const struct xml_element *element, const char *name, double preset);

#endif
