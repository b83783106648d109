#include "standings_fill.h"

#include <stdlib.h>

#include "character.h"
#include "chart_look.h"
#include "chart_reading.h"
#include "due.h"
#include "figure_text.h"
#include "funnel_among.h"
#include "peers.h"
#include "quartile.h"
#include "text.h"

/* Standings while they are filled. */
struct filling {
    struct composer *composer;
    const struct indicator *indicator;
    const struct comparison_chart *asked;
    struct source_pos pos;
    const struct peers *peers;
    int period, own; /* PEERS_NONE: nobody's own */
    struct standings *standings;
    struct entry *entries; /* those that are drawn */
};

/* One that is drawn, with its exact figure. */
struct entry {
    struct fraction value;
    enum polarity polarity;
    size_t place; /* in the list: equal figures keep its order */
    struct standing mark;
};

static int compare_entries(const void *a, const void *b) {
    const struct entry *left = a, *right = b;
    int order = fraction_compare(left->value, right->value);
    if (order == 0)
        return left->place < right->place ? -1 : 1;
    return left->polarity == POLARITY_LOWER ? order : -order;
}

static const char *printed(const struct filling *filling, struct fraction value) {
    const struct figure figure = {.value = value};
    return figure_printed(filling->composer->arena, filling->indicator, FIELD_VALUE, &figure);
}

static const char *said(const struct filling *filling, const char *figure) {
    return figure_text_written(filling->composer, filling->indicator, FIELD_VALUE, figure);
}

static double shown(const struct filling *filling, struct fraction value) {
    return fraction_double(figure_shown(filling->indicator, FIELD_VALUE, value));
}

static enum standing_whose whose(const struct filling *filling, size_t organisation) {
    if ((int)organisation == filling->own)
        return WHOSE_OWN;
    bool member = filling->asked->group != NULL && filling->own != PEERS_NONE &&
                  peers_grouped(filling->peers, indicator_group(filling->indicator, filling->asked->group),
                                (size_t)filling->own, organisation);
    return member ? WHOSE_MEMBER : WHOSE_OTHER;
}

static void add_absent(struct filling *filling, size_t organisation, enum status status, const char *note) {
    struct standings *standings = filling->standings;
    const char *name = filling->peers->organisations->items[organisation].name;
    if (standings->absent == NULL)
        standings->absent =
            arena_new_array(filling->composer->arena, filling->peers->organisations->count, struct standings_absent);
    standings->absent[standings->absent_count++] = (struct standings_absent){organisation, name, status, note};
}

static void add_one(struct filling *filling, size_t organisation, bool sized) {
    const struct peer_figure figure = peers_figures(filling->peers, filling->indicator, filling->period)[organisation];
    const struct organisation *item = &filling->peers->organisations->items[organisation];
    const char *name = item->name;
    bool has_size = fraction_present(figure.denominator) && fraction_sign(figure.denominator) > 0;
    characters_check(filling->composer, name, item->pos);
    if (status_is_absent(figure.status) || !fraction_present(figure.value)) {
        add_absent(filling, organisation, status_is_absent(figure.status) ? figure.status : STATUS_MISSING,
                   figure.note);
        return;
    }
    if (sized && !has_size) {
        add_absent(filling, organisation, STATUS_PRESENT, NULL);
        return;
    }
    struct entry *entry = &filling->entries[filling->standings->count++];
    *entry = (struct entry){.value = figure.value, .polarity = filling->indicator->polarity, .place = organisation};
    entry->mark = (struct standing){.organisation = organisation,
                                    .name = name,
                                    .whose = whose(filling, organisation),
                                    .value = shown(filling, figure.value),
                                    .printed = printed(filling, figure.value),
                                    .place = FUNNEL_WITHIN};
    entry->mark.said = said(filling, entry->mark.printed);
    if (has_size) {
        entry->mark.size = fraction_double(figure.denominator);
        entry->mark.size_printed = fraction_printed(filling->composer->arena, figure.denominator, 0, false);
    }
}

