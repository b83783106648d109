#include "figure_text.h"

#include <string.h>

#include "heading.h"
#include "peers.h"
#include "text.h"

static const char minus_sign[] = "\u2212";

static struct heading_maker maker_of(const struct composer *composer) {
    return (struct heading_maker){
        .arena = composer->arena, .words = composer->words, .calendar = composer->layout->catalogue->calendar};
}

const char *figure_text_unit(struct composer *composer, const struct indicator *indicator) {
    const struct heading_maker maker = maker_of(composer);
    return heading_unit(&maker, indicator);
}

const char *figure_text_unit_named(struct composer *composer, const struct indicator *indicator) {
    const struct heading_maker maker = maker_of(composer);
    return heading_unit_named(&maker, indicator);
}

const char *figure_text_with_unit(struct composer *composer, const char *title, const struct indicator *indicator) {
    const struct heading_maker maker = maker_of(composer);
    return heading_with_unit(&maker, title, indicator);
}

const char *figure_text_heading(struct composer *composer, const struct indicator *indicator, enum field field) {
    const struct heading_maker maker = maker_of(composer);
    return heading_field(&maker, indicator, field);
}

const char *figure_text_compared(struct composer *composer, struct field_name name) {
    const struct heading_maker maker = maker_of(composer);
    const struct comparator *comparator = catalogue_comparator(composer->layout->catalogue, name.parameter);
    return heading_compared(&maker, comparator->short_title, name);
}

/* `3 h 20 min` for `3:20`. */
static const char *time_text(struct composer *composer, const char *printed) {
    const char *minutes = strchr(printed, ':') + 1;
    const char *hours = arena_strndup(composer->arena, printed, (size_t)(minutes - 1 - printed));
    bool short_time = strcmp(hours, "0") == 0;
    return words_format(composer->arena, composer->words,
                        short_time ? WORD_UNIT_WRITTEN_UNDER_AN_HOUR : WORD_UNIT_WRITTEN_HOURS, "hours", hours,
                        "minutes", minutes[0] == '0' ? minutes + 1 : minutes, NULL);
}

static size_t sign_length(const char *printed) {
    return printed[0] == '+' ? 1 : strncmp(printed, minus_sign, strlen(minus_sign)) == 0 ? strlen(minus_sign) : 0;
}

const char *figure_text_written(struct composer *composer, const struct indicator *indicator, enum field field,
                                const char *printed) {
    const struct unit_facts *facts = &unit_table[field_unit(indicator, field)];
    size_t sign = sign_length(printed);
    const char *digits = printed + sign;
    if (printed[0] == '\0' || field_is_points(indicator, field))
        return printed;
    bool named = indicator->unit_name != NULL && field_in_own_unit(indicator, field);
    enum word word = named          ? WORD_UNIT_WRITTEN_NAMED
                     : facts->money ? magnitude_table[indicator->magnitude].written
                                    : facts->written;
    const struct heading_maker maker = maker_of(composer);
    const char *text = facts->clock ? time_text(composer, digits) : heading_unit_word(&maker, indicator, word, digits);
    return sign == 0 ? text : arena_printf(composer->arena, "%.*s%s", (int)sign, printed, text);
}

const char *figure_text(struct composer *composer, const struct indicator *indicator, enum field field,
                        const struct figure *figure) {
    const char *printed = figure_printed(composer->arena, indicator, field, figure);
    bool words = field_table[field].kind != FIELD_IS_NUMBER || figure->status == STATUS_IN_WORDS;
    return words ? printed : figure_text_written(composer, indicator, field, printed);
}

const char *figure_text_number(struct composer *composer, const struct indicator *indicator, struct fraction number,
                               int decimals) {
    const struct figure figure = {.value = number};
    return figure_text_written(composer, indicator, FIELD_VALUE,
                               figure_printed_with(composer->arena, indicator, FIELD_VALUE, &figure, decimals));
}

struct scale_unit figure_text_scale(struct composer *composer, const struct indicator *indicator, enum field field) {
    enum unit unit = field_unit(indicator, field);
    bool written = unit_table[unit].money && indicator->unit_name == NULL;
    return (struct scale_unit){unit, written ? figure_text_written(composer, indicator, field, "{figure}") : NULL};
}

/* English tells numbers apart by their last digits; a language that does not has one text for all. */
static enum word rank_word(long long rank) {
    static const enum word words[] = {WORD_RANK_OTHER, WORD_RANK_FIRST, WORD_RANK_SECOND, WORD_RANK_THIRD};
    long long last = rank % 10, tens = rank / 10 % 10;
    return tens == 1 || last > 3 ? WORD_RANK_OTHER : words[last];
}

const char *figure_text_place(struct composer *composer, const struct figure *rank) {
    const char *place = words_format(composer->arena, composer->words, rank_word((long long)rank->value.numerator),
                                     "rank", fraction_printed(composer->arena, rank->value, 0, false), NULL);
    return rank->sharing == 0 ? place
                              : words_format(composer->arena, composer->words, WORD_RANK_JOINT, "place", place, NULL);
}

bool figure_text_all_alike(const struct figure *rank, const struct figure *ranked) {
    struct fraction alike = fraction_make((long long)rank->sharing + 1, 1);
    return rank->sharing > 0 && fraction_present(ranked->value) && fraction_compare(alike, ranked->value) == 0;
}

const char *figure_text_rank(struct composer *composer, const struct figure *rank, const struct figure *ranked) {
    enum word word = figure_text_all_alike(rank, ranked) ? WORD_RANK_ALIKE : WORD_RANK_AMONG;
    return words_format(composer->arena, composer->words, word, "place", figure_text_place(composer, rank), "ranked",
                        fraction_printed(composer->arena, ranked->value, 0, false), NULL);
}

const char *figure_text_distance(struct composer *composer, const struct indicator *indicator,
                                 struct figure_change change) {
    const struct unit_facts *facts = &unit_table[indicator->unit];
    struct fraction distance = fraction_absolute(change.by);
    if (!facts->percentage) {
        const char *text = figure_text_number(composer, indicator, distance, change.decimals);
        bool bare = facts->bare && indicator->unit_name == NULL;
        return !bare ? text
                     : words_format(composer->arena, composer->words, WORD_UNIT_WRITTEN_NAMED, "figure", text, "name",
                                    figure_text_unit(composer, indicator), NULL);
    }
    const char *number = fraction_printed(composer->arena, distance, change.decimals, false);
    return words_format(composer->arena, composer->words, text_equal(number, "1") ? WORD_POINT : WORD_POINTS, "number",
                        number, NULL);
}

bool figure_text_says_unit(const struct indicator *indicator) {
    const struct unit_facts *facts = &unit_table[indicator->unit];
    bool one_word = indicator->unit_name == NULL || strchr(indicator->unit_name, ' ') == NULL;
    return facts->percentage || facts->money || (facts->seconds > 0 && one_word);
}

int figure_text_sense(const struct indicator *indicator, struct fraction change) {
    return unit_table[indicator->unit].money ? 0 : polarity_sense(indicator->polarity, change);
}

enum word figure_text_way(const struct indicator *indicator, struct fraction change, enum word better) {
    enum { BY_NUMBER = 2, WORDS_BY = 4 };
    bool judged = polarity_has_better(indicator->polarity) && !unit_table[indicator->unit].money;
    bool falls_better = judged && indicator->polarity == POLARITY_LOWER;
    bool first = (fraction_sign(change) > 0) != falls_better;
    return (enum word)((int)better + (figure_text_says_unit(indicator) ? 0 : WORDS_BY) + (judged ? 0 : BY_NUMBER) +
                       !first);
}
