#include "organisation.h"

#include <string.h>

const struct organisation *organisations_find(const struct organisations *organisations, const char *code) {
    return index_find(&organisations->by_code, code);
}

int organisations_column(const struct organisations *organisations, const char *heading) {
    for (size_t i = 0; i < organisations->column_count; i++)
        if (strcmp(organisations->columns[i], heading) == 0)
            return (int)i;
    return ORGANISATIONS_NONE;
}

const char *organisation_word(const struct organisation *organisation, const char *word) {
    const char *text;
    for (size_t i = 0; i < organisation_word_count(organisation); i++)
        if (strcmp(organisation_word_at(organisation, i, &text), word) == 0)
            return text;
    return NULL;
}

enum { OWN_WORDS = 2 }; /* code and name, whatever their columns are called */

size_t organisation_word_count(const struct organisation *organisation) {
    size_t others = organisation->listed == NULL ? 0 : organisation->listed->list->column_count;
    return OWN_WORDS + organisation->list->column_count + others;
}

const char *organisation_word_at(const struct organisation *organisation, size_t number, const char **text) {
    static const char *const own[OWN_WORDS] = {"code", "name"};
    if (number < OWN_WORDS) {
        *text = number == 0 ? organisation->code : organisation->name;
        return own[number];
    }
    number -= OWN_WORDS;
    if (number >= organisation->list->column_count) {
        number -= organisation->list->column_count;
        organisation = organisation->listed;
    }
    *text = organisation->texts[number];
    return organisation->list->columns[number];
}
