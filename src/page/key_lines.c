#include "key_lines.h"

#include "icon.h"
#include "lines.h"
#include "pen.h"
#include "sign.h"

/* The measures of a key, in points. */
struct key_look {
    double row_pt, mark_pt, icon_scale;
    struct box letter; /* its size */
    double gap_pt;     /* between a mark and its words */
    double between_pt; /* between items */
};

static const struct key_look block_look = {.row_pt = 15,
                                           .mark_pt = 13,
                                           .icon_scale = 0.9,
                                           .letter = {.width = 18, .height = 11},
                                           .gap_pt = 5,
                                           .between_pt = 16};
static const struct key_look foot_look = {.row_pt = 11,
                                          .mark_pt = 9,
                                          .icon_scale = 0.75,
                                          .letter = {.width = 13, .height = 9},
                                          .gap_pt = 3,
                                          .between_pt = 11};

enum { DRAWN_HEIGHT_PT = 9 };

/* A key while it is set. */
struct key_lines {
    struct composer *composer;
    struct flow *flow;
    const struct key_look *look;
    struct element *list; /* NULL: artifacts */
    struct pen pen;       /* in the piece of the line */
    double x;
    const char *threshold; /* the least change that is not level, in percent; NULL: any change, or not one for all */
};

static struct element *add_element(const struct key_lines *key, struct element *parent, enum role role) {
    return parent == NULL ? NULL : document_add_element(key->composer->document, parent, role);
}

/* Where an item of a width begins on this line: behind the fold where it would lie across it; -1: it does not fit. */
static double place_in_line(const struct key_lines *key, double width) {
    double left = flow_left_width(key->flow), right = key->flow->width_pt - left;
    if (key->pen.piece == NULL)
        return -1;
    double x = key->flow->fold_pt > 0 && key->x < right && key->x + width > left ? right : key->x;
    return x + width > key->flow->width_pt ? -1 : x;
}

/* Room for a mark and its words on this line or the next; gives the item. */
static struct element *start_item(struct key_lines *key, double mark_pt, const char *words) {
    double before = mark_pt > 0 ? mark_pt + key->look->gap_pt : 0;
    double x = place_in_line(key, before + pen_width(&key->pen, words));
    if (x < 0) {
        if (key->pen.piece != NULL)
            key->pen.piece->keep = true;
        key->pen.piece = flow_add(key->composer, key->flow, key->look->row_pt);
        x = 0;
    }
    key->x = x;
    return add_element(key, key->list, ROLE_LIST_ITEM);
}

static double middle(const struct key_lines *key) {
    return key->look->row_pt / 2;
}

/* The words behind a mark; those that are longer than a line go on below. */
static void end_item(struct key_lines *key, struct element *item, double mark_pt, const char *words) {
    const struct pen pen = pen_for(key->pen, add_element(key, item, ROLE_LIST_BODY));
    double before = mark_pt > 0 ? mark_pt + key->look->gap_pt : 0, room = flow_left_width(key->flow) - before;
    key->x += before;
    if (key->x > before || pen_width(&pen, words) <= room) {
        pen_text(&pen, key->x, pen_baseline(&pen, middle(key)), words);
        key->x += pen_width(&pen, words) + key->look->between_pt;
        return;
    }
    struct lines lines = lines_break(&pen, words, room);
    lines.go_on = true;
    lines_set(&pen, &lines, key->x, pen_baseline(&pen, middle(key)));
    key->pen.piece->height_pt += (double)(lines.count - 1) * pen.leading_pt;
    key->x = key->flow->width_pt;
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
    double width = key->look->mark_pt;
    struct element *item = start_item(key, width, words);
    icon_draw(&key->pen, icon, key->x + width / 2, middle(key), key->look->icon_scale);
    end_item(key, item, width, words);
}

static struct box letter_box(const struct key_lines *key) {
    struct box box = key->look->letter;
    return (struct box){key->x, middle(key) - box.height / 2, box.width, box.height};
}

static void add_letter(struct key_lines *key, enum band_colour band) {
    const char *words = words_band(key->composer->words, band);
    struct element *item = start_item(key, key->look->letter.width, words);
    pen_band(&key->pen, band, letter_box(key));
    end_item(key, item, key->look->letter.width, words);
}

static void add_quartile(struct key_lines *key, enum quartile quartile) {
    const char *words = field_aloud(key->composer->words, FIELD_QUARTILE, (int)quartile);
    struct element *item = start_item(key, key->look->letter.width, words);
    pen_quartile(&key->pen, quartile, letter_box(key));
    end_item(key, item, key->look->letter.width, words);
}

