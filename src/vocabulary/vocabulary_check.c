#include <string.h>

#include "composed.h"
#include "condition.h"
#include "renamed.h"
#include "text.h"
#include "value.h"
#include "vocabulary.h"

enum { NAMES_MAX = 96, LISTED_MAX = 16, WORDS_MAX = 64, ERRORS_MAX = 1000 };

struct check {
    enum schema_kind schema;
    struct arena *arena;
    struct diag *diag;
    size_t before; /* errors of the diag when the check began */
};

/* True where two neighbouring letters changed places: the slip that counts as two edits. */
static bool is_swapped(const char *word, const char *other) {
    size_t i = 0;
    while (word[i] != '\0' && word[i] == other[i])
        i++;
    if (word[i] == '\0' || other[i] == '\0' || word[i] != other[i + 1] || word[i + 1] != other[i])
        return false;
    return strcmp(word + i + 2, other + i + 2) == 0;
}

static const char *nearest_word(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_swapped(word, words[i]))
            return words[i];
    return text_nearest(word, words, count);
}

/* `; did you mean "x"?`, or `; expected a, b or c` where that is short. */
static const char *hint(const struct check *check, const char *word, const char *const *words, size_t count) {
    const char *nearest = nearest_word(word, words, count);
    if (nearest != NULL)
        return arena_printf(check->arena, "; did you mean \"%s\"?", nearest);
    struct text text = {0};
    for (size_t i = 0; count <= LISTED_MAX && i < count; i++)
        text_printf(&text, "%s%s", i == 0 ? "; expected " : i + 1 == count ? " or " : ", ", words[i]);
    const char *result = arena_strdup(check->arena, text_string(&text));
    text_free(&text);
    return result;
}

static size_t child_names(const struct check *check, const char *parent, const char **names) {
    size_t count = 0;
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++)
        if (rule->schema == check->schema && vocabulary_allows(rule, parent) && count < NAMES_MAX)
            names[count++] = rule->name;
    return count;
}

static size_t attribute_names(const struct element_rule *rule, const char **names) {
    size_t count = 0;
    for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++)
        if (count < NAMES_MAX)
            names[count++] = attribute->name;
    return count;
}

static bool is_number(const char *text) {
    struct fraction number;
    return fraction_parse(text, &number);
}

static bool in_range(const struct attribute_rule *rule, const char *text) {
    int number = 0;
    return value_whole(text, &number) && number >= rule->low && number <= rule->high;
}

static bool are_words(const struct attribute_rule *rule, const char *text) {
    int list[WORDS_MAX];
    const char *wrong;
    return value_words(text, rule->words, rule->word_count, list, &wrong) > 0;
}

bool vocabulary_accepts(const struct attribute_rule *rule, const char *text) {
    double points;
    struct width width;
    struct rgb colour;
    struct field_name field;
    struct condition condition;
    struct condition_slip slip;
    bool absolute;
    int period;
    switch (rule->kind) {
    case VALUE_ID:
        return value_is_id(text);
    case VALUE_NUMBER:
        return is_number(text);
    case VALUE_WHOLE:
        return in_range(rule, text);
    case VALUE_PERIOD:
    case VALUE_FIRST:
    case VALUE_LAST:
        return calendar_knows(text);
    case VALUE_DATE:
        return value_is_date(text);
    case VALUE_YEAR:
        return value_is_year(text);
    case VALUE_WORD:
        return value_word(text, rule->words, rule->word_count) >= 0;
    case VALUE_WORDS:
        return are_words(rule, text);
    case VALUE_FIELD:
        return field_parse(text, &field);
    case VALUE_WHEN:
        return calendar_knows(text) || value_when(text, calendar_usual, &absolute, &period);
    case VALUE_YES_NO:
        return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
    case VALUE_CONDITION:
        return condition_parse(text, &condition, &slip);
    case VALUE_LENGTH:
        return value_length(text, &points);
    case VALUE_WIDTH:
        return value_width(text, &width);
    case VALUE_COLOUR:
        return value_colour(text, &colour);
    case VALUE_LANGUAGE:
        return value_is_language(text);
    default: /* words of all sorts, and names, which are looked for where they are used */
        return text[strspn(text, " \t\r\n")] != '\0';
    }
}

