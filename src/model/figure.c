#include "figure.h"

#include <string.h>

#define FIELD_AS_WORD(name, word) [FIELD_##name] = word,
const char *const field_words[FIELD_COUNT] = {FIELD_LIST(FIELD_AS_WORD)};

const char *const direction_words[DIRECTION_COUNT] = {
    [DIRECTION_UP] = "up",
    [DIRECTION_LEVEL] = "level",
    [DIRECTION_DOWN] = "down",
    [DIRECTION_NEW] = "new",
};

const char *const target_status_words[TARGET_STATUS_COUNT] = {
    [TARGET_BETTER] = "better",
    [TARGET_ACHIEVING] = "achieving",
    [TARGET_MISSING] = "missing",
    [TARGET_NONE] = "none",
};

const struct figure *figure_at(const struct figure_table *table, enum field field, int month) {
    static const struct figure missing = {.status = STATUS_MISSING};
    if (month < table->first || month >= table->first + table->count)
        return &missing;
    return &table->figures[(size_t)(month - table->first) * FIELD_COUNT + field];
}

int figure_last_month(const struct figure_table *table, enum field field, int month) {
    if (figure_at(table, field, month)->status != STATUS_MISSING)
        return month;
    while (month >= table->first && status_is_absent(figure_at(table, field, month)->status))
        month--;
    return month >= table->first ? month : MONTH_NONE;
}

const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator) {
    return &figures->tables[indicator->index];
}

bool field_parse(const char *text, struct field_name *name) {
    static const char annual[] = "annual:", benchmark[] = "benchmark:";
    *name = (struct field_name){0};
    if (strncmp(text, annual, strlen(annual)) == 0)
        *name = (struct field_name){.source = FROM_ANNUAL, .parameter = text + strlen(annual)};
    else if (strncmp(text, benchmark, strlen(benchmark)) == 0)
        *name = (struct field_name){.source = FROM_BENCHMARK, .parameter = text + strlen(benchmark)};
    if (name->parameter != NULL)
        return name->parameter[0] != '\0';
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (strcmp(text, field_words[field]) == 0) {
            name->field = field;
            return true;
        }
    return false;
}

struct figure figure_named(const struct figure_table *table, struct field_name name, int month) {
    static const struct figure missing = {.status = STATUS_MISSING};
    if (name.source == FROM_FIELD)
        return *figure_at(table, name.field, month);
    if (name.source == FROM_ANNUAL) {
        const struct annual *annual = indicator_annual(table->indicator, name.parameter);
        return annual == NULL ? missing : (struct figure){.value = annual->value, .status = annual->status};
    }
    const struct benchmark *benchmark = indicator_latest_benchmark(table->indicator, name.parameter);
    return benchmark == NULL ? missing : (struct figure){.value = benchmark->value, .status = benchmark->status};
}

size_t figures_tally(const struct figures *figures, const struct indicator *const *indicators, size_t count,
                     enum field field, int month, int word) {
    size_t tally = 0;
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = figure_at(figures_of(figures, indicators[i]), field, month);
        tally += !status_is_absent(figure->status) && figure->word == word;
    }
    return tally;
}

/* What a field is printed with. */
enum decimals_of { OF_COUNT, OF_VALUE, OF_TARGET, OF_VARIANCE, OF_YTD_VARIANCE, OF_CHANGE, OF_AVERAGE };

/* What a field needs of an indicator, as bits. */
enum need {
    NEEDS_DENOMINATOR = 1 << 0,
    NEEDS_FLOW = 1 << 1,
    NEEDS_ROLLING = 1 << 2,
    NEEDS_TARGET = 1 << 3,
    NEEDS_VARIANCE = 1 << 4,
    NEEDS_BANDS = 1 << 5,
    NEEDS_DIRECTION = 1 << 6,
    NEEDS_HISTORY = 1 << 7,
    NEEDS_YTD_VALUE = 1 << 8,
    NEEDS_CONTROL_CHART = 1 << 9,
};

