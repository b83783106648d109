#include "fill.h"

#include <string.h>

#include "text.h"

struct filling {
    struct arena *arena;
    enum schema_kind schema;
    const struct organisation *organisation;
};

/* What the pack itself says in these places, whatever columns a file has. */
static const char *const of_the_pack[] = {"column",  "period",          "month",     "quarter", "year", "date",
                                          "created", "previous-period", "last-year", "page",    "pages"};

/* What `{word}` stands for, *end behind its brace; NULL where it stands for nothing. */
static const char *text_of_word(const struct filling *filling, const char *word, const char **end) {
    size_t length = strcspn(word + 1, "{}");
    if (word[1 + length] != '}')
        return NULL;
    *end = word + length + 2;
    const char *name = arena_strndup(filling->arena, word + 1, length);
    for (size_t i = 0; i < sizeof of_the_pack / sizeof of_the_pack[0]; i++)
        if (strcmp(name, of_the_pack[i]) == 0)
            return NULL;
    return organisation_word(filling->organisation, name);
}

static bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* Every sign that CommonMark might take for its own stands behind a backslash, and no line ends. */
static void add_as_words(struct text *text, const char *words) {
    for (; *words != '\0'; words++) {
        if (is_punctuation(*words))
            text_add(text, "\\");
        if (*words == '\n' || *words == '\r')
            text_add(text, " ");
        else
            text_append(text, words, 1);
    }
}

static const char *fill(const struct filling *filling, const char *from, bool markdown) {
    struct text text = {0};
    while (*from != '\0') {
        const char *end, *word = *from == '{' ? text_of_word(filling, from, &end) : NULL;
        size_t plain = 1 + strcspn(from + 1, "{");
        if (word == NULL)
            text_append(&text, from, plain);
        else if (markdown)
            add_as_words(&text, word);
        else
            text_add(&text, word);
        from = word == NULL ? from + plain : end;
    }
    const char *result = arena_strdup(filling->arena, text_string(&text));
    text_free(&text);
    return result;
}

const char *fill_text(struct arena *arena, const char *text, const struct organisation *organisation) {
    const struct filling filling = {.arena = arena, .organisation = organisation};
    return strchr(text, '{') == NULL ? text : fill(&filling, text, false);
}

static bool has_places(const struct element_rule *rule, const char *name) {
    const struct attribute_rule *known = rule == NULL ? NULL : vocabulary_attribute(rule, name);
    return known == NULL || known->kind == VALUE_PLACES;
}

static void copy_attributes(const struct filling *filling, const struct xml_element *from, struct xml_element *copy) {
    copy->attributes = arena_new_array(filling->arena, from->attribute_count + 1, struct xml_attribute);
    copy->attribute_count = 0;
    for (size_t i = 0; i < from->attribute_count; i++) {
        struct xml_attribute attribute = from->attributes[i];
        if (strchr(attribute.value, '{') != NULL &&
            !has_places(vocabulary_element(filling->schema, from->name), attribute.name)) {
            attribute.value = fill(filling, attribute.value, false);
            if (attribute.value[0] == '\0')
                continue;
        }
        copy->attributes[copy->attribute_count++] = attribute;
    }
}

static bool is_markdown(const struct filling *filling, const struct xml_element *element) {
    const struct element_rule *rule = vocabulary_element(filling->schema, element->name);
    return rule != NULL && rule->content == CONTENT_MARKDOWN;
}

/* The tree is at most 64 deep. */
static struct xml_element *copy_element(const struct filling *filling, const struct xml_element *from,
                                        struct xml_element *parent) {
    struct xml_element *copy = arena_new(filling->arena, struct xml_element);
    *copy = *from;
    copy->parent = parent;
    copy->first_child = copy->last_child = copy->next = NULL;
    copy_attributes(filling, from, copy);
    if (strchr(from->text, '{') != NULL && is_markdown(filling, from))
        copy->text = fill(filling, from->text, true);
    for (const struct xml_element *child = from->first_child; child != NULL; child = child->next) {
        struct xml_element *made = copy_element(filling, child, copy);
        if (copy->last_child == NULL)
            copy->first_child = made;
        else
            copy->last_child->next = made;
        copy->last_child = made;
    }
    return copy;
}

struct xml_element *fill_tree(struct arena *arena, const struct xml_element *root, enum schema_kind schema,
                              const struct organisation *organisation) {
    const struct filling filling = {arena, schema, organisation};
    return copy_element(&filling, root, NULL);
}
