#include "figure_text.h"

/* The sign of the unit; in a heading that names it a word where there is none. */
static const char *unit_of(const struct words *words, const struct indicator *indicator, enum field field) {
    enum unit unit = field_unit(indicator, field);
    if (unit == UNIT_PERCENT)
        return field_is_points(indicator, field) ? words_get(words, WORD_UNIT_POINTS) : "%";
    if (!field_table[field].names_unit)
        return "";
    return words_get(words, unit == UNIT_RATE ? WORD_UNIT_RATE : WORD_UNIT_NUMBER);
}

const char *figure_text_heading(struct composer *composer, const struct indicator *indicator, enum field field) {
    if (field == FIELD_NUMERATOR && indicator->numerator_label != NULL)
        return indicator->numerator_label;
    if (field == FIELD_DENOMINATOR && indicator->denominator_label != NULL)
        return indicator->denominator_label;
    return words_format(composer->arena, composer->words,
                        field_heading(field, composer->layout->catalogue->calendar.grain), "unit",
                        unit_of(composer->words, indicator, field), NULL);
}

const char *figure_text_sign(const struct indicator *indicator) {
    return indicator->unit == UNIT_PERCENT ? "%" : "";
}

const char *figure_text_with_unit(struct composer *composer, const char *title, const struct indicator *indicator) {
    const char *unit = figure_text_sign(indicator);
    if (indicator->unit == UNIT_RATE)
        unit = words_format(composer->arena, composer->words, WORD_UNIT_PER, "per",
                            fraction_printed(composer->arena, indicator->per, 0, false), NULL);
    return *unit == '\0' ? title : arena_printf(composer->arena, "%s, %s", title, unit);
}
