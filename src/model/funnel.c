#include "funnel.h"

#include <math.h>

#include "figure.h"

/* Normal quantiles at 0.975 and 0.999. */
static const double deviates[FUNNEL_WIDTH_COUNT] = {[FUNNEL_95] = 1.959963984540054, [FUNNEL_998] = 3.090232306167813};

const char *const funnel_words[FUNNEL_PLACE_COUNT] = {
    [FUNNEL_FAR_ABOVE] = "far-above", [FUNNEL_ABOVE] = "above",         [FUNNEL_WITHIN] = "within",
    [FUNNEL_BELOW] = "below",         [FUNNEL_FAR_BELOW] = "far-below",
};

struct funnel_limits funnel_proportion(double average, double size, enum funnel_width width) {
    double z = deviates[width];
    if (!(average >= 0 && average <= 1 && size > 0))
        return (struct funnel_limits){NAN, NAN};
    double middle = average + z * z / (2 * size), scale = 1 + z * z / size;
    double reach = z * sqrt(average * (1 - average) / size + z * z / (4 * size * size));
    return (struct funnel_limits){fmax(0, (middle - reach) / scale), fmin(1, (middle + reach) / scale)};
}

struct funnel_limits funnel_rate(double average, double size, double per, enum funnel_width width) {
    double z = deviates[width];
    if (!(average >= 0 && size > 0 && per > 0))
        return (struct funnel_limits){NAN, NAN};
    double expected = average * size / per, above = expected + 1;
    double low = expected == 0 ? 0 : expected * pow(fmax(0, 1 - 1 / (9 * expected) - z / (3 * sqrt(expected))), 3);
    double high = above * pow(1 - 1 / (9 * above) + z / (3 * sqrt(above)), 3);
    return (struct funnel_limits){low / size * per, high / size * per};
}

static bool is_share(const struct indicator *indicator) {
    return indicator->measure == MEASURE_RATIO && indicator->unit == UNIT_PERCENT;
}

bool funnel_suits(const struct indicator *indicator) {
    return !indicator->of_amounts && (is_share(indicator) || indicator->measure == MEASURE_RATE);
}

bool funnel_rule_of(const struct indicator *indicator, struct fraction average, struct funnel_rule *rule) {
    bool share = is_share(indicator);
    if (!fraction_present(average) || !funnel_suits(indicator))
        return false;
    *rule = (struct funnel_rule){
        .proportion = share, .average = fraction_double(average), .per = fraction_double(indicator->per)};
    return rule->average >= 0 && rule->per > 0 && (!share || rule->average <= rule->per);
}

static double to_nine_decimals(double number) {
    static const double billion = 1e9;
    return round(number * billion) / billion;
}

static const double half_circle = 3.14159265358979323846;

static double angle_of(double share) {
    return asin(sqrt(fmax(0, fmin(share, 1))));
}

struct dispersion_place funnel_distance(const struct funnel_rule *rule, double size, double value) {
    if (rule->proportion)
        return (struct dispersion_place){angle_of(value / rule->per) - angle_of(rule->average / rule->per),
                                         1 / (2 * sqrt(size))};
    double expected = rule->average * size / rule->per;
    return (struct dispersion_place){sqrt(fmax(0, value / rule->average)) - 1, 1 / (2 * sqrt(expected))};
}

/* A distance as a share or a rate, as far as there are any. */
static double at_distance(const struct funnel_rule *rule, double distance) {
    if (!rule->proportion)
        return rule->average * pow(fmax(0, 1 + distance), 2);
    double angle = angle_of(rule->average / rule->per) + distance;
    return pow(sin(fmax(0, fmin(angle, half_circle / 2))), 2);
}

static struct funnel_limits adjusted(const struct funnel_rule *rule, double size, enum funnel_width width) {
    double error = funnel_distance(rule, size, rule->average).error;
    double reach = deviates[width] * sqrt(error * error + rule->dispersion.between);
    return (struct funnel_limits){at_distance(rule, -reach), at_distance(rule, reach)};
}

static struct funnel_limits by_chance(const struct funnel_rule *rule, double size, enum funnel_width width) {
    return rule->proportion ? funnel_proportion(rule->average / rule->per, size, width)
                            : funnel_rate(rule->average, size, rule->per, width);
}

struct funnel_limits funnel_limits_of(const struct funnel_rule *rule, double size, enum funnel_width width) {
    bool beyond_chance = rule->dispersion.between > 0 && size > 0;
    struct funnel_limits limits = beyond_chance ? adjusted(rule, size, width) : by_chance(rule, size, width);
    double scale = rule->proportion ? rule->per : 1;
    return (struct funnel_limits){to_nine_decimals(limits.lower * scale), to_nine_decimals(limits.upper * scale)};
}

struct fraction funnel_limit_figure(double limit) {
    static const double billion = 1e9, most = 9e9;
    return fabs(limit) < most ? fraction_make(llround(limit * billion), (long long)billion) : fraction_none();
}

/* How many limits a figure is above (or, with side -1, below), as both are printed: 0 to 2. */
static int limits_passed(const struct indicator *indicator, struct fraction value, int side,
                         const double limits[FUNNEL_WIDTH_COUNT]) {
    static const enum field printed_as[] = {FIELD_FUNNEL_LOWER_95, FIELD_FUNNEL_UPPER_95};
    int passed = 0;
    for (enum funnel_width width = 0; width < FUNNEL_WIDTH_COUNT; width++) {
        struct fraction limit = figure_rounded(indicator, printed_as[side > 0], funnel_limit_figure(limits[width]));
        passed += fraction_present(limit) && fraction_compare(value, limit) * side > 0;
    }
    return passed;
}

enum funnel_place funnel_place_of(const struct indicator *indicator, const struct funnel_rule *rule, double size,
                                  struct fraction value) {
    const struct funnel_limits near = funnel_limits_of(rule, size, FUNNEL_95),
                               far = funnel_limits_of(rule, size, FUNNEL_998);
    struct fraction printed = figure_rounded(indicator, FIELD_VALUE, value);
    if (!fraction_present(printed))
        return FUNNEL_WITHIN;
    int above = limits_passed(indicator, printed, 1, (const double[]){near.upper, far.upper});
    int below = limits_passed(indicator, printed, -1, (const double[]){near.lower, far.lower});
    return (enum funnel_place)((int)FUNNEL_WITHIN - above + below);
}
