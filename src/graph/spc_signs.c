#include "spc_signs.h"

#include <math.h>

#include "dated.h"
#include "lines.h"
#include "prose.h"
#include "words.h"

static const double icon_radius = 8, icon_ring = 2.2, icon_middle = 9, icon_row = 24, icon_gap = 22;
static const double words_left = 22; /* of an icon's words */
static const double key_row = 13, key_radius = 2.6, key_words = 11, key_gap = 14;

enum { CIRCLE_POINTS = 32 };

static const enum colour class_colours[SPC_CLASS_COUNT] = {
    [SPC_COMMON] = COLOUR_COMMON_CAUSE,  [SPC_IMPROVEMENT] = COLOUR_IMPROVEMENT, [SPC_CONCERN] = COLOUR_CONCERN,
    [SPC_NEITHER_HIGH] = COLOUR_NEITHER, [SPC_NEITHER_LOW] = COLOUR_NEITHER,
};

/* Points round a middle: a closed shape, or a line of a width. */
struct outline {
    double (*points)[2];
    size_t count;
    double stroke_pt; /* 0: closed and filled */
};

/* An artifact in the pen's colour: the words beside it say the same. */
static void add_shape(const struct pen *pen, const struct outline *outline, double x, double y) {
    struct frame_point *points = arena_new_array(pen->composer->arena, outline->count, struct frame_point);
    for (size_t i = 0; i < outline->count; i++)
        points[i] = (struct frame_point){x + outline->points[i][0], y + outline->points[i][1]};
    struct frame *frame = piece_add(pen->composer, pen->piece, FRAME_SHAPE, NULL);
    frame->colour = pen->colour;
    frame->u.shape.points = points;
    frame->u.shape.count = outline->count;
    frame->u.shape.closed = outline->stroke_pt == 0;
    frame->u.shape.filled = outline->stroke_pt == 0;
    frame->u.shape.stroke_pt = outline->stroke_pt;
}

static void add_disc(struct pen pen, enum colour colour, double x, double radius) {
    double points[CIRCLE_POINTS][2];
    pen.colour = colour;
    for (size_t i = 0; i < CIRCLE_POINTS; i++) {
        double angle = 2 * M_PI * (double)i / CIRCLE_POINTS;
        points[i][0] = radius * sin(angle);
        points[i][1] = -radius * cos(angle);
    }
    add_shape(&pen, &(struct outline){points, CIRCLE_POINTS, 0}, x, icon_middle);
}

/* What an icon shows and says. */
struct sign {
    enum colour colour;
    const char *letter; /* NULL: the wave of common cause */
    const char *words;
    bool bare; /* no icon, the words alone */
};

static double sign_width(struct composer *composer, const struct sign *sign) {
    const struct pen pen = pen_make(composer, NULL, STYLE_BODY);
    return words_left + pen_width(&pen, sign->words);
}

static void add_icon(const struct pen *pen, const struct sign *sign, double x) {
    static const double letter_middle = 0.36; /* of its size, above the baseline */
    double wave[][2] = {{-3.75, 1.1}, {-2.25, -1.5}, {-0.75, 1.5}, {0.75, -1.5}, {2.25, 1.5}, {3.75, -1.1}};
    const struct pen letter = pen_in(pen_for(*pen, NULL), FACE_TEXT_BOLD, COLOUR_TEXT);
    add_disc(letter, sign->colour, x, icon_radius);
    add_disc(letter, COLOUR_WHITE, x, icon_radius - icon_ring);
    if (sign->letter == NULL)
        add_shape(&letter, &(struct outline){wave, sizeof(wave) / sizeof(*wave), 1}, x, icon_middle);
    else
        pen_text_centred(&letter, x, icon_middle + letter_middle * letter.size_pt, sign->letter);
}

