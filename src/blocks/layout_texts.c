#include "layout_texts.h"

struct taking {
    void (*take)(void *taker, const char *text, struct source_pos pos);
    void *taker;
};

/* NULL where nothing was written. */
static void take(const struct taking *taking, const char *text, struct source_pos pos) {
    if (text != NULL)
        taking->take(taking->taker, text, pos);
}

static void take_run(void *taking, const struct rich_run *run, struct source_pos pos) {
    take(taking, run->string, pos);
}

static void take_rich(const struct taking *taking, const struct rich_text *rich) {
    rich_each_run(rich, take_run, (void *)taking);
}

static void take_indicator(const struct taking *taking, const struct layout *layout,
                           const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(layout, indicator);
    const char *const texts[] = {indicator->title,           indicator->short_title,      indicator->reference,
                                 indicator->place,           indicator->source,           indicator->subject,
                                 indicator->numerator_label, indicator->denominator_label};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        take(taking, texts[i], indicator->pos);
    for (size_t i = 0; i < indicator->attribute_count; i++)
        take(taking, indicator->attributes[i].value, indicator->attributes[i].pos);
    take_rich(taking, indicator->definition_rich);
    if (commentary != NULL)
        take_rich(taking, commentary->rich);
}

static void take_catalogue(const struct taking *taking, const struct catalogue *catalogue) {
    const char *const texts[] = {catalogue->title, catalogue->place, catalogue->source, catalogue->note};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        take(taking, texts[i], catalogue->pos);
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        take(taking, catalogue->comparators[i].title, catalogue->comparators[i].pos);
        take(taking, catalogue->comparators[i].short_title, catalogue->comparators[i].pos);
    }
}

void layout_each_text(const struct layout *layout, void (*taker_take)(void *taker, const char *text, struct source_pos),
                      void *taker) {
    const struct taking taking = {taker_take, taker};
    take_catalogue(&taking, layout->catalogue);
    for (size_t i = 0; i < layout->written_count; i++)
        take(&taking, layout->written[i].words, layout->written[i].pos);
    for (size_t i = 0; i < layout->shown_count; i++)
        take_indicator(&taking, layout, layout->shown[i]);
}
