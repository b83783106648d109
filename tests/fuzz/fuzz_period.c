/* Any pattern, texts and calendar. */
#include <string.h>

#include "fuzz_file.h"
#include "period_column.h"

enum { TEXTS_MAX = 8 };

/* Each of count lines, or "" where there are fewer. */
static size_t lines_of(char *bytes, const char **lines, size_t count) {
    size_t found = 0;
    for (char *line = bytes; line != NULL && found < count; found++) {
        lines[found] = line;
        line = strchr(line, '\n');
        if (line != NULL)
            *line++ = '\0';
    }
    return found;
}

/* Writes by the pattern, and reads that. */
static void read_again(struct arena *arena, const struct period_style *style) {
    const char *problem;
    struct period_reading reading = {style->calendar, period_pattern_read(arena, style->pattern, &problem),
                                     style->year_named, style->quarters};
    int period = calendar_period(style->calendar, calendar_day((struct date){2018, 2, 14}));
    if (reading.pattern == NULL)
        return;
    period_reading_problem(arena, &reading, period_reading_write(arena, &reading, period));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length < 2)
        return 0;
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    const char *lines[TEXTS_MAX + 1];
    size_t count = lines_of(arena_strndup(arena, (const char *)bytes + 2, length - 2), lines, TEXTS_MAX + 1);
    struct period_text texts[TEXTS_MAX];
    for (size_t i = 1; i < count; i++)
        texts[i - 1] = (struct period_text){lines[i], {.file = "fuzz.csv", .line = (int)i, .column = 1}};
    struct period_style style = {.calendar = {bytes[0] % GRAIN_COUNT, bytes[0] / GRAIN_COUNT % YEAR_START_MAX + 1},
                                 .pattern = lines[0][0] == '\0' ? NULL : lines[0],
                                 .inside = bytes[1] & 1,
                                 .year_named = bytes[1] / 2 % 3,
                                 .quarters = bytes[1] / 8 % 3};
    struct period_column column = period_column_read(arena, &style, texts, count - 1, "Column c", &diag);
    for (size_t i = 0; i + 1 < count; i++)
        if (column.periods[i] != PERIOD_NONE)
            calendar_iso(arena, style.calendar, column.periods[i]);
    if (style.pattern != NULL)
        read_again(arena, &style);
    arena_destroy(arena);
    return 0;
}