static void add_marks(struct filling *filling, bool sized) {
    struct arena *arena = filling->composer->arena;
    struct standings *standings = filling->standings;
    size_t count = filling->peers->organisations->count;
    filling->entries = arena_new_array(arena, count + 1, struct entry);
    for (size_t i = 0; i < count; i++)
        add_one(filling, i, sized);
    qsort(filling->entries, standings->count, sizeof(*filling->entries), compare_entries);
    standings->marks = arena_new_array(arena, standings->count + 1, struct standing);
    for (size_t i = 0; i < standings->count; i++) {
        struct standing *mark = &standings->marks[i];
        bool tied = i > 0 && fraction_compare(filling->entries[i].value, filling->entries[i - 1].value) == 0;
        *mark = filling->entries[i].mark;
        if (polarity_has_better(filling->indicator->polarity))
            mark->rank = tied ? standings->marks[i - 1].rank : i + 1;
        if (mark->whose == WHOSE_OWN)
            standings->own = (int)i;
    }
}

static const struct figure *figure_of(const struct filling *filling, enum field field) {
    return figure_at(figures_of(filling->composer->figures, filling->indicator), field, filling->period);
}

static int look_of(const struct filling *filling, const struct comparator *comparator) {
    return comparator == NULL ? STANDINGS_NONE
                              : (int)chart_look_number(filling->composer->layout->catalogue, comparator, 0);
}

/* The comparator that is just the average of all, which goes by its name; NULL where there is none. */
static const struct comparator *average_of_all(const struct filling *filling) {
    const struct catalogue *catalogue = filling->composer->layout->catalogue;
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        const struct comparator *comparator = &catalogue->comparators[i];
        if (comparator->computed == COMPUTED_POOLED && comparator->group.by == PEERS_ALL && comparator->with_own)
            return comparator;
    }
    return NULL;
}

/* The average of all and the limits round it, where chance says anything of the figures. */
static void add_limits(struct filling *filling) {
    struct standings *standings = filling->standings;
    const struct figure *average = figure_of(filling, FIELD_FUNNEL_AVERAGE);
    struct funnel_rule rule;
    struct fraction pooled;
    if (status_is_absent(average->status) ||
        !funnel_among(filling->peers, filling->indicator, filling->period, &pooled, &rule))
        return;
    const char *figure = figure_printed(filling->composer->arena, filling->indicator, FIELD_FUNNEL_AVERAGE, average);
    const struct comparator *all = average_of_all(filling);
    const char *name = all != NULL ? all->short_title
                                   : words_format(filling->composer->arena, filling->composer->words,
                                                  WORD_COMPARISON_ALL, "many", standings->many, NULL);
    standings->average = (struct standings_level){name, shown(filling, average->value), figure, said(filling, figure),
                                                  look_of(filling, all)};
    standings->limits = arena_new(filling->composer->arena, struct standings_limits);
    *standings->limits = (struct standings_limits){rule, 1 / shown(filling, fraction_make(1, 1))};
    for (size_t i = 0; i < standings->count; i++)
        if (standings->marks[i].size > 0)
            standings->marks[i].place =
                funnel_place_of(filling->indicator, &rule, standings->marks[i].size, filling->entries[i].value);
}

static void add_level(struct filling *filling, const char *name, struct chart_reading reading, int look) {
    struct standings *standings = filling->standings;
    if (!fraction_present(reading.value))
        return;
    const char *words = reading.said != NULL ? reading.said : reading.printed;
    characters_check(filling->composer, name, filling->pos);
    standings->levels[standings->level_count++] =
        (struct standings_level){name, fraction_double(reading.value), reading.printed, words, look};
}

/* What the layout asks for; else the average of all, or where chance says nothing of the figures their median. */
static void add_levels(struct filling *filling, struct fraction median) {
    const struct comparison_chart *asked = filling->asked;
    struct standings *standings = filling->standings;
    const struct chart_draft draft = {
        .composer = filling->composer, .indicator = filling->indicator, .pos = filling->pos};
    standings->levels = arena_new_array(filling->composer->arena, asked->reference_count + 1, struct standings_level);
    for (size_t i = 0; i < asked->reference_count; i++) {
        const char *name;
        struct chart_reading reading = chart_reading_reference(&draft, &asked->references[i], &name);
        add_level(filling, name, reading, look_of(filling, asked->references[i].comparator));
    }
    if (asked->reference_count > 0)
        return;
    if (standings->limits != NULL)
        standings->levels[standings->level_count++] = standings->average;
    else if (fraction_present(median))
        add_level(filling, words_get(filling->composer->words, WORD_COMPARISON_MEDIAN),
                  chart_reading_of(&draft, filling->indicator, FIELD_VALUE, median, -1), STANDINGS_NONE);
}

