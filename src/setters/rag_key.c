#include "band_text.h"
#include "block_setters.h"
#include "coverage_text.h"
#include "dated.h"
#include "lines.h"
#include "pen.h"
#include "prose.h"
#include "section_head.h"
#include "usage.h"

enum { KEY_BOX_PT = 18, KEY_BOX_TOP = 2, KEY_BOX_HEIGHT = 12, KEY_ROW_PT = 17, KEY_BASELINE = 11, KEY_GAP_PT = 6 };

/* Of these, which hold for usual type. */
static double scale_of(const struct composer *composer) {
    return theme_scale(&composer->layout->theme, STYLE_TABLE, 11);
}

/* From the left of a box to its words. */
static double before_words(const struct composer *composer) {
    return scale_of(composer) * KEY_BOX_PT + KEY_GAP_PT;
}

/* A box of the key while it is set: its letter, and where it and its words stand. */
struct key_item {
    enum band_colour colour;
    bool published;
    double x;
    const char *words;
    double width_pt; /* for the box and its words, which take more lines in less */
};

static void set_item(const struct pen *row, struct element *list, const struct key_item *item) {
    struct document *document = row->composer->document;
    const double scale = scale_of(row->composer), before = before_words(row->composer);
    const struct box box = {item->x, scale * KEY_BOX_TOP, scale * KEY_BOX_PT, scale * KEY_BOX_HEIGHT};
    struct element *element = document_add_element(document, list, ROLE_LIST_ITEM);
    struct pen pen = pen_for(*row, document_add_element(document, element, ROLE_LIST_LABEL));
    (item->published ? pen_band_published : pen_band)(&pen, item->colour, box);
    usage_note_explained(&pen, item->published ? USE_SIGN : USE_BAND,
                         item->published ? (int)SIGN_PUBLISHED : (int)item->colour);
    pen = pen_for(*row, document_add_element(document, element, ROLE_LIST_BODY));
    const struct lines lines = lines_break(&pen, item->words, item->width_pt - before);
    lines_set(&pen, &lines, item->x + before, scale * KEY_BASELINE);
}

/* A row of its own, as high as its words are. */
static void set_row(struct composer *composer, struct flow *flow, struct element *list, struct key_item item) {
    struct pen pen = pen_make(composer, NULL, STYLE_TABLE);
    item.width_pt = flow->width_pt;
    const struct lines lines = lines_break(&pen, item.words, item.width_pt - before_words(composer));
    pen.piece = flow_add(composer, flow, scale_of(composer) * KEY_ROW_PT + (double)(lines.count - 1) * pen.leading_pt);
    set_item(&pen, list, &item);
}

/* Three boxes with their words: side by side where they fit, else one below the other. */
static void set_key(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                    const struct band_rule *rule, struct element *list) {
    struct pen pen = pen_make(composer, NULL, STYLE_TABLE);
    double needed = 0, slot = flow->width_pt / 3;
    const char *words[BAND_COUNT];
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        words[colour] = band_text(composer, indicator, rule, colour, BAND_IN_WORDS);
        double width = words[colour] == NULL ? 0 : pen_width(&pen, words[colour]);
        needed = width > needed ? width : needed;
    }
    bool beside = before_words(composer) + needed + 4 <= slot;
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        if (words[colour] == NULL)
            continue;
        if (!beside) {
            set_row(composer, flow, list, (struct key_item){.colour = colour, .words = words[colour]});
            continue;
        }
        if (pen.piece == NULL)
            pen.piece = flow_add(composer, flow, scale_of(composer) * KEY_ROW_PT);
        set_item(&pen, list, &(struct key_item){colour, false, slot * (double)colour, words[colour], slot});
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

void rag_key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct band_rule *rule = indicator_band_rule(indicator, composer->period);
    const struct figure *published = find_published(composer, indicator);
    const char *note = NULL;
    if (indicator->band_rule_count == 0 && published == NULL)
        return;
    if (rule != NULL)
        note = words_get(composer->words, coverage_judged(composer, indicator, rule->as_printed));
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
        set_row(composer, flow, list,
                (struct key_item){.colour = (enum band_colour)published->word,
                                  .published = true,
                                  .words = words_get(composer->words, WORD_KEY_PUBLISHED)});
}
