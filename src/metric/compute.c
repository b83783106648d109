#include "compute.h"

#include "comparison.h"
#include "control_compute.h"
#include "judge.h"
#include "rate.h"
#include "usual_step.h"
#include "window.h"

/* What is counted of an indicator. */
struct part {
    const struct series *series;
    struct calendar due;
    bool held;   /* a population, which holds for all of the periods that it is due in the last of */
    bool summed; /* due more often than the other part, of a flow: added up over the periods of that */
};

struct counts {
    struct amount numerator, denominator;
};

/* One indicator while it is worked out, period by period. */
struct work {
    const struct figure_table *table;
    const struct indicator *indicator;
    bool has[FIELD_COUNT];         /* which fields the indicator has */
    struct calendar calendar, due; /* of the pack, and in whose periods the indicator has figures */
    struct part numerator, denominator;
    int period;
    int year_ago;           /* the same period of the year before */
    int oldest;             /* the first that the sums and the window of twelve months hold */
    struct figure *figures; /* of the period */
    struct fraction *shown; /* the value as printed, of each period of the table */
    struct fraction shown_ytd;
    struct sum ytd_numerator, ytd_denominator;
    struct sum rolling_numerator, rolling_denominator;
    struct window window;
    const struct annual *last_year; /* the last full year's figure; looked up once a year */
};

/* What is worked out from a figure in words is missing, as status_worse has it. */
static void put(struct work *work, enum field field, struct fraction value, enum status status) {
    status =
        status_worse(status, fraction_present(value) || status_is_absent(status) ? STATUS_PRESENT : STATUS_MISSING);
    work->figures[field].status = status;
    if (!status_is_absent(status))
        work->figures[field].value = value;
}

static void put_amount(struct work *work, enum field field, struct amount amount) {
    put(work, field, amount.number, amount.status);
    if (amount.status != STATUS_IN_WORDS)
        return;
    work->figures[field].status = STATUS_IN_WORDS;
    work->figures[field].words = amount.words;
}

static void put_word(struct work *work, enum field field, enum status status, int word) {
    status = status_worse(status, STATUS_PRESENT);
    work->figures[field].status = status;
    if (!status_is_absent(status))
        work->figures[field].word = word;
}

/* The three fields of a rate stand one behind the other: numerator, denominator, value. */
static void put_rate(struct work *work, enum field numerator, const struct rate *rate) {
    put_amount(work, numerator, rate->numerator);
    put_amount(work, numerator + 1, rate->denominator);
    put_amount(work, numerator + 2, rate->value);
}

static struct part part_of(const struct work *work, const struct series *series, bool population) {
    struct calendar due = series == NULL ? work->calendar : series_due(series, work->calendar);
    return (struct part){.series = series,
                         .due = due,
                         .held = population && due.grain > work->calendar.grain,
                         .summed =
                             series != NULL && !population && work->indicator->flow && due.grain < work->due.grain};
}

/* A count of a period. Where the published figure is withheld, so are the counts that would give it back. */
static struct amount count_in(const struct work *work, const struct part *part, int period) {
    const struct series *published = work->indicator->published_value;
    struct amount withheld = published != NULL ? amount_in(published, period) : (struct amount){0};
    if (part->series != NULL && withheld.status == STATUS_SUPPRESSED)
        return (struct amount){.number = fraction_none(), .status = STATUS_SUPPRESSED};
    if (part->held)
        return amount_in(part->series, calendar_due(work->calendar, period, part->due));
    if (!part->summed)
        return amount_in(part->series, period);
    int whole = calendar_convert(work->calendar, period, work->due);
    struct cell sum = series_sum(part->series, calendar_first_in(work->due, whole, work->calendar), period);
    return (struct amount){sum.number, sum.status, sum.words};
}

/* Both are due, or none is. */
static struct counts counts_in(const struct work *work, int period) {
    struct counts counts = {count_in(work, &work->numerator, period), count_in(work, &work->denominator, period)};
    enum status worse = status_worse(counts.numerator.status, counts.denominator.status);
    if (work->denominator.series != NULL && worse == STATUS_NOT_DUE)
        counts.numerator = counts.denominator = (struct amount){.number = fraction_none(), .status = worse};
    return counts;
}

static bool is_due(const struct work *work, int period) {
    return figure_at(work->table, FIELD_VALUE, period)->status != STATUS_NOT_DUE;
}