static void report_twice(const struct check *check, const struct xml_attribute *attribute, const char *word) {
    diag_error(check->diag, attribute->pos, "%s names \"%s\" twice", attribute->name, word);
}

static void report_unknown(const struct check *check, const struct xml_attribute *attribute, const char *word,
                           const char *const *words, size_t count) {
    diag_error(check->diag, attribute->pos, "%s names \"%s\", which is not known%s", attribute->name, word,
               hint(check, word, words, count));
}

/* The word that is not known, or is there twice. */
static void report_words(const struct check *check, const struct attribute_rule *rule,
                         const struct xml_attribute *attribute) {
    int list[WORDS_MAX];
    const char *wrong = "";
    value_words(attribute->value, rule->words, rule->word_count, list, &wrong);
    const char *word = arena_strndup(check->arena, wrong, strcspn(wrong, " \t\r\n"));
    if (value_word(word, rule->words, rule->word_count) >= 0)
        report_twice(check, attribute, word);
    else
        report_unknown(check, attribute, word, rule->words, (size_t)rule->word_count);
}

static void check_fields(const struct check *check, const struct xml_attribute *attribute) {
    size_t count;
    char **words = text_split(check->arena, attribute->value, &count);
    for (size_t i = 0; i < count; i++) {
        struct field_name field;
        size_t first = 0;
        while (strcmp(words[first], words[i]) != 0)
            first++;
        if (first < i)
            report_twice(check, attribute, words[i]);
        else if (!field_parse(words[i], &field))
            report_unknown(check, attribute, words[i], field_words, FIELD_COUNT);
    }
}

/* What a condition looks like: `rag=red`, `has target` ... */
static const char *condition_forms(struct arena *arena) {
    struct text text = {0};
    for (int band = 0; band < BAND_COUNT; band++)
        text_printf(&text, "%s%s", band == 0 ? "rag=" : "|", band_words[band]);
    text_add(&text, ", or \"has\" and one of");
    for (int thing = 0; thing < CONDITION_THING_COUNT; thing++)
        text_printf(&text, "%s %s", thing == 0 ? "" : ",", condition_thing_words[thing]);
    text_add(&text, "; \"not\" may stand before each, \"and\" or \"or\" between two");
    const char *forms = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return forms;
}

/* What of a condition is not understood, and what there is. */
static void report_condition(const struct check *check, const struct xml_attribute *attribute) {
    struct condition condition;
    struct condition_slip slip;
    condition_parse(attribute->value, &condition, &slip);
    const char *word = arena_strndup(check->arena, slip.at, slip.length);
    const char *what = slip.length == 0 ? "" : arena_printf(check->arena, " at \"%s\"", word);
    if (slip.kind == SLIP_BAND && strpbrk(word, ",;/") != NULL)
        diag_error(check->diag, attribute->pos, "%s: rag=\"%s\" is not known; write | between several: rag=red|amber",
                   attribute->name, word);
    else if (slip.kind == SLIP_BAND && slip.length > 0)
        diag_error(check->diag, attribute->pos, "%s: rag=\"%s\" is not known%s", attribute->name, word,
                   hint(check, word, band_words, BAND_COUNT));
    else if (slip.kind == SLIP_THING && slip.length > 0)
        diag_error(check->diag, attribute->pos, "%s: has \"%s\" is not known%s", attribute->name, word,
                   hint(check, word, condition_thing_words, CONDITION_THING_COUNT));
    else if (slip.kind == SLIP_MANY)
        diag_error(check->diag, attribute->pos, "%s has more than %d terms", attribute->name, CONDITION_TERMS_MAX);
    else
        diag_error(check->diag, attribute->pos, "%s=\"%s\" is not understood%s; expected %s", attribute->name,
                   attribute->value, what, condition_forms(check->arena));
}

