#include "glyphs.h"

#include "character.h"

/* NULL where nothing was written. */
static void check(struct composer *composer, const char *words, struct source_pos pos) {
    if (words != NULL)
        characters_check(composer, words, pos);
}

static void check_run(void *composer, const struct rich_run *run, struct source_pos pos) {
    check(composer, run->string, pos);
}

static void check_rich(struct composer *composer, const struct rich_text *rich) {
    rich_each_run(rich, check_run, composer);
}

static void check_indicator(struct composer *composer, const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    const char *const words[] = {indicator->title,           indicator->short_title,      indicator->reference,
                                 indicator->place,           indicator->source,           indicator->subject,
                                 indicator->numerator_label, indicator->denominator_label};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(composer, words[i], indicator->pos);
    for (size_t i = 0; i < indicator->attribute_count; i++)
        check(composer, indicator->attributes[i].value, indicator->attributes[i].pos);
    check_rich(composer, indicator->definition_rich);
    if (commentary != NULL)
        check_rich(composer, commentary->rich);
}

static void check_catalogue(struct composer *composer, const struct catalogue *catalogue) {
    const char *const words[] = {catalogue->title, catalogue->place, catalogue->source, catalogue->note};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(composer, words[i], catalogue->pos);
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        check(composer, catalogue->comparators[i].title, catalogue->comparators[i].pos);
        check(composer, catalogue->comparators[i].short_title, catalogue->comparators[i].pos);
    }
}

bool glyphs_check(struct composer *composer) {
    const struct layout *layout = composer->layout;
    size_t before = composer->diag->errors;
    for (int word = 0; word < WORD_COUNT; word++)
        check(composer, words_get(composer->words, (enum word)word), composer->words->places[word]);
    check_catalogue(composer, layout->catalogue);
    for (size_t i = 0; i < layout->written_count; i++)
        check(composer, layout->written[i].words, layout->written[i].pos);
    for (size_t i = 0; i < layout->shown_count; i++)
        check_indicator(composer, layout->shown[i]);
    return composer->diag->errors == before;
}
