#include "compute.h"

#include "rag.h"
#include "rate.h"

/* One month of one indicator while it is worked out. */
struct work {
    struct arena *arena;
    const struct indicator *indicator;
    int month;
    struct figure *figures; /* FIELD_COUNT of them */
};

static void put(const struct work *work, enum field field, struct fraction value, enum status status, int decimals,
                bool plus) {
    struct figure *figure = &work->figures[field];
    if (!status_is_absent(status) && !fraction_present(value))
        status = STATUS_MISSING;
    figure->status = status;
    if (status_is_absent(status))
        return;
    figure->value = value;
    figure->printed = fraction_printed(work->arena, value, decimals, plus);
}

static int count_decimals(struct fraction count) {
    return count.denominator > 1 ? 1 : 0;
}

/* The three fields of a rate stand one behind the other: numerator, denominator, value. */
static void put_rate(const struct work *work, enum field numerator, struct rate rate) {
    const struct indicator *indicator = work->indicator;
    put(work, numerator, rate.numerator, rate.numerator_status, count_decimals(rate.numerator), false);
    if (indicator->denominator != NULL)
        put(work, numerator + 1, rate.denominator, rate.denominator_status, count_decimals(rate.denominator), false);
    put(work, numerator + 2, rate.value, rate.status, indicator->decimals, false);
}

static struct fraction variance_of(const struct indicator *indicator, struct fraction value, struct fraction target) {
    static const struct fraction one = {1, 1}, hundred = {100, 1};
    if (indicator->variance == VARIANCE_RELATIVE)
        return fraction_multiply(fraction_subtract(fraction_divide(value, target), one), hundred);
    return fraction_subtract(value, target);
}

static void put_variance(const struct work *work, enum field field, enum field of, int decimals) {
    const struct figure *figure = &work->figures[of], *target = &work->figures[FIELD_TARGET];
    if (!indicator_has_field(work->indicator, field))
        return;
    enum status status = status_worse(figure->status, target->status);
    put(work, field, variance_of(work->indicator, figure->value, target->value), status, decimals, true);
}

static void put_rag(const struct work *work, enum field field, enum field of) {
    struct figure *figure = &work->figures[field];
    const struct figure *judged = &work->figures[of];
    if (!indicator_has_field(work->indicator, field))
        return;
    figure->status = judged->status;
    if (status_is_absent(judged->status))
        return;
    figure->status = rag_judge(work->indicator, judged->value, work->month, &figure->band);
    if (figure->status == STATUS_PRESENT)
        figure->printed = band_letters[figure->band];
}

static void put_target(const struct work *work) {
    const struct target *target = indicator_target(work->indicator, work->month);
    if (target != NULL)
        put(work, FIELD_TARGET, target->value, STATUS_PRESENT, work->indicator->target_decimals, false);
}

static void compute_month(const struct work *work, int year_start) {
    const struct indicator *indicator = work->indicator;
    put_rate(work, FIELD_NUMERATOR, rate_in_month(indicator, work->month));
    if (indicator->flow) {
        int first = financial_year_first(work->month, year_start);
        put_rate(work, FIELD_YTD_NUMERATOR, rate_over_months(indicator, first, work->month, true));
    }
    if (indicator_has_field(indicator, FIELD_ROLLING_12_VALUE))
        put_rate(work, FIELD_ROLLING_12_NUMERATOR, rate_rolling_12(indicator, work->month));
    put_variance(work, FIELD_VARIANCE, FIELD_VALUE, indicator->variance_decimals);
    put_variance(work, FIELD_YTD_VARIANCE, FIELD_YTD_VALUE, indicator->ytd_variance_decimals);
    put_rag(work, FIELD_RAG, FIELD_VALUE);
    put_rag(work, FIELD_YTD_RAG, FIELD_YTD_VALUE);
}

static void compute_table(struct arena *arena, struct figure_table *table, const struct catalogue *catalogue,
                          int period) {
    table->figures = arena_new_array(arena, (size_t)table->count * FIELD_COUNT, struct figure);
    for (int i = 0; i < table->count; i++) {
        struct work work = {arena, table->indicator, table->first + i, &table->figures[(size_t)i * FIELD_COUNT]};
        for (enum field field = 0; field < FIELD_COUNT; field++)
            work.figures[field] = (struct figure){.status = STATUS_MISSING, .printed = ""};
        put_target(&work);
        if (work.month <= period)
            compute_month(&work, catalogue->year_start);
    }
}

struct figures *figures_compute(struct arena *arena, const struct catalogue *catalogue, int period) {
    struct figures *figures = arena_new(arena, struct figures);
    figures->catalogue = catalogue;
    figures->tables = arena_new_array(arena, catalogue->indicator_count, struct figure_table);
    figures->first = catalogue_first_month(catalogue);
    if (figures->first == MONTH_NONE || period == MONTH_NONE)
        figures->first = 0;
    else {
        int last = catalogue_last_month(catalogue);
        int year_end = financial_year_first(period, catalogue->year_start) + 11;
        figures->count = (last > year_end ? last : year_end) - figures->first + 1;
    }
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        struct figure_table *table = &figures->tables[i];
        *table = (struct figure_table){catalogue->indicators[i], figures->first, figures->count, NULL};
        compute_table(arena, table, catalogue, period);
    }
    return figures;
}