/* A sign that is text, read with its words. */
static void add_text(struct key_lines *key, const char *sign, const char *words) {
    struct pen pen = pen_in(key->pen, FACE_TABLE, key->pen.colour);
    double width = pen_width(&pen, sign);
    struct element *item = start_item(key, width, words);
    pen.piece = key->pen.piece;
    pen.element = add_element(key, item, ROLE_LIST_LABEL);
    pen_text(&pen, key->x, pen_baseline(&pen, middle(key)), sign);
    end_item(key, item, width, words);
}

static void add_sign(struct key_lines *key, enum sign sign) {
    const struct sign_row *row = &sign_table[sign];
    const char *words = words_get(key->composer->words, row->meaning);
    if (row->draw == NULL) {
        add_text(key, sign_text(key->composer->words, sign), words);
        return;
    }
    struct element *item = start_item(key, row->width_pt, words);
    row->draw(&key->pen, (struct box){key->x, middle(key) - DRAWN_HEIGHT_PT / 2.0, row->width_pt, DRAWN_HEIGHT_PT});
    end_item(key, item, row->width_pt, words);
}

static uint64_t bits(enum icon first, enum icon last) {
    return (UINT64_C(2) << last) - (UINT64_C(1) << first);
}

/* What icons have in common, a sentence for each kind. */
static void add_sentences(struct key_lines *key, uint64_t icons) {
    const uint64_t hollow = bits(ICON_ARROW_RISE, ICON_ARROW_FALL);
    const struct {
        uint64_t of, not_with;
        enum word word;
        bool needs_threshold;
    } sentences[] = {
        {.of = bits(ICON_BETTER, ICON_WORSE), .word = WORD_KEY_ARROWS},
        {.of = bits(ICON_ARROW_BETTER, ICON_ARROW_WORSE), .not_with = hollow, .word = WORD_KEY_ARROWS},
        {.of = hollow, .word = WORD_KEY_HOLLOW},
        {.of = bits(ICON_CHANGE_UP, ICON_CHANGE_DOWN), .word = WORD_KEY_TRIANGLES},
        {.of = bits(ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE), .word = WORD_KEY_JUDGED_TRIANGLES},
        {.of = bits(ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE), .word = WORD_KEY_THRESHOLD, .needs_threshold = true},
        {.of = bits(ICON_LINE_RISE, ICON_LINE_FALL), .word = WORD_KEY_LINES},
        {.of = bits(ICON_SPC_COMMON, ICON_SPC_NEITHER_LOW), .word = WORD_KEY_VARIATION},
        {.of = bits(ICON_SPC_PASSES, ICON_SPC_FAILS), .word = WORD_KEY_ASSURANCE},
    };
    struct composer *composer = key->composer;
    const char *text = "";
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if ((icons & sentences[i].of) != 0 && (icons & sentences[i].not_with) == 0 &&
            (!sentences[i].needs_threshold || key->threshold != NULL))
            text = arena_printf(
                composer->arena, "%s%s%s", text, *text != '\0' ? " " : "",
                words_format(composer->arena, composer->words, sentences[i].word, "threshold", key->threshold, NULL));
    if (*text != '\0')
        end_item(key, start_item(key, 0, text), 0, text);
}

static void add_items(struct key_lines *key, const struct usage *usage) {
    for (int icon = 0; icon < ICON_COUNT; icon++)
        if (usage->icons >> icon & 1)
            add_icon(key, (enum icon)icon);
    for (int band = 0; band < BAND_COUNT; band++)
        if (usage->bands >> band & 1)
            add_letter(key, (enum band_colour)band);
    for (int quartile = 0; quartile < QUARTILE_COUNT; quartile++)
        if (usage->quartiles >> quartile & 1)
            add_quartile(key, (enum quartile)quartile);
    for (int sign = 0; sign < SIGN_COUNT; sign++)
        if (usage->signs >> sign & 1)
            add_sign(key, (enum sign)sign);
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (usage->statuses >> status & 1)
            add_text(key, status_words[status].symbol, words_status(key->composer->words, status));
    add_sentences(key, usage->icons);
}

void key_lines_set(struct composer *composer, struct flow *flow, const struct usage *usage, enum key_form form) {
    struct key_lines key = {.composer = composer,
                            .flow = flow,
                            .look = form == KEY_BLOCK ? &block_look : &foot_look,
                            .pen = pen_make(composer, NULL, STYLE_NOTE),
                            .threshold = threshold_of(composer)};
    if (form != KEY_AGAIN)
        key.list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    add_items(&key, usage);
}