static const struct {
    enum field_kind kind;
    enum decimals_of decimals;
    bool plus;
    unsigned needs;
} rules[FIELD_COUNT] = {
    [FIELD_NUMERATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, 0},
    [FIELD_DENOMINATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, NEEDS_DENOMINATOR},
    [FIELD_VALUE] = {FIELD_IS_NUMBER, OF_VALUE, false, 0},
    [FIELD_YTD_NUMERATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, NEEDS_FLOW},
    [FIELD_YTD_DENOMINATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, NEEDS_FLOW | NEEDS_DENOMINATOR},
    [FIELD_YTD_VALUE] = {FIELD_IS_NUMBER, OF_VALUE, false, NEEDS_YTD_VALUE},
    [FIELD_ROLLING_12_NUMERATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, NEEDS_ROLLING},
    [FIELD_ROLLING_12_DENOMINATOR] = {FIELD_IS_NUMBER, OF_COUNT, false, NEEDS_ROLLING | NEEDS_DENOMINATOR},
    [FIELD_ROLLING_12_VALUE] = {FIELD_IS_NUMBER, OF_VALUE, false, NEEDS_ROLLING},
    [FIELD_TARGET] = {FIELD_IS_NUMBER, OF_TARGET, false, NEEDS_TARGET},
    [FIELD_VARIANCE] = {FIELD_IS_NUMBER, OF_VARIANCE, true, NEEDS_TARGET | NEEDS_VARIANCE},
    [FIELD_YTD_VARIANCE] = {FIELD_IS_NUMBER, OF_YTD_VARIANCE, true, NEEDS_TARGET | NEEDS_VARIANCE | NEEDS_YTD_VALUE},
    [FIELD_RAG] = {FIELD_IS_BAND, OF_COUNT, false, NEEDS_BANDS},
    [FIELD_YTD_RAG] = {FIELD_IS_BAND, OF_COUNT, false, NEEDS_BANDS | NEEDS_YTD_VALUE},
    [FIELD_CHANGE_PREVIOUS] = {FIELD_IS_NUMBER, OF_CHANGE, true, 0},
    [FIELD_CHANGE_LAST_YEAR] = {FIELD_IS_NUMBER, OF_CHANGE, true, 0},
    [FIELD_DIRECTION_PREVIOUS] = {FIELD_IS_DIRECTION, OF_COUNT, false, NEEDS_DIRECTION},
    [FIELD_DIRECTION_LAST_YEAR] = {FIELD_IS_DIRECTION, OF_COUNT, false, NEEDS_DIRECTION},
    [FIELD_DIRECTION_ANNUAL] = {FIELD_IS_DIRECTION, OF_COUNT, false, NEEDS_DIRECTION | NEEDS_HISTORY},
    [FIELD_AVERAGE_12] = {FIELD_IS_NUMBER, OF_AVERAGE, false, 0},
    [FIELD_MAXIMUM_12] = {FIELD_IS_NUMBER, OF_VALUE, false, 0},
    [FIELD_MINIMUM_12] = {FIELD_IS_NUMBER, OF_VALUE, false, 0},
    [FIELD_TARGET_STATUS] = {FIELD_IS_TARGET_STATUS, OF_COUNT, false, 0},
    [FIELD_SPC_MEAN] = {FIELD_IS_NUMBER, OF_AVERAGE, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_UPPER] = {FIELD_IS_NUMBER, OF_AVERAGE, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_LOWER] = {FIELD_IS_NUMBER, OF_AVERAGE, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_NEAR_UPPER] = {FIELD_IS_NUMBER, OF_AVERAGE, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_NEAR_LOWER] = {FIELD_IS_NUMBER, OF_AVERAGE, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_POINT] = {FIELD_IS_CONTROL, OF_COUNT, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_RULE] = {FIELD_IS_CONTROL, OF_COUNT, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_VARIATION] = {FIELD_IS_CONTROL, OF_COUNT, false, NEEDS_CONTROL_CHART},
    [FIELD_SPC_ASSURANCE] = {FIELD_IS_CONTROL, OF_COUNT, false, NEEDS_CONTROL_CHART},
};

enum field_kind field_kind(enum field field) {
    return rules[field].kind;
}

