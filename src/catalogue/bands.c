#include <stdlib.h>
#include <string.h>

#include "catalogue_reader.h"
#include "lookup.h"
#include "vocabulary_words.h"

enum { BANDS_MAX = 32 };

/* An end of a band as a cut through the line of numbers: just below a number, or just above it. */
struct cut {
    struct fraction at; /* none: no limit */
    bool above;
};

static struct cut lower_cut(const struct band *band) {
    return (struct cut){band->from, band->from_excluded};
}

static struct cut upper_cut(const struct band *band) {
    return (struct cut){band->below, band->below_included};
}

/* Both have a limit. */
static int compare_cuts(struct cut a, struct cut b) {
    int order = fraction_compare(a.at, b.at);
    return order != 0 ? order : (int)a.above - (int)b.above;
}

/* Lowest first; a band without a lower end is lowest. */
static int compare_bands(const void *left, const void *right) {
    const struct band *a = left, *b = right;
    if (!fraction_present(a->from) || !fraction_present(b->from))
        return (int)fraction_present(a->from) - (int)fraction_present(b->from);
    return compare_cuts(lower_cut(a), lower_cut(b));
}

/* Whether a range from one cut to another, either of which may have no limit, holds any number. */
static bool is_range(struct cut low, struct cut high) {
    return !fraction_present(low.at) || !fraction_present(high.at) || compare_cuts(low, high) < 0;
}

/* What lies from one cut to another: `from 25 to below 26`, `above 25 to 26`. */
static const char *range_words(struct arena *arena, struct cut low, struct cut high) {
    return arena_printf(arena, "%s %s to %s%s", low.above ? "above" : "from", fraction_plain(arena, low.at, 9),
                        high.above ? "" : "below ", fraction_plain(arena, high.at, 9));
}

/* `green (line 12)`, so that a message can name two. */
static const char *band_name(struct arena *arena, const struct band *band) {
    return arena_printf(arena, "%s (line %d)", band_words[band->colour], band->pos.line);
}

static void check_join(struct catalogue_reader *reader, const struct band *lower, const struct band *upper,
                       bool gaps_allowed) {
    struct arena *arena = reader->arena;
    const char *a = band_name(arena, lower), *b = band_name(arena, upper);
    struct cut end = upper_cut(lower), start = lower_cut(upper);
    bool open = !fraction_present(end.at) || !fraction_present(start.at);
    int order = open ? 1 : compare_cuts(end, start);
    if (open)
        diag_error(reader->diag, upper->pos, "the bands %s and %s overlap: an end between them is missing", a, b);
    else if (order > 0)
        diag_error(reader->diag, upper->pos, "the bands %s and %s overlap %s", a, b, range_words(arena, start, end));
    else if (order < 0 && !gaps_allowed)
        diag_error(reader->diag, upper->pos, "the bands %s and %s leave a gap %s", a, b,
                   range_words(arena, end, start));
}

/* The bands hold each figure once; some figures none of them, where a band is still to be set. */
static void check_cover(struct catalogue_reader *reader, struct band_rule *rule) {
    size_t set = 0;
    struct band *bands = arena_new_array(reader->arena, rule->band_count + 1, struct band);
    for (size_t i = 0; i < rule->band_count; i++)
        if (!rule->bands[i].unset)
            bands[set++] = rule->bands[i];
    bool gaps_allowed = set < rule->band_count;
    if (set == 0)
        return;
    qsort(bands, set, sizeof *bands, compare_bands);
    const struct band *first = &bands[0], *last = &bands[set - 1];
    if (fraction_present(first->from) && !gaps_allowed)
        diag_error(reader->diag, first->pos, "no band covers figures %s %s; leave %s out in the lowest",
                   first->from_excluded ? "up to" : "below", fraction_plain(reader->arena, first->from, 9),
                   first->from_excluded ? "above" : "from");
    for (size_t i = 1; i < set; i++)
        check_join(reader, &bands[i - 1], &bands[i], gaps_allowed);
    if (fraction_present(last->below) && !gaps_allowed)
        diag_error(reader->diag, last->pos, "no band covers figures %s; leave %s out in the highest",
                   arena_printf(reader->arena, last->below_included ? "above %s" : "from %s up",
                                fraction_plain(reader->arena, last->below, 9)),
                   last->below_included ? "to" : "below");
}

