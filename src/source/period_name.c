#include "period_name.h"

#include <string.h>
#include <strings.h>

enum { LETTERS_MIN = 3, NAMES_MAX = 12 };

static const struct {
    const char *english[NAMES_MAX], *welsh[NAMES_MAX], *spanish[NAMES_MAX];
} lists[] = {
    [PERIOD_NAMES_MONTHS] = {.english = {"January", "February", "March", "April", "May", "June", "July", "August",
                                         "September", "October", "November", "December"},
                             .welsh = {"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst",
                                       "Medi", "Hydref", "Tachwedd", "Rhagfyr"},
                             .spanish = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                                         "septiembre", "octubre", "noviembre", "diciembre"}},
    [PERIOD_NAMES_WEEKDAYS] = {.english = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                           "Sunday"},
                               .welsh = {"Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"}},
    [PERIOD_NAMES_SEASONS] = {.english = {"Spring", "Summer", "Autumn"}, .welsh = {"Gwanwyn", "Haf", "Hydref"}},
};

int period_name_find(enum period_names names, const char *letters, size_t length) {
    if (length < LETTERS_MIN)
        return 0;
    for (int i = 0; i < NAMES_MAX && lists[names].english[i] != NULL; i++) {
        const char *const spellings[] = {lists[names].english[i], lists[names].welsh[i], lists[names].spanish[i]};
        for (size_t k = 0; k < sizeof spellings / sizeof spellings[0]; k++)
            if (spellings[k] != NULL && strncasecmp(letters, spellings[k], length) == 0)
                return i + 1;
    }
    return 0;
}

const char *period_name(enum period_names names, int number) {
    return lists[names].english[number - 1];
}
