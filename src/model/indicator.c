#include "indicator.h"

#include <string.h>
#include <strings.h>

#include "unit.h"

const char *const polarity_words[POLARITY_COUNT] = {
    [POLARITY_NONE] = "none",
    [POLARITY_HIGHER] = "higher-is-better",
    [POLARITY_LOWER] = "lower-is-better",
    [POLARITY_RANGE] = "within-range",
};
const char *const coverage_words[COVERAGE_COUNT] = {
    [COVERS_PERIOD] = "period",
    [COVERS_PERIOD_END] = "period-end",
    [COVERS_YEAR_TO_DATE] = "year-to-date",
    [COVERS_TWELVE_MONTHS] = "twelve-months",
};
const char *const measure_words[MEASURE_COUNT] = {
    [MEASURE_VALUE] = "value",
    [MEASURE_RATIO] = "ratio",
    [MEASURE_RATE] = "rate",
};
const char *const variance_words[VARIANCE_COUNT] = {
    [VARIANCE_NONE] = "none",
    [VARIANCE_POINTS] = "points",
    [VARIANCE_RELATIVE] = "relative",
    [VARIANCE_ABSOLUTE] = "absolute",
};
const char *const format_words[FORMAT_COUNT] = {[FORMAT_FIXED] = "fixed", [FORMAT_COMPACT] = "compact"};
const char *const band_words[BAND_COUNT] = {[BAND_GREEN] = "green", [BAND_AMBER] = "amber", [BAND_RED] = "red"};
const char *const band_letters[BAND_COUNT] = {[BAND_GREEN] = "G", [BAND_AMBER] = "A", [BAND_RED] = "R"};

bool polarity_has_better(enum polarity polarity) {
    return polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER;
}

int polarity_sense(enum polarity polarity, struct fraction change) {
    if (!fraction_present(change) || !polarity_has_better(polarity))
        return 0;
    return polarity == POLARITY_HIGHER ? fraction_sign(change) : -fraction_sign(change);
}

static bool within(int period, int from, int to) {
    return (from == PERIOD_NONE || period >= from) && (to == PERIOD_NONE || period <= to);
}

const struct target *indicator_target(const struct indicator *indicator, int period) {
    for (size_t i = 0; i < indicator->target_count; i++)
        if (within(period, indicator->targets[i].from, indicator->targets[i].to))
            return &indicator->targets[i];
    return NULL;
}

bool indicator_has_target(const struct indicator *indicator) {
    for (size_t i = 0; i < indicator->target_count; i++)
        if (!indicator->targets[i].of_year)
            return true;
    return false;
}

const struct band_rule *indicator_band_rule(const struct indicator *indicator, int period) {
    for (size_t i = 0; i < indicator->band_rule_count; i++)
        if (within(period, indicator->band_rules[i].from, indicator->band_rules[i].to))
            return &indicator->band_rules[i];
    return NULL;
}

const struct band *indicator_green(const struct indicator *indicator, int period) {
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    const struct band *green = NULL;
    for (size_t i = 0; rule != NULL && i < rule->band_count; i++) {
        if (rule->bands[i].colour != BAND_GREEN || rule->bands[i].unset)
            continue;
        if (green != NULL)
            return NULL;
        green = &rule->bands[i];
    }
    return green;
}

bool band_rule_is_unset(const struct band_rule *rule) {
    for (size_t i = 0; i < rule->band_count; i++)
        if (rule->bands[i].unset)
            return true;
    return false;
}

bool band_parse(const char *text, enum band_colour *band) {
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        if (strcasecmp(text, band_letters[colour]) != 0 && strcasecmp(text, band_words[colour]) != 0)
            continue;
        *band = colour;
        return true;
    }
    return false;
}

bool indicator_published_band(const struct indicator *indicator, int period, enum band_colour *band) {
    if (indicator->published_rag == NULL || indicator_band_rule(indicator, period) != NULL)
        return false;
    struct cell cell = series_cell(indicator->published_rag, period);
    return cell.status == STATUS_IN_WORDS && band_parse(cell.words, band);
}

static bool band_holds(const struct band *band, struct fraction figure) {
    if (band->unset)
        return false;
    int above = fraction_present(band->from) ? fraction_compare(figure, band->from) : 1;
    int beyond = fraction_present(band->below) ? fraction_compare(figure, band->below) : -1;
    return (above > 0 || (above == 0 && !band->from_excluded)) && (beyond < 0 || (beyond == 0 && band->below_included));
}

const struct band *band_rule_find(const struct band_rule *rule, struct fraction figure) {
    for (size_t i = 0; i < rule->band_count; i++)
        if (band_holds(&rule->bands[i], figure))
            return &rule->bands[i];
    return NULL;
}

