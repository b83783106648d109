#include "spc.h"

/* Values between two rebases, without the gaps. */
struct phase {
    const struct fraction *values;
    size_t count;
    size_t baseline;               /* how many of them the lines rest on */
    const struct fraction *ranges; /* moving ranges of the baseline that count */
    size_t range_count;
    struct fraction mean_range;
    const struct spc_options *options;
    struct spc_point lines; /* what all points of the phase share */
    struct signal {
        enum spc_rule rule;
        bool high;
    } * signals; /* of each value */
};

static struct fraction absolute(struct fraction a) {
    return fraction_sign(a) < 0 ? fraction_negative(a) : a;
}

static struct fraction ratio(size_t numerator, size_t denominator) {
    return fraction_make((long long)numerator, (long long)denominator);
}

/* None where a part is beyond the range. */
static struct fraction mean_of(const struct fraction *numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!fraction_present(numbers[i]))
            return fraction_none();
    return fraction_mean(numbers, count);
}

/* The line as one mean of all that it is made of: the mean and the mean range can leave the range where it does not. */
static struct fraction line_from_parts(struct arena *arena, const struct phase *phase, struct fraction factor) {
    size_t count = phase->baseline + phase->range_count;
    struct fraction *parts = arena_new_array(arena, count, struct fraction);
    factor = fraction_multiply(factor, ratio(count, phase->range_count));
    for (size_t i = 0; i < phase->baseline; i++)
        parts[i] = fraction_multiply(phase->values[i], ratio(count, phase->baseline));
    for (size_t i = 0; i < phase->range_count; i++)
        parts[phase->baseline + i] = fraction_multiply(phase->ranges[i], factor);
    return mean_of(parts, count);
}

static struct fraction line_at(struct arena *arena, const struct phase *phase, struct fraction factor) {
    if (phase->range_count == 0)
        return fraction_none();
    struct fraction line = fraction_add(phase->lines.mean, fraction_multiply(phase->mean_range, factor));
    return fraction_present(line) ? line : line_from_parts(arena, phase, factor);
}

/* Leaves out each range that is not below 3.267 times their mean. Where that would be all of them, all are zero. */
static size_t screen(struct fraction *ranges, size_t count) {
    static const struct fraction share = {1000, 3267};
    struct fraction mean = mean_of(ranges, count);
    size_t kept = 0;
    for (size_t i = 0; fraction_present(mean) && i < count; i++)
        if (fraction_compare(fraction_multiply(ranges[i], share), mean) < 0)
            ranges[kept++] = ranges[i];
    return kept == 0 ? count : kept;
}

static void find_ranges(struct arena *arena, struct phase *phase) {
    struct fraction *ranges = arena_new_array(arena, phase->baseline, struct fraction);
    size_t count = phase->baseline > 0 ? phase->baseline - 1 : 0;
    for (size_t i = 0; i < count; i++)
        ranges[i] = absolute(fraction_subtract(phase->values[i + 1], phase->values[i]));
    phase->ranges = ranges;
    phase->range_count = phase->options->screening ? screen(ranges, count) : count;
    phase->mean_range = mean_of(ranges, phase->range_count);
}

static void find_lines(struct arena *arena, struct phase *phase) {
    struct spc_point *lines = &phase->lines;
    find_ranges(arena, phase);
    lines->trial = phase->baseline < SPC_TRIAL_POINTS;
    lines->mean = mean_of(phase->values, phase->baseline);
    lines->upper = line_at(arena, phase, (struct fraction){266, 100});
    lines->lower = line_at(arena, phase, (struct fraction){-266, 100});
    lines->near_upper = line_at(arena, phase, (struct fraction){532, 300});
    lines->near_lower = line_at(arena, phase, (struct fraction){-532, 300});
}

/* 1 above the upper line, -1 below the lower, both strictly, else 0. */
static int beyond(struct fraction value, struct fraction upper, struct fraction lower) {
    if (fraction_present(upper) && fraction_compare(value, upper) > 0)
        return 1;
    return fraction_present(lower) && fraction_compare(value, lower) < 0 ? -1 : 0;
}

static int side_of_mean(const struct phase *phase, size_t i) {
    return beyond(phase->values[i], phase->lines.mean, phase->lines.mean);
}

static int outside(const struct phase *phase, size_t i) {
    return beyond(phase->values[i], phase->lines.upper, phase->lines.lower);
}

static int near(const struct phase *phase, size_t i) {
    if (outside(phase, i) != 0 && !phase->options->outside_counts)
        return 0;
    return beyond(phase->values[i], phase->lines.near_upper, phase->lines.near_lower);
}

static int step(const struct phase *phase, size_t i) {
    return i == 0 ? 0 : fraction_compare(phase->values[i], phase->values[i - 1]);
}

/* The first rule to reach a point names it. */
static void mark(struct phase *phase, size_t i, enum spc_rule rule, bool high) {
    if (phase->signals[i].rule == SPC_NO_RULE)
        phase->signals[i] = (struct signal){rule, high};
}

