#include "key_lines.h"

#include <math.h>
#include <string.h>

#include "block_parts.h"
#include "icon.h"
#include "key_place.h"
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

static const double between_rows_pt = 1.5; /* from a box to the one below */

/* A letter is as large as the words beside it, whose size may ask for larger boxes and rows. */
static struct key_look look_for(const struct key_look *usual, const struct pen *pen) {
    struct key_look look = *usual;
    double scale = fmax(1, pen_letter_box(pen->size_pt) / look.letter.height);
    look.letter.height *= scale;
    look.letter.width *= scale;
    look.row_pt = fmax(look.row_pt, look.letter.height + between_rows_pt);
    return look;
}

/* A key while it is set. */
struct key_lines {
    struct composer *composer;
    struct flow *flow;
    const struct key_request *request;
    struct key_look look;
    struct element *list; /* of the item that is set; NULL: it is an artifact */
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
    double before = mark_pt > 0 ? mark_pt + key->look.gap_pt : 0;
    double x = place_in_line(key, before + pen_width(&key->pen, words));
    if (x < 0) {
        if (key->pen.piece != NULL)
            key->pen.piece->keep = true;
        key->pen.piece = flow_add(key->composer, key->flow, key->look.row_pt);
        x = 0;
    }
    key->x = x;
    return add_element(key, key->list, ROLE_LIST_ITEM);
}

static double middle(const struct key_lines *key) {
    return key->look.row_pt / 2;
}

