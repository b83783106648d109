#include <string.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "lookup.h"
#include "unit.h"

/* What an indicator counts. A name is that of a series, or of an indicator that is a plain value and stands for its
 * series; several names are joined by `+`. */

/* NULL, reported, for an indicator that is worked out from several series. */
static struct series *series_of_indicator(const struct catalogue_reader *reader, const struct indicator *indicator,
                                          struct source_pos pos) {
    const char *name = xml_value(reader->elements[indicator->index], "numerator");
    struct series *series = name == NULL ? NULL : catalogue_series(reader->catalogue, name);
    if (indicator->measure != MEASURE_VALUE)
        diag_error(reader->diag, pos, "the indicator \"%s\" is a %s; name the series that are counted", indicator->id,
                   measure_words[indicator->measure]);
    else if (series == NULL && name != NULL && !reader->catalogue->incomplete)
        diag_error(reader->diag, pos, "the indicator \"%s\" is made of others itself; name its series", indicator->id);
    return indicator->measure == MEASURE_VALUE ? series : NULL;
}

static struct series *named(const struct catalogue_reader *reader, const char *name, struct source_pos pos) {
    const struct indicator *indicator = catalogue_indicator(reader->catalogue, name);
    if (indicator != NULL && catalogue_series(reader->catalogue, name) == NULL)
        return series_of_indicator(reader, indicator, pos);
    return lookup_series(reader, name, pos);
}

/* The names of `a + b` as parts of a sum, each a column that was read. */
static struct series *joined(const struct catalogue_reader *reader, const char *names, struct source_pos pos) {
    struct series *sum = arena_new(reader->arena, struct series);
    *sum = (struct series){.id = names, .periods = 1, .pos = pos};
    sum->parts = arena_new_array(reader->arena, strlen(names) + 1, struct series *);
    size_t count = 0;
    for (const char *at = names;; at++) {
        size_t length = strcspn(at, "+");
        const char *name = cell_trim(reader->arena, arena_strndup(reader->arena, at, length));
        struct series *part = name[0] == '\0' ? NULL : named(reader, name, pos);
        if (name[0] == '\0')
            diag_error(reader->diag, pos, "\"%s\" has a + without a name beside it", names);
        else if (part != NULL && part->parts != NULL)
            diag_error(reader->diag, pos, "\"%s\" is a sum itself; name its columns", name);
        else if (part != NULL)
            sum->parts[count++] = part;
        at += length;
        if (*at == '\0')
            return sum;
    }
}

static const struct series *counted(const struct catalogue_reader *reader, const struct xml_element *element,
                                    const char *name) {
    const char *text = xml_value(element, name);
    if (text == NULL)
        return NULL;
    return strchr(text, '+') == NULL ? named(reader, text, xml_pos(element, name))
                                     : joined(reader, text, xml_pos(element, name));
}

static struct fraction usual_factor(const struct indicator *indicator) {
    int per = unit_table[indicator->unit].per;
    return fraction_make(indicator->measure != MEASURE_VALUE && per != 0 ? per : 1, 1);
}

static void read_measure(const struct catalogue_reader *reader, const struct xml_element *element,
                         struct indicator *indicator) {
    indicator->numerator = counted(reader, element, "numerator");
    indicator->denominator = counted(reader, element, "denominator");
    indicator->rolling_12_numerator = counted(reader, element, "rolling-12-numerator");
    indicator->published_value = counted(reader, element, "published");
    indicator->published_ytd = counted(reader, element, "published-ytd");
    indicator->per = xml_number(element, "per");
    if (fraction_present(indicator->per) && fraction_sign(indicator->per) <= 0)
        diag_error(reader->diag, xml_pos(element, "per"), "per is not above zero");
    if (!fraction_present(indicator->per))
        indicator->per = usual_factor(indicator);
}

void measures_read(struct catalogue_reader *reader) {
    for (size_t i = 0; i < reader->element_count; i++)
        read_measure(reader, reader->elements[i], reader->catalogue->indicators[i]);
}
