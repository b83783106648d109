#include "block_parts.h"
#include "block_setters.h"
#include "icon.h"
#include "pen.h"
#include "prose.h"
#include "section_head.h"
#include "usage.h"

enum { ROW_PT = 15, MARK_PT = 13, LETTER_WIDTH_PT = 18, LETTER_HEIGHT_PT = 11, MARK_GAP_PT = 5, ITEM_GAP_PT = 16 };

/* A key while it is set: items in lines that are filled from the left. */
struct key_lines {
    struct composer *composer;
    struct flow *flow;
    struct element *list;
    struct pen pen; /* in the piece of the line */
    double x;
    const char *threshold; /* the least change that is not level, in percent; NULL: any change, or not one for all */
};

/* Room for a mark and its words on this line or the next; gives the item. */
static struct element *start_item(struct key_lines *key, double mark_width, const char *words) {
    double width = mark_width + MARK_GAP_PT + pen_width(&key->pen, words);
    if (key->pen.piece == NULL || key->x + width > key->flow->width_pt) {
        if (key->pen.piece != NULL)
            key->pen.piece->keep = true;
        key->pen.piece = flow_add(key->composer, key->flow, ROW_PT);
        key->x = 0;
    }
    return document_add_element(key->composer->document, key->list, ROLE_LIST_ITEM);
}

static void end_item(struct key_lines *key, struct element *item, double mark_width, const char *words) {
    const struct pen pen = pen_for(key->pen, document_add_element(key->composer->document, item, ROLE_LIST_BODY));
    key->x += mark_width + MARK_GAP_PT;
    pen_text(&pen, key->x, pen_baseline(&pen, ROW_PT / 2.0), words);
    key->x += pen_width(&pen, words) + ITEM_GAP_PT;
}

/* What all arrows of the catalogue have in common. */
static const char *threshold_of(struct composer *composer) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct fraction found = fraction_none();
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct direction_rule *rule = &catalogue->indicators[i]->direction;
        if (rule->none)
            continue;
        if (!fraction_present(rule->threshold) ||
            (fraction_present(found) && fraction_compare(found, rule->threshold) != 0))
            return NULL;
        found = rule->threshold;
    }
    return fraction_present(found) ? fraction_printed(composer->arena, found, fraction_decimals(found), false) : NULL;
}

/* An arrow of the number says how far it is from level. */
static const char *words_of(const struct key_lines *key, enum icon icon) {
    const struct words *words = key->composer->words;
    bool rise = icon == ICON_LINE_RISE || icon == ICON_ARROW_RISE || icon == ICON_CHANGE_UP;
    bool fall = icon == ICON_LINE_FALL || icon == ICON_ARROW_FALL || icon == ICON_CHANGE_DOWN;
    if (key->threshold == NULL || (!rise && !fall))
        return icon_words(words, icon);
    return words_format(key->composer->arena, words, rise ? WORD_KEY_RISE : WORD_KEY_FALL, "threshold", key->threshold,
                        NULL);
}

/* Shapes and letters are artifacts here: where they are used they read as the words that stand beside them. */
static void add_icon(struct key_lines *key, enum icon icon) {
    const char *words = words_of(key, icon);
    struct element *item = start_item(key, MARK_PT, words);
    icon_draw(&key->pen, icon, key->x + MARK_PT / 2.0, ROW_PT / 2.0, 0.9);
    end_item(key, item, MARK_PT, words);
}

static void add_letter(struct key_lines *key, enum band_colour band) {
    const char *words = words_band(key->composer->words, band);
    struct element *item = start_item(key, LETTER_WIDTH_PT, words);
    pen_band(&key->pen, band,
             (struct box){key->x, (ROW_PT - LETTER_HEIGHT_PT) / 2.0, LETTER_WIDTH_PT, LETTER_HEIGHT_PT});
    end_item(key, item, LETTER_WIDTH_PT, words);
}