/* A period in which there was nothing to count (schools closed) is left out of a year to date. */
static bool is_not_applicable(const struct work *work, struct amount numerator, struct amount denominator) {
    return numerator.status == STATUS_NOT_APPLICABLE ||
           (work->indicator->denominator != NULL && denominator.status == STATUS_NOT_APPLICABLE);
}

/* A population is not summed: the period's own is taken. */
static struct rate rate_over(const struct work *work, const struct sum *numerator, const struct sum *denominator,
                             struct amount population) {
    bool summed = work->indicator->measure != MEASURE_RATE;
    return rate_of(work->indicator, sum_amount(numerator), summed ? sum_amount(denominator) : population);
}

static void put_ytd(struct work *work, struct amount numerator, struct amount denominator) {
    struct sum before_numerator = work->ytd_numerator, before_denominator = work->ytd_denominator;
    sum_add(&work->ytd_numerator, numerator);
    sum_add(&work->ytd_denominator, denominator);
    struct rate rate = rate_over(work, &work->ytd_numerator, &work->ytd_denominator, denominator);
    put_rate(work, FIELD_YTD_NUMERATOR, &rate);
    if (is_not_applicable(work, numerator, denominator)) {
        work->ytd_numerator = before_numerator;
        work->ytd_denominator = before_denominator;
    }
}

/* A figure as published, where the counts do not give it. */
static void put_published(struct work *work, enum field field, const struct series *series) {
    const struct amount published = amount_in(series, work->period);
    enum status status = work->figures[field].status;
    bool of_nothing = status == STATUS_NOT_APPLICABLE && !status_is_absent(published.status);
    if (series != NULL && (status == STATUS_MISSING || of_nothing))
        put_amount(work, field, published);
}

/* A sheet that holds rounded figures works everything else out from these. */
static void carry_rounded(struct work *work) {
    struct figure *figure = &work->figures[FIELD_VALUE];
    if (work->indicator->carries_rounded && !status_is_absent(figure->status))
        figure->value =
            figure_rounded_to(work->indicator, FIELD_VALUE, figure->value, work->indicator->carried_decimals);
}

/* All twelve months must be there, or the catalogue supplies the count as a series. */
static void put_rolling(struct work *work, struct amount numerator, struct amount denominator) {
    const struct indicator *indicator = work->indicator;
    if (indicator->rolling_12_numerator != NULL) {
        struct rate rate = rate_of(indicator, amount_in(indicator->rolling_12_numerator, work->period), denominator);
        put_rate(work, FIELD_ROLLING_12_NUMERATOR, &rate);
        return;
    }
    sum_add(&work->rolling_numerator, numerator);
    sum_add(&work->rolling_denominator, denominator);
    for (int left = work->oldest; left <= work->year_ago; left++) {
        struct counts counts = counts_in(work, left);
        if (!is_due(work, left))
            continue;
        sum_drop(&work->rolling_numerator, counts.numerator);
        sum_drop(&work->rolling_denominator, counts.denominator);
    }
    if (work->year_ago >= work->table->first - 1) {
        struct rate rate = rate_over(work, &work->rolling_numerator, &work->rolling_denominator, denominator);
        put_rate(work, FIELD_ROLLING_12_NUMERATOR, &rate);
    }
}

static bool is_of_year(const struct target *target) {
    return target->of_year && fraction_present(target->value);
}

/* What a figure is held against: the target of its period; one of the year for a year to date that is complete. */
static struct figure aim_of(const struct work *work, enum field of) {
    const struct target *target = indicator_target(work->indicator, work->period);
    int last = calendar_year_last(work->calendar, calendar_year(work->calendar, work->period));
    bool is_complete = of == FIELD_YTD_VALUE && work->period == last;
    bool of_year = target != NULL && is_of_year(target) && is_complete;
    return of_year ? (struct figure){.value = target->value} : work->figures[FIELD_TARGET];
}

static void put_variance(struct work *work, enum field field, enum field of) {
    const struct figure aim = aim_of(work, of), *figure = &work->figures[of], *target = &aim;
    enum status status = status_worse(figure->status, target->status);
    bool relative = work->indicator->variance == VARIANCE_RELATIVE;
    if (!work->has[field])
        return;
    if (relative && !status_is_absent(status) && fraction_sign(target->value) == 0)
        status = STATUS_NOT_APPLICABLE;
    if (status_is_absent(status))
        put(work, field, fraction_none(), status);
    else if (relative)
        put(work, field, judge_change(figure->value, target->value), status);
    else
        put(work, field, fraction_subtract(figure->value, target->value), status);
}

