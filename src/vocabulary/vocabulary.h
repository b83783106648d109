#ifndef VOCABULARY_VOCABULARY_H
#define VOCABULARY_VOCABULARY_H

#include <stdbool.h>

#include "xml.h"

/*
 * The words of the files that a user writes: one table, from which the files are checked and the schemas and the
 * reference are written.
 */

enum schema_kind { SCHEMA_LAYOUT, SCHEMA_CATALOGUE, SCHEMA_THEME, SCHEMA_FONTS, SCHEMA_WORDS, SCHEMA_COUNT };

enum value_kind {
    VALUE_TEXT,      /* any words; those of blocks and pages are printed */
    VALUE_SPOKEN,    /* any words, which no page prints */
    VALUE_PLACES,    /* any words, with places in braces that belong to them alone: columns of a file */
    VALUE_ID,        /* a name that is given here */
    VALUE_NAME,      /* a name that is given elsewhere */
    VALUE_NAMES,     /* several, with blanks between */
    VALUE_LIST,      /* several, with commas between */
    VALUE_TERMS,     /* name=value | value; name=value */
    VALUE_NUMBER,    /* decimal */
    VALUE_WHOLE,     /* low to high */
    VALUE_PERIOD,    /* 2018-07, 2018-W27, 2018-19-Q2 */
    VALUE_FIRST,     /* the same, or a longer period for its first one */
    VALUE_LAST,      /* the same, or a longer period for its last one */
    VALUE_DATE,      /* 2018-07-31 */
    VALUE_YEAR,      /* 2016 or 2016-17 */
    VALUE_WORD,      /* one of words */
    VALUE_WORDS,     /* several of words, with blanks between, each once */
    VALUE_YES_NO,    /* yes no */
    VALUE_FIELD,     /* ytd_value, annual:2017/18, benchmark:england */
    VALUE_FIELDS,    /* several of these, with blanks between, each once */
    VALUE_WHEN,      /* a period, or 0, -1, -12 from that reported */
    VALUE_CONDITION, /* rag=red and not has target */
    VALUE_LENGTH,    /* 56pt 20mm */
    VALUE_WIDTH,     /* 2 120pt natural */
    VALUE_COLOUR,    /* #12436D */
    VALUE_PATH,      /* relative to the file */
    VALUE_LANGUAGE,  /* en-GB */
    VALUE_KIND_COUNT
};

/* What a kind of value looks like, in words and as an XSD pattern (NULL: any text that is not empty). */
struct value_rule {
    const char *words;
    const char *pattern;
};
extern const struct value_rule value_rules[VALUE_KIND_COUNT];

struct attribute_rule {
    const char *name;
    enum value_kind kind;
    bool required;
    const char *preset; /* the default, as one would write it; NULL: none, or `doc` tells */
    const char *doc;    /* one line */
    const char *const *words;
    int word_count;
    int low, high; /* of a whole number */
};

enum content { CONTENT_ELEMENTS, CONTENT_MARKDOWN, CONTENT_TEXT, CONTENT_PERHAPS /* text, or nothing */ };

struct element_rule {
    enum schema_kind schema;
    const char *name;    /* unique in its schema */
    const char *parents; /* names with blanks between; "" for the root */
    bool once;           /* at most once in its parent */
    enum content content;
    const char *doc;
    const struct attribute_rule *attributes; /* ends with a NULL name */
};

/* The table; ends with a NULL name. */
extern const struct element_rule vocabulary[];

/* The root element's name of each schema: pack catalogue theme fonts words. */
const char *vocabulary_root(enum schema_kind schema);

/* NULL where there is none of that name. */
const struct element_rule *vocabulary_element(enum schema_kind schema, const char *name);
const struct attribute_rule *vocabulary_attribute(const struct element_rule *rule, const char *name);

/* True where an element may stand in another. */
bool vocabulary_allows(const struct element_rule *child, const char *parent);

/*
 * Checks a whole tree: elements, where they stand, attributes, values. Everything that is wrong is told.
 * False where anything was.
 */
bool vocabulary_check(const struct xml_element *root, enum schema_kind schema, struct arena *arena, struct diag *diag);

/*
 * Checks that the periods in a tree are those of its catalogue, which is known later; an element with a grain of its
 * own has periods of that. What vocabulary_check refused is not told again.
 */
void vocabulary_check_periods(const struct xml_element *root, enum schema_kind schema, struct calendar calendar,
                              struct diag *diag);

/* True where a text is a value of the attribute. */
bool vocabulary_accepts(const struct attribute_rule *rule, const char *text);

#endif
