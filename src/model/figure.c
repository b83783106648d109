#include "figure.h"

const char *const field_words[FIELD_COUNT] = {
    [FIELD_NUMERATOR] = "numerator",
    [FIELD_DENOMINATOR] = "denominator",
    [FIELD_VALUE] = "value",
    [FIELD_YTD_NUMERATOR] = "ytd_numerator",
    [FIELD_YTD_DENOMINATOR] = "ytd_denominator",
    [FIELD_YTD_VALUE] = "ytd_value",
    [FIELD_ROLLING_12_NUMERATOR] = "rolling_12_numerator",
    [FIELD_ROLLING_12_DENOMINATOR] = "rolling_12_denominator",
    [FIELD_ROLLING_12_VALUE] = "rolling_12_value",
    [FIELD_TARGET] = "target",
    [FIELD_VARIANCE] = "variance",
    [FIELD_YTD_VARIANCE] = "ytd_variance",
    [FIELD_RAG] = "rag",
    [FIELD_YTD_RAG] = "ytd_rag",
};

const struct figure *figure_at(const struct figure_table *table, enum field field, int month) {
    static const struct figure missing = {.status = STATUS_MISSING, .printed = ""};
    if (month < table->first || month >= table->first + table->count)
        return &missing;
    return &table->figures[(size_t)(month - table->first) * FIELD_COUNT + field];
}

const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator) {
    return &figures->tables[indicator->index];
}

static bool has_ratio(const struct indicator *indicator) {
    return indicator->denominator != NULL;
}

static bool has_rolling(const struct indicator *indicator) {
    return indicator->flow || indicator->rolling_12_numerator != NULL;
}

bool indicator_has_field(const struct indicator *indicator, enum field field) {
    switch (field) {
    case FIELD_NUMERATOR:
    case FIELD_VALUE:
        return true;
    case FIELD_DENOMINATOR:
        return has_ratio(indicator);
    case FIELD_YTD_NUMERATOR:
    case FIELD_YTD_VALUE:
        return indicator->flow;
    case FIELD_YTD_DENOMINATOR:
        return indicator->flow && has_ratio(indicator);
    case FIELD_ROLLING_12_NUMERATOR:
    case FIELD_ROLLING_12_VALUE:
        return has_rolling(indicator);
    case FIELD_ROLLING_12_DENOMINATOR:
        return has_rolling(indicator) && has_ratio(indicator);
    case FIELD_TARGET:
        return indicator->target_count > 0;
    case FIELD_VARIANCE:
        return indicator->target_count > 0 && indicator->variance != VARIANCE_NONE;
    case FIELD_YTD_VARIANCE:
        return indicator->flow && indicator->target_count > 0 && indicator->variance != VARIANCE_NONE;
    case FIELD_RAG:
        return indicator->band_rule_count > 0;
    case FIELD_YTD_RAG:
        return indicator->flow && indicator->band_rule_count > 0;
    case FIELD_COUNT:
        break;
    }
    return false;
}