static void mark_outside(struct phase *phase) {
    for (size_t i = 0; i < phase->count; i++)
        if (outside(phase, i) != 0)
            mark(phase, i, SPC_OUTSIDE, outside(phase, i) > 0);
}

/* Marks stretches of at least `least` equal signs, none of them 0, and as many points before each as it stands on. */
static void mark_stretches(struct phase *phase, int (*sign)(const struct phase *, size_t), size_t least, size_t before,
                           enum spc_rule rule) {
    for (size_t first = 0, end; first < phase->count; first = end) {
        int of = sign(phase, first);
        for (end = first + 1; end < phase->count && sign(phase, end) == of; end++)
            continue;
        if (of != 0 && end - first >= least)
            for (size_t i = first - before; i < end; i++)
                mark(phase, i, rule, of > 0);
    }
}

static void mark_trend(struct phase *phase) {
    mark_stretches(phase, step, phase->options->run - 1, 1, SPC_TREND);
}

static void mark_shift(struct phase *phase) {
    mark_stretches(phase, side_of_mean, phase->options->run, 0, SPC_SHIFT);
}

static void mark_two_of_three(struct phase *phase) {
    for (size_t first = 0; first + 3 <= phase->count; first++) {
        int side = side_of_mean(phase, first), found = 0;
        bool together = side_of_mean(phase, first + 1) == side && side_of_mean(phase, first + 2) == side;
        for (size_t i = first; i < first + 3; i++)
            found += near(phase, i) != 0;
        for (size_t i = first; together && found >= 2 && i < first + 3; i++)
            if (near(phase, i) != 0)
                mark(phase, i, SPC_TWO_OF_THREE, side > 0);
    }
}

static enum spc_class class_of(const struct signal *signal, enum polarity polarity) {
    if (signal->rule == SPC_NO_RULE)
        return SPC_COMMON;
    if (polarity_has_better(polarity))
        return signal->high == (polarity == POLARITY_HIGHER) ? SPC_IMPROVEMENT : SPC_CONCERN;
    return signal->high ? SPC_NEITHER_HIGH : SPC_NEITHER_LOW;
}

static void compute_phase(struct arena *arena, const struct spc_series *series, const struct spc_options *options,
                          size_t first, size_t end, struct spc_point *points) {
    struct fraction *values = arena_new_array(arena, end - first, struct fraction);
    struct phase phase = {.values = values, .options = options};
    phase.signals = arena_new_array(arena, end - first, struct signal);
    for (size_t i = first; i < end; i++)
        if (fraction_present(series->values[i]))
            values[phase.count++] = series->values[i];
    phase.baseline = options->baseline > 0 && options->baseline < phase.count ? options->baseline : phase.count;
    find_lines(arena, &phase);
    mark_outside(&phase);
    mark_trend(&phase);
    mark_two_of_three(&phase);
    mark_shift(&phase);
    const struct signal *signal = phase.signals;
    for (size_t i = first; i < end; i++) {
        points[i] = phase.lines;
        if (!fraction_present(series->values[i]))
            continue;
        points[i].rule = signal->rule;
        points[i].high = signal->high;
        points[i].class = class_of(signal++, series->polarity);
    }
}

void spc_compute(struct arena *arena, const struct spc_series *series, const struct spc_options *options,
                 struct spc_point *points) {
    size_t first = 0;
    for (size_t i = 0; i <= series->rebase_count; i++) {
        size_t end =
            i < series->rebase_count && series->rebases[i] < series->count ? series->rebases[i] : series->count;
        if (end <= first)
            continue;
        compute_phase(arena, series, options, first, end, points);
        first = end;
    }
}

enum spc_variation spc_variation(const struct spc_point *point) {
    static const enum spc_variation icons[SPC_CLASS_COUNT][2] = {
        [SPC_COMMON] = {SPC_VARIATION_COMMON, SPC_VARIATION_COMMON},
        [SPC_IMPROVEMENT] = {SPC_VARIATION_IMPROVEMENT_LOW, SPC_VARIATION_IMPROVEMENT_HIGH},
        [SPC_CONCERN] = {SPC_VARIATION_CONCERN_LOW, SPC_VARIATION_CONCERN_HIGH},
        [SPC_NEITHER_HIGH] = {SPC_VARIATION_NEITHER_HIGH, SPC_VARIATION_NEITHER_HIGH},
        [SPC_NEITHER_LOW] = {SPC_VARIATION_NEITHER_LOW, SPC_VARIATION_NEITHER_LOW},
    };
    return icons[point->class][point->high];
}

enum spc_assurance spc_assurance(const struct spc_point *point, struct fraction target, enum polarity polarity) {
    if (!polarity_has_better(polarity) || !fraction_present(target) || !fraction_present(point->upper) ||
        !fraction_present(point->lower))
        return SPC_NO_ASSURANCE;
    bool all_above = fraction_compare(point->lower, target) >= 0,
         all_below = fraction_compare(point->upper, target) <= 0;
    if (polarity == POLARITY_HIGHER ? all_above : all_below)
        return SPC_PASSES;
    return all_above || all_below ? SPC_FAILS : SPC_HIT_OR_MISS;
}