/* The one of two attributes that is there, or NULL; both together are reported. */
static const char *either(const struct catalogue_reader *reader, const struct xml_element *element, const char *first,
                          const char *second) {
    bool has_first = xml_value(element, first) != NULL, has_second = xml_value(element, second) != NULL;
    if (has_first && has_second)
        diag_error(reader->diag, xml_pos(element, second), "%s and %s are two words for one end; leave one out", first,
                   second);
    return has_first ? first : has_second ? second : NULL;
}

static void add_band(struct catalogue_reader *reader, struct band_rule *rule, struct band band) {
    if (rule->band_count == BANDS_MAX)
        diag_error(reader->diag, band.pos, "more than %d bands in one rule", BANDS_MAX);
    else if (!is_range(lower_cut(&band), upper_cut(&band)))
        diag_error(reader->diag, band.pos, "the band is empty: nothing lies %s",
                   range_words(reader->arena, lower_cut(&band), upper_cut(&band)));
    else
        arena_append(reader->arena, rule->bands, rule->band_count, rule->band_capacity) = band;
}

/* `within` is one range around the middle, `beyond` is what lies on either side of it. */
static void add_around(struct catalogue_reader *reader, struct band_rule *rule, const struct xml_element *element,
                       struct band band, struct fraction around) {
    const char *name = either(reader, element, "within", "beyond");
    struct fraction distance = xml_number(element, name);
    if (!fraction_present(around))
        diag_error(reader->diag, xml_pos(element, name),
                   "%s needs the middle that it is counted from: <bands "
                   "around=\"...\">",
                   name);
    else if (!fraction_present(distance) || fraction_sign(distance) <= 0)
        diag_error(reader->diag, xml_pos(element, name), "%s is not above zero", name);
    if (!fraction_present(around) || !fraction_present(distance) || fraction_sign(distance) <= 0)
        return;
    struct fraction low = fraction_subtract(around, distance), high = fraction_add(around, distance);
    if (strcmp(name, "within") == 0) {
        band.from = low, band.below = high, band.below_included = true;
        add_band(reader, rule, band);
        return;
    }
    struct band above = band;
    band.below = low;
    above.from = high, above.from_excluded = true, above.printed = NULL;
    add_band(reader, rule, band);
    add_band(reader, rule, above);
}

static void read_band(struct catalogue_reader *reader, struct band_rule *rule, const struct xml_element *element,
                      struct fraction around) {
    const char *low = either(reader, element, "from", "above"), *high = either(reader, element, "below", "to");
    bool counted = xml_value(element, "within") != NULL || xml_value(element, "beyond") != NULL;
    struct band band = {
        .printed = xml_value(element, "printed"), .unset = xml_yes(element, "unset", false), .pos = element->pos};
    band.colour = (enum band_colour)xml_word(element, "colour", band_words, BAND_COUNT, BAND_GREEN);
    if (band.unset && (low != NULL || high != NULL || counted))
        diag_error(reader->diag, xml_pos(element, "unset"), "a band that is still to be set has no range");
    else if (counted && (low != NULL || high != NULL))
        diag_error(reader->diag, xml_pos(element, low != NULL ? low : high),
                   "a band counted from the middle has no other ends");
    else if (counted)
        add_around(reader, rule, element, band, around);
    else {
        band.from = low == NULL ? fraction_none() : xml_number(element, low);
        band.below = high == NULL ? fraction_none() : xml_number(element, high);
        band.from_excluded = low != NULL && strcmp(low, "above") == 0;
        band.below_included = high != NULL && strcmp(high, "to") == 0;
        add_band(reader, rule, band);
    }
}

