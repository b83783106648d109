#include "contents_letters.h"

#include "block_parts.h"
#include "topic_table.h"

enum {
    TOP_PT = 3,
    HEIGHT_PT = 11,
    WIDTH_PT = 12,
    PITCH_PT = 14,
    OFF_WIDTH_PT = 15,
    OFF_PITCH_PT = 17,
    LETTERS_MOST = 12
};

/* The measures of a page, by how they stand. */
struct measures {
    const struct contents_letters *letters;
    bool *counted; /* by their numbers */
    size_t bands[BAND_COUNT], off, count;
};

struct contents_letters contents_letters_make(struct composer *composer) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    const struct attention_request request = {
        .indicators = (const struct indicator *const *)catalogue->indicators,
        .count = catalogue->indicator_count,
        .period = composer->period,
        .day = layout_day(composer->layout),
        .since = composer->period - 1,
    };
    const struct attention found = attention_find(composer->arena, composer->figures, &request);
    struct attention_standing *stands =
        arena_new_array(composer->arena, catalogue->indicator_count, struct attention_standing);
    for (size_t i = 0; i < found.count; i++)
        stands[found.items[i].indicator->index] = found.items[i].now;
    return (struct contents_letters){stands};
}

static void add_measure(struct measures *measures, const struct indicator *indicator) {
    if (indicator == NULL || measures->counted[indicator->index])
        return;
    const struct attention_standing *stands = &measures->letters->stands[indicator->index];
    measures->counted[indicator->index] = true;
    bool band = stands->basis == STANDING_BAND,
         off = stands->basis == STANDING_TARGET && stands->word == TARGET_MISSING;
    if (band)
        measures->bands[stands->word]++;
    measures->off += off;
    measures->count += band || off;
}

static void add_block(struct measures *measures, const struct block *block) {
    add_measure(measures, block->indicator);
    if (block->kind == BLOCK_TOPIC_TABLE)
        for (size_t i = 0; i < block_topic_table(block)->measure_count; i++)
            add_measure(measures, block_topic_table(block)->measures[i].indicator);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        add_block(measures, child);
}

/* Nothing where none are asked for, or no line has room for so many. */
static struct measures measures_of(const struct contents_letters *letters, struct composer *composer,
                                   const struct page_spec *spec) {
    struct measures measures = {.letters = letters};
    if (letters->stands == NULL || spec->body == NULL)
        return measures;
    measures.counted = arena_new_array(composer->arena, composer->layout->catalogue->indicator_count, bool);
    add_measure(&measures, spec->indicator);
    add_block(&measures, spec->body);
    return measures.count > LETTERS_MOST ? (struct measures){.letters = letters} : measures;
}

double contents_letters_width(const struct contents_letters *letters, struct composer *composer,
                              const struct page_spec *spec) {
    const struct measures measures = measures_of(letters, composer, spec);
    return PITCH_PT * (double)(measures.count - measures.off) + OFF_PITCH_PT * (double)measures.off;
}

void contents_letters_add(const struct contents_letters *letters, const struct pen *pen, const struct page_spec *spec,
                          double x) {
    static const enum band_colour order[BAND_COUNT] = {BAND_RED, BAND_AMBER, BAND_GREEN};
    const struct measures measures = measures_of(letters, pen->composer, spec);
    for (size_t b = 0; b < BAND_COUNT; b++) {
        for (size_t i = 0; i < measures.bands[order[b]]; i++, x += PITCH_PT)
            pen_band(pen, order[b], (struct box){x, TOP_PT, WIDTH_PT, HEIGHT_PT});
        for (size_t i = 0; order[b] == BAND_RED && i < measures.off; i++, x += OFF_PITCH_PT)
            pen_off_target(pen, (struct box){x, TOP_PT, OFF_WIDTH_PT, HEIGHT_PT});
    }
}