/* An icon with its words, which are broken where the flow is narrow; the piece is made as high as they need. */
static void add_sign(struct composer *composer, struct piece *piece, const struct sign *sign, double x, double width) {
    struct pen pen = pen_make(composer, piece, STYLE_BODY);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    const struct lines lines = lines_break(&pen, sign->words, width - words_left + 0.1);
    if (!sign->bare)
        add_icon(&pen, sign, x + icon_radius);
    lines_set(&pen, &lines, x + (sign->bare ? 0 : words_left), pen_baseline(&pen, icon_middle));
    if (lines.count > 1)
        piece->height_pt = icon_row + (double)(lines.count - 1) * pen.leading_pt;
}

static struct piece *sign_row(struct composer *composer, struct flow *flow) {
    struct piece *piece = flow_add(composer, flow, icon_row);
    piece->gap_pt = 4;
    piece->keep = true;
    return piece;
}

static struct sign variation_sign(struct composer *composer, const struct chart_spc *spc) {
    static const struct {
        enum spc_class class;
        const char *letter;
    } icons[SPC_VARIATION_COUNT] = {
        [SPC_VARIATION_COMMON] = {SPC_COMMON, NULL},
        [SPC_VARIATION_IMPROVEMENT_HIGH] = {SPC_IMPROVEMENT, "H"},
        [SPC_VARIATION_IMPROVEMENT_LOW] = {SPC_IMPROVEMENT, "L"},
        [SPC_VARIATION_CONCERN_HIGH] = {SPC_CONCERN, "H"},
        [SPC_VARIATION_CONCERN_LOW] = {SPC_CONCERN, "L"},
        [SPC_VARIATION_NEITHER_HIGH] = {SPC_NEITHER_HIGH, "H"},
        [SPC_VARIATION_NEITHER_LOW] = {SPC_NEITHER_LOW, "L"},
    };
    const struct words *words = composer->words;
    enum spc_class class = icons[spc->variation].class;
    if (spc->too_few)
        return (struct sign){.words = words_get(words, WORD_SPC_TOO_FEW), .bare = true};
    const char *said =
        words_format(composer->arena, words, class == SPC_COMMON ? WORD_SPC_NO_CHANGE : WORD_SPC_CHANGE, "period",
                     dated_title(composer, spc->latest_period), "variation", words_spc_variation(words, spc->variation),
                     "rule", words_spc_rule(words, spc->latest_rule), NULL);
    return (struct sign){.colour = class_colours[class], .letter = icons[spc->variation].letter, .words = said};
}

void spc_signs_set_icons(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                         const struct chart *chart) {
    static const struct {
        enum colour colour;
        const char *letter;
    } assurances[] = {
        [SPC_PASSES] = {COLOUR_IMPROVEMENT, "P"},
        [SPC_HIT_OR_MISS] = {COLOUR_COMMON_CAUSE, "?"},
        [SPC_FAILS] = {COLOUR_CONCERN, "F"},
    };
    const struct chart_spc *spc = chart->spc;
    (void)indicator;
    if (spc->latest_period == PERIOD_NONE)
        return;
    struct sign variation = variation_sign(composer, spc);
    struct piece *piece = sign_row(composer, flow);
    add_sign(composer, piece, &variation, 0, flow->width_pt);
    if (spc->assurance == SPC_NO_ASSURANCE)
        return;
    struct sign assurance = {.colour = assurances[spc->assurance].colour,
                             .letter = assurances[spc->assurance].letter,
                             .words =
                                 words_format(composer->arena, composer->words, WORD_SPC_WITHIN_LIMITS, "assurance",
                                              words_spc_assurance(composer->words, spc->assurance), NULL)};
    double x = sign_width(composer, &variation) + icon_gap, width = sign_width(composer, &assurance);
    if (x + width > flow->width_pt)
        add_sign(composer, sign_row(composer, flow), &assurance, 0, flow->width_pt);
    else
        add_sign(composer, piece, &assurance, x, width);
}

static struct piece *key_piece(struct composer *composer, struct flow *flow, double gap_pt) {
    struct piece *piece = flow_add(composer, flow, key_row);
    piece->gap_pt = gap_pt;
    piece->keep = true;
    return piece;
}

