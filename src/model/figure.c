#include "figure.h"

#include "unit.h"

struct figure figure_of_cell(const struct cell *cell) {
    return (struct figure){.value = cell->number, .status = cell->status, .words = cell->words};
}

struct figure figure_of_annual(const struct annual *annual) {
    return (struct figure){.value = annual->value, .status = annual->status, .words = annual->words};
}

struct figure figure_of_benchmark(const struct benchmark *benchmark) {
    return (struct figure){.value = benchmark->value, .status = benchmark->status, .words = benchmark->words};
}

const struct figure *figure_at(const struct figure_table *table, enum field field, int period) {
    static const struct figure missing = {.status = STATUS_MISSING};
    if (period < table->first || period >= table->first + table->count)
        return &missing;
    return &table->figures[(size_t)(period - table->first) * FIELD_COUNT + field];
}

struct figure_table figure_table_make(struct arena *arena, const struct catalogue *catalogue, int first, int count) {
    size_t room = (size_t)count * catalogue->computed_count * AMONG_COUNT;
    return (struct figure_table){.first = first,
                                 .count = count,
                                 .figures = arena_new_array(arena, (size_t)count * FIELD_COUNT, struct figure),
                                 .catalogue = catalogue,
                                 .among = arena_new_array(arena, room, struct figure)};
}

const struct figure *figure_among(const struct figure_table *table, const struct comparator *comparator,
                                  enum among among, int period) {
    static const struct figure missing = {.status = STATUS_MISSING};
    if (period < table->first || period >= table->first + table->count || comparator->computed == COMPUTED_NOT)
        return &missing;
    size_t place = (size_t)(period - table->first) * table->catalogue->computed_count + comparator->place;
    return &table->among[place * AMONG_COUNT + (size_t)among];
}

int figure_period_before(const struct figure_table *table, int period) {
    do
        period--;
    while (period >= table->first && figure_at(table, FIELD_VALUE, period)->status == STATUS_NOT_DUE);
    return period;
}

int figure_present_period(const struct figure_table *table, enum field field, int period) {
    while (period >= table->first && status_is_absent(figure_at(table, field, period)->status))
        period--;
    return period >= table->first ? period : PERIOD_NONE;
}

int figure_last_period(const struct figure_table *table, enum field field, int period) {
    enum status status = figure_at(table, field, period)->status;
    return status == STATUS_MISSING || status == STATUS_NOT_DUE ? figure_present_period(table, field, period) : period;
}

int figure_due_period(const struct figure_table *table, enum field field, int period) {
    int due = period;
    while (due >= table->first && figure_at(table, field, due)->status == STATUS_NOT_DUE)
        due--;
    return due >= table->first ? due : period;
}

const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator) {
    return &figures->tables[indicator->index];
}

bool figure_has_among(const struct comparator *comparator, enum among among) {
    return comparator->computed != COMPUTED_NOT &&
           (comparator->computed != COMPUTED_SERIES || among == AMONG_BENCHMARK);
}

struct field_name figure_name_of(const struct comparator *comparator) {
    return comparator->computed != COMPUTED_NOT
               ? field_among(AMONG_BENCHMARK, comparator->id)
               : (struct field_name){.source = FROM_BENCHMARK, .parameter = comparator->id};
}

bool figure_resolve(const struct catalogue *catalogue, struct field_name *name) {
    if (name->source != FROM_BENCHMARK && name->source != FROM_AMONG)
        return true;
    const struct comparator *comparator = catalogue_comparator(catalogue, name->parameter);
    if (comparator == NULL)
        return false;
    if (name->source == FROM_BENCHMARK)
        *name = figure_name_of(comparator);
    return name->source == FROM_BENCHMARK || name->among == AMONG_BENCHMARK ||
           figure_has_among(comparator, name->among);
}

struct figure figure_named(const struct figure_table *table, struct field_name name, int period) {
    static const struct figure missing = {.status = STATUS_MISSING};
    if (name.source == FROM_FIELD)
        return *figure_at(table, name.field, period);
    if (name.source == FROM_ANNUAL) {
        const struct annual *annual = indicator_annual(table->indicator, name.parameter);
        return annual == NULL ? missing : figure_of_annual(annual);
    }
    if (name.source == FROM_AMONG)
        return *figure_among(table, catalogue_comparator(table->catalogue, name.parameter), name.among, period);
    const struct benchmark *benchmark = indicator_latest_benchmark(table->indicator, name.parameter);
    return benchmark == NULL ? missing : figure_of_benchmark(benchmark);
}

struct figure figure_of_year(const struct figure_table *table, enum field field, const char *year) {
    enum field_past past = field_table[field].past;
    const struct series *counted = past == PAST_NUMERATOR     ? table->indicator->numerator
                                   : past == PAST_DENOMINATOR ? table->indicator->denominator
                                                              : NULL;
    if (past == PAST_FIGURE)
        return figure_named(table, (struct field_name){.source = FROM_ANNUAL, .parameter = year}, PERIOD_NONE);
    if (counted == NULL)
        return (struct figure){.status = STATUS_NOT_APPLICABLE};
    struct annual annual = series_annual(counted, year);
    return figure_of_annual(&annual);
}

