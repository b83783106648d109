#include "letter_strip.h"

#include <math.h>

#include "due.h"
#include "text.h"
#include "usage.h"

static const double symbol_share = 0.8; /* of a letter in width, in a table that is set smaller */
enum { EDGE_PT = 2, GAP_PT = 2, BOX_HEIGHT_PT = LETTER_STRIP_HEIGHT_PT - 2 * EDGE_PT };

static struct due_run run_of(const struct composer *composer, const struct letter_strip *strip) {
    return due_run(composer, strip->indicator, strip->extent);
}

static struct figure letter_in(const struct composer *composer, const struct letter_strip *strip,
                               const struct due_run *run, int period) {
    const struct figure_table *table = figures_of(composer->figures, strip->indicator);
    if (figure_at(table, FIELD_VALUE, composer->period)->status == STATUS_SUPPRESSED)
        return (struct figure){.status = STATUS_SUPPRESSED};
    if (!field_exists(strip->indicator, strip->field))
        return (struct figure){.status = STATUS_NOT_APPLICABLE};
    return *figure_at(table, strip->field, due_run_period(composer, run, period));
}

static struct pen name_pen(struct composer *composer, struct piece *piece) {
    return pen_in(pen_make(composer, piece, STYLE_NOTE), FACE_TABLE, COLOUR_SECOND_TEXT);
}

/* From one letter to the next: where names below them are wider than the room for a letter, as far as they need. */
static double pitch_of(struct composer *composer, const struct letter_strip *strip, double cell_pt) {
    static const double between_pt = 1.5;
    const struct due_run run = run_of(composer, strip);
    const struct pen pen = name_pen(composer, NULL);
    double pitch = cell_pt;
    for (int period = run.first; period <= run.last && strip->named; period++)
        pitch = fmax(pitch, between_pt + pen_width(&pen, words_period_label(composer->arena, composer->words,
                                                                            run.calendar, period)));
    return pitch;
}

double letter_strip_width(struct composer *composer, const struct letter_strip *strip, double cell_pt) {
    const struct due_run run = run_of(composer, strip);
    return (run.last - run.first + 1) * pitch_of(composer, strip, cell_pt) - GAP_PT + 2 * EDGE_PT;
}

static const char *letter_words(struct composer *composer, const struct figure *letter) {
    if (letter->off_target)
        return words_get(composer->words, WORD_OFF_TARGET);
    if (status_is_absent(letter->status))
        return words_status(composer->words, letter->status);
    const char *name = words_band_name(composer->words, (enum band_colour)letter->word);
    return letter->published
               ? words_format(composer->arena, composer->words, WORD_RAG_AS_PUBLISHED, "letter", name, NULL)
               : name;
}

/* A year is said of the first and the last, between which all stand in their order. */
const char *letter_strip_words(struct composer *composer, const struct letter_strip *strip) {
    const struct due_run run = run_of(composer, strip);
    const struct words *words = composer->words;
    const char *text = NULL;
    for (int period = run.first; period <= run.last; period++) {
        const struct figure letter = letter_in(composer, strip, &run, period);
        const char *name = period == run.first || period == run.last
                               ? words_period_long(composer->arena, words, run.calendar, period)
                               : words_period_name(composer->arena, words, run.calendar, period);
        const char *item = words_format(composer->arena, words, WORD_LETTER_STRIP_ITEM, "period", name, "letter",
                                        letter_words(composer, &letter), NULL);
        text = text_and(composer->arena, text, ", ", item);
    }
    return text;
}

/* Round the latest, with white between. */
static void add_edge(const struct pen *pen, struct box box) {
    const struct box outside = {box.x - EDGE_PT, box.y - EDGE_PT, box.width + 2 * EDGE_PT, box.height + 2 * EDGE_PT};
    pen_edged(pen, outside, COLOUR_WHITE, COLOUR_TEXT, 1);
}

static void add_symbol(const struct pen *pen, enum status status, struct box box) {
    struct pen symbol = pen_in(pen_make(pen->composer, pen->piece, STYLE_NOTE), FACE_TABLE, COLOUR_SECOND_TEXT);
    symbol.element = pen->element;
    symbol.size_pt *= fmin(1, symbol_share * box.width / pen_width(&symbol, status_words[status].symbol));
    pen_text_centred(&symbol, box.x + box.width / 2, pen_baseline(&symbol, box.y + box.height / 2),
                     status_words[status].symbol);
}

static void add_name(const struct pen *pen, const struct due_run *run, int period, struct box box) {
    struct composer *composer = pen->composer;
    const struct pen name = name_pen(composer, pen->piece);
    pen_text_centred(&name, box.x + box.width / 2, box.y + box.height + EDGE_PT + name.size_pt,
                     words_period_label(composer->arena, composer->words, run->calendar, period));
}

void letter_strip_add(const struct pen *pen, const struct letter_strip *strip, double x, double top, double cell_pt) {
    struct composer *composer = pen->composer;
    const struct due_run run = run_of(composer, strip);
    double pitch = pitch_of(composer, strip, cell_pt), before = EDGE_PT + (pitch - cell_pt) / 2;
    struct pen own = *pen;
    if (pen->element != NULL) {
        own.element = document_add_element(composer->document, pen->element, ROLE_SYMBOL);
        own.element->meaning = "rag-history";
        own.element->alt = letter_strip_words(composer, strip);
    }
    for (int period = run.first; period <= run.last; period++) {
        const struct figure letter = letter_in(composer, strip, &run, period);
        const struct box box = {x + before + (period - run.first) * pitch, top + EDGE_PT, cell_pt - GAP_PT,
                                BOX_HEIGHT_PT};
        if (period == run.last) {
            add_edge(pen, box);
            usage_note(pen, USE_SIGN, SIGN_LATEST);
        }
        if (letter.off_target)
            pen_off_target_letter(&own, box);
        else if (status_is_absent(letter.status))
            add_symbol(&own, letter.status, box);
        else
            pen_band_letter(&own, (enum band_colour)letter.word, letter.published, box);
        if (strip->named)
            add_name(pen, &run, period, box);
    }
}