static void set_key(struct composer *composer, struct flow *flow, const struct indicator *indicator) {
    static const enum spc_class judged[] = {SPC_COMMON, SPC_IMPROVEMENT, SPC_CONCERN},
                                neither[] = {SPC_COMMON, SPC_NEITHER_HIGH};
    bool has_better = indicator->polarity == POLARITY_HIGHER || indicator->polarity == POLARITY_LOWER;
    const enum spc_class *classes = has_better ? judged : neither;
    size_t count = has_better ? 3 : 2;
    struct pen pen = pen_make(composer, key_piece(composer, flow, 4), STYLE_NOTE);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    double x = 0, middle = key_row / 2 - 1;
    for (size_t i = 0; i < count; i++) {
        double points[SPC_SHAPE_POINTS][2];
        size_t corners = control_chart_shape(classes[i], key_radius, points);
        const char *words = classes[i] == SPC_NEITHER_HIGH ? words_get(composer->words, WORD_SPC_NEITHER)
                                                           : words_spc_class(composer->words, classes[i]);
        double width = key_words + pen_width(&pen, words);
        if (x > 0 && x + width > flow->width_pt) {
            pen.piece = key_piece(composer, flow, 0);
            x = 0;
        }
        const struct pen mark = pen_in(pen, pen.face, class_colours[classes[i]]);
        add_shape(&mark, &(struct outline){points, corners, 0}, x + 4, middle);
        pen_text(&pen, x + key_words, pen_baseline(&pen, middle),
                 arena_printf(composer->arena, "%s%s", words, i + 1 < count ? ", " : "."));
        x += width + key_gap;
    }
}

static const char *main_note(struct composer *composer, const struct spc_options *options) {
    const struct words *words = composer->words;
    const char *count = arena_printf(composer->arena, "%zu", options->baseline);
    const char *baseline =
        words_format(composer->arena, words, options->baseline > 0 ? WORD_SPC_BASELINE_FIRST : WORD_SPC_BASELINE_ALL,
                     "count", count, NULL);
    return words_format(composer->arena, words, WORD_SPC_NOTE, "baseline", baseline, "count",
                        arena_printf(composer->arena, "%zu", options->run), "outside",
                        words_spc_rule(words, SPC_OUTSIDE), "trend", words_spc_rule(words, SPC_TREND), "near",
                        words_spc_rule(words, SPC_TWO_OF_THREE), "shift", words_spc_rule(words, SPC_SHIFT), NULL);
}

static const char *with_sentence(struct composer *composer, const char *note, bool wanted, enum word word) {
    if (!wanted)
        return note;
    const char *count = arena_printf(composer->arena, "%d", SPC_TRIAL_POINTS);
    return arena_printf(composer->arena, "%s %s", note,
                        words_format(composer->arena, composer->words, word, "count", count, NULL));
}

/* `Begun anew in April 2018: New front door.` for each rebase that the chart shows. */
static const char *with_phases(struct composer *composer, const char *note, const struct chart *chart) {
    for (size_t i = 0; i < chart->spc->rebase_count; i++) {
        const struct chart_rebase *rebase = &chart->spc->rebases[i];
        const char *when = words_format(composer->arena, composer->words, dated_word(composer, PER_GRAIN_IN), "period",
                                        chart->categories[rebase->category].long_label, NULL);
        note = arena_printf(composer->arena, "%s %s", note,
                            words_format(composer->arena, composer->words, WORD_SPC_PHASE, "when", when, "reason",
                                         rebase->label, NULL));
    }
    return note;
}

void spc_signs_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                        const struct chart *chart) {
    const struct spc_options *options = &indicator->control_chart->options;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    set_key(composer, flow, indicator);
    const char *note = with_sentence(composer, main_note(composer, options), chart->spc->trial, WORD_SPC_TRIAL);
    note = with_sentence(composer, note, options->screening, WORD_SPC_SCREENED);
    note = with_sentence(composer, note, options->outside_counts, WORD_SPC_OUTSIDE_COUNTS);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, with_phases(composer, note, chart), &style);
}
