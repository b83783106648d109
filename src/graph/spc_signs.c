#include "spc_signs.h"

#include "dated.h"
#include "icon.h"
#include "lines.h"
#include "prose.h"
#include "words.h"

static const double icon_pt = 18, icon_middle = 9, icon_row = 24, icon_gap = 22;
static const double words_left = 22; /* of an icon's words */
static const double key_row = 13, key_radius = 2.6, key_words = 11, key_gap = 14;

static const enum colour class_colours[SPC_CLASS_COUNT] = {
    [SPC_COMMON] = COLOUR_COMMON_CAUSE,  [SPC_IMPROVEMENT] = COLOUR_IMPROVEMENT, [SPC_CONCERN] = COLOUR_CONCERN,
    [SPC_NEITHER_HIGH] = COLOUR_NEITHER, [SPC_NEITHER_LOW] = COLOUR_NEITHER,
};

/* The marker of a class, round a middle: an artifact, since the words beside it say the same. */
static void add_marker(const struct pen *pen, enum spc_class class, double x, double y) {
    double corners[SPC_SHAPE_POINTS][2];
    size_t count = control_chart_shape(class, key_radius, corners);
    struct frame_point *points = arena_new_array(pen->composer->arena, count, struct frame_point);
    for (size_t i = 0; i < count; i++)
        points[i] = (struct frame_point){x + corners[i][0], y + corners[i][1]};
    struct frame *frame = piece_add(pen->composer, pen->piece, FRAME_SHAPE, NULL);
    frame->colour = class_colours[class];
    frame->u.shape.points = points;
    frame->u.shape.count = count;
    frame->u.shape.closed = true;
    frame->u.shape.filled = true;
}

/* What an icon shows and says. */
struct sign {
    enum icon icon; /* ICON_COUNT: the words alone */
    const char *words;
};

static double sign_width(struct composer *composer, const struct sign *sign) {
    const struct pen pen = pen_make(composer, NULL, STYLE_BODY);
    return words_left + pen_width(&pen, sign->words);
}

/* An icon with its words, which are broken where the flow is narrow; the piece is made as high as they need. */
static void add_sign(struct composer *composer, struct piece *piece, const struct sign *sign, double x, double width) {
    struct pen pen = pen_make(composer, piece, STYLE_BODY);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    const struct lines lines = lines_break(&pen, sign->words, width - words_left + 0.1);
    bool drawn = sign->icon != ICON_COUNT;
    const struct pen artifact = pen_for(pen, NULL);
    if (drawn)
        icon_draw(&artifact, sign->icon, x + icon_pt / 2, icon_middle, icon_pt / ICON_SIZE_PT);
    lines_set(&pen, &lines, x + (drawn ? words_left : 0), pen_baseline(&pen, icon_middle));
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
    const struct words *words = composer->words;
    if (spc->too_few)
        return (struct sign){.words = words_get(words, WORD_SPC_TOO_FEW), .icon = ICON_COUNT};
    if (spc->still)
        return (struct sign){.words = words_get(words, WORD_SPC_STILL), .icon = ICON_COUNT};
    bool common = spc->variation == SPC_VARIATION_COMMON;
    const char *said =
        words_format(composer->arena, words, common ? WORD_SPC_NO_CHANGE : WORD_SPC_CHANGE, "period",
                     dated_title(composer, spc->latest_period), "variation", words_spc_variation(words, spc->variation),
                     "rule", words_spc_rule(words, spc->latest_rule), NULL);
    return (struct sign){.words = said, .icon = icon_of_variation(spc->variation)};
}