static void check_months(struct catalogue_reader *reader, const struct indicator *indicator,
                         const struct band_rule *rule) {
    if (rule->from != PERIOD_NONE && rule->to != PERIOD_NONE && rule->from > rule->to)
        diag_error(reader->diag, rule->pos, "from lies after to");
    for (size_t i = 0; i < indicator->band_rule_count; i++) {
        const struct band_rule *other = &indicator->band_rules[i];
        struct stretch periods = {other->from, other->to};
        if (stretch_overlaps(periods, (struct stretch){rule->from, rule->to}))
            diag_error(reader->diag, rule->pos, "the <bands> in line %d hold for some of these %s already: %s",
                       other->pos.line, calendar_nouns(reader->catalogue->calendar),
                       stretch_words(reader->arena, reader->catalogue->calendar, periods));
    }
}

/* Adds the parts of a band that no other of the first `front` bands holds. Returns how many there are. */
static size_t add_rest(struct catalogue_reader *reader, struct band_rule *rule, struct band band, size_t front) {
    for (size_t i = 0; i < front; i++) {
        const struct band other = rule->bands[i];
        struct cut start = lower_cut(&other), end = upper_cut(&other);
        if (other.unset || !is_range(lower_cut(&band), end) || !is_range(start, upper_cut(&band)))
            continue;
        struct band below = band, above = band;
        size_t added = 0;
        below.below = start.at, below.below_included = start.above;
        above.from = end.at, above.from_excluded = end.above;
        if (fraction_present(start.at) && is_range(lower_cut(&below), start))
            added += add_rest(reader, rule, below, front);
        above.printed = added > 0 ? NULL : above.printed;
        if (fraction_present(end.at) && is_range(end, upper_cut(&above)))
            added += add_rest(reader, rule, above, front);
        return added;
    }
    add_band(reader, rule, band);
    return 1;
}

/* Makes bands that are tested in their order into ranges that do not overlap. */
static void settle_order(struct catalogue_reader *reader, struct band_rule *rule) {
    struct band_rule settled = *rule;
    settled.bands = NULL;
    settled.band_count = settled.band_capacity = 0;
    for (size_t i = 0; i < rule->band_count; i++) {
        struct band band = rule->bands[i];
        if (!band.unset && add_rest(reader, &settled, band, settled.band_count) > 0)
            continue;
        if (!band.unset)
            diag_warning(reader->diag, band.pos, "%s can never be given: the bands before it hold all of its figures",
                         band_words[band.colour]);
        band.unset = true;
        add_band(reader, &settled, band);
    }
    *rule = settled;
}

/* A whole key that is still to be set: the same words for each colour. */
static void read_unset(struct catalogue_reader *reader, struct band_rule *rule, const struct xml_element *element) {
    if (element->first_child != NULL)
        diag_error(reader->diag, xml_pos(element, "unset"), "bands that are all still to be set have no <band>");
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++)
        add_band(reader, rule,
                 (struct band){.colour = colour,
                               .unset = true,
                               .printed = xml_value(element, "unset"),
                               .pos = xml_pos(element, "unset")});
}

/* A number, or the latest figure of a comparator. None, reported, where there is no such thing. */
static struct fraction read_middle(struct catalogue_reader *reader, const struct indicator *indicator,
                                   const struct xml_element *element) {
    struct fraction middle = xml_number(element, "around");
    const char *name = xml_value(element, "around");
    struct source_pos pos = xml_pos(element, "around");
    if (name == NULL || fraction_present(middle) || lookup_comparator(reader, name, pos) == NULL)
        return middle;
    const struct benchmark *benchmark = indicator_latest_benchmark(indicator, name);
    if (benchmark == NULL || !fraction_present(benchmark->value))
        diag_error(reader->diag, pos, "%s has no benchmark \"%s\" to count from", indicator->id, name);
    else
        middle = benchmark->value;
    return middle;
}

