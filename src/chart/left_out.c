#include "left_out.h"

#include "words.h"

/* The figure of the one series that has one in a category; "" where none has, or several. */
static const char *figure_in(const struct chart *chart, size_t category) {
    const char *figure = "";
    for (size_t s = 0; s < chart->series_count; s++) {
        double value;
        if (!series_is_data(&chart->series[s]) || !point_value(&chart->series[s], category, &value))
            continue;
        const char *printed = chart->series[s].points[category].printed;
        if (figure[0] != '\0' || printed == NULL)
            return "";
        figure = printed;
    }
    return figure;
}

const char *left_out_words(struct arena *arena, const struct chart *chart) {
    const char *years = "", *separator = "";
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!chart_is_left_out(chart, i))
            continue;
        const char *figure = figure_in(chart, i);
        years = arena_printf(arena, "%s%s%s%s%s", years, separator, chart->categories[i].label,
                             figure[0] == '\0' ? "" : " ", figure);
        separator = ", ";
    }
    return years[0] == '\0' ? "" : words_format(arena, chart->words, WORD_CHART_EARLIER_YEARS, "years", years, NULL);
}
