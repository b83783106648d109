#include "expression_read.h"
#include "lookup.h"
#include "unit.h"

/* What an indicator counts: a series, what another indicator counts that is a plain value, or an expression of these.
 */

/* A column of the data under its own name, or under that of an indicator that counts nothing else; NULL for all else.
 */
static const struct series *column(const struct catalogue_reader *reader, const char *name) {
    const struct series *series = catalogue_series(reader->catalogue, name);
    const struct indicator *indicator = series == NULL ? catalogue_indicator(reader->catalogue, name) : NULL;
    if (indicator == NULL || indicator->measure != MEASURE_VALUE)
        return series;
    const char *numerator = xml_value(reader->elements[indicator->index], "numerator");
    return numerator == NULL ? NULL : catalogue_series(reader->catalogue, numerator);
}

static const struct series *counted(struct catalogue_reader *reader, const struct xml_element *element,
                                    const char *attribute) {
    const char *text = xml_value(element, attribute);
    const struct series *series = text == NULL ? NULL : column(reader, text);
    if (text == NULL || series != NULL)
        return series;
    const struct indicator *other = catalogue_indicator(reader->catalogue, text);
    bool names_itself = other != NULL && reader->elements[other->index] == element;
    if (names_itself || (other == NULL && !expression_has_signs(text)))
        return lookup_series(reader, text, xml_pos(element, attribute));
    struct series *worked_out = arena_new(reader->arena, struct series);
    *worked_out = (struct series){.id = text, .pos = xml_pos(element, attribute)};
    expressions_add(reader, (struct worked_out){.series = worked_out, .text = text, .pos = worked_out->pos});
    return worked_out;
}

static struct fraction usual_factor(const struct indicator *indicator) {
    int per = unit_table[indicator->unit].per;
    return fraction_make(per != 0 ? per : 1, 1);
}

static void read_measure(struct catalogue_reader *reader, const struct xml_element *element,
                         struct indicator *indicator) {
    indicator->numerator = counted(reader, element, "numerator");
    indicator->denominator = counted(reader, element, "denominator");
    indicator->rolling_12_numerator = counted(reader, element, "rolling-12-numerator");
    indicator->published_value = counted(reader, element, "published");
    indicator->published_ytd = counted(reader, element, "published-ytd");
    const char *letters = xml_value(element, "published-rag");
    if (letters != NULL)
        indicator->published_rag = lookup_series(reader, letters, xml_pos(element, "published-rag"));
    indicator->per = xml_number(element, "per");
    if (fraction_present(indicator->per) && fraction_sign(indicator->per) <= 0)
        diag_error(reader->diag, xml_pos(element, "per"), "per is not above zero");
    if (!fraction_present(indicator->per))
        indicator->per = usual_factor(indicator);
}

/* Where the catalogue does not say what a figure covers, sums of twelve months do. */
static void find_coverage(const struct catalogue_reader *reader, const struct xml_element *element,
                          struct indicator *indicator) {
    const struct series *counted = indicator->numerator;
    int year = calendar_periods_a_year(reader->catalogue->calendar);
    if (counted == NULL || xml_value(element, "covers") != NULL || indicator->covers != COVERS_PERIOD)
        return;
    bool summed = year > 1 && counted->expression != NULL && counted->expression->periods == year;
    if (summed || counted == indicator->rolling_12_numerator)
        indicator->covers = COVERS_TWELVE_MONTHS;
}

void measures_read(struct catalogue_reader *reader) {
    for (size_t i = 0; i < reader->element_count; i++)
        read_measure(reader, reader->elements[i], reader->catalogue->indicators[i]);
    expressions_read(reader);
    for (size_t i = 0; i < reader->element_count; i++)
        find_coverage(reader, reader->elements[i], reader->catalogue->indicators[i]);
}
