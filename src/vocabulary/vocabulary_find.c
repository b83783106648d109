#include <string.h>

#include "vocabulary.h"

const struct value_rule value_rules[VALUE_KIND_COUNT] = {
    [VALUE_TEXT] = {"text", NULL},
    [VALUE_SPOKEN] = {"text", NULL},
    [VALUE_ID] = {"a name: letters, digits, `_ - . % ( )`, single blanks inside, a letter or digit first",
                  "[A-Za-z0-9][A-Za-z0-9_.%()\\-]*( [A-Za-z0-9_.%()\\-]+)*"},
    [VALUE_NAME] = {"the name of a thing defined elsewhere", NULL},
    [VALUE_NAMES] = {"names with blanks between", NULL},
    [VALUE_LIST] = {"names with commas between", NULL},
    [VALUE_TERMS] = {"conditions such as `section=plans; lead=Officer A`", NULL},
    [VALUE_NUMBER] = {"a number such as 12.5", "-?[0-9]{1,15}(\\.[0-9]{1,9})?"},
    [VALUE_WHOLE] = {"a whole number", "-?[0-9]{1,9}"},
    [VALUE_MONTH] = {"a month such as 2018-07", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"},
    [VALUE_DATE] = {"a date such as 2018-07-31", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"},
    [VALUE_YEAR] = {"a year such as 2016 or 2016-17", "[0-9]{4}([\\-/][0-9]{2})?"},
    [VALUE_WORD] = {"one of a list of words", NULL},
    [VALUE_WORDS] = {"words of a list with blanks between", NULL},
    [VALUE_YES_NO] = {"yes or no", "yes|no"},
    [VALUE_FIELD] = {"a field such as `value`, or `annual:2017/18`, `benchmark:england`",
                     "[a-z][a-z0-9_]*|annual:.+|benchmark:.+"},
    [VALUE_WHEN] = {"a month such as 2018-07, or months from the one reported: 0, -1, -12",
                    "0|-[1-9][0-9]{0,2}|(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"},
    [VALUE_LENGTH] = {"a length such as 56pt, 20mm or 2cm", "[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_WIDTH] = {"a weight such as 2, a length such as 120pt, or natural",
                     "natural|[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_COLOUR] = {"a colour such as #12436D", "#[0-9A-Fa-f]{6}"},
    [VALUE_PATH] = {"the path of a file, from this file's folder", NULL},
    [VALUE_LANGUAGE] = {"a language tag such as en-GB", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"},
};

const char *vocabulary_root(enum schema_kind schema) {
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == schema && rule->parents[0] == '\0')
            return rule->name;
    return NULL;
}

const struct element_rule *vocabulary_element(enum schema_kind schema, const char *name) {
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == schema && strcmp(rule->name, name) == 0)
            return rule;
    return NULL;
}

const struct attribute_rule *vocabulary_attribute(const struct element_rule *rule, const char *name) {
    for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++)
        if (strcmp(attribute->name, name) == 0)
            return attribute;
    return NULL;
}

bool vocabulary_allows(const struct element_rule *child, const char *parent) {
    size_t length = strlen(parent);
    for (const char *s = child->parents; *s != '\0';) {
        size_t word = strcspn(s, " ");
        if (word == length && strncmp(s, parent, length) == 0)
            return true;
        s += word + strspn(s + word, " ");
    }
    return false;
}
