#include "schema.h"

static const char *const headings[SCHEMA_COUNT] = {
    [SCHEMA_LAYOUT] = "Layout", [SCHEMA_CATALOGUE] = "Catalogue", [SCHEMA_THEME] = "Theme",
    [SCHEMA_FONTS] = "Fonts",   [SCHEMA_WORDS] = "Words",
};

/* The words that are allowed, or what a value looks like. */
static void write_values(FILE *stream, const struct attribute_rule *rule) {
    if (rule->kind == VALUE_WHOLE)
        fprintf(stream, "a whole number from %d to %d", rule->low, rule->high);
    else if (rule->word_count == 0)
        fputs(value_rules[rule->kind].words, stream);
    for (int i = 0; i < rule->word_count; i++)
        fprintf(stream, "%s`%s`", i > 0 ? ", " : rule->kind == VALUE_WORDS ? "several of " : "", rule->words[i]);
}

static void write_attributes(FILE *stream, const struct element_rule *rule) {
    if (rule->attributes[0].name == NULL)
        return;
    fputs("\n| attribute | values | default | |\n|---|---|---|---|\n", stream);
    for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++) {
        fprintf(stream, "| `%s` | ", attribute->name);
        write_values(stream, attribute);
        if (attribute->required)
            fputs(" | needed", stream);
        else if (attribute->preset != NULL)
            fprintf(stream, " | `%s`", attribute->preset);
        else
            fputs(" | ", stream);
        fprintf(stream, " | %s |\n", attribute->doc);
    }
}

static void write_children(FILE *stream, const struct element_rule *parent) {
    bool any = false;
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == parent->schema && vocabulary_allows(rule, parent->name)) {
            fprintf(stream, "%s`%s`%s", any ? ", " : "\nInside it: ", rule->name, rule->once ? " (once)" : "");
            any = true;
        }
    if (any)
        fputs(".\n", stream);
}

static void write_element(FILE *stream, const struct element_rule *rule) {
    fprintf(stream, "\n### `%s`\n\n%s\n", rule->name, rule->doc);
    write_children(stream, rule);
    if (rule->content == CONTENT_MARKDOWN)
        fputs("\nInside it: text in CommonMark.\n", stream);
    else if (rule->content == CONTENT_TEXT)
        fputs("\nInside it: plain text.\n", stream);
    else if (rule->content == CONTENT_PERHAPS)
        fputs("\nInside it: plain text, or nothing.\n", stream);
    write_attributes(stream, rule);
}

void reference_write(FILE *stream) {
    fputs("# Reference\n\nEvery element and attribute of the files that a pack is made of. Written by the program from "
          "the "
          "table that it\nchecks files with; do not edit.\n",
          stream);
    for (int schema = 0; schema < SCHEMA_COUNT; schema++) {
        fprintf(stream, "\n## %s\n", headings[schema]);
        for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
            if (rule->schema == (enum schema_kind)schema)
                write_element(stream, rule);
    }
}
