#include "comparison_describe.h"

#include "comparison_plot.h"
#include "field.h"

/* `Northby 98.4% of 3,035`: the figure, and in a funnel its size. */
static const char *figure_of(const struct description *description, const struct standing *mark, bool sized) {
    struct arena *arena = description->arena;
    if (!sized || mark->size_printed == NULL)
        return arena_printf(arena, "%s %s", mark->name, mark->said);
    return words_format(arena, description->chart->words, WORD_COMPARISON_ALT_SIZE, "name", mark->name, "figure",
                        mark->said, "size", mark->size_printed, NULL);
}

/* One's own figure and rank, and in a funnel where it lies. */
static void add_own(struct description *description, const struct standings *shown, bool sized) {
    const struct words *words = description->chart->words;
    const struct standing *own = comparison_own(shown);
    struct text *text = &description->text;
    if (own == NULL && shown->own_name == NULL)
        return;
    if (own == NULL) {
        text_printf(text, " %s",
                    words_format(description->arena, words, WORD_COMPARISON_NO_OWN, "name", shown->own_name, NULL));
        return;
    }
    text_printf(text, " %s", figure_of(description, own, sized));
    if (shown->own_rank != NULL)
        text_printf(text, ", %s", shown->own_rank);
    if (sized && shown->limits != NULL)
        text_printf(text, ", %s", field_aloud_judged(words, shown->polarity, FIELD_FUNNEL, (int)own->place));
    text_add(text, ".");
}

static void add_level(struct description *description, const char *name, const char *said) {
    text_printf(&description->text, " %s %s.", name, said);
}

static void add_levels(struct description *description, const struct standings *shown) {
    for (size_t i = 0; i < shown->level_count; i++)
        add_level(description, shown->levels[i].name, shown->levels[i].said);
}

static void add_beyond(struct description *description, const struct standings *shown) {
    size_t above = 0, below = 0;
    for (size_t i = 0; i < shown->count; i++) {
        above += shown->marks[i].place == FUNNEL_FAR_ABOVE;
        below += shown->marks[i].place == FUNNEL_FAR_BELOW;
    }
    text_printf(&description->text, " %s",
                words_format(description->arena, description->chart->words, WORD_COMPARISON_ALT_BEYOND, "above",
                             arena_printf(description->arena, "%zu", above), "below",
                             arena_printf(description->arena, "%zu", below), NULL));
}

static void add_ends(struct description *description, const struct standings *shown) {
    const struct standing *first = shown->marks, *last = shown->marks + shown->count - 1;
    if (shown->count > 1)
        text_printf(&description->text, " %s",
                    words_format(description->arena, description->chart->words, WORD_COMPARISON_ALT_ENDS, "first",
                                 first->name, "first-figure", first->said, "last", last->name, "last-figure",
                                 last->said, NULL));
}

void comparison_describe_funnel(struct description *description) {
    const struct standings *shown = description->chart->standings;
    add_own(description, shown, true);
    if (shown->limits == NULL)
        return;
    add_level(description, shown->average.name, shown->average.said);
    add_beyond(description, shown);
}

void comparison_describe_ranked(struct description *description) {
    const struct standings *shown = description->chart->standings;
    add_own(description, shown, false);
    add_ends(description, shown);
    add_levels(description, shown);
}

void comparison_describe_strip(struct description *description) {
    const struct chart *chart = description->chart;
    for (size_t i = 0; i < chart->standings_count; i++) {
        const struct standings *shown = &chart->standings[i];
        if (chart->standings_count > 1)
            text_printf(&description->text, " %s:", shown->title);
        add_own(description, shown, false);
        if (shown->count > 0)
            add_level(description, words_get(chart->words, WORD_COMPARISON_MEDIAN), shown->median_said);
        add_ends(description, shown);
    }
}