static unsigned offers(const struct indicator *indicator) {
    bool rolling = indicator->flow || indicator->rolling_12_numerator != NULL;
    return (indicator->denominator != NULL ? NEEDS_DENOMINATOR : 0) | (indicator->flow ? NEEDS_FLOW : 0) |
           (rolling ? NEEDS_ROLLING : 0) | (indicator->target_count > 0 ? NEEDS_TARGET : 0) |
           (indicator->variance != VARIANCE_NONE ? NEEDS_VARIANCE : 0) |
           (indicator->band_rule_count > 0 ? NEEDS_BANDS : 0) | (!indicator->direction.none ? NEEDS_DIRECTION : 0) |
           (indicator->annual_count > 0 ? NEEDS_HISTORY : 0) |
           (indicator->flow || indicator->published_ytd != NULL ? NEEDS_YTD_VALUE : 0) |
           (indicator->control_chart != NULL ? NEEDS_CONTROL_CHART : 0);
}

bool indicator_has_field(const struct indicator *indicator, enum field field) {
    return (rules[field].needs & ~offers(indicator)) == 0;
}

/* compact: 0 as `0`, up to and including 10 with one decimal, else whole. Judged on the figure with one decimal. */
static int compact_decimals(struct fraction value) {
    struct fraction shown = fraction_round(value, 1);
    if (fraction_sign(shown) < 0)
        shown = fraction_subtract(fraction_make(0, 1), shown);
    return fraction_sign(shown) != 0 && fraction_compare(shown, fraction_make(10, 1)) <= 0 ? 1 : 0;
}

static int decimals_for(const struct indicator *indicator, enum field field, struct fraction value) {
    bool compact = indicator->format == FORMAT_COMPACT;
    switch (rules[field].decimals) {
    case OF_COUNT:
        return fraction_is_whole(value) ? 0 : 1;
    case OF_VALUE:
        return compact ? compact_decimals(value) : indicator->decimals;
    case OF_AVERAGE:
        return compact ? compact_decimals(value) : indicator->average_decimals;
    case OF_TARGET:
        return compact ? compact_decimals(value) : indicator->target_decimals;
    case OF_VARIANCE:
        return indicator->variance_decimals;
    case OF_YTD_VARIANCE:
        return indicator->ytd_variance_decimals;
    case OF_CHANGE:
        return indicator->change_decimals;
    }
    return 0;
}

struct fraction figure_rounded(const struct indicator *indicator, enum field field, struct fraction value) {
    return fraction_present(value) ? fraction_round(value, decimals_for(indicator, field, value)) : value;
}

static const char *const *control_words(enum field field) {
    switch (field) {
    case FIELD_SPC_POINT:
        return spc_class_words;
    case FIELD_SPC_RULE:
        return spc_rule_words;
    case FIELD_SPC_VARIATION:
        return spc_variation_words;
    default:
        return spc_assurance_words;
    }
}

const char *figure_printed_with(struct arena *arena, const struct indicator *indicator, enum field field,
                                const struct figure *figure, int decimals) {
    if (status_is_absent(figure->status))
        return "";
    switch (rules[field].kind) {
    case FIELD_IS_BAND:
        return band_letters[figure->word];
    case FIELD_IS_DIRECTION:
        return direction_words[figure->word];
    case FIELD_IS_TARGET_STATUS:
        return target_status_words[figure->word];
    case FIELD_IS_CONTROL:
        return control_words(field)[figure->word];
    case FIELD_IS_NUMBER:
        break;
    }
    if (decimals < 0)
        decimals = decimals_for(indicator, field, figure->value);
    return fraction_printed(arena, figure->value, decimals, rules[field].plus);
}

const char *figure_printed(struct arena *arena, const struct indicator *indicator, enum field field,
                           const struct figure *figure) {
    return figure_printed_with(arena, indicator, field, figure, -1);
}

const char *figure_printed_named(struct arena *arena, const struct indicator *indicator, struct field_name name,
                                 const struct figure *figure) {
    if (name.source == FROM_FIELD)
        return figure_printed(arena, indicator, name.field, figure);
    if (indicator->format == FORMAT_COMPACT)
        return figure_printed_with(arena, indicator, FIELD_VALUE, figure, -1);
    int decimals = name.source == FROM_BENCHMARK ? indicator_benchmark_decimals(indicator, figure->value)
                                                 : indicator_annual_decimals(indicator, figure->value);
    return figure_printed_with(arena, indicator, FIELD_VALUE, figure, decimals);
}