static void add_quartile(struct key_lines *key, enum quartile quartile) {
    const char *words = field_aloud(key->composer->words, FIELD_QUARTILE, (int)quartile);
    struct element *item = start_item(key, LETTER_WIDTH_PT, words);
    pen_quartile(&key->pen, quartile,
                 (struct box){key->x, (ROW_PT - LETTER_HEIGHT_PT) / 2.0, LETTER_WIDTH_PT, LETTER_HEIGHT_PT});
    end_item(key, item, LETTER_WIDTH_PT, words);
}

static void add_symbol(struct key_lines *key, enum status status) {
    const char *symbol = status_words[status].symbol, *words = words_status(key->composer->words, status);
    struct pen pen = pen_in(key->pen, FACE_TABLE, key->pen.colour);
    double width = pen_width(&pen, symbol);
    struct element *item = start_item(key, width, words);
    pen.piece = key->pen.piece;
    pen.element = document_add_element(key->composer->document, item, ROLE_LIST_LABEL);
    pen_text(&pen, key->x, pen_baseline(&pen, ROW_PT / 2.0), symbol);
    end_item(key, item, width, words);
}

static uint64_t bits(enum icon first, enum icon last) {
    return (UINT64_C(2) << last) - (UINT64_C(1) << first);
}

/* What icons have in common, in sentences behind each other. */
static void add_sentences(struct key_lines *key, uint64_t icons) {
    const struct {
        uint64_t of;
        enum word word;
        bool needs_threshold;
    } sentences[] = {
        {.of = bits(ICON_BETTER, ICON_WORSE), .word = WORD_KEY_ARROWS},
        {.of = bits(ICON_CHANGE_UP, ICON_CHANGE_DOWN), .word = WORD_KEY_TRIANGLES},
        {.of = bits(ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE), .word = WORD_KEY_JUDGED_TRIANGLES},
        {.of = bits(ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE), .word = WORD_KEY_THRESHOLD, .needs_threshold = true},
        {.of = bits(ICON_LINE_RISE, ICON_LINE_FALL), .word = WORD_KEY_LINES},
        {.of = bits(ICON_SPC_COMMON, ICON_SPC_NEITHER_LOW), .word = WORD_KEY_VARIATION},
        {.of = bits(ICON_SPC_PASSES, ICON_SPC_FAILS), .word = WORD_KEY_ASSURANCE},
    };
    struct composer *composer = key->composer;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    const char *text = "";
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if ((icons & sentences[i].of) != 0 && (!sentences[i].needs_threshold || key->threshold != NULL))
            text = arena_printf(
                composer->arena, "%s%s%s", text, *text != '\0' ? " " : "",
                words_format(composer->arena, composer->words, sentences[i].word, "threshold", key->threshold, NULL));
    if (*text == '\0')
        return;
    key->pen.piece->keep = true;
    prose_set_words(composer, key->flow, ROLE_PARAGRAPH, text, &style);
}

void key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct usage usage = usage_of(composer, block_key(block)->of_pack);
    if (composer->known == NULL)
        return;
    if (usage.icons == 0 && usage.bands == 0 && usage.quartiles == 0 && usage.statuses == 0) {
        diag_warning(composer->diag, block->pos, "nothing is used that a key would explain; take the <key> out");
        return;
    }
    if (block->title != NULL)
        section_head_set(composer, flow, block->title, NULL);
    struct key_lines key = {.composer = composer,
                            .flow = flow,
                            .pen = pen_make(composer, NULL, STYLE_NOTE),
                            .list = document_add_element(composer->document, composer->page->section, ROLE_LIST),
                            .threshold = threshold_of(composer)};
    for (int icon = 0; icon < ICON_COUNT; icon++)
        if (usage.icons >> icon & 1)
            add_icon(&key, (enum icon)icon);
    for (int band = 0; band < BAND_COUNT; band++)
        if (usage.bands >> band & 1)
            add_letter(&key, (enum band_colour)band);
    for (int quartile = 0; quartile < QUARTILE_COUNT; quartile++)
        if (usage.quartiles >> quartile & 1)
            add_quartile(&key, (enum quartile)quartile);
    for (int status = 0; status < STATUS_COUNT; status++)
        if (usage.statuses >> status & 1)
            add_symbol(&key, (enum status)status);
    add_sentences(&key, usage.icons);
}