/* Under a key that has no letter for it. */
static bool is_off_target(const struct work *work, enum field of, struct fraction shown) {
    const struct indicator *indicator = work->indicator;
    const struct figure aim = aim_of(work, of);
    return indicator_band_rule(indicator, work->period) != NULL && !status_is_absent(work->figures[of].status) &&
           !status_is_absent(aim.status) && polarity_has_better(indicator->polarity) &&
           judge_target(indicator, shown, figure_rounded(indicator, FIELD_TARGET, aim.value), work->period) ==
               TARGET_MISSING;
}

static void put_rag(struct work *work, enum field field, enum field of, struct fraction shown) {
    const struct figure *judged = &work->figures[of];
    int band = 0;
    if (!work->has[field])
        return;
    if (!field_judged(work->indicator, indicator_band_rule(work->indicator, work->period), field)) {
        put_word(work, field, STATUS_NOT_APPLICABLE, band);
        return;
    }
    enum status status = judged->status;
    if (!status_is_absent(status))
        status = judge_rag(work->indicator, judged->value, shown, work->period, &band);
    enum band_colour published;
    if (field == field_reported(work->indicator, FIELD_RAG) && status != STATUS_SUPPRESSED &&
        indicator_published_band(work->indicator, work->period, &published)) {
        work->figures[field].published = true;
        status = STATUS_PRESENT;
        band = (int)published;
    }
    put_word(work, field, status, band);
    work->figures[field].off_target = status == STATUS_NOT_APPLICABLE && is_off_target(work, of, shown);
}

static void put_change(struct work *work, enum field field, const struct figure *before) {
    const struct figure *now = &work->figures[FIELD_VALUE];
    enum status status = status_worse(now->status, before->status);
    struct fraction change = fraction_none();
    if (!status_is_absent(status)) {
        bool shares = fraction_sign(before->value) > 0; /* nothing is so many per cent of zero or of less */
        change = shares ? judge_change(now->value, before->value) : fraction_none();
        if (!shares)
            status = STATUS_NOT_APPLICABLE;
    }
    put(work, field, change, status);
}

/* A figure that an arrow compares, and as it is printed. */
struct compared {
    const struct figure *figure;
    struct fraction shown;
};

/* The change that a threshold judges, which is the exact one; none where there is no threshold. */
static struct fraction judged_change(const struct work *work, struct compared now, struct compared before) {
    return fraction_present(work->indicator->direction.threshold)
               ? judge_change(now.figure->value, before.figure->value)
               : fraction_none();
}

/* Where arrows go by what titles say: no news is level. */
static bool is_little(const struct work *work, struct compared now, struct compared before) {
    enum field field = now.figure == &work->figures[FIELD_YTD_VALUE] ? FIELD_YTD_VALUE : FIELD_VALUE;
    struct fraction change = fraction_subtract(now.figure->value, before.figure->value);
    return work->indicator->direction.usual && usual_step_is_little(work->table, field, work->period, change);
}

/* The figures that a reader sees are compared, unless the catalogue asks for the unrounded ones. */
static void put_direction(struct work *work, enum field field, struct compared now, struct compared before) {
    enum status status = status_worse(now.figure->status, before.figure->status);
    bool exact = work->indicator->direction.unrounded;
    int direction = DIRECTION_LEVEL;
    if (!work->has[field])
        return;
    if (!status_is_absent(status)) {
        int sign = exact ? fraction_compare(now.figure->value, before.figure->value)
                         : fraction_compare(now.shown, before.shown);
        if (is_little(work, now, before))
            sign = 0;
        status = judge_direction(work->indicator, sign, judged_change(work, now, before), &direction);
    }
    put_word(work, field, status, direction);
}

static struct fraction shown_in(const struct work *work, int period) {
    return period < work->table->first ? fraction_none() : work->shown[period - work->table->first];
}

static struct compared value_compared(const struct work *work, int period) {
    return (struct compared){figure_at(work->table, FIELD_VALUE, period), shown_in(work, period)};
}

static void put_directions(struct work *work) {
    struct compared now = value_compared(work, work->period);
    put_direction(work, FIELD_DIRECTION_PREVIOUS, now,
                  value_compared(work, figure_period_before(work->table, work->period)));
    put_direction(work, FIELD_DIRECTION_LAST_YEAR, now, value_compared(work, work->year_ago));
}

