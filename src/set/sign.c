#include "sign.h"

static void draw_published(const struct pen *pen, struct box box) {
    pen_band_letter(pen, BAND_AMBER, true, box);
}

static void draw_latest(const struct pen *pen, struct box box) {
    pen_edged(pen, box, COLOUR_WHITE, COLOUR_TEXT, 1);
}

const struct sign_row sign_table[SIGN_COUNT] = {
#define SIGN(NAME, ...) [SIGN_##NAME] = {__VA_ARGS__},
#include "sign.def"
};

const char *sign_text(const struct words *words, enum sign sign) {
    const struct sign_row *row = &sign_table[sign];
    return row->text != NULL ? row->text : words_get(words, row->word);
}
