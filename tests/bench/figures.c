#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "compute.h"

/* What every figure of a large catalogue costs: figures INDICATORS MONTHS. Processor time, without reading or writing.
 */

static int first_month(void) {
    return calendar_period(calendar_usual, calendar_day((struct date){2010, 4, 1}));
}

static struct series *make_series(struct arena *arena, struct catalogue *catalogue, int months, int least, int most) {
    struct series *series = arena_new(arena, struct series);
    series->id = arena_printf(arena, "s%zu", catalogue->series_count);
    series->first = first_month();
    series->count = months;
    series->cells = arena_new_array(arena, (size_t)months, struct cell);
    for (int i = 0; i < months; i++)
        series->cells[i].number = fraction_make(least + rand() % (most - least + 1), 1);
    catalogue_add_series(arena, catalogue, series);
    return series;
}

static void add_indicator(struct arena *arena, struct catalogue *catalogue, int months) {
    struct indicator *indicator = arena_new(arena, struct indicator);
    *indicator = (struct indicator){
        .id = arena_printf(arena, "i%zu", catalogue->indicator_count),
        .unit = UNIT_PERCENT,
        .decimals = 1,
        .polarity = catalogue->indicator_count % 2 == 0 ? POLARITY_HIGHER : POLARITY_LOWER,
        .measure = MEASURE_RATIO,
        .per = fraction_make(100, 1),
        .flow = true,
        .variance = catalogue->indicator_count % 3 == 0 ? VARIANCE_RELATIVE : VARIANCE_POINTS,
        .numerator = make_series(arena, catalogue, months, 0, 900),
        .denominator = make_series(arena, catalogue, months, 900, 2000),
    };
    static const int edges[] = {40, 30};
    arena_append(arena, indicator->band_rules, indicator->band_rule_count, indicator->band_rule_capacity) =
        (struct band_rule){.from = PERIOD_NONE, .to = PERIOD_NONE, .as_printed = true};
    struct band_rule *rule = &indicator->band_rules[0];
    for (int i = 0; i < BAND_COUNT; i++)
        arena_append(arena, rule->bands, rule->band_count, rule->band_capacity) = (struct band){
            .colour = (enum band_colour)i,
            .from = i < BAND_RED ? fraction_make(edges[i], 1) : fraction_none(),
            .below = i > 0 ? fraction_make(edges[i - 1], 1) : fraction_none(),
        };
    arena_append(arena, indicator->targets, indicator->target_count, indicator->target_capacity) =
        (struct target){.from = PERIOD_NONE, .to = PERIOD_NONE, .value = fraction_make(35, 1)};
    catalogue_add_indicator(arena, catalogue, indicator);
}

int main(int argc, char **argv) {
    int indicators = argc > 1 ? atoi(argv[1]) : 10000, months = argc > 2 ? atoi(argv[2]) : 120;
    struct arena *arena = arena_create();
    struct catalogue catalogue = {.calendar = calendar_usual};
    srand(1);
    for (int i = 0; i < indicators; i++)
        add_indicator(arena, &catalogue, months);
    int period = first_month() + months - 1, first, count;
    figures_periods(&catalogue, period, &first, &count);
    struct figure_table table = figure_table_make(arena, &catalogue, first, count);
    clock_t start = clock();
    for (size_t i = 0; i < catalogue.indicator_count; i++) {
        table.indicator = catalogue.indicators[i];
        figures_compute_table(&table, &catalogue, period);
    }
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("%d indicators, %d months, %d fields: %.2f s\n", indicators, table.count, FIELD_COUNT, seconds);
    arena_destroy(arena);
    return 0;
}