static void report_value(const struct check *check, const struct attribute_rule *rule,
                         const struct xml_attribute *attribute) {
    const char *value = attribute->value;
    if (rule->kind == VALUE_WORD)
        diag_error(check->diag, attribute->pos, "%s=\"%s\" is not known%s", rule->name, value,
                   hint(check, value, rule->words, (size_t)rule->word_count));
    else if (rule->kind == VALUE_FIELD)
        diag_error(check->diag, attribute->pos, "%s=\"%s\" is not known%s", rule->name, value,
                   hint(check, value, field_words, FIELD_COUNT));
    else if (rule->kind == VALUE_WHOLE)
        diag_error(check->diag, attribute->pos, "%s=\"%s\" is not a whole number from %d to %d", rule->name, value,
                   rule->low, rule->high);
    else if (rule->kind == VALUE_CONDITION && value[strspn(value, " \t\r\n")] != '\0')
        report_condition(check, attribute);
    else if (rule->kind == VALUE_WORDS && value[strspn(value, " \t\r\n")] != '\0')
        report_words(check, rule, attribute);
    else if (value[strspn(value, " \t\r\n")] == '\0')
        diag_error(check->diag, attribute->pos, "%s is empty; expected %s", rule->name, value_rules[rule->kind].words);
    else
        diag_error(check->diag, attribute->pos, "%s=\"%s\" is not %s", rule->name, value,
                   value_rules[rule->kind].words);
}

/* Earlier names of words are read, and told. */
static void renew_words(const struct check *check, const struct attribute_rule *rule, struct xml_attribute *attribute) {
    if (rule->kind == VALUE_WORD || rule->kind == VALUE_WORDS || rule->kind == VALUE_FIELD ||
        rule->kind == VALUE_FIELDS || rule->kind == VALUE_SPOKEN)
        attribute->value = renamed_read(check->arena, rule->name, attribute->value, attribute->pos, check->diag);
}

/* The same of attributes: false, told, where one is there by both its names. */
static bool renew_name(const struct check *check, const struct xml_element *element, struct xml_attribute *attribute) {
    const char *name = renamed_attribute(element->name, attribute->name, attribute->pos, check->diag);
    bool twice = name != attribute->name && xml_attribute(element, name) != NULL;
    if (twice)
        diag_error(check->diag, attribute->pos, "<%s> has %s and %s, which are the same; take %s away", element->name,
                   attribute->name, name, attribute->name);
    attribute->name = name;
    return !twice;
}

/* With the words that there are to choose from. */
static void report_needed(const struct check *check, const struct xml_element *element,
                          const struct attribute_rule *needed) {
    size_t length = strlen(needed->doc), stop = length > 0 && needed->doc[length - 1] == '.';
    if (needed->kind == VALUE_WORD)
        diag_error(check->diag, element->pos, "<%s> needs the attribute %s: %.*s%s", element->name, needed->name,
                   (int)(length - stop), needed->doc, hint(check, "", needed->words, (size_t)needed->word_count));
    else
        diag_error(check->diag, element->pos, "<%s> needs the attribute %s: %s", element->name, needed->name,
                   needed->doc);
}

static void check_attributes(const struct check *check, const struct element_rule *rule,
                             const struct xml_element *element) {
    for (size_t i = 0; i < element->attribute_count; i++) {
        struct xml_attribute *attribute = &element->attributes[i];
        if (!renew_name(check, element, attribute))
            continue;
        const struct attribute_rule *known = vocabulary_attribute(rule, attribute->name);
        const char *names[NAMES_MAX];
        if (known != NULL && known->kind != VALUE_PATH) /* a file's name is what the disk says */
            attribute->value = composed_text(check->arena, attribute->value);
        if (known != NULL)
            renew_words(check, known, attribute);
        if (known == NULL)
            diag_error(check->diag, attribute->pos, "<%s> has no attribute \"%s\"%s", element->name, attribute->name,
                       hint(check, attribute->name, names, attribute_names(rule, names)));
        else if (!vocabulary_accepts(known, attribute->value))
            report_value(check, known, attribute);
        else if (known->kind == VALUE_FIELDS)
            check_fields(check, attribute);
    }
    for (const struct attribute_rule *needed = rule->attributes; needed->name != NULL; needed++)
        if (needed->required && xml_attribute(element, needed->name) == NULL)
            report_needed(check, element, needed);
}

