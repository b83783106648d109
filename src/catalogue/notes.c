#include <string.h>

#include "catalogue_reader.h"
#include "lookup.h"

/* Words that stand in the cells of a series over several periods. */

/* False, reported, where a period has a note already. */
static bool put_note(const struct catalogue_reader *reader, struct series *series, int period, const char *text,
                     struct source_pos pos) {
    struct cell *cell = &series->cells[period - series->first];
    if (cell->note != NULL) {
        diag_error(reader->diag, pos, "\"%s\" has a note for %s already: \"%s\"", series->id,
                   lookup_iso(reader, period), cell->note);
        return false;
    }
    cell->note = text;
    return true;
}

static void read_note(const struct catalogue_reader *reader, const struct xml_element *element) {
    const char *id = xml_value(element, "series"), *text = xml_value(element, "text");
    struct stretch periods = lookup_stretch(reader, element);
    struct series *series = id == NULL ? NULL : lookup_series(reader, id, xml_pos(element, "series"));
    if (series == NULL || text == NULL)
        return;
    if (series->expression != NULL) {
        diag_error(reader->diag, xml_pos(element, "series"),
                   "\"%s\" is worked out from others; put the note on one of these", id);
        return;
    }
    int first = series->first, last = series->first + series->count - 1;
    if (periods.from > last || (periods.to != PERIOD_NONE && (periods.to < first || periods.to < periods.from))) {
        diag_error(reader->diag, element->pos, "\"%s\" has no row in these %s, only from %s to %s", id,
                   calendar_nouns(reader->catalogue->calendar), lookup_iso(reader, first), lookup_iso(reader, last));
        return;
    }
    int from = periods.from > first ? periods.from : first;
    for (int period = from; period <= last && (periods.to == PERIOD_NONE || period <= periods.to); period++)
        if (!put_note(reader, series, period, text, element->pos))
            return;
}

void notes_read(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "note") == 0)
            read_note(reader, child);
}
