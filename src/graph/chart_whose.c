#include "chart_whose.h"

#include "chart_reading.h"

/* True where lines of one axis show several measures. */
static bool is_of_several(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (line->series != NULL || chart_reading_indicator(draft, line) != draft->indicator)
            return true;
    }
    return false;
}

static bool has_reading(const struct chart_draft *draft, const struct chart_line *line, size_t first) {
    for (size_t i = first; i < draft->chart->category_count; i++)
        if (fraction_present(chart_reading_at(draft, line, &draft->slots[i]).value))
            return true;
    return false;
}

static const char *with_line(const struct chart_draft *draft, const struct chart_line *line, const char *title) {
    const char *name = chart_reading_name(draft, line);
    if (title == NULL || title[0] == '\0' || name == NULL || name[0] == '\0')
        return title;
    return words_format(draft->composer->arena, draft->composer->words, WORD_CHART_WHOSE, "what", title, "series", name,
                        NULL);
}

const char *chart_whose_group(const struct chart_draft *draft, size_t first, const char *title) {
    const struct chart_line *only = NULL;
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (!has_reading(draft, line, first))
            continue;
        if (only != NULL)
            return title;
        only = line;
    }
    return only != NULL && is_of_several(draft) ? with_line(draft, only, title) : title;
}

const char *chart_whose_benchmark(const struct chart_draft *draft, const char *title) {
    for (size_t i = 0; i < draft->asked->line_count && is_of_several(draft); i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (line->series == NULL && chart_reading_indicator(draft, line) == draft->indicator)
            return with_line(draft, line, title);
    }
    return title;
}