size_t figures_tally(const struct figures *figures, const struct indicator *const *indicators, size_t count,
                     enum field field, int period, int word) {
    size_t tally = 0;
    for (size_t i = 0; i < count; i++) {
        const struct figure_table *table = figures_of(figures, indicators[i]);
        const struct figure *figure = figure_at(table, field, figure_due_period(table, field, period));
        tally += !status_is_absent(figure->status) && figure->word == word;
    }
    return tally;
}

/* compact: 0 as `0`, up to and including 10 with one decimal, else whole, as are counts that are whole numbers. Judged
 * on the figure with one decimal. */
static int compact_decimals(const struct indicator *indicator, struct fraction value) {
    if (indicator->unit == UNIT_COUNT && fraction_is_whole(value))
        return 0;
    struct fraction shown = fraction_absolute(fraction_round(value, 1));
    return fraction_sign(shown) != 0 && fraction_compare(shown, fraction_make(10, 1)) <= 0 ? 1 : 0;
}

/* value: as it is shown */
static int decimals_for(const struct indicator *indicator, enum field field, struct fraction value) {
    enum field_decimals rule = field_table[field].decimals;
    bool formatted = rule == DECIMALS_OF_VALUE || rule == DECIMALS_OF_AVERAGE || rule == DECIMALS_OF_TARGET;
    if (rule == DECIMALS_OF_COUNT)
        return unit_fixes_decimals(indicator) && field_in_own_unit(indicator, field) ? indicator->decimals
               : fraction_is_whole(value)                                            ? 0
                                                                                     : 1;
    return formatted && indicator->format == FORMAT_COMPACT ? compact_decimals(indicator, value)
                                                            : field_decimals(indicator, field);
}

static long long divisor_of(const struct indicator *indicator, enum field field) {
    return indicator->divisor > 1 && field_in_own_unit(indicator, field) ? indicator->divisor : 1;
}

struct fraction figure_shown(const struct indicator *indicator, enum field field, struct fraction value) {
    long long divisor = divisor_of(indicator, field);
    return divisor == 1 ? value : fraction_divide(value, fraction_make(divisor, 1));
}

struct fraction figure_held(const struct indicator *indicator, enum field field, struct fraction shown) {
    long long divisor = divisor_of(indicator, field);
    return divisor == 1 ? shown : fraction_multiply(shown, fraction_make(divisor, 1));
}

struct fraction figure_rounded_to(const struct indicator *indicator, enum field field, struct fraction value,
                                  int decimals) {
    struct fraction rounded = unit_round(field_unit(indicator, field), figure_shown(indicator, field, value), decimals);
    return figure_held(indicator, field, rounded);
}

struct fraction figure_step(const struct indicator *indicator, enum field field, int decimals) {
    struct fraction step = fraction_make(divisor_of(indicator, field), 1);
    if (unit_table[field_unit(indicator, field)].clock)
        return fraction_divide(step, fraction_make(60, 1));
    for (int i = 0; i < decimals; i++)
        step = fraction_divide(step, fraction_make(10, 1));
    return step;
}

struct fraction figure_rounded(const struct indicator *indicator, enum field field, struct fraction value) {
    if (!fraction_present(value))
        return value;
    int decimals = decimals_for(indicator, field, figure_shown(indicator, field, value));
    return figure_rounded_to(indicator, field, value, decimals);
}

/* A number that decides, and on which side of it a figure lies: at it counts as above it, or else as below it. */
struct limit {
    struct fraction at;
    bool alone_above; /* only what is more lies above */
};

static bool is_hidden(struct fraction exact, struct fraction printed, struct limit limit) {
    int least = limit.alone_above ? 1 : 0;
    return fraction_present(limit.at) &&
           (fraction_compare(exact, limit.at) >= least) != (fraction_compare(printed, limit.at) >= least);
}

/* True where a figure that is judged unrounded would be printed as if it lay in another band. */
static bool hides_band(const struct indicator *indicator, enum field field, struct fraction exact,
                       struct fraction printed) {
    bool hidden = false;
    for (size_t r = 0; r < indicator->band_rule_count; r++) {
        const struct band_rule *rule = &indicator->band_rules[r];
        for (size_t b = 0; b < rule->band_count && !rule->as_printed; b++) {
            const struct band *band = &rule->bands[b];
            const struct limit from = {figure_shown(indicator, field, band->from), band->from_excluded};
            const struct limit below = {figure_shown(indicator, field, band->below), band->below_included};
            hidden = hidden || is_hidden(exact, printed, from) || is_hidden(exact, printed, below);
        }
    }
    return hidden;
}

