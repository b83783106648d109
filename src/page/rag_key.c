#include "block_setters.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "pen.h"
#include "prose.h"
#include "section_head.h"

enum { KEY_BOX_PT = 18, KEY_ROW_PT = 17, KEY_GAP_PT = 6 };

static const char *bound(struct composer *composer, const struct indicator *indicator, struct fraction number) {
    int decimals = fraction_is_whole(figure_shown(indicator, FIELD_VALUE, number)) ? 0 : indicator->decimals;
    return figure_text_number(composer, indicator, number, decimals);
}

/* The range of a band in words: `26% to under 30%`. */
static const char *band_range(struct composer *composer, const struct indicator *indicator, const struct band *band) {
    enum { OPEN, IN, OUT };
    static const enum word words[3][3] = {
        [OPEN] = {[OPEN] = WORD_BAND_ANY, [IN] = WORD_BAND_UP_TO, [OUT] = WORD_BAND_BELOW},
        [IN] = {[OPEN] = WORD_BAND_FROM, [IN] = WORD_BAND_FROM_UP_TO, [OUT] = WORD_BAND_FROM_BELOW},
        [OUT] = {[OPEN] = WORD_BAND_OVER, [IN] = WORD_BAND_OVER_UP_TO, [OUT] = WORD_BAND_OVER_BELOW},
    };
    bool has_from = fraction_present(band->from), has_below = fraction_present(band->below);
    int from = !has_from ? OPEN : band->from_excluded ? OUT : IN;
    int to = !has_below ? OPEN : band->below_included ? IN : OUT;
    return words_format(composer->arena, composer->words, words[from][to], "from",
                        has_from ? bound(composer, indicator, band->from) : NULL, "to",
                        has_below ? bound(composer, indicator, band->below) : NULL, NULL);
}

/* All ranges of one colour, joined by "or"; the printed words where they are still to be set. */
static const char *colour_ranges(struct composer *composer, const struct indicator *indicator,
                                 const struct band_rule *rule, enum band_colour colour) {
    const char *words = NULL, *unset = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        if (rule->bands[i].colour != colour)
            continue;
        if (rule->bands[i].unset) {
            unset = rule->bands[i].printed;
            continue;
        }
        const char *range = band_range(composer, indicator, &rule->bands[i]);
        words = words == NULL ? range
                              : words_format(composer->arena, composer->words, WORD_EITHER_OR, "first", words, "second",
                                             range, NULL);
    }
    return words != NULL ? words : unset;
}

/* A box of the key while it is set: its letter, and where it and its words stand. */
struct key_item {
    enum band_colour colour;
    bool published;
    double x;
    const char *words;
};

static void set_item(const struct pen *row, struct element *list, const struct key_item *item) {
    struct document *document = row->composer->document;
    const struct box box = {item->x, 2, KEY_BOX_PT, 12};
    struct element *element = document_add_element(document, list, ROLE_LIST_ITEM);
    struct pen pen = pen_for(*row, document_add_element(document, element, ROLE_LIST_LABEL));
    (item->published ? pen_band_published : pen_band)(&pen, item->colour, box);
    pen = pen_for(*row, document_add_element(document, element, ROLE_LIST_BODY));
    pen_text(&pen, item->x + KEY_BOX_PT + KEY_GAP_PT, 11, item->words);
}

/* Three boxes with their words: side by side where they fit, else one below the other. */
static void set_key(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                    const struct band_rule *rule, struct element *list) {
    struct pen pen = pen_make(composer, NULL, STYLE_TABLE);
    double needed = 0, slot = flow->width_pt / 3;
    const char *words[BAND_COUNT];
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        words[colour] = colour_ranges(composer, indicator, rule, colour);
        double width = words[colour] == NULL ? 0 : pen_width(&pen, words[colour]);
        needed = width > needed ? width : needed;
    }
    bool beside = KEY_BOX_PT + KEY_GAP_PT + needed + 4 <= slot;
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        if (words[colour] == NULL)
            continue;
        if (pen.piece == NULL || !beside)
            pen.piece = flow_add(composer, flow, KEY_ROW_PT);
        set_item(&pen, list, &(struct key_item){colour, false, beside ? slot * (double)colour : 0, words[colour]});
    }
}

/* The latest letter as published that stands in the pack, which says what its look means; NULL: there is none. */
static const struct figure *find_published(const struct composer *composer, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    for (int period = composer->period; period >= table->first; period--) {
        const struct figure *letter = figure_at(table, field_reported(indicator, FIELD_RAG), period);
        if (letter->published)
            return letter;
    }
    return NULL;
}

static void set_published(struct composer *composer, struct flow *flow, const struct figure *letter,
                          struct element *list) {
    struct pen pen = pen_make(composer, flow_add(composer, flow, KEY_ROW_PT), STYLE_TABLE);
    set_item(
        &pen, list,
        &(struct key_item){(enum band_colour)letter->word, true, 0, words_get(composer->words, WORD_KEY_PUBLISHED)});
}

void rag_key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct band_rule *rule = indicator_band_rule(indicator, composer->period);
    const enum word judged[2][2] = {{due_word(composer, indicator, PER_GRAIN_JUDGED_UNROUNDED),
                                     due_word(composer, indicator, PER_GRAIN_JUDGED_PRINTED)},
                                    {WORD_JUDGED_YTD_UNROUNDED, WORD_JUDGED_YTD_PRINTED}};
    const struct figure *published = find_published(composer, indicator);
    const char *note = NULL;
    if (rule != NULL)
        note = words_get(composer->words, judged[indicator->reports_ytd][rule->as_printed]);
    section_head_set(composer, flow, section_head_title(composer, block, WORD_RAG_KEY), note);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (rule == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH,
                        words_get(composer->words, dated_word(composer, PER_GRAIN_NO_KEY)), &style);
    if (rule == NULL && published == NULL)
        return;
    struct element *list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    if (rule != NULL)
        set_key(composer, flow, indicator, rule, list);
    if (published != NULL)
        set_published(composer, flow, published, list);
}
