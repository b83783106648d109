#include "schema.h"

/* An XSD has a type for each element, named after it, so that rows and stacks can hold each other. */

static const char *const file_names[SCHEMA_COUNT] = {
    [SCHEMA_LAYOUT] = "layout.xsd", [SCHEMA_CATALOGUE] = "catalogue.xsd", [SCHEMA_THEME] = "theme.xsd",
    [SCHEMA_FONTS] = "fonts.xsd",   [SCHEMA_WORDS] = "words.xsd",
};

const char *schema_file_name(enum schema_kind schema) {
    return file_names[schema];
}

static void write_escaped(FILE *stream, const char *text) {
    for (; *text != '\0'; text++) {
        if (*text == '&')
            fputs("&amp;", stream);
        else if (*text == '<')
            fputs("&lt;", stream);
        else if (*text == '>')
            fputs("&gt;", stream);
        else if (*text == '"')
            fputs("&quot;", stream);
        else
            fputc(*text, stream);
    }
}

static void write_doc(FILE *stream, const char *indent, const char *doc) {
    fprintf(stream, "%s<xs:annotation><xs:documentation>", indent);
    write_escaped(stream, doc);
    fputs("</xs:documentation></xs:annotation>\n", stream);
}

static void write_restriction(FILE *stream, const struct attribute_rule *rule) {
    const char *base = rule->kind == VALUE_WHOLE ? "xs:integer" : "xs:string";
    bool list = rule->kind == VALUE_WORDS;
    fprintf(stream, "      %s<xs:simpleType><xs:restriction base=\"%s\">\n", list ? "<xs:simpleType><xs:list>" : "",
            list ? "xs:token" : base);
    if (rule->kind == VALUE_WHOLE)
        fprintf(stream, "        <xs:minInclusive value=\"%d\"/><xs:maxInclusive value=\"%d\"/>\n", rule->low,
                rule->high);
    for (int i = 0; i < rule->word_count; i++)
        fprintf(stream, "        <xs:enumeration value=\"%s\"/>\n", rule->words[i]);
    if (rule->word_count == 0 && rule->kind != VALUE_WHOLE) {
        const char *pattern = value_rules[rule->kind].pattern;
        fprintf(stream, "        <xs:pattern value=\"%s\"/>\n", pattern == NULL ? "[\\s\\S]*\\S[\\s\\S]*" : pattern);
    }
    fprintf(stream, "      </xs:restriction></xs:simpleType>%s\n", list ? "</xs:list></xs:simpleType>" : "");
}

static void write_attributes(FILE *stream, const struct element_rule *rule) {
    for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++) {
        fprintf(stream, "    <xs:attribute name=\"%s\" use=\"%s\"", attribute->name,
                attribute->required ? "required" : "optional");
        if (attribute->preset != NULL)
            fprintf(stream, " default=\"%s\"", attribute->preset);
        fputs(">\n", stream);
        write_doc(stream, "      ", attribute->doc);
        write_restriction(stream, attribute);
        fputs("    </xs:attribute>\n", stream);
    }
}

/* Children stand in any order; that some stand once only is left to the reader. */
static void write_children(FILE *stream, const struct element_rule *parent) {
    bool any = false;
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++) {
        if (rule->schema != parent->schema || !vocabulary_allows(rule, parent->name))
            continue;
        if (!any)
            fputs("    <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n", stream);
        any = true;
        fprintf(stream, "      <xs:element name=\"%s\" type=\"%s\"/>\n", rule->name, rule->name);
    }
    if (any)
        fputs("    </xs:choice>\n", stream);
}

static void write_type(FILE *stream, const struct element_rule *rule) {
    fprintf(stream, "  <xs:complexType name=\"%s\">\n", rule->name);
    write_doc(stream, "    ", rule->doc);
    if (rule->content != CONTENT_ELEMENTS)
        fputs("    <xs:simpleContent><xs:extension base=\"xs:string\">\n", stream);
    else
        write_children(stream, rule);
    write_attributes(stream, rule);
    if (rule->content != CONTENT_ELEMENTS)
        fputs("    </xs:extension></xs:simpleContent>\n", stream);
    fputs("  </xs:complexType>\n", stream);
}

void schema_write(FILE *stream, enum schema_kind schema) {
    const char *root = vocabulary_root(schema);
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!-- Written by `boardpack schema`; an editor that knows it helps while a file is written. -->\n"
          "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n",
          stream);
    fprintf(stream, "  <xs:element name=\"%s\" type=\"%s\"/>\n", root, root);
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == schema)
            write_type(stream, rule);
    fputs("</xs:schema>\n", stream);
}
