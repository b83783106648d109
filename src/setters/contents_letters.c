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

/* The measures of a page while they are counted. */
struct measures {
    const struct contents_letters *letters;
    bool *counted; /* by their numbers */
    struct page_letters found;
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
        measures->found.bands[stands->word]++;
    measures->found.off += off;
    measures->found.count += band || off;
}

static void add_block(struct measures *measures, const struct block *block) {
    add_measure(measures, block->indicator);
    if (block->kind == BLOCK_TOPIC_TABLE)
        for (size_t i = 0; i < block_topic_table(block)->measure_count; i++)
            add_measure(measures, block_topic_table(block)->measures[i].indicator);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        add_block(measures, child);
}

struct page_letters contents_letters_of(const struct contents_letters *letters, struct composer *composer,
                                        const struct page_spec *spec) {
    static const struct page_letters none = {.count = 0};
    struct measures measures = {.letters = letters};
    if (letters->stands == NULL || spec->body == NULL)
        return none;
    measures.counted = arena_new_array(composer->arena, composer->layout->catalogue->indicator_count, bool);
    add_measure(&measures, spec->indicator);
    add_block(&measures, spec->body);
    return measures.found.count > LETTERS_MOST ? none : measures.found;
}

double page_letters_width(const struct page_letters *letters) {
    return PITCH_PT * (double)(letters->count - letters->off) + OFF_PITCH_PT * (double)letters->off;
}

void page_letters_add(const struct page_letters *letters, const struct pen *pen, double x) {
    static const enum band_colour order[BAND_COUNT] = {BAND_RED, BAND_AMBER, BAND_GREEN};
    for (size_t b = 0; b < BAND_COUNT; b++) {
        for (size_t i = 0; i < letters->bands[order[b]]; i++, x += PITCH_PT)
            pen_band(pen, order[b], (struct box){x, TOP_PT, WIDTH_PT, HEIGHT_PT});
        for (size_t i = 0; order[b] == BAND_RED && i < letters->off; i++, x += OFF_PITCH_PT)
            pen_off_target(pen, (struct box){x, TOP_PT, OFF_WIDTH_PT, HEIGHT_PT});
    }
}
