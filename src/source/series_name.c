#include "series_name.h"

#include <string.h>

#include "raw_row.h"

static void add_part(struct arena *arena, struct series_name *name, size_t *capacity, struct name_part part) {
    arena_append(arena, name->parts, name->part_count, *capacity) = part;
    name->by_row |= part.text == NULL && part.column >= 0;
    name->by_column |= part.text == NULL && part.column == COLUMN_OF_FIGURE;
}

bool series_name_find(struct arena *arena, const struct table *table, struct request_text form,
                      struct series_name *name, struct diag *diag) {
    size_t capacity = 0;
    *name = (struct series_name){0};
    for (const char *at = form.text; *at != '\0';) {
        size_t plain = strcspn(at, "{");
        if (plain > 0)
            add_part(arena, name, &capacity, (struct name_part){.text = arena_strndup(arena, at, plain)});
        at += plain;
        if (*at == '\0')
            break;
        size_t inside = strcspn(at, "}");
        if (at[inside] == '\0') {
            diag_error(diag, form.pos, "\"%s\" opens a brace and does not close it; expected such as {column}",
                       form.text);
            return false;
        }
        const char *reference = arena_strndup(arena, at + 1, inside - 1);
        bool heading = strcmp(reference, "column") == 0;
        int column = heading ? COLUMN_OF_FIGURE : table_column_for(table, reference, form.pos, diag);
        if (!heading && column < 0)
            return false;
        add_part(arena, name, &capacity, (struct name_part){.column = column});
        at += inside + 1;
    }
    return true;
}

/* Adds a text without blanks at its ends, each run of them within it as one; false where nothing is left. */
static bool add_trimmed(struct text *text, const char *from) {
    struct raw_cell cell = raw_trim((struct raw_cell){.text = from, .length = strlen(from)});
    bool any = cell.length > 0;
    while (cell.length > 0) {
        size_t blank = raw_blank(cell.text, cell.length), length = blank > 0 ? blank : 1;
        bool goes_on = raw_blank(cell.text + length, cell.length - length) > 0;
        if (blank == 0)
            text_append(text, cell.text, 1);
        else if (!goes_on)
            text_add(text, " ");
        cell.text += length;
        cell.length -= length;
    }
    return any;
}

int series_name_write(const struct series_name *name, const struct table *table, const struct table_row *row,
                      size_t column, const char *prefix, struct text *text) {
    text_clear(text);
    if (prefix != NULL)
        text_printf(text, "%s.", prefix);
    for (size_t i = 0; i < name->part_count; i++) {
        const struct name_part *part = &name->parts[i];
        if (part->text != NULL)
            text_add(text, part->text);
        else if (part->column == COLUMN_OF_FIGURE)
            text_add(text, table->header[column].text);
        else if (!add_trimmed(text, row->cells[part->column].text))
            return part->column;
    }
    return -1;
}
