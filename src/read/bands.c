#include <stdlib.h>
#include <string.h>

#include "catalogue_internal.h"
#include "stretch.h"
#include "vocabulary_words.h"

/* Lowest first; a band without a lower end is lowest. */
static int compare_bands(const void *left, const void *right) {
    const struct band *a = left, *b = right;
    if (!fraction_present(a->from) || !fraction_present(b->from))
        return (int)fraction_present(a->from) - (int)fraction_present(b->from);
    return fraction_compare(a->from, b->from);
}

static const char *limit(struct arena *arena, struct fraction number) {
    return fraction_plain(arena, number, 9);
}

/* `green (line 12)`, so that a message can name two. */
static const char *band_name(struct arena *arena, const struct band *band) {
    return arena_printf(arena, "%s (line %d)", band_words[band->colour], band->pos.line);
}

static void check_join(struct catalogue_reader *reader, const struct band *lower, const struct band *upper) {
    struct arena *arena = reader->arena;
    const char *a = band_name(arena, lower), *b = band_name(arena, upper);
    bool open = !fraction_present(lower->below) || !fraction_present(upper->from);
    int order = open ? 1 : fraction_compare(lower->below, upper->from);
    if (open)
        diag_error(reader->diag, upper->pos, "the bands %s and %s overlap: an end between them is missing", a, b);
    else if (order > 0)
        diag_error(reader->diag, upper->pos, "the bands %s and %s overlap from %s to below %s", a, b,
                   limit(arena, upper->from), limit(arena, lower->below));
    else if (order < 0)
        diag_error(reader->diag, upper->pos, "the bands %s and %s leave a gap from %s to below %s", a, b,
                   limit(arena, lower->below), limit(arena, upper->from));
}

/* The bands of a rule cover the whole line, each figure once. */
static void check_cover(struct catalogue_reader *reader, struct band_rule *rule) {
    if (rule->band_count == 0) {
        diag_error(reader->diag, rule->pos, "<bands> has no <band>");
        return;
    }
    qsort(rule->bands, rule->band_count, sizeof *rule->bands, compare_bands);
    const struct band *first = &rule->bands[0], *last = &rule->bands[rule->band_count - 1];
    if (fraction_present(first->from))
        diag_error(reader->diag, first->pos, "no band covers figures below %s; leave from out in the lowest",
                   limit(reader->arena, first->from));
    for (size_t i = 1; i < rule->band_count; i++)
        check_join(reader, &rule->bands[i - 1], &rule->bands[i]);
    if (fraction_present(last->below))
        diag_error(reader->diag, last->pos, "no band covers figures from %s up; leave below out in the highest",
                   limit(reader->arena, last->below));
}

static void read_band(struct catalogue_reader *reader, struct band_rule *rule, const struct xml_element *element) {
    struct band band = {.from = reader_number(element, "from"),
                        .below = reader_number(element, "below"),
                        .printed = xml_value(element, "printed"),
                        .pos = element->pos};
    band.colour = (enum band_colour)xml_word(element, "colour", band_words, BAND_COUNT, BAND_GREEN);
    bool closed = fraction_present(band.from) && fraction_present(band.below);
    if (closed && fraction_compare(band.from, band.below) >= 0) {
        diag_error(reader->diag, element->pos, "the band is empty: from %s is not less than below %s",
                   limit(reader->arena, band.from), limit(reader->arena, band.below));
        return;
    }
    arena_append(reader->arena, rule->bands, rule->band_count, rule->band_capacity) = band;
}

static void check_months(struct catalogue_reader *reader, const struct indicator *indicator,
                         const struct band_rule *rule) {
    if (rule->from != MONTH_NONE && rule->to != MONTH_NONE && rule->from > rule->to)
        diag_error(reader->diag, rule->pos, "from lies after to");
    for (size_t i = 0; i < indicator->band_rule_count; i++) {
        const struct band_rule *other = &indicator->band_rules[i];
        struct stretch months = {other->from, other->to};
        if (stretch_overlaps(months, (struct stretch){rule->from, rule->to}))
            diag_error(reader->diag, rule->pos, "the <bands> in line %d hold for some of these months already: %s",
                       other->pos.line, stretch_words(reader->arena, months));
    }
}

void reader_read_bands(struct catalogue_reader *reader, struct indicator *indicator,
                       const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "bands") != 0)
            continue;
        struct band_rule rule = {.from = xml_month(child, "from"), .to = xml_month(child, "to"), .pos = child->pos};
        rule.as_printed = xml_word(child, "judge", judge_words, JUDGE_COUNT, JUDGE_PRINTED) == JUDGE_PRINTED;
        for (const struct xml_element *band = child->first_child; band != NULL; band = band->next)
            if (strcmp(band->name, "band") == 0)
                read_band(reader, &rule, band);
        check_months(reader, indicator, &rule);
        check_cover(reader, &rule);
        arena_append(reader->arena, indicator->band_rules, indicator->band_rule_count, indicator->band_rule_capacity) =
            rule;
    }
}
