#include "heading.h"

#include <ctype.h>
#include <string.h>

#include "text.h"

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

const char *heading_unit_word(const struct heading_maker *maker, const struct indicator *indicator, enum word word,
                              const char *figure) {
    struct arena *arena = maker->arena;
    const char *text = words_get(maker->words, word);
    return words_fill(arena, text, "figure", figure, "currency", currency_in(arena, text, indicator->currency), "name",
                      indicator->unit_name, "per", fraction_printed(arena, indicator->per, 0, false), NULL);
}

const char *heading_unit(const struct heading_maker *maker, const struct indicator *indicator) {
    const struct unit_facts *facts = &unit_table[indicator->unit];
    if (indicator->unit_name != NULL)
        return indicator->unit_name;
    enum word word = facts->money                           ? magnitude_table[indicator->magnitude].name
                     : facts->clock && maker->decimal_times ? WORD_UNIT_NAME_DECIMAL_HOURS
                                                            : facts->name;
    return heading_unit_word(maker, indicator, word, "");
}

const char *heading_unit_named(const struct heading_maker *maker, const struct indicator *indicator) {
    bool unnamed = unit_table[indicator->unit].naming == UNIT_UNNAMED && indicator->unit_name == NULL;
    return unnamed ? "" : heading_unit(maker, indicator);
}

const char *heading_with_unit(const struct heading_maker *maker, const char *title, const struct indicator *indicator) {
    const char *unit = heading_unit_named(maker, indicator);
    return *unit == '\0' || strcasestr(title, unit) != NULL ? title : arena_printf(maker->arena, "%s, %s", title, unit);
}

/* The unit of a field, in its heading: a sign in any, a word where the heading names it. */
static const char *unit_in_heading(const struct heading_maker *maker, const struct indicator *indicator,
                                   enum field field) {
    const struct unit_facts *facts = &unit_table[field_unit(indicator, field)];
    if (field_is_points(indicator, field))
        return words_get(maker->words, WORD_UNIT_POINTS);
    if (!field_in_own_unit(indicator, field) && facts->naming == UNIT_NAMED_BY_SIGN)
        return words_get(maker->words, facts->name);
    if (facts->naming == UNIT_NAMED_BY_SIGN)
        return heading_unit(maker, indicator);
    if (!field_table[field].names_unit)
        return "";
    if (facts->naming == UNIT_NAMED_BY_PER)
        return words_get(maker->words, WORD_UNIT_RATE);
    const char *unit = heading_unit_named(maker, indicator);
    return *unit == '\0' ? words_get(maker->words, WORD_UNIT_NUMBER) : text_capital(maker->arena, unit);
}

/* Where the figure is its numerator and has a unit that is named, the two are headed alike. */
static enum field headed_field(const struct indicator *indicator, enum field field) {
    bool part = field_table[field].unit == FIELD_IN_PARTS && field_in_own_unit(indicator, field);
    bool named = unit_table[indicator->unit].naming == UNIT_NAMED_BY_SIGN ||
                 unit_table[indicator->unit].naming == UNIT_NAMED_BY_WORD;
    return part && named && !unit_table[indicator->unit].percentage ? field + 2 : field;
}

/* A figure that covers more than its period, or its last day alone, is headed by what it covers, and so is its distance
 * from the target. */
static enum word field_words_of(const struct indicator *indicator, enum field field, enum grain grain) {
    static const enum field values[COVERAGE_COUNT] = {[COVERS_PERIOD] = FIELD_VALUE,
                                                      [COVERS_YEAR_TO_DATE] = FIELD_YTD_VALUE,
                                                      [COVERS_TWELVE_MONTHS] = FIELD_ROLLING_12_VALUE};
    static const enum field variances[COVERAGE_COUNT] = {[COVERS_PERIOD] = FIELD_VARIANCE,
                                                         [COVERS_YEAR_TO_DATE] = FIELD_YTD_VARIANCE,
                                                         [COVERS_TWELVE_MONTHS] = FIELD_VARIANCE};
    bool value = field == FIELD_VALUE;
    if (!value && field != FIELD_VARIANCE)
        return field_heading(field, grain);
    if (indicator->covers == COVERS_PERIOD_END)
        return word_per_grain(value ? PER_GRAIN_FIELD_VALUE_END : PER_GRAIN_FIELD_VARIANCE_END, grain);
    /* that of twelve months is of no shorter period: as that of a year it names none */
    return value ? field_heading(values[indicator->covers], grain)
                 : field_heading(variances[indicator->covers],
                                 indicator->covers == COVERS_TWELVE_MONTHS ? GRAIN_YEAR : grain);
}

const char *heading_field(const struct heading_maker *maker, const struct indicator *indicator, enum field field) {
    if (field == FIELD_NUMERATOR && indicator->numerator_label != NULL)
        return indicator->numerator_label;
    if (field == FIELD_DENOMINATOR && indicator->denominator_label != NULL)
        return indicator->denominator_label;
    field = headed_field(indicator, field);
    enum grain grain = indicator_due(indicator, maker->calendar).grain;
    return words_format(maker->arena, maker->words, field_words_of(indicator, field, grain), "unit",
                        unit_in_heading(maker, indicator, field), NULL);
}

const char *heading_compared(const struct heading_maker *maker, const char *group, struct field_name name) {
    if (name.source == FROM_BENCHMARK || name.among == AMONG_BENCHMARK)
        return group;
    if (name.among == AMONG_COUNTED)
        return words_format(maker->arena, maker->words, WORD_HEADING_COUNTED, "group", group, NULL);
    return words_format(maker->arena, maker->words, WORD_HEADING_AMONG, "heading",
                        words_get(maker->words, field_table[name.field].heading), "group", group, NULL);
}