const struct benchmark *indicator_benchmark(const struct indicator *indicator, const char *name, const char *year) {
    for (size_t i = 0; i < indicator->benchmark_count; i++) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (strcmp(benchmark->name, name) == 0 && strcmp(benchmark->year, year) == 0)
            return benchmark;
    }
    return NULL;
}

struct peer_group indicator_group(const struct indicator *indicator, const struct comparator *comparator) {
    for (size_t i = 0; i < indicator->group_count; i++)
        if (indicator->groups[i].comparator == comparator->place)
            return indicator->groups[i].group;
    return comparator->group;
}

const char *indicator_listed_by(const struct indicator *indicator) {
    return indicator->reference != NULL ? indicator->reference : indicator->id;
}

const char *indicator_attribute(const struct indicator *indicator, const char *name) {
    for (size_t i = 0; i < indicator->attribute_count; i++)
        if (strcmp(indicator->attributes[i].name, name) == 0)
            return indicator->attributes[i].value;
    return NULL;
}

const char *indicator_absence_note(const struct indicator *indicator, int period) {
    const struct series *const counts[] = {indicator->numerator, indicator->denominator};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct cell cell = counts[i] == NULL ? (struct cell){0} : series_cell(counts[i], period);
        if (status_is_absent(cell.status) && cell.note != NULL)
            return cell.note;
    }
    return NULL;
}

const struct benchmark *indicator_latest_benchmark(const struct indicator *indicator, const char *name) {
    const struct benchmark *latest = NULL;
    for (size_t i = 0; i < indicator->benchmark_count; i++) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (strcmp(benchmark->name, name) == 0 && (latest == NULL || !status_is_absent(benchmark->status)))
            latest = benchmark;
    }
    return latest;
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

int indicator_benchmark_decimals(const struct indicator *indicator, struct fraction value) {
    if (!fraction_present(value))
        return 0;
    if (unit_fixes_decimals(indicator))
        return indicator->decimals;
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (fraction_present(indicator->benchmarks[i].value) && !fraction_is_whole(indicator->benchmarks[i].value))
            return larger(larger(indicator->decimals, 1), fraction_decimals(value));
    return 0;
}

int indicator_benchmark_decimals_beside(const struct indicator *indicator, struct fraction value) {
    int own = indicator_benchmark_decimals(indicator, value);
    return own > 0 && indicator->decimals > 0 ? indicator->decimals : own;
}

int indicator_annual_decimals(const struct indicator *indicator, struct fraction value) {
    bool own = indicator->format == FORMAT_COMPACT || unit_fixes_decimals(indicator) || !fraction_present(value);
    return own ? -1 : larger(indicator->decimals, fraction_decimals(value));
}

/* Years are written with a slash or a hyphen. */
static bool same_year(const char *a, const char *b) {
    for (; *a != '\0' && *b != '\0'; a++, b++)
        if (*a != *b && !((*a == '/' || *a == '-') && (*b == '/' || *b == '-')))
            return false;
    return *a == *b;
}

const struct annual *indicator_annual(const struct indicator *indicator, const char *year) {
    for (size_t i = 0; i < indicator->annual_count; i++)
        if (same_year(indicator->annuals[i].year, year))
            return &indicator->annuals[i];
    return NULL;
}

const struct annual *indicator_annual_before(const struct indicator *indicator, int year) {
    for (size_t i = 0; i < indicator->annual_count; i++)
        if (calendar_year_parse(indicator->annuals[i].year) == year - 1)
            return &indicator->annuals[i];
    return NULL;
}

struct calendar indicator_due(const struct indicator *indicator, struct calendar calendar) {
    const struct series *parts[] = {indicator->numerator,
                                    indicator->measure == MEASURE_RATE ? NULL : indicator->denominator};
    struct calendar due = calendar;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct calendar other = parts[i] == NULL ? calendar : series_due(parts[i], calendar);
        due = other.grain > due.grain ? other : due;
    }
    return due;
}

bool indicator_scales_agree(const struct indicator *a, enum unit unit_a, const struct indicator *b, enum unit unit_b) {
    const struct unit_facts *facts = &unit_table[unit_a], *others = &unit_table[unit_b];
    if (strcmp(facts->scale, others->scale) != 0)
        return false;
    if (facts->naming == UNIT_NAMED_BY_PER)
        return fraction_compare(a->per, b->per) == 0;
    return !facts->money || (strcmp(a->currency, b->currency) == 0 && a->magnitude == b->magnitude);
}

bool indicator_adds_up(const struct indicator *indicator) {
    return indicator->measure == MEASURE_VALUE && indicator->covers == COVERS_PERIOD &&
           (indicator->unit == UNIT_COUNT || unit_table[indicator->unit].money);
}

enum coverage indicator_coverage(const struct indicator *indicator) {
    return indicator->reports_ytd ? COVERS_YEAR_TO_DATE : indicator->covers;
}