/* The year to date, or the period where there is none, against the last full year. */
static void put_direction_annual(struct work *work) {
    const struct annual *annual = work->last_year;
    bool to_date = work->has[FIELD_YTD_VALUE];
    const struct figure *figure = &work->figures[to_date ? FIELD_YTD_VALUE : FIELD_VALUE];
    if (annual == NULL || !work->has[FIELD_DIRECTION_ANNUAL])
        return;
    struct compared now = {figure, to_date ? work->shown_ytd : shown_in(work, work->period)};
    struct figure year = figure_of_annual(annual);
    if (annual->new_definition && !status_is_absent(figure->status))
        put_word(work, FIELD_DIRECTION_ANNUAL, STATUS_PRESENT, DIRECTION_NEW);
    else
        put_direction(work, FIELD_DIRECTION_ANNUAL, now,
                      (struct compared){&year, figure_rounded(work->indicator, FIELD_VALUE, year.value)});
}

/* `none` says that there is no target; what has one and cannot be judged is as absent as its figure, or not applicable
 * where no direction is good. */
static void put_target_status(struct work *work) {
    const struct indicator *indicator = work->indicator;
    bool to_date = indicator->reports_ytd;
    const struct figure *figure = &work->figures[to_date ? FIELD_YTD_VALUE : FIELD_VALUE];
    const struct figure aim = aim_of(work, to_date ? FIELD_YTD_VALUE : FIELD_VALUE), *target = &aim;
    if (status_is_absent(target->status)) {
        put_word(work, FIELD_TARGET_STATUS, STATUS_PRESENT, TARGET_NONE);
        return;
    }
    if (status_is_absent(figure->status) || !polarity_has_better(indicator->polarity)) {
        bool absent = status_is_absent(figure->status);
        put_word(work, FIELD_TARGET_STATUS, absent ? figure->status : STATUS_NOT_APPLICABLE, 0);
        return;
    }
    put_word(work, FIELD_TARGET_STATUS, STATUS_PRESENT,
             judge_target(indicator, to_date ? work->shown_ytd : shown_in(work, work->period),
                          figure_rounded(indicator, FIELD_TARGET, target->value), work->period));
}

static void put_last_12(struct work *work) {
    struct window *window = &work->window;
    for (int left = work->oldest; left <= work->year_ago; left++)
        if (is_due(work, left))
            window_drop(window);
    window_push(window, &work->figures[FIELD_VALUE]);
    enum status status = window_status(window);
    bool absent = status_is_absent(status);
    put(work, FIELD_AVERAGE_12, absent ? fraction_none() : window_mean(window), status);
    put(work, FIELD_MAXIMUM_12, absent ? fraction_none() : window_maximum(window), status);
    put(work, FIELD_MINIMUM_12, absent ? fraction_none() : window_minimum(window), status);
}

static void put_judgements(struct work *work) {
    put_variance(work, FIELD_VARIANCE, FIELD_VALUE);
    put_variance(work, FIELD_YTD_VARIANCE, FIELD_YTD_VALUE);
    put_rag(work, FIELD_RAG, FIELD_VALUE, shown_in(work, work->period));
    put_rag(work, FIELD_YTD_RAG, FIELD_YTD_VALUE, work->shown_ytd);
    put_change(work, FIELD_CHANGE_PREVIOUS,
               figure_at(work->table, FIELD_VALUE, figure_period_before(work->table, work->period)));
    put_change(work, FIELD_CHANGE_LAST_YEAR, figure_at(work->table, FIELD_VALUE, work->year_ago));
    put_directions(work);
    put_direction_annual(work);
    put_target_status(work);
}

/* Nothing is said of a period that has no figure, but for the target, which holds all the while; it is left out of all
 * sums and averages. */
static void put_not_due(struct work *work) {
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (work->has[field] && field != FIELD_TARGET)
            work->figures[field] = (struct figure){.status = STATUS_NOT_DUE};
    work->shown[work->period - work->table->first] = fraction_none();
}

