#include "figure_text.h"

#include <ctype.h>
#include <string.h>

#include "due.h"
#include "text.h"

static const char minus_sign[] = "\u2212";

/* ------------------------------------------------------------------ units */

/* A code of letters keeps a blank from the digits before which it stands, which a sign does not. */
static const char *currency_in(struct arena *arena, const char *text, const char *currency) {
    static const char place[] = "{currency}";
    const char *at = strstr(text, place);
    if (at == NULL || currency == NULL || currency[0] == '\0')
        return "";
    char next = at[strlen(place)];
    bool letters = isalpha((unsigned char)currency[strlen(currency) - 1]);
    return letters && (next == '{' || isdigit((unsigned char)next)) ? arena_printf(arena, "%s\u00A0", currency)
                                                                    : currency;
}

/* A text of a unit with all that it can have a place for. */
static const char *fill(struct composer *composer, const struct indicator *indicator, enum word word,
                        const char *figure) {
    struct arena *arena = composer->arena;
    const char *text = words_get(composer->words, word);
    return words_fill(arena, text, "figure", figure, "currency", currency_in(arena, text, indicator->currency), "name",
                      indicator->unit_name, "per", fraction_printed(arena, indicator->per, 0, false), NULL);
}

const char *figure_text_unit(struct composer *composer, const struct indicator *indicator) {
    const struct unit_facts *facts = &unit_table[indicator->unit];
    if (indicator->unit_name != NULL)
        return indicator->unit_name;
    return fill(composer, indicator, facts->money ? magnitude_table[indicator->magnitude].name : facts->name, "");
}

const char *figure_text_unit_named(struct composer *composer, const struct indicator *indicator) {
    bool unnamed = unit_table[indicator->unit].naming == UNIT_UNNAMED && indicator->unit_name == NULL;
    return unnamed ? "" : figure_text_unit(composer, indicator);
}

const char *figure_text_with_unit(struct composer *composer, const char *title, const struct indicator *indicator) {
    const char *unit = figure_text_unit_named(composer, indicator);
    return *unit == '\0' ? title : arena_printf(composer->arena, "%s, %s", title, unit);
}

/* ------------------------------------------------------------------ headings */

/* The unit of a field, in its heading: a sign in any, a word where the heading names it. */
static const char *unit_in_heading(struct composer *composer, const struct indicator *indicator, enum field field) {
    const struct unit_facts *facts = &unit_table[field_unit(indicator, field)];
    if (field_is_points(indicator, field))
        return words_get(composer->words, WORD_UNIT_POINTS);
    if (!field_in_own_unit(indicator, field) && facts->naming == UNIT_NAMED_BY_SIGN)
        return words_get(composer->words, facts->name);
    if (facts->naming == UNIT_NAMED_BY_SIGN)
        return figure_text_unit(composer, indicator);
    if (!field_table[field].names_unit)
        return "";
    if (facts->naming == UNIT_NAMED_BY_PER)
        return words_get(composer->words, WORD_UNIT_RATE);
    const char *unit = figure_text_unit_named(composer, indicator);
    return *unit == '\0' ? words_get(composer->words, WORD_UNIT_NUMBER) : text_capital(composer->arena, unit);
}

/* Where the figure is its numerator and has a unit that is named, the two are headed alike. */
static enum field headed_field(const struct indicator *indicator, enum field field) {
    bool part = field_table[field].unit == FIELD_IN_PARTS && field_in_own_unit(indicator, field);
    bool named = unit_table[indicator->unit].naming == UNIT_NAMED_BY_SIGN ||
                 unit_table[indicator->unit].naming == UNIT_NAMED_BY_WORD;
    return part && named && !unit_table[indicator->unit].percentage ? field + 2 : field;
}

const char *figure_text_heading(struct composer *composer, const struct indicator *indicator, enum field field) {
    if (field == FIELD_NUMERATOR && indicator->numerator_label != NULL)
        return indicator->numerator_label;
    if (field == FIELD_DENOMINATOR && indicator->denominator_label != NULL)
        return indicator->denominator_label;
    field = headed_field(indicator, field);
    return words_format(composer->arena, composer->words, field_heading(field, due_calendar(composer, indicator).grain),
                        "unit", unit_in_heading(composer, indicator, field), NULL);
}

/* ------------------------------------------------------------------ figures in sentences */

/* `3 h 20 min` for `3:20`. */
static const char *time_text(struct composer *composer, const char *printed) {
    const char *minutes = strchr(printed, ':') + 1;
    const char *hours = arena_strndup(composer->arena, printed, (size_t)(minutes - 1 - printed));
    bool short_time = strcmp(hours, "0") == 0;
    return words_format(composer->arena, composer->words,
                        short_time ? WORD_UNIT_WRITTEN_UNDER_AN_HOUR : WORD_UNIT_WRITTEN_HOURS, "hours", hours,
                        "minutes", minutes[0] == '0' ? minutes + 1 : minutes, NULL);
}

static size_t sign_length(const char *printed) {
    return printed[0] == '+' ? 1 : strncmp(printed, minus_sign, strlen(minus_sign)) == 0 ? strlen(minus_sign) : 0;
}

const char *figure_text_written(struct composer *composer, const struct indicator *indicator, enum field field,
                                const char *printed) {
    const struct unit_facts *facts = &unit_table[field_unit(indicator, field)];
    size_t sign = sign_length(printed);
    const char *digits = printed + sign;
    if (printed[0] == '\0' || field_is_points(indicator, field))
        return printed;
    bool named = indicator->unit_name != NULL && field_in_own_unit(indicator, field);
    enum word word = named          ? WORD_UNIT_WRITTEN_NAMED
                     : facts->money ? magnitude_table[indicator->magnitude].written
                                    : facts->written;
    const char *text = facts->clock ? time_text(composer, digits) : fill(composer, indicator, word, digits);
    return arena_printf(composer->arena, "%.*s%s", (int)sign, printed, text);
}

const char *figure_text(struct composer *composer, const struct indicator *indicator, enum field field,
                        const struct figure *figure) {
    const char *printed = figure_printed(composer->arena, indicator, field, figure);
    bool words = field_table[field].kind != FIELD_IS_NUMBER || figure->status == STATUS_IN_WORDS;
    return words ? printed : figure_text_written(composer, indicator, field, printed);
}

const char *figure_text_number(struct composer *composer, const struct indicator *indicator, struct fraction number,
                               int decimals) {
    const struct figure figure = {.value = number};
    return figure_text_written(composer, indicator, FIELD_VALUE,
                               figure_printed_with(composer->arena, indicator, FIELD_VALUE, &figure, decimals));
}