/* True where what a figure is judged by cannot be seen in it, printed so. */
static bool hides_side(const struct indicator *indicator, enum field field, struct fraction exact,
                       struct fraction printed) {
    if (field == FIELD_VALUE || field == FIELD_YTD_VALUE)
        return hides_band(indicator, field, exact, printed);
    bool change = field == FIELD_CHANGE_PREVIOUS || field == FIELD_CHANGE_LAST_YEAR;
    return change && is_hidden(fraction_absolute(exact), fraction_absolute(printed),
                               (struct limit){.at = indicator->direction.threshold});
}

enum { TELLING_MORE = 6 };

/* So many decimals that a figure lies in print on the side of its limits on which it lies. */
static int telling_decimals(const struct indicator *indicator, enum field field, struct fraction shown, int decimals) {
    for (int more = 0; more <= TELLING_MORE; more++)
        if (!hides_side(indicator, field, shown, unit_round(field_unit(indicator, field), shown, decimals + more)))
            return decimals + more;
    return decimals;
}

int figure_decimals(const struct indicator *indicator, enum field field, struct fraction value) {
    struct fraction shown = figure_shown(indicator, field, value);
    return telling_decimals(indicator, field, shown, decimals_for(indicator, field, shown));
}

static struct figure_change change_with(const struct indicator *indicator, enum field field, struct fraction from,
                                        struct fraction to, int before, int now) {
    return (struct figure_change){.by = fraction_subtract(figure_rounded_to(indicator, field, to, now),
                                                          figure_rounded_to(indicator, field, from, before)),
                                  .decimals = now > before ? now : before};
}

struct figure_change figure_change_printed(const struct indicator *indicator, enum field field, struct fraction from,
                                           struct fraction to) {
    int before = figure_decimals(indicator, field, from), now = figure_decimals(indicator, field, to);
    int fewer = now < before ? now : before;
    struct figure_change alike = change_with(indicator, field, from, to, fewer, fewer);
    return indicator->format == FORMAT_COMPACT && fraction_sign(alike.by) != 0
               ? alike
               : change_with(indicator, field, from, to, before, now);
}

const char *figure_printed_with(struct arena *arena, const struct indicator *indicator, enum field field,
                                const struct figure *figure, int decimals) {
    if (figure->status == STATUS_IN_WORDS)
        return figure->words;
    if (status_is_absent(figure->status))
        return "";
    const struct field_facts *facts = &field_table[field];
    if (facts->kind != FIELD_IS_NUMBER)
        return field_kinds[facts->kind].printed[figure->word];
    struct fraction shown = figure_shown(indicator, field, figure->value);
    if (decimals < 0)
        decimals = decimals_for(indicator, field, shown);
    decimals = telling_decimals(indicator, field, shown, decimals);
    return unit_printed(arena, field_unit(indicator, field), shown, decimals, facts->plus);
}

const char *figure_printed(struct arena *arena, const struct indicator *indicator, enum field field,
                           const struct figure *figure) {
    return figure_printed_with(arena, indicator, field, figure, -1);
}

int figure_decimals_named(const struct indicator *indicator, struct field_name name, const struct figure *figure) {
    bool usual = field_name_of_period(name) || indicator->format == FORMAT_COMPACT;
    int decimals = usual                           ? -1
                   : name.source == FROM_BENCHMARK ? indicator_benchmark_decimals(indicator, figure->value)
                                                   : indicator_annual_decimals(indicator, figure->value);
    enum field field = field_name_of_period(name) ? name.field : FIELD_VALUE;
    return decimals >= 0 ? decimals : decimals_for(indicator, field, figure_shown(indicator, field, figure->value));
}

const char *figure_printed_named(struct arena *arena, const struct indicator *indicator, struct field_name name,
                                 const struct figure *figure) {
    enum field field = field_name_of_period(name) ? name.field : FIELD_VALUE;
    bool number = fraction_present(figure->value);
    return figure_printed_with(arena, indicator, field, figure,
                               number ? figure_decimals_named(indicator, name, figure) : -1);
}

bool figure_variance_is_off(const struct figure_table *table, enum field variance, enum field of, int period) {
    const struct indicator *indicator = table->indicator;
    const struct figure *shown = figure_at(table, variance, period);
    const struct figure *figure = figure_at(table, of, period), *target = figure_at(table, FIELD_TARGET, period);
    if (status_is_absent(shown->status) || status_is_absent(figure->status) || status_is_absent(target->status))
        return false;
    int decimals = field_decimals(indicator, variance);
    struct fraction printed = fraction_round(figure->value, field_decimals(indicator, of));
    struct fraction worked = fraction_subtract(printed, target->value);
    if (indicator->variance == VARIANCE_RELATIVE)
        worked = fraction_divide(fraction_multiply(worked, fraction_make(100, 1)), fraction_absolute(target->value));
    return fraction_compare(fraction_round(worked, decimals), fraction_round(shown->value, decimals)) != 0;
}