void spc_signs_set_icons(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                         const struct chart *chart) {
    const struct chart_spc *spc = chart->spc;
    (void)indicator;
    if (spc->latest_period == PERIOD_NONE)
        return;
    struct sign variation = variation_sign(composer, spc);
    struct piece *piece = sign_row(composer, flow);
    add_sign(composer, piece, &variation, 0, flow->width_pt);
    if (spc->assurance == SPC_NO_ASSURANCE)
        return;
    struct sign assurance = {.icon = icon_of_assurance(spc->assurance),
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
    bool has_better = polarity_has_better(indicator->polarity);
    const enum spc_class *classes = has_better ? judged : neither;
    size_t count = has_better ? 3 : 2;
    struct pen pen = pen_make(composer, key_piece(composer, flow, 4), STYLE_NOTE);
    double x = 0, middle = key_row / 2 - 1;
    for (size_t i = 0; i < count; i++) {
        const char *words = classes[i] == SPC_NEITHER_HIGH ? words_get(composer->words, WORD_SPC_NEITHER)
                                                           : words_spc_class(composer->words, classes[i]);
        double width = key_words + pen_width(&pen, words);
        if (x > 0 && x + width > flow->width_pt) {
            pen.piece = key_piece(composer, flow, 0);
            x = 0;
        }
        add_marker(&pen, classes[i], x + 4, middle);
        pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
        pen_text(&pen, x + key_words, pen_baseline(&pen, middle), words);
        x += width + key_gap;
    }
}

static const char *main_note(struct composer *composer, const struct spc_options *options,
                             const struct chart_spc *spc) {
    const struct words *words = composer->words;
    return words_format(composer->arena, words, spc->method ? WORD_SPC_NOTE : WORD_SPC_NOTE_RESTS, "baseline",
                        spc->rests_on, "count", arena_printf(composer->arena, "%zu", options->run), "outside",
                        words_spc_rule(words, SPC_OUTSIDE), "trend", words_spc_rule(words, SPC_TREND), "near",
                        words_spc_rule(words, SPC_TWO_OF_THREE), "shift", words_spc_rule(words, SPC_SHIFT), NULL);
}

/* What else a reader has to know of the lines; a count of 0: nothing of it is true. */
static const char *with_sentences(struct composer *composer, const char *note, const struct spc_options *options,
                                  const struct chart_spc *spc) {
    const struct {
        enum word word;
        size_t count;
    } sentences[] = {{WORD_SPC_TRIAL, spc->trial ? SPC_TRIAL_POINTS : 0},
                     {WORD_SPC_OUTDATED, spc->outdated},
                     {WORD_SPC_RESTLESS, spc->outdated > 0 ? 0 : spc->restless},
                     {WORD_SPC_SCREENED, options->screening},
                     {WORD_SPC_OUTSIDE_COUNTS, options->outside_counts},
                     {WORD_SPC_BELOW_ZERO, spc->below_zero},
                     {WORD_SPC_ABOVE_WHOLE, spc->above_whole}};
    const char *rests = arena_printf(composer->arena, "%zu", spc->rests);
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        const char *count = arena_printf(composer->arena, "%zu", sentences[i].count);
        if (sentences[i].count > 0)
            note = arena_printf(composer->arena, "%s %s", note,
                                words_format(composer->arena, composer->words, sentences[i].word, "count", count,
                                             "rests", rests, NULL));
    }
    return note;
}

/* `Begun anew in April 2018, on 18 figures: New front door.` for each rebase that the chart shows. */
static const char *with_phases(struct composer *composer, const char *note, const struct chart *chart) {
    for (size_t i = 0; i < chart->rebase_count; i++) {
        const struct chart_rebase *rebase = &chart->rebases[i];
        const char *when = words_format(composer->arena, composer->words, dated_word(composer, PER_GRAIN_IN), "period",
                                        chart->categories[rebase->category].long_label, NULL);
        note = arena_printf(composer->arena, "%s %s", note,
                            words_format(composer->arena, composer->words,
                                         rebase->rests == 0   ? WORD_SPC_PHASE
                                         : rebase->rests == 1 ? WORD_SPC_PHASE_ONE
                                                              : WORD_SPC_PHASE_OTHER,
                                         "when", when, "count", arena_printf(composer->arena, "%zu", rebase->rests),
                                         "reason", rebase->label, NULL));
    }
    return note;
}

void spc_signs_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                        const struct chart *chart) {
    const struct spc_options *options = &indicator->control_chart->options;
    const struct chart_spc *spc = chart->spc;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    bool no_limits = spc->still || (spc->too_few && chart->rebase_count == 0);
    if (no_limits)
        return; /* nothing is marked, and there is no method to tell */
    set_key(composer, flow, indicator);
    const char *note = with_phases(composer, main_note(composer, options, spc), chart);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, with_sentences(composer, note, options, spc), &style);
}