static void check_text(const struct check *check, const struct element_rule *rule, const struct xml_element *element) {
    size_t blanks = strspn(element->text, " \t\r\n");
    bool empty = element->text[blanks] == '\0';
    if (rule->content == CONTENT_ELEMENTS && !empty)
        diag_error(check->diag, element->inner, "text inside <%s>, which takes none: \"%.*s\"", element->name,
                   (int)strcspn(element->text + blanks, "\r\n"), element->text + blanks);
    if ((rule->content == CONTENT_MARKDOWN || rule->content == CONTENT_TEXT) && empty)
        diag_error(check->diag, element->pos, "<%s> is empty; write its text inside it", element->name);
}

static void check_place(const struct check *check, const struct element_rule *rule, const struct xml_element *element) {
    const struct xml_element *parent = element->parent;
    const char *names[NAMES_MAX];
    if (rule == NULL) {
        diag_error(check->diag, element->pos, "unknown element <%s> in <%s>%s", element->name, parent->name,
                   hint(check, element->name, names, child_names(check, parent->name, names)));
        return;
    }
    if (!vocabulary_allows(rule, parent->name)) {
        diag_error(check->diag, element->pos, "<%s> may not stand in <%s>, only in: %s", element->name, parent->name,
                   rule->parents);
        return;
    }
    for (const struct xml_element *other = parent->first_child; rule->once && other != element; other = other->next)
        if (strcmp(other->name, element->name) == 0) {
            diag_error(check->diag, element->pos, "a second <%s> in <%s>; the first is in line %d", element->name,
                       parent->name, other->pos.line);
            return;
        }
}

/* The tree is at most 64 deep. */
static void check_element(const struct check *check, const struct xml_element *element) {
    const struct element_rule *rule = vocabulary_element(check->schema, element->name);
    if (element->parent != NULL)
        check_place(check, rule, element);
    if (rule == NULL)
        return;
    check_attributes(check, rule, element);
    check_text(check, rule, element);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (check->diag->errors - check->before < ERRORS_MAX)
            check_element(check, child);
}

bool vocabulary_check(const struct xml_element *root, enum schema_kind schema, struct arena *arena, struct diag *diag) {
    struct check check = {schema, arena, diag, diag->errors};
    const char *expected = vocabulary_root(schema);
    if (strcmp(root->name, expected) != 0) {
        diag_error(diag, root->pos, "the file starts with <%s>; expected <%s>", root->name, expected);
        return false;
    }
    check_element(&check, root);
    return diag->errors == check.before;
}

/* Whether a period is one of the calendar, as the kind of the attribute has it. */
static bool is_of_calendar(enum value_kind kind, const char *text, struct calendar calendar) {
    bool absolute;
    int period;
    switch (kind) {
    case VALUE_PERIOD:
        return calendar_parse(calendar, text) != PERIOD_NONE;
    case VALUE_FIRST:
    case VALUE_LAST:
        return calendar_parse_first(calendar, text) != PERIOD_NONE;
    case VALUE_WHEN:
        return value_when(text, calendar, &absolute, &period);
    default:
        return true;
    }
}

void vocabulary_check_periods(const struct xml_element *element, enum schema_kind schema, struct calendar calendar,
                              struct diag *diag) {
    const struct element_rule *rule = vocabulary_element(schema, element->name);
    struct calendar own =
        calendar_in(calendar, (enum grain)xml_word(element, "grain", grain_words, GRAIN_COUNT, (int)calendar.grain));
    for (size_t i = 0; rule != NULL && i < element->attribute_count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        const struct attribute_rule *known = vocabulary_attribute(rule, attribute->name);
        if (known != NULL && vocabulary_accepts(known, attribute->value) &&
            !is_of_calendar(known->kind, attribute->value, own))
            diag_error(diag, attribute->pos, "%s: %s", attribute->name,
                       calendar_refusal(diag->arena, own, attribute->value));
    }
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        vocabulary_check_periods(child, schema, own, diag);
}
