#include <string.h>

#include "vocabulary.h"

#define BAND_PATTERN "(green|amber|red)"
#define TERM_PATTERN                                                        \
    "(not\\s+)?(rag=" BAND_PATTERN "(\\|" BAND_PATTERN                      \
    ")*|has\\s+(figure|target|rag|benchmark|commentary|actions|definition)" \
    ")"
#define PERIOD_WORDS "a period such as 2018-07, 2018-W27 or 2018-19-Q2"
#define PERIOD_PATTERN "(19|20|21)[0-9]{2}(-W[0-5][0-9]|-[01][0-9]-[0-3][0-9]|(-[0-9]{2})?(-Q[1-4]|-T[1-3])?)"

const struct value_rule value_rules[VALUE_KIND_COUNT] = {
    [VALUE_TEXT] = {.words = "text"},
    [VALUE_SPOKEN] = {.words = "text"},
    [VALUE_PLACES] = {.words = "text"},
    [VALUE_ID] = {.words = "a name: letters, digits, `_ - . % ( )`, single blanks inside, a letter or digit first",
                  .pattern = "[A-Za-z0-9][A-Za-z0-9_.%()\\-]*( [A-Za-z0-9_.%()\\-]+)*"},
    [VALUE_NAME] = {.words = "the name of a thing defined elsewhere"},
    [VALUE_NAMES] = {.words = "names with blanks between"},
    [VALUE_LIST] = {.words = "names with commas between"},
    [VALUE_TERMS] = {.words = "conditions such as `section=plans; lead=Officer A`"},
    [VALUE_NUMBER] = {.words = "a number such as 12.5", .pattern = "-?[0-9]{1,18}(\\.[0-9]{1,24})?"},
    [VALUE_WHOLE] = {.words = "a whole number", .pattern = "-?[0-9]{1,9}"},
    [VALUE_PERIOD] = {.words = PERIOD_WORDS, .pattern = PERIOD_PATTERN},
    [VALUE_FIRST] = {.words = PERIOD_WORDS, .pattern = PERIOD_PATTERN},
    [VALUE_LAST] = {.words = PERIOD_WORDS, .pattern = PERIOD_PATTERN},
    [VALUE_DATE] = {.words = "a date such as 2018-07-31",
                    .pattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"},
    [VALUE_YEAR] = {.words = "a year such as 2016 or 2016-17", .pattern = "[0-9]{4}([\\-/][0-9]{2})?"},
    [VALUE_WORD] = {.words = "one of a list of words"},
    [VALUE_WORDS] = {.words = "words of a list with blanks between"},
    [VALUE_YES_NO] = {.words = "yes or no", .pattern = "yes|no"},
    [VALUE_FIELD] = {.words = "a field such as `value`, or `annual:2017/18`, `benchmark:england`, `rank:family`",
                     .pattern = "[a-z][a-z0-9_]*|(annual|benchmark|counted|rank|ranked|quartile):.+"},
    [VALUE_FIELDS] = {.words = "fields such as `value` and `rank:family`, with blanks between"},
    [VALUE_WHEN] = {.words = PERIOD_WORDS ", or periods from the one reported: 0, -1, -12",
                    .pattern = "0|-[1-9][0-9]{0,2}|" PERIOD_PATTERN},
    [VALUE_CONDITION] = {.words = "a condition such as `has target`, or `rag=red and not has commentary`",
                         .pattern = "\\s*" TERM_PATTERN "(\\s+and\\s+" TERM_PATTERN ")*\\s*"},
    [VALUE_LENGTH] = {.words = "a length such as 56pt, 20mm or 2cm", .pattern = "[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_WIDTH] = {.words = "a weight such as 2, a length such as 120pt, or natural",
                     .pattern = "natural|[0-9]+(\\.[0-9]+)?(pt|mm|cm|in)?"},
    [VALUE_COLOUR] = {.words = "a colour such as #12436D", .pattern = "#[0-9A-Fa-f]{6}"},
    [VALUE_PATH] = {.words = "the path of a file, from this file's folder"},
    [VALUE_LANGUAGE] = {.words = "a language tag such as en-GB", .pattern = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"},
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