/* The words behind a mark; those that are longer than a line go on below. */
static void end_item(struct key_lines *key, struct element *item, double mark_pt, const char *words) {
    const struct pen pen = pen_for(key->pen, add_element(key, item, ROLE_LIST_BODY));
    double before = mark_pt > 0 ? mark_pt + key->look.gap_pt : 0, room = flow_left_width(key->flow) - before;
    key->x += before;
    if (key->x > before || pen_width(&pen, words) <= room) {
        pen_text(&pen, key->x, pen_baseline(&pen, middle(key)), words);
        key->x += pen_width(&pen, words) + key->look.between_pt;
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
    bool level = icon == ICON_LINE_SIMILAR || icon == ICON_ARROW_LEVEL || icon == ICON_CHANGE_LEVEL;
    if (key->threshold == NULL || (!rise && !fall && !level))
        return icon_words(key->composer, icon);
    enum word word = rise ? WORD_KEY_RISE : fall ? WORD_KEY_FALL : WORD_KEY_LEVEL;
    return words_format(key->composer->arena, words, word, "threshold", key->threshold, NULL);
}

/* Icons that say the same stand side by side, with their words once: filled and hollow arrows of no change. Shapes and
 * letters are artifacts here: where they are used they read as the words that stand beside them. */
static void add_icons(struct key_lines *key, int first) {
    const char *words = words_of(key, (enum icon)first);
    enum icon alike[ICON_COUNT];
    size_t count = 0;
    for (int icon = 0; icon < ICON_COUNT; icon++) {
        if (!usage_has(&key->request->usage, USE_ICON, icon) || strcmp(words_of(key, (enum icon)icon), words) != 0)
            continue;
        if (icon < first) /* said with it */
            return;
        alike[count++] = (enum icon)icon;
    }
    double width = key->look.mark_pt * (double)count;
    struct element *item = start_item(key, width, words);
    for (size_t i = 0; i < count; i++)
        icon_draw(&key->pen, alike[i], key->x + key->look.mark_pt * ((double)i + 0.5), middle(key),
                  key->look.icon_scale);
    end_item(key, item, width, words);
}

static struct box letter_box(const struct key_lines *key) {
    struct box box = key->look.letter;
    return (struct box){key->x, middle(key) - box.height / 2, box.width, box.height};
}

static const char *letter_words(const struct key_lines *key, int which) {
    return words_band(key->composer->words, (enum band_colour)which);
}

static const char *quartile_words_of(const struct key_lines *key, int which) {
    return field_aloud(key->composer->words, FIELD_QUARTILE, which);
}

/* Letters of a kind stand in one line where one has room for all of them, the rest of this one or the next: one alone
 * below the others is taken for another thing. */
static void keep_letters_together(struct key_lines *key, enum use_kind kind, int count,
                                  const char *(*words)(const struct key_lines *key, int which)) {
    double width = 0;
    for (int which = 0; which < count; which++)
        if (usage_has(&key->request->usage, kind, which))
            width += key->look.letter.width + key->look.gap_pt + pen_width(&key->pen, words(key, which)) +
                     key->look.between_pt;
    width -= key->look.between_pt;
    if (width > 0 && place_in_line(key, width) < 0 && width <= flow_left_width(key->flow))
        key->x = key->flow->width_pt;
}

static void add_letter(struct key_lines *key, int which) {
    enum band_colour band = (enum band_colour)which;
    const char *words = letter_words(key, which);
    struct element *item = start_item(key, key->look.letter.width, words);
    pen_band(&key->pen, band, letter_box(key));
    end_item(key, item, key->look.letter.width, words);
}

static void add_quartile(struct key_lines *key, int which) {
    enum quartile quartile = (enum quartile)which;
    const char *words = quartile_words_of(key, which);
    struct element *item = start_item(key, key->look.letter.width, words);
    pen_quartile(&key->pen, quartile, letter_box(key));
    end_item(key, item, key->look.letter.width, words);
}

/* A sign that is text, read with its words. */
static void add_text(struct key_lines *key, const char *sign, enum face face, const char *words) {
    struct pen pen = pen_in(key->pen, face, key->pen.colour);
    double width = pen_width(&pen, sign);
    struct element *item = start_item(key, width, words);
    pen.piece = key->pen.piece;
    pen.element = add_element(key, item, ROLE_LIST_LABEL);
    pen_text(&pen, key->x, pen_baseline(&pen, middle(key)), sign);
    end_item(key, item, width, words);
}

static void add_sign(struct key_lines *key, int which) {
    enum sign sign = (enum sign)which;
    const struct sign_row *row = &sign_table[sign];
    const char *words = words_get(key->composer->words, row->meaning);
    if (row->draw == NULL) {
        add_text(key, sign_text(key->composer->words, sign), FACE_TABLE, words);
        return;
    }
    struct box box = letter_box(key);
    box.width = fmax(box.width, row->width_pt * box.height / foot_look.letter.height);
    struct element *item = start_item(key, box.width, words);
    box.x = key->x;
    box.y = letter_box(key).y;
    row->draw(&key->pen, box);
    end_item(key, item, box.width, words);
}

static void add_status(struct key_lines *key, int which) {
    add_text(key, status_words[which].symbol, FACE_TABLE, words_status(key->composer->words, (enum status)which));
}

/* Icons that follow each other, or every other one of them. */
struct icon_range {
    enum icon first, last;
    bool every_other;
};

static bool has_any(const struct usage *usage, struct icon_range range) {
    for (int icon = (int)range.first; icon <= (int)range.last; icon += range.every_other ? 2 : 1)
        if (usage_has(usage, USE_ICON, icon))
            return true;
    return false;
}

static bool has_shares(const struct catalogue *catalogue) {
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (catalogue->indicators[i]->share != NULL)
            return true;
    return false;
}

/* What icons have in common, a sentence for each kind. */
static void add_sentences(struct key_lines *key) {
    static const struct icon_range none = {ICON_COUNT, 0, false}, hollow = {ICON_ARROW_RISE, ICON_ARROW_FALL, false},
                                   filled = {ICON_BETTER, ICON_WORSE, false};
    const struct usage *usage = &key->request->usage;
    const struct {
        struct icon_range of, not_with;
        enum word word;
        bool needs_threshold, needs_shares, needs_usual;
    } sentences[] = {
        {{ICON_BETTER, ICON_WORSE, false}, hollow, .word = WORD_KEY_ARROWS},
        {hollow, none, .word = WORD_KEY_HOLLOW},
        {{ICON_BETTER, ICON_WORSE, false}, none, .word = WORD_KEY_USUAL, .needs_usual = true},
        {{ICON_CHANGE_UP, ICON_CHANGE_DOWN, false}, none, .word = WORD_KEY_TRIANGLES},
        {{ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE, false}, none, .word = WORD_KEY_JUDGED_TRIANGLES},
        {{ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE, false}, none, .word = WORD_KEY_SHARES, .needs_shares = true},
        {{ICON_TRIANGLE_BETTER, ICON_TRIANGLE_WORSE, false}, none, .word = WORD_KEY_THRESHOLD, .needs_threshold = true},
        {{ICON_LINE_RISE, ICON_LINE_FALL, false},
         none,
         .word = has_any(usage, filled) ? WORD_KEY_LINES_THIN : WORD_KEY_LINES},
        {{ICON_SPC_IMPROVEMENT_HIGH, ICON_SPC_NEITHER_HIGH, true}, none, .word = WORD_KEY_VARIATION_HIGH},
        {{ICON_SPC_IMPROVEMENT_LOW, ICON_SPC_NEITHER_LOW, true}, none, .word = WORD_KEY_VARIATION_LOW},
        {{ICON_SPC_PASSES, ICON_SPC_PASSES, false}, none, .word = WORD_KEY_PASSES},
        {{ICON_SPC_HIT_OR_MISS, ICON_SPC_HIT_OR_MISS, false}, none, .word = WORD_KEY_HIT_OR_MISS},
        {{ICON_SPC_FAILS, ICON_SPC_FAILS, false}, none, .word = WORD_KEY_FAILS},
    };
    struct composer *composer = key->composer;
    const char *text = "";
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (has_any(usage, sentences[i].of) && !has_any(usage, sentences[i].not_with) &&
            (!sentences[i].needs_threshold || key->threshold != NULL) &&
            (!sentences[i].needs_shares || has_shares(composer->layout->catalogue)) &&
            (!sentences[i].needs_usual || composer->layout->catalogue->keeps_little))
            text = arena_printf(
                composer->arena, "%s%s%s", text, *text != '\0' ? " " : "",
                words_format(composer->arena, composer->words, sentences[i].word, "threshold", key->threshold, NULL));
    if (*text != '\0')
        end_item(key, start_item(key, 0, text), 0, text);
}

static void choose_list(struct key_lines *key, enum use_kind kind, int which) {
    key->list = usage_has(&key->request->said, kind, which) ? NULL : key->request->list;
}

/* All but abbreviations, which have an order of their own. */
static void add_marks(struct key_lines *key) {
    static const struct {
        enum use_kind kind;
        int count;
        void (*add)(struct key_lines *key, int which);
        const char *(*letter)(const struct key_lines *key, int which); /* its words; NULL: they are no letters */
    } kinds[] = {
        {USE_ICON, ICON_COUNT, add_icons, NULL},
        {USE_BAND, BAND_COUNT, add_letter, letter_words},
        {USE_QUARTILE, QUARTILE_COUNT, add_quartile, quartile_words_of},
        {USE_SIGN, SIGN_COUNT, add_sign, NULL},
        {USE_STATUS, STATUS_COUNT, add_status, NULL},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].letter != NULL)
            keep_letters_together(key, kinds[i].kind, kinds[i].count, kinds[i].letter);
        for (int which = 0; which < kinds[i].count; which++)
            if (usage_has(&key->request->usage, kinds[i].kind, which)) {
                choose_list(key, kinds[i].kind, which);
                kinds[i].add(key, which);
            }
    }
}