static struct band_rule read_rule(struct catalogue_reader *reader, const struct indicator *indicator,
                                  const struct xml_element *element) {
    struct stretch periods = lookup_stretch(reader, element);
    struct band_rule rule = {.from = periods.from, .to = periods.to, .pos = element->pos};
    size_t before = reader->diag->errors;
    struct fraction around = read_middle(reader, indicator, element);
    rule.as_printed = xml_word(element, "judge", judge_words, JUDGE_COUNT, JUDGE_PRINTED) == JUDGE_PRINTED;
    rule.headline = xml_word(element, "judges", judges_words, JUDGES_COUNT, JUDGES_BOTH) == JUDGES_HEADLINE;
    rule.first_match = xml_word(element, "match", match_words, MATCH_COUNT, MATCH_ONE) == MATCH_FIRST;
    if (xml_value(element, "unset") != NULL)
        read_unset(reader, &rule, element);
    for (const struct xml_element *band = element->first_child; band != NULL; band = band->next)
        if (strcmp(band->name, "band") == 0)
            read_band(reader, &rule, band, around);
    if (rule.band_count == 0 && reader->diag->errors == before)
        diag_error(reader->diag, rule.pos, "<bands> has no <band>");
    else if (rule.first_match)
        settle_order(reader, &rule);
    else
        check_cover(reader, &rule);
    return rule;
}

/* The end of a key at which figures are worst by the polarity cannot be green, and the other one red. */
static void check_polarity(struct catalogue_reader *reader, const struct indicator *indicator,
                           const struct band_rule *rule) {
    const struct band *lowest = NULL, *highest = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        const struct band *band = &rule->bands[i];
        if (band->unset)
            continue;
        lowest = lowest == NULL || compare_bands(band, lowest) < 0 ? band : lowest;
        highest = highest == NULL || compare_bands(band, highest) > 0 ? band : highest;
    }
    if (lowest == NULL || !polarity_has_better(indicator->polarity))
        return;
    bool higher = indicator->polarity == POLARITY_HIGHER;
    const struct band *worst = higher ? lowest : highest, *best = higher ? highest : lowest;
    if (worst->colour == BAND_GREEN && best->colour == BAND_RED)
        diag_warning(reader->diag, rule->pos,
                     "%s: by its polarity %s is better, and its bands have %s figures green; turn one of them round",
                     indicator->id, higher ? "higher" : "lower", higher ? "low" : "high");
}

static void read_rules(struct catalogue_reader *reader, struct indicator *indicator,
                       const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "bands") != 0)
            continue;
        struct band_rule rule = read_rule(reader, indicator, child);
        check_months(reader, indicator, &rule);
        check_polarity(reader, indicator, &rule);
        arena_append(reader->arena, indicator->band_rules, indicator->band_rule_count, indicator->band_rule_capacity) =
            rule;
    }
}

/* The only range of a key that holds any figure; NULL where there are more, or none. */
static const struct band *only_range(const struct band_rule *rule) {
    const struct band *only = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        if (rule->bands[i].unset)
            continue;
        if (only != NULL)
            return NULL;
        only = &rule->bands[i];
    }
    return only;
}

/* A green range alone, with one end, at the worse side, is a target; nothing else of the key says what misses it. */
static bool is_target(const struct indicator *indicator, const struct band *band) {
    bool from = fraction_present(band->from), below = fraction_present(band->below);
    return band->colour == BAND_GREEN && from != below &&
           indicator->polarity == (from ? POLARITY_HIGHER : POLARITY_LOWER);
}

static void add_targets(struct catalogue_reader *reader, struct indicator *indicator) {
    for (size_t i = 0; i < indicator->band_rule_count; i++) {
        const struct band_rule *rule = &indicator->band_rules[i];
        const struct band *band = only_range(rule);
        if (band == NULL || !is_target(indicator, band))
            continue;
        bool from = fraction_present(band->from);
        arena_append(reader->arena, indicator->targets, indicator->target_count, indicator->target_capacity) =
            (struct target){.from = rule->from,
                            .to = rule->to,
                            .value = from ? band->from : band->below,
                            .excluded = from ? band->from_excluded : !band->below_included,
                            .pos = band->pos};
    }
}

void bands_read(struct catalogue_reader *reader) {
    for (size_t i = 0; i < reader->element_count; i++) {
        struct indicator *indicator = reader->catalogue->indicators[i];
        read_rules(reader, indicator, reader->elements[i]);
        if (indicator->target_count == 0)
            add_targets(reader, indicator);
    }
}
