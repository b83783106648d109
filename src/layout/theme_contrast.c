#include <math.h>
#include <string.h>

#include "layout_internal.h"

/* Whether what a theme colours can be seen: WCAG 2.2, 1.4.3 and 1.4.11. */

struct pair {
    enum colour front, back;
};

static const struct pair words[] = {
    {COLOUR_TEXT, COLOUR_WHITE},          {COLOUR_TEXT, COLOUR_TINT},          {COLOUR_TEXT, COLOUR_GAP},
    {COLOUR_SECOND_TEXT, COLOUR_WHITE},   {COLOUR_SECOND_TEXT, COLOUR_TINT},   {COLOUR_SECOND_TEXT, COLOUR_GAP},
    {COLOUR_BRAND, COLOUR_WHITE},         {COLOUR_BRAND, COLOUR_TINT},         {COLOUR_ON_BRAND, COLOUR_BRAND},
    {COLOUR_SECOND_SERIES, COLOUR_WHITE}, {COLOUR_THIRD_TEXT, COLOUR_WHITE},   {COLOUR_FOURTH_SERIES, COLOUR_WHITE},
    {COLOUR_FIFTH_SERIES, COLOUR_WHITE},  {COLOUR_SIXTH_SERIES, COLOUR_WHITE}, {COLOUR_TARGET, COLOUR_WHITE},
    {COLOUR_GREEN_TEXT, COLOUR_GREEN},    {COLOUR_AMBER_TEXT, COLOUR_AMBER},   {COLOUR_RED_TEXT, COLOUR_RED},
};
static const struct pair graphics[] = {
    {COLOUR_THIRD_SERIES, COLOUR_WHITE}, {COLOUR_AXIS, COLOUR_WHITE},        {COLOUR_PAST_COLUMN_EDGE, COLOUR_WHITE},
    {COLOUR_GREEN, COLOUR_WHITE},        {COLOUR_AMBER_EDGE, COLOUR_WHITE},  {COLOUR_RED, COLOUR_WHITE},
    {COLOUR_COMMON_CAUSE, COLOUR_WHITE}, {COLOUR_IMPROVEMENT, COLOUR_WHITE}, {COLOUR_CONCERN, COLOUR_WHITE},
    {COLOUR_NEITHER, COLOUR_WHITE},      {COLOUR_BETTER, COLOUR_WHITE},      {COLOUR_SAME, COLOUR_WHITE},
    {COLOUR_WORSE, COLOUR_WHITE},        {COLOUR_FAIR_EDGE, COLOUR_WHITE},
};
/* They are told apart in grey by their lightness alone. */
static const struct pair bands[] = {
    {COLOUR_GREEN, COLOUR_AMBER}, {COLOUR_GREEN, COLOUR_RED}, {COLOUR_AMBER, COLOUR_RED}};

enum need { NEED_WORDS, NEED_GRAPHICS, NEED_BANDS, NEED_COUNT };

static const struct {
    const struct pair *pairs;
    size_t count;
    double least; /* contrast, to 1 */
    const char *joined, *told, *what;
} needs[NEED_COUNT] = {
    [NEED_WORDS] = {words, sizeof words / sizeof *words, 4.5, "on", "has a contrast of", "words"},
    [NEED_GRAPHICS] = {graphics, sizeof graphics / sizeof *graphics, 3, "on", "has a contrast of", "marks"},
    [NEED_BANDS] = {bands, sizeof bands / sizeof *bands, 1.5, "and", "are alike in grey,", "bands"},
};

static const char *written(struct arena *arena, struct rgb colour) {
    return arena_printf(arena, "#%02X%02X%02X", (unsigned)lround(colour.red * 255),
                        (unsigned)lround(colour.green * 255), (unsigned)lround(colour.blue * 255));
}

/* Where a theme says a colour; NULL where it has the usual one. */
static const struct xml_element *place_of(const struct xml_element *root, enum colour colour) {
    for (const struct xml_element *child = root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "colour") == 0 && xml_value(child, "role") != NULL &&
            strcmp(xml_value(child, "role"), colour_words[colour]) == 0)
            return child;
    return NULL;
}

static void check_pair(struct layout_reader *reader, const struct theme *theme, const struct xml_element *root,
                       enum need need, struct pair pair) {
    const struct rgb front = theme->colours[pair.front], back = theme->colours[pair.back];
    const struct xml_element *place = place_of(root, pair.front);
    double contrast = theme_contrast(front, back);
    if (place == NULL)
        place = place_of(root, pair.back);
    if (place == NULL || contrast >= needs[need].least)
        return;
    diag_error(reader->diag, place->pos, "%s (%s) %s %s (%s) %s %.2f to 1, and %s need %g; make one lighter or darker",
               colour_words[pair.front], written(reader->arena, front), needs[need].joined, colour_words[pair.back],
               written(reader->arena, back), needs[need].told, contrast, needs[need].what, needs[need].least);
}

void theme_contrast_check(struct layout_reader *reader, const struct theme *theme, const struct xml_element *root) {
    for (int need = 0; need < NEED_COUNT; need++)
        for (size_t i = 0; i < needs[need].count; i++)
            check_pair(reader, theme, root, (enum need)need, needs[need].pairs[i]);
}