static void add_abbreviations(struct key_lines *key) {
    const struct abbreviations *list = key->composer->layout->abbreviations;
    size_t count;
    const int *places = usage_abbreviations(key->composer, &key->request->usage, &count);
    for (size_t i = 0; i < count; i++) {
        choose_list(key, USE_ABBREVIATION, places[i]);
        add_text(key, list->items[places[i]].short_form, FACE_TABLE_BOLD, list->items[places[i]].meaning);
    }
}

static bool icons_are_said(const struct key_lines *key) {
    struct usage left = key->request->usage;
    usage_take_out(&left, &key->request->said);
    return !has_any(&left, (struct icon_range){0, ICON_COUNT - 1, false});
}

static struct usage abbreviations_of_pack(const struct composer *composer) {
    struct usage usage = usage_of_pack(composer);
    for (int kind = 0; kind < USE_KINDS; kind++)
        if (kind != USE_ABBREVIATION)
            usage_clear_kind(&usage, (enum use_kind)kind);
    return usage;
}

/* A key that stands before what its page shows is on its first side, and further sides have keys of their own. */
struct usage key_usage(const struct composer *composer, const struct block *block) {
    if (block->kind == BLOCK_GLOSSARY)
        return abbreviations_of_pack(composer);
    const struct page_usage page = usage_of_page(composer);
    struct usage usage = key_place_goes_on(composer->page->spec->body) ? page.first_side : page.all;
    if (block_key(block)->of_pack)
        usage = usage_of_pack(composer);
    key_lines_leave_out(composer, &usage);
    return usage;
}

void key_lines_leave_out(const struct composer *composer, struct usage *usage) {
    if (composer->layout->abbreviations_in_glossary && !composer->layout->alone)
        usage_clear_kind(usage, USE_ABBREVIATION);
}

void key_lines_set(struct composer *composer, struct flow *flow, const struct key_request *request) {
    const struct pen pen = pen_make(composer, NULL, request->form == KEY_PACK ? STYLE_BODY : STYLE_NOTE);
    struct key_lines key = {.composer = composer,
                            .flow = flow,
                            .request = request,
                            .look = look_for(request->form == KEY_FOOT ? &foot_look : &block_look, &pen),
                            .pen = pen,
                            .threshold = threshold_of(composer)};
    key.pen.explains = true;
    add_marks(&key);
    add_abbreviations(&key);
    key.list = icons_are_said(&key) ? NULL : request->list;
    add_sentences(&key);
}
