#include <math.h>

#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "icon.h"
#include "lines.h"

enum { TILE_LEAST_PT = 66, TILE_MOST_PT = 128, TITLE_PT = 14, TILE_PT = 40, FIGURE_BASELINE = 18, LABEL_BASELINE = 31 };
enum {
    TITLE_BASELINE = 9,
    MARK_GAP_PT = 8,
    LABEL_INDENT_PT = 8,
    LETTER_WIDTH_PT = 18,
    LETTER_HEIGHT_PT = 12,
    SIGN_ABOVE_PT = 2
};

/* Of these, which hold for usual type: titles of up to 20 points, tables and notes of up to 11. */
static double scale_of(const struct composer *composer) {
    const struct theme *theme = &composer->layout->theme;
    return fmax(theme_scale(theme, STYLE_TITLE, 20),
                fmax(theme_scale(theme, STYLE_TABLE, 11), theme_scale(theme, STYLE_NOTE, 11)));
}

static size_t tally_word(const struct composer *composer, const struct block *block, enum field field, int word) {
    const struct selection *selection = &block->selection;
    return figures_tally(composer->figures, selection->indicators, selection->count, field, composer->period, word);
}

/* How many of the block's indicators a tile counts. */
static size_t tile_tally(const struct composer *composer, const struct block *block, const struct tile *tile) {
    if (tile->count == TILE_WORD)
        return tally_word(composer, block, tile->field, tile->word);
    size_t left = block->selection.count;
    for (int word = 0; tile->count == TILE_ABSENT && word < field_kinds[field_table[tile->field].kind].tiled; word++)
        left -= tally_word(composer, block, tile->field, word);
    return left;
}

/* The first indicator says whether arrows are about performance; a mixed selection gets the label that it is given. */
static enum icon tile_icon(const struct block *block, const struct tile *tile) {
    if (field_table[tile->field].kind == FIELD_IS_TARGET_STATUS)
        return icon_of_target((enum target_status)tile->word);
    if (tile->count == TILE_ABSENT)
        return ICON_NOT_COMPARABLE;
    for (size_t i = 0; i < block->selection.count; i++) {
        const struct indicator *indicator = block->selection.indicators[i];
        if (!indicator->direction.none)
            return icon_of_direction(indicator, (enum direction)tile->word);
    }
    return ICON_NOT_COMPARABLE;
}

/* Those that have a target and are not judged: for want of a figure, or of a direction that is good too. */
static enum word unjudged_word(const struct composer *composer, const struct block *block, enum field field) {
    for (size_t i = 0; i < block->selection.count; i++) {
        const struct figure_table *table = figures_of(composer->figures, block->selection.indicators[i]);
        int period = figure_due_period(table, field, composer->period);
        if (figure_at(table, field, period)->status == STATUS_NOT_APPLICABLE)
            return WORD_TILE_NOT_JUDGED;
    }
    return WORD_TILE_NO_FIGURE;
}

static const char *tile_label(struct composer *composer, const struct block *block, const struct tile *tile) {
    enum field_kind kind = field_table[tile->field].kind;
    bool band = kind == FIELD_IS_BAND || kind == FIELD_IS_QUARTILE;
    if (tile->label != NULL)
        return tile->label;
    if (tile->count == TILE_ALL)
        return words_get(composer->words, WORD_TILE_ALL);
    if (band && tile->count == TILE_WORD)
        return field_aloud(composer->words, tile->field, tile->word);
    if (band)
        return words_get(composer->words, WORD_TILE_NO_LETTER);
    if (kind == FIELD_IS_TARGET_STATUS && tile->count == TILE_ABSENT)
        return words_get(composer->words, unjudged_word(composer, block, tile->field));
    return icon_words(composer, tile_icon(block, tile));
}

/* The one status that all have whom a field does not judge; STATUS_PRESENT where they have several. */
static enum status unjudged_status(const struct composer *composer, const struct block *block, enum field field) {
    enum status found = STATUS_PRESENT;
    for (size_t i = 0; i < block->selection.count; i++) {
        const struct figure_table *table = figures_of(composer->figures, block->selection.indicators[i]);
        const struct figure *figure = figure_at(table, field, figure_due_period(table, field, composer->period));
        if (!status_is_absent(figure->status))
            continue;
        if (found != STATUS_PRESENT && found != figure->status)
            return STATUS_PRESENT;
        found = figure->status;
    }
    return found;
}

/* The sign that rows have in place of what the tile counts, at the same height as shapes. */
static void set_sign(const struct pen *mark, const struct block *block, const struct tile *tile, double x) {
    struct composer *composer = mark->composer;
    enum status status = unjudged_status(composer, block, tile->field);
    struct pen pen = pen_in(pen_make(composer, mark->piece, STYLE_BODY), FACE_TABLE, COLOUR_SECOND_TEXT);
    pen.element = NULL;
    pen.explains = true; /* the label does */
    if (status != STATUS_PRESENT && tile_tally(composer, block, tile) > 0)
        pen_text(&pen, x, scale_of(composer) * (FIGURE_BASELINE - SIGN_ABOVE_PT), status_words[status].symbol);
}

