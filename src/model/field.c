#include "field.h"

#include <string.h>

#include "funnel.h"
#include "quartile.h"
#include "unit.h"

#define FIELD(name, word, ...) [FIELD_##name] = word,
const char *const field_words[FIELD_COUNT] = {
#include "field.def"
};
#undef FIELD

#define FIELD(name, word, id, ...) [FIELD_##name] = {.heading = WORD_FIELD_##name, __VA_ARGS__},
#define FIELD_PER_GRAIN(name, called, ids, ...) \
    [FIELD_##name] = {.heading = (enum word)PER_GRAIN_FIELD_##name, .per_grain = true, __VA_ARGS__},
const struct field_facts field_table[FIELD_COUNT] = {
#include "field.def"
};
#undef FIELD

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

const struct field_kind_facts field_kinds[FIELD_KIND_COUNT] = {
    [FIELD_IS_BAND] = {.words = band_words,
                       .printed = band_letters,
                       .count = BAND_COUNT,
                       .tiled = BAND_COUNT,
                       .spoken = true,
                       .aloud = WORD_RAG_GREEN},
    [FIELD_IS_DIRECTION] = {.words = direction_words,
                            .printed = direction_words,
                            .count = DIRECTION_COUNT,
                            .tiled = DIRECTION_NEW},
    [FIELD_IS_TARGET_STATUS] = {.words = target_status_words,
                                .printed = target_status_words,
                                .count = TARGET_STATUS_COUNT,
                                .tiled = TARGET_STATUS_COUNT,
                                .spoken = true,
                                .aloud = WORD_TARGET_STATUS_BETTER},
    [FIELD_IS_SPC_CLASS] = {.words = spc_class_words,
                            .printed = spc_class_words,
                            .count = SPC_CLASS_COUNT,
                            .spoken = true,
                            .aloud = WORD_SPC_COMMON},
    [FIELD_IS_SPC_RULE] = {.words = spc_rule_words,
                           .printed = spc_rule_words,
                           .count = SPC_RULE_COUNT,
                           .spoken = true,
                           .aloud = WORD_SPC_RULE_NONE},
    [FIELD_IS_SPC_VARIATION] = {.words = spc_variation_words,
                                .printed = spc_variation_words,
                                .count = SPC_VARIATION_COUNT,
                                .spoken = true,
                                .aloud = WORD_SPC_VARIATION_COMMON},
    [FIELD_IS_SPC_ASSURANCE] = {.words = spc_assurance_words,
                                .printed = spc_assurance_words,
                                .count = SPC_ASSURANCE_COUNT,
                                .spoken = true,
                                .aloud = WORD_SPC_ASSURANCE_PASSES},
    [FIELD_IS_QUARTILE] = {.words = quartile_words,
                           .printed = quartile_letters,
                           .count = QUARTILE_COUNT,
                           .tiled = QUARTILE_COUNT,
                           .spoken = true,
                           .aloud = WORD_QUARTILE_A},
    [FIELD_IS_FUNNEL] = {.words = funnel_words,
                         .printed = funnel_words,
                         .count = FUNNEL_PLACE_COUNT,
                         .spoken = true,
                         .aloud = WORD_FUNNEL_FAR_ABOVE},
};

const char *const among_words[AMONG_COUNT] = {
    [AMONG_BENCHMARK] = "benchmark", [AMONG_COUNTED] = "counted",   [AMONG_RANK] = "rank",
    [AMONG_RANKED] = "ranked",       [AMONG_QUARTILE] = "quartile",
};

struct field_name field_among(enum among among, const char *comparator) {
    static const enum field like[AMONG_COUNT] = {
        [AMONG_BENCHMARK] = FIELD_VALUE, [AMONG_COUNTED] = FIELD_RANKED,    [AMONG_RANK] = FIELD_RANK,
        [AMONG_RANKED] = FIELD_RANKED,   [AMONG_QUARTILE] = FIELD_QUARTILE,
    };
    return (struct field_name){.source = FROM_AMONG, .field = like[among], .among = among, .parameter = comparator};
}

static bool is_word(const char *text, size_t length, const char *word) {
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

/* What stands before the colon says what is open behind it. */
static bool parse_open(const char *text, const char *colon, struct field_name *name) {
    size_t length = (size_t)(colon - text);
    const char *parameter = colon + 1;
    if (is_word(text, length, "annual"))
        *name = (struct field_name){.source = FROM_ANNUAL, .parameter = parameter};
    for (enum among among = 0; among < AMONG_COUNT; among++)
        if (is_word(text, length, among_words[among]))
            *name = among == AMONG_BENCHMARK ? (struct field_name){.source = FROM_BENCHMARK, .parameter = parameter}
                                             : field_among(among, parameter);
    return name->parameter != NULL;
}

bool field_parse(const char *text, struct field_name *name) {
    const char *colon = strchr(text, ':');
    *name = (struct field_name){0};
    if (colon != NULL)
        return colon[1] != '\0' && parse_open(text, colon, name);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (strcmp(text, field_words[field]) == 0) {
            name->field = field;
            return true;
        }
    return false;
}

static unsigned offers(const struct indicator *indicator) {
    bool rolling = indicator->flow || indicator->rolling_12_numerator != NULL;
    return (indicator->denominator != NULL ? NEEDS_DENOMINATOR : 0) | (indicator->flow ? NEEDS_FLOW : 0) |
           (rolling ? NEEDS_ROLLING : 0) | (indicator->target_count > 0 ? NEEDS_TARGET : 0) |
           (indicator->variance != VARIANCE_NONE ? NEEDS_VARIANCE : 0) |
           (indicator->band_rule_count > 0 || indicator->published_rag != NULL ? NEEDS_BANDS : 0) |
           (!indicator->direction.none ? NEEDS_DIRECTION : 0) | (indicator->annual_count > 0 ? NEEDS_HISTORY : 0) |
           (indicator->flow || indicator->published_ytd != NULL ? NEEDS_YTD_VALUE : 0) |
           (indicator->control_chart != NULL ? NEEDS_CONTROL_CHART : 0) | (indicator->compared ? NEEDS_PEERS : 0) |
           (funnel_suits(indicator) ? NEEDS_CHANCE : 0);
}

enum word field_heading(enum field field, enum grain grain) {
    enum word heading = field_table[field].heading;
    return field_table[field].per_grain ? word_per_grain((enum per_grain)heading, grain) : heading;
}

enum field_kind field_name_kind(struct field_name name) {
    return field_name_of_period(name) ? field_table[name.field].kind : FIELD_IS_NUMBER;
}

bool field_name_of_period(struct field_name name) {
    return name.source == FROM_FIELD || name.source == FROM_AMONG;
}

bool field_name_is_own(struct field_name name) {
    bool own_place = name.source == FROM_AMONG && name.among != AMONG_BENCHMARK && name.among != AMONG_COUNTED;
    return name.source == FROM_ANNUAL || own_place ||
           (name.source == FROM_FIELD && name.field != FIELD_TARGET && name.field != FIELD_TARGET_STATUS);
}

bool field_exists(const struct indicator *indicator, enum field field) {
    return (field_table[field].needs & ~offers(indicator)) == 0;
}

bool field_adds_up(const struct indicator *indicator, enum field field) {
    const struct unit_facts *unit = &unit_table[indicator->unit];
    bool sum = indicator->measure == MEASURE_VALUE && !unit->percentage && unit->naming != UNIT_NAMED_BY_PER;
    return indicator->flow && (field == FIELD_NUMERATOR || (field == FIELD_VALUE && sum) ||
                               (field == FIELD_DENOMINATOR && indicator->measure != MEASURE_RATE));
}

bool field_is_sum(const struct indicator *indicator, enum field field) {
    static const enum field sums[][2] = {{FIELD_YTD_NUMERATOR, FIELD_NUMERATOR},
                                         {FIELD_YTD_DENOMINATOR, FIELD_DENOMINATOR},
                                         {FIELD_YTD_VALUE, FIELD_VALUE},
                                         {FIELD_ROLLING_12_NUMERATOR, FIELD_NUMERATOR},
                                         {FIELD_ROLLING_12_DENOMINATOR, FIELD_DENOMINATOR},
                                         {FIELD_ROLLING_12_VALUE, FIELD_VALUE}};
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        if (sums[i][0] == field)
            return field_adds_up(indicator, sums[i][1]);
    return false;
}

bool field_in_own_unit(const struct indicator *indicator, enum field field) {
    switch (field_table[field].unit) {
    case FIELD_IN_PARTS:
        return indicator->measure == MEASURE_VALUE;
    case FIELD_IN_VARIANCE:
        return indicator->variance != VARIANCE_RELATIVE;
    case FIELD_IN_UNIT:
        return true;
    case FIELD_IN_PERCENT:
    case FIELD_IN_COUNTS:
    case FIELD_IN_WORDS:
        return false;
    }
    return false;
}

enum unit field_unit(const struct indicator *indicator, enum field field) {
    enum field_unit_rule rule = field_table[field].unit;
    if (field_in_own_unit(indicator, field))
        return indicator->unit;
    return rule == FIELD_IN_VARIANCE || rule == FIELD_IN_PERCENT ? UNIT_PERCENT : UNIT_COUNT;
}

bool field_is_points(const struct indicator *indicator, enum field field) {
    return field_table[field].unit == FIELD_IN_VARIANCE && indicator->variance != VARIANCE_RELATIVE &&
           unit_table[indicator->unit].percentage;
}

int field_decimals(const struct indicator *indicator, enum field field) {
    switch (field_table[field].decimals) {
    case DECIMALS_OF_VALUE:
        return indicator->decimals;
    case DECIMALS_OF_AVERAGE:
        return indicator->average_decimals;
    case DECIMALS_OF_TARGET:
        return indicator->target_decimals;
    case DECIMALS_OF_VARIANCE:
        return indicator->variance_decimals;
    case DECIMALS_OF_YTD_VARIANCE:
        return indicator->ytd_variance_decimals;
    case DECIMALS_OF_CHANGE:
        return indicator->change_decimals;
    case DECIMALS_OF_COUNT:
    case DECIMALS_NONE:
        return 0;
    }
    return 0;
}

bool field_is_mean(enum field field) {
    return field_table[field].decimals == DECIMALS_OF_AVERAGE;
}

enum field field_reported(const struct indicator *indicator, enum field field) {
    return indicator->reports_ytd ? field_table[field].to_date : field;
}

bool field_judged(const struct indicator *indicator, const struct band_rule *rule, enum field letter) {
    return rule == NULL || !rule->headline || letter == field_reported(indicator, FIELD_RAG);
}

enum field field_letter(enum field field) {
    switch (field) {
    case FIELD_VALUE:
    case FIELD_VARIANCE:
        return FIELD_RAG;
    case FIELD_YTD_VALUE:
    case FIELD_YTD_VARIANCE:
        return FIELD_YTD_RAG;
    default:
        return FIELD_NONE;
    }
}

bool field_is_to_date(enum field field) {
    return (field_table[field].needs & (NEEDS_FLOW | NEEDS_YTD_VALUE)) != 0;
}

enum field field_arrow(enum field change) {
    const struct field_facts *facts = &field_table[change];
    for (enum field field = 0; facts->kind == FIELD_IS_NUMBER && field < FIELD_COUNT; field++)
        if (field_table[field].kind == FIELD_IS_DIRECTION && field_table[field].against == facts->against)
            return field;
    return FIELD_NONE;
}

const char *field_aloud(const struct words *words, enum field field, int word) {
    const struct field_kind_facts *kind = &field_kinds[field_table[field].kind];
    return kind->spoken ? words_get(words, (enum word)((int)kind->aloud + word)) : NULL;
}

const char *field_aloud_judged(const struct words *words, enum polarity polarity, enum field field, int word) {
    if (field_table[field].kind != FIELD_IS_FUNNEL || !polarity_has_better(polarity))
        return field_aloud(words, field, word);
    int judged = polarity == POLARITY_HIGHER ? word : FUNNEL_PLACE_COUNT - 1 - word;
    return words_get(words, (enum word)(WORD_FUNNEL_FAR_BETTER + judged));
}