/* Gives the median. */
static struct fraction add_quartiles(struct filling *filling) {
    struct arena *arena = filling->composer->arena;
    struct standings *standings = filling->standings;
    struct fraction *values = arena_new_array(arena, standings->count + 1, struct fraction);
    for (size_t i = 0; i < standings->count; i++)
        values[i] = filling->entries[i].value;
    struct quartiles quartiles = quartiles_of(arena, values, standings->count);
    if (standings->count == 0)
        return fraction_none();
    bool few = standings->count < QUARTILE_LEAST;
    standings->median = shown(filling, quartiles.q50);
    standings->q25 = few ? standings->median : shown(filling, quartiles.q25);
    standings->q75 = few ? standings->median : shown(filling, quartiles.q75);
    standings->median_printed = printed(filling, quartiles.q50);
    standings->median_said = said(filling, standings->median_printed);
    return quartiles.q50;
}

/* What organisations are called. */
static void add_names(const struct filling *filling) {
    const struct organisations *list = filling->composer->layout->catalogue->organisations;
    const struct words *words = filling->composer->words;
    bool one = list != NULL && list->one != NULL, many = list != NULL && list->many != NULL;
    filling->standings->one = one ? list->one : words_get(words, WORD_ORGANISATION_ONE);
    filling->standings->many = many ? list->many : words_get(words, WORD_ORGANISATION_MANY);
}

/* What the axes are about. */
static void add_titles(struct filling *filling) {
    struct composer *composer = filling->composer;
    const struct indicator *indicator = filling->indicator;
    const struct series *denominator = indicator->denominator;
    struct standings *standings = filling->standings;
    standings->title = indicator->short_title;
    if (filling->period != composer->period)
        standings->title =
            arena_printf(composer->arena, "%s, %s", standings->title, due_long(composer, indicator, filling->period));
    standings->value_title = unit_table[indicator->unit].percentage
                                 ? words_get(composer->words, WORD_CHART_PERCENTAGE)
                                 : text_capital(composer->arena, figure_text_unit(composer, indicator));
    standings->size_title = words_get(composer->words, WORD_COMPARISON_SIZE);
    if (indicator->denominator_label != NULL)
        standings->size_title = indicator->denominator_label;
    else if (denominator != NULL && denominator->title != NULL)
        standings->size_title = denominator->title;
}

struct standings standings_fill(struct composer *composer, const struct comparison_chart *asked,
                                const struct indicator *indicator, struct source_pos pos, bool sized) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct standings standings = {.unit = figure_text_scale(composer, indicator, FIELD_VALUE),
                                  .decimals = field_decimals(indicator, FIELD_VALUE),
                                  .polarity = indicator->polarity,
                                  .own = STANDINGS_NONE};
    struct filling filling = {.composer = composer,
                              .indicator = indicator,
                              .asked = asked,
                              .pos = pos,
                              .peers = catalogue->peers,
                              .period = due_period(composer, indicator, FIELD_VALUE),
                              .own = peers_own(catalogue),
                              .standings = &standings};
    add_names(&filling);
    add_titles(&filling);
    if (catalogue->peers == NULL)
        return standings;
    if (filling.own != PEERS_NONE)
        standings.own_name = catalogue->organisations->items[filling.own].name;
    if (asked->group != NULL && filling.own != PEERS_NONE)
        standings.members_name = text_capital(
            composer->arena, words_format(composer->arena, composer->words, WORD_COMPARISON_MEMBERS, "many",
                                          standings.many, "name", asked->group->short_title, NULL));
    if (asked->group != NULL)
        standings.group_look = chart_look_number(catalogue, asked->group, 0);
    add_marks(&filling, sized);
    add_limits(&filling);
    add_levels(&filling, add_quartiles(&filling));
    if (standings.own != STANDINGS_NONE && standings.marks[standings.own].rank > 0)
        standings.own_rank =
            figure_text_rank(composer, figure_of(&filling, FIELD_RANK), figure_of(&filling, FIELD_RANKED));
    return standings;
}