/* The shape is an artifact: the label says the same. */
static void set_mark(const struct pen *pen, const struct block *block, const struct tile *tile, double x,
                     double middle) {
    const struct pen mark = pen_for(*pen, NULL);
    const struct box box = {x, middle - LETTER_HEIGHT_PT / 2.0, LETTER_WIDTH_PT, LETTER_HEIGHT_PT};
    enum field_kind kind = field_table[tile->field].kind;
    if (tile->count == TILE_ALL)
        return;
    if (kind != FIELD_IS_DIRECTION && tile->count == TILE_ABSENT)
        set_sign(&mark, block, tile, x);
    else if (kind == FIELD_IS_BAND)
        pen_band(&mark, (enum band_colour)tile->word, box);
    else if (kind == FIELD_IS_QUARTILE)
        pen_quartile(&mark, (enum quartile)tile->word, box);
    else
        icon_draw(&mark, tile_icon(block, tile), x + ICON_SIZE_PT / 2.0, middle, 1.1);
}

/* A tile from x on; gives the lines of its label. The pen's element is the item that it is read as. */
static size_t set_tile(const struct pen *pen, const struct block *block, const struct tile *tile, double x,
                       double width) {
    struct composer *composer = pen->composer;
    const struct pen figure = pen_in(*pen, FACE_TEXT_BOLD, COLOUR_TEXT);
    const struct pen label = pen_for(pen_make(composer, pen->piece, STYLE_NOTE), pen->element);
    size_t tally = tile_tally(composer, block, tile);
    const char *words = arena_printf(composer->arena, "%zu ", tally);
    if (tile->published >= 0 && tally != (size_t)tile->published)
        diag_warning(composer->diag, tile->pos, "the tile counts %zu rows where the report printed %d", tally,
                     tile->published);
    double scale = scale_of(composer);
    pen_text(&figure, x, scale * FIGURE_BASELINE, words);
    set_mark(&figure, block, tile, x + pen_width(&figure, words) + MARK_GAP_PT / 2.0,
             pen_middle(&figure, scale * FIGURE_BASELINE));
    const struct lines lines = lines_break(&label, tile_label(composer, block, tile), width - LABEL_INDENT_PT);
    lines_set(&label, &lines, x, scale * LABEL_BASELINE);
    return lines.count;
}

static void set_title(struct composer *composer, struct flow *flow, const char *title) {
    struct pen pen = pen_in(pen_make(composer, NULL, STYLE_TABLE), FACE_TEXT_BOLD, COLOUR_BRAND);
    const struct lines lines = lines_break(&pen, title, flow->width_pt);
    pen.piece = flow_add(composer, flow, scale_of(composer) * TITLE_PT + (double)(lines.count - 1) * pen.leading_pt);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_HEADING_2);
    lines_set(&pen, &lines, 0, scale_of(composer) * TITLE_BASELINE);
    pen.piece->keep = true;
}

void tiles_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct tiles *tiles = block_tiles(block);
    size_t across = (size_t)(flow->width_pt / TILE_LEAST_PT);
    if (tiles->count == 0)
        return;
    across = across < 1 ? 1 : across > tiles->count ? tiles->count : across;
    size_t rows = (tiles->count + across - 1) / across;
    across = (tiles->count + rows - 1) / rows; /* no row is much shorter than the others */
    const double tile_pt = scale_of(composer) * TILE_PT;
    double width = flow->width_pt / (double)across;
    width = width > TILE_MOST_PT ? TILE_MOST_PT : width;
    if (block->title != NULL)
        set_title(composer, flow, dated_words(composer, block->title));
    struct element *list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    struct piece *piece = NULL;
    for (size_t i = 0; i < tiles->count; i++) {
        if (i % across == 0) {
            piece = flow_add(composer, flow, tile_pt);
            piece->keep = i + across < tiles->count;
        }
        struct element *item = document_add_element(composer->document, list, ROLE_LIST_ITEM);
        struct pen pen = pen_make(composer, piece, STYLE_TITLE);
        pen.element = document_add_element(composer->document, item, ROLE_LIST_BODY);
        size_t lines = set_tile(&pen, block, &tiles->items[i], width * (double)(i % across), width);
        double height = tile_pt + (double)(lines - 1) * composer->layout->theme.type[STYLE_NOTE].leading_pt;
        piece->height_pt = lines > 1 && height > piece->height_pt ? height : piece->height_pt;
    }
}
