#include <string.h>

#include "catalogue_reader.h"
#include "lookup.h"

/* Words that stand in the cells of a series over several months. */

/* False, reported, where a month has a note already. */
static bool put_note(const struct catalogue_reader *reader, struct series *series, int month, const char *text,
                     struct source_pos pos) {
    struct cell *cell = &series->cells[month - series->first];
    if (cell->note != NULL) {
        diag_error(reader->diag, pos, "\"%s\" has a note for %s already: \"%s\"", series->id,
                   month_iso(reader->arena, month), cell->note);
        return false;
    }
    cell->note = text;
    return true;
}

static void read_note(const struct catalogue_reader *reader, const struct xml_element *element) {
    const char *id = xml_value(element, "series"), *text = xml_value(element, "text");
    int from = xml_month(element, "from"), to = xml_month(element, "to");
    struct series *series = id == NULL ? NULL : lookup_series(reader, id, xml_pos(element, "series"));
    if (series == NULL || text == NULL)
        return;
    if (series->parts != NULL) {
        diag_error(reader->diag, xml_pos(element, "series"), "\"%s\" is a sum; put the note on one of its columns", id);
        return;
    }
    int first = series->first, last = series->first + series->count - 1;
    if (from > last || (to != MONTH_NONE && (to < first || to < from))) {
        diag_error(reader->diag, element->pos, "\"%s\" has no row in these months, only from %s to %s", id,
                   month_iso(reader->arena, first), month_iso(reader->arena, last));
        return;
    }
    for (int month = from > first ? from : first; month <= last && (to == MONTH_NONE || month <= to); month++)
        if (!put_note(reader, series, month, text, element->pos))
            return;
}

void notes_read(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "note") == 0)
            read_note(reader, child);
}
