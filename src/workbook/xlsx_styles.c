#include "xlsx_styles.h"

#include <string.h>

/* A number format of the workbook's own. */
struct own_format {
    int number;
    enum number_kind kind;
};

struct styles_reading {
    struct arena *arena;
    struct xlsx_styles *styles;
    struct own_format *formats;
    size_t format_count, format_capacity;
    bool in_cells;
};

static enum number_kind kind_of(const struct styles_reading *reading, int number) {
    for (size_t i = 0; i < reading->format_count; i++)
        if (reading->formats[i].number == number)
            return reading->formats[i].kind;
    return number_format_built_in(number);
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct styles_reading *reading = to;
    if (strcmp(name, "cellXfs") == 0)
        reading->in_cells = true;
    else if (strcmp(name, "numFmt") == 0 && stream_whole(attributes, "numFmtId", -1) >= 0) {
        const char *code = stream_text(reading->arena, attributes, "formatCode");
        arena_append(reading->arena, reading->formats, reading->format_count, reading->format_capacity) =
            (struct own_format){stream_whole(attributes, "numFmtId", -1), number_format_kind(code == NULL ? "" : code)};
    } else if (strcmp(name, "xf") == 0 && reading->in_cells)
        arena_append(reading->arena, reading->styles->kinds, reading->styles->count, reading->styles->capacity) =
            kind_of(reading, stream_whole(attributes, "numFmtId", 0));
    return true;
}

static bool end(void *to, const char *name) {
    struct styles_reading *reading = to;
    if (strcmp(name, "cellXfs") == 0)
        reading->in_cells = false;
    return true;
}

bool xlsx_styles_read(struct xlsx_styles *styles, struct archive *archive, struct arena *arena, const char *part) {
    struct styles_reading reading = {.arena = arena, .styles = styles};
    const struct stream_taker taker = {.start = start, .end = end, .to = &reading};
    return archive_stream(archive, part, &taker);
}

enum number_kind xlsx_styles_kind(const struct xlsx_styles *styles, int style) {
    return style >= 0 && (size_t)style < styles->count ? styles->kinds[style] : NUMBER_PLAIN;
}