static void put_period(struct work *work, struct amount numerator, struct amount denominator) {
    const struct indicator *indicator = work->indicator;
    struct rate rate = rate_of(indicator, numerator, denominator);
    put_rate(work, FIELD_NUMERATOR, &rate);
    put_published(work, FIELD_VALUE, indicator->published_value);
    carry_rounded(work);
    if (indicator->flow)
        put_ytd(work, numerator, denominator);
    put_published(work, FIELD_YTD_VALUE, indicator->published_ytd);
    if (work->has[FIELD_ROLLING_12_VALUE])
        put_rolling(work, numerator, denominator);
    work->shown[work->period - work->table->first] =
        figure_rounded(indicator, FIELD_VALUE, work->figures[FIELD_VALUE].value);
    work->shown_ytd = figure_rounded(indicator, FIELD_YTD_VALUE, work->figures[FIELD_YTD_VALUE].value);
    put_judgements(work);
    put_last_12(work);
    work->oldest = work->year_ago >= work->oldest ? work->year_ago + 1 : work->oldest;
}

/* Periods of the year that lie before the first one are missing where they are due, and so is a year to date that needs
 * them. */
static void start_year(struct work *work) {
    static const struct amount missing = {.status = STATUS_MISSING};
    int first = calendar_to_date(work->calendar, work->period);
    work->ytd_numerator = (struct sum){0};
    work->ytd_denominator = (struct sum){0};
    for (int period = first; period < work->period; period++) {
        if (calendar_due(work->calendar, period, work->due) != period)
            continue;
        sum_add(&work->ytd_numerator, missing);
        sum_add(&work->ytd_denominator, missing);
    }
    work->last_year = indicator_annual_before(work->indicator, calendar_year(work->calendar, work->period));
}

void figures_compute_table(struct figure_table *table, const struct catalogue *catalogue, int period) {
    struct arena *arena = arena_create();
    struct work work = {.table = table,
                        .indicator = table->indicator,
                        .calendar = catalogue->calendar,
                        .oldest = table->first,
                        .shown = arena_new_array(arena, (size_t)table->count, struct fraction),
                        .window = window_make(arena, calendar_periods_a_year(catalogue->calendar) + 2)};
    work.due = indicator_due(work.indicator, work.calendar);
    work.numerator = part_of(&work, work.indicator->numerator, false);
    work.denominator = part_of(&work, work.indicator->denominator, work.indicator->measure == MEASURE_RATE);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        work.has[field] = field_exists(table->indicator, field);
    for (int i = 0; i < table->count; i++) {
        work.period = table->first + i;
        work.year_ago = calendar_due_year_ago(work.calendar, work.period, work.due);
        work.figures = &table->figures[(size_t)i * FIELD_COUNT];
        for (enum field field = 0; field < FIELD_COUNT; field++)
            work.figures[field] = (struct figure){.status = STATUS_MISSING};
        const struct target *target = indicator_target(work.indicator, work.period);
        if (target != NULL)
            put(&work, FIELD_TARGET, target->value, is_of_year(target) ? STATUS_NOT_APPLICABLE : STATUS_PRESENT);
        if (i == 0 || calendar_to_date(work.calendar, work.period) == work.period)
            start_year(&work);
        struct counts counts = counts_in(&work, work.period);
        if (counts.numerator.status == STATUS_NOT_DUE)
            put_not_due(&work);
        else if (work.period <= period)
            put_period(&work, counts.numerator, counts.denominator);
    }
    arena_destroy(arena);
    control_compute(table, period);
    comparison_compute(table, catalogue, period);
}

void figures_periods(const struct catalogue *catalogue, int period, int *first, int *count) {
    *first = catalogue_first_period(catalogue);
    *count = 0;
    if (*first == PERIOD_NONE || period == PERIOD_NONE) {
        *first = 0;
        return;
    }
    int last = catalogue_last_period(catalogue);
    int year_end = calendar_year_last(catalogue->calendar, calendar_year(catalogue->calendar, period));
    *count = (last > year_end ? last : year_end) - *first + 1;
}

struct figures *figures_compute(struct arena *arena, const struct catalogue *catalogue, int period) {
    struct figures *figures = arena_new(arena, struct figures);
    figures->catalogue = catalogue;
    figures->tables = arena_new_array(arena, catalogue->indicator_count, struct figure_table);
    figures_periods(catalogue, period, &figures->first, &figures->count);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        struct figure_table *table = &figures->tables[i];
        *table = figure_table_make(arena, catalogue, figures->first, figures->count);
        table->indicator = catalogue->indicators[i];
        figures_compute_table(table, catalogue, period);
    }
    return figures;
}
