#include "unit.h"

#include "catalogue_reader.h"

/* What the figures of an indicator are in, and what its data hold them in. */

static void refuse(const struct catalogue_reader *reader, const struct xml_element *element, const char *name,
                   const char *why) {
    if (xml_value(element, name) != NULL)
        diag_error(reader->diag, xml_pos(element, name), "%s %s", name, why);
}

static void read_money(const struct catalogue_reader *reader, const struct xml_element *element,
                       struct indicator *indicator) {
    const char *own = xml_value(element, "currency");
    if (!unit_table[indicator->unit].money) {
        refuse(reader, element, "currency", "is for unit=\"money\"");
        refuse(reader, element, "magnitude", "is for unit=\"money\"");
        return;
    }
    indicator->currency = own != NULL ? own : xml_value_or(reader->root, "currency", "£");
    indicator->magnitude = (enum magnitude)xml_word(element, "magnitude", magnitude_words, MAGNITUDE_COUNT, 0);
    indicator->divisor = magnitude_table[indicator->magnitude].divisor;
}

/* Times that are held in a finer unit than they are printed in. */
static void read_held(const struct catalogue_reader *reader, const struct xml_element *element,
                      struct indicator *indicator) {
    int seconds = unit_table[indicator->unit].seconds;
    if (seconds == 0) {
        refuse(reader, element, "held-in", "is for times: unit=\"hours\", minutes, days, weeks");
        return;
    }
    if (xml_value(element, "held-in") == NULL)
        return;
    int held = xml_word(element, "held-in", time_words, TIME_COUNT, 0);
    if (seconds % time_seconds[held] == 0)
        indicator->divisor = seconds / time_seconds[held];
    else
        diag_error(reader->diag, xml_pos(element, "held-in"),
                   "held-in=\"%s\" is coarser than the unit; print the figures in %s", time_words[held],
                   time_words[held]);
}

void unit_read(const struct catalogue_reader *reader, const struct xml_element *element, struct indicator *indicator) {
    indicator->unit = (enum unit)xml_word(element, "unit", unit_words, UNIT_COUNT_OF_UNITS, UNIT_COUNT);
    read_money(reader, element, indicator);
    read_held(reader, element, indicator);
    if (unit_table[indicator->unit].naming != UNIT_UNNAMED)
        refuse(reader, element, "unit-name", "is for what has no word of its own: unit=\"count\", average, days");
    else
        indicator->unit_name = xml_value(element, "unit-name");
}
