#include "scale.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double value_limit = 1e15;
static const double slack = 1e-9; /* of a step: what arithmetic may be wrong by */
static const double mantissas[] = {1, 2, 2.5, 5};
enum { MANTISSA_COUNT = sizeof mantissas / sizeof mantissas[0] };

static double clamp(double value, double low, double high) {
    return value < low ? low : value > high ? high : value;
}

/* Widens a range to its least span on both sides, but not above the limit. What comes to zero starts there. */
static void range_span(struct scale_range *range) {
    double more = range->span - (range->max - range->min), high = range->max + more / 2;
    if (range->from_zero || !(more > 0))
        return;
    if (range->max <= range->limit)
        high = fmin(high, range->limit);
    if (range->min >= 0 && high - range->span <= 0) {
        range->min = 0;
        return;
    }
    range->min = high - range->span;
    range->max = high;
}

/* Makes a range that has an extent, without crossing zero or the limit for nothing. */
static struct scale_range range_widened(struct scale_range range) {
    range.min = clamp(range.min, -value_limit, value_limit);
    range.max = clamp(range.max, range.min, value_limit);
    if (range.from_zero) {
        range.min = fmin(range.min, 0);
        range.max = fmax(range.max, 0);
    }
    range_span(&range);
    double unit = pow(10, -range.decimals);
    double least = fmax(fmax(fabs(range.min), fabs(range.max)) * 1e-6, unit / 2);
    if (range.max - range.min >= least)
        return range;
    double pad = range.from_zero ? unit : fmax(fabs(range.max) * 0.1, unit);
    double high = range.max + pad;
    double low = range.from_zero ? range.min : range.min - pad;
    range.min = range.min >= 0 ? fmax(low, 0) : low;
    range.max = range.max <= range.limit ? fmin(high, range.limit) : high;
    return range;
}

static struct scale scale_with_step(const struct scale_range *range, double step) {
    struct scale scale = {.step = step};
    scale.first = floor(range->min / step + slack);
    scale.lines = (int)(ceil(range->max / step - slack) - scale.first) + 1;
    return scale;
}

/* Steps finer than the figures would print lines that no figure can reach. */
static bool step_allowed(double step, double unit) {
    return step >= unit * (1 - slack) && fabs(remainder(step, unit)) < unit * 1e-6;
}

static int step_decimals(double step) {
    int decimals = 0;
    while (decimals < 9 && fabs(step - round(step)) > 1e-6 * step) {
        step *= 10;
        decimals++;
    }
    return decimals;
}

/* Adds lines below and above in turn until there are enough; a scale from zero stays as it is. */
static void scale_fill(struct scale *scale, const struct scale_range *range) {
    bool moved = !range->from_zero;
    while (moved && scale->lines < range->lines_min) {
        moved = false;
        if (scale->first >= 1 || range->min < 0) {
            scale->first--;
            scale->lines++;
            moved = true;
        }
        if (scale->lines < range->lines_min &&
            (range->max > range->limit || scale_high(scale) + scale->step <= range->limit)) {
            scale->lines++;
            moved = true;
        }
    }
}

struct scale scale_make(struct scale_range range) {
    assert(isfinite(range.min) && isfinite(range.max) && range.lines_min >= 2);
    range = range_widened(range);
    double span = range.max - range.min;
    double unit = pow(10, -range.decimals);
    int exponent = (int)floor(log10(span)) - 2;
    struct scale best = {0}, coarse = {0};
    for (int i = 0; i < 5 * MANTISSA_COUNT; i++) {
        double step = mantissas[i % MANTISSA_COUNT] * pow(10, exponent + i / MANTISSA_COUNT);
        struct scale scale = scale_with_step(&range, step);
        if (!step_allowed(step, unit) || scale.lines > range.lines_max)
            continue;
        if (coarse.lines == 0)
            coarse = scale;
        bool tighter = best.lines == 0 || (scale.lines - 1) * step <= (best.lines - 1) * best.step * (1 + slack);
        if (scale.lines >= range.lines_min && tighter)
            best = scale;
    }
    if (best.lines == 0) {
        best = coarse.lines > 0 ? coarse : scale_with_step(&range, fmax(unit, pow(10, exponent + 3)));
        scale_fill(&best, &range);
    }
    best.lines = best.lines < 2 ? 2 : best.lines;
    best.decimals = step_decimals(best.step);
    return best;
}

double scale_tick(const struct scale *scale, int line) {
    return (scale->first + line) * scale->step;
}

double scale_low(const struct scale *scale) {
    return scale_tick(scale, 0);
}

double scale_high(const struct scale *scale) {
    return scale_tick(scale, scale->lines - 1);
}

bool scale_has_zero(const struct scale *scale) {
    return scale_low(scale) < 0 && scale_high(scale) >= 0;
}

double scale_part(const struct scale *scale, double value) {
    return clamp(scale_reach(scale, value), 0, 1);
}

double scale_reach(const struct scale *scale, double value) {
    return (value - scale_low(scale)) / (scale_high(scale) - scale_low(scale));
}

char *scale_print(char *buffer, size_t size, double value, int decimals) {
    char digits[400];
    snprintf(digits, sizeof digits, "%.*f", decimals, fabs(value));
    bool negative = value < 0 && strspn(digits, "0.") < strlen(digits);
    size_t whole = strcspn(digits, ".");
    size_t used = 0;
    if (negative)
        used = (size_t)snprintf(buffer, size, "\u2212");
    for (size_t i = 0; digits[i] != '\0' && used + 2 < size; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            buffer[used++] = ',';
        buffer[used++] = digits[i];
    }
    buffer[used] = '\0';
    return buffer;
}
