#include <math.h>
#include <string.h>

#include "block_setters.h"
#include "comparator_gap.h"
#include "coverage_text.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "measure_heading.h"
#include "pen.h"
#include "prose_lines.h"
#include "status_line.h"

enum { STATUS_BASELINE = 20, BALANCED_STEP_PT = 12 };
static const double balanced_least = 0.8; /* of the width */
static const char clause_end[] = "; ";

/* The line while it is put into words: a text with *bold* parts, and what is filled into them. */
struct line_words {
    const char *text;
    const char *measure; /* where nothing else on the page names it */
    const char *value, *subject, *period;
    const char *own_period; /* of the pack, in which it is not due */
    const char *distance, *target;
    const char *rank, *before, *when; /* among all, and from which it came */
    const char *gap, *name;           /* from a comparator */
    const char *reason;
};

/* `2.4 points`, `12%` of the target, `£120k`. */
static const char *distance_text(struct composer *composer, const struct indicator *indicator, struct fraction gap,
                                 int decimals, bool relative) {
    if (relative)
        return arena_printf(composer->arena, "%s%%", fraction_printed(composer->arena, gap, decimals, false));
    if (unit_table[indicator->unit].percentage)
        return words_format(composer->arena, composer->words, WORD_POINTS, "number",
                            fraction_printed(composer->arena, gap, decimals, false), NULL);
    return figure_text_number(composer, indicator, gap, decimals);
}

/* `, *2.4 points below* the target of 95%`; nothing where the two cannot be compared. From a target of zero it is no
 * percentage. */
static void add_distance(struct composer *composer, struct line_words *line, const struct indicator *indicator,
                         const struct figure *value, const struct figure *target) {
    struct arena *arena = composer->arena;
    bool relative = indicator->variance == VARIANCE_RELATIVE && fraction_sign(target->value) != 0;
    int decimals = indicator->decimals > indicator->target_decimals ? indicator->decimals : indicator->target_decimals;
    struct fraction gap = fraction_subtract(value->value, target->value);
    if (relative)
        gap = fraction_multiply(fraction_divide(gap, fraction_absolute(target->value)), fraction_make(100, 1));
    struct fraction shown =
        relative ? fraction_round(gap, decimals) : figure_rounded_to(indicator, FIELD_VALUE, gap, decimals);
    if (status_is_absent(target->status) || !fraction_present(shown))
        return;
    int sign = fraction_sign(shown);
    line->distance = distance_text(composer, indicator, fraction_absolute(gap), decimals, relative);
    line->target = figure_text(composer, indicator, FIELD_TARGET, target);
    enum word side = sign == 0 ? WORD_STATUS_LINE_AT : sign < 0 ? WORD_STATUS_LINE_BELOW : WORD_STATUS_LINE_ABOVE;
    line->text = arena_printf(arena, "%s%s", line->text, words_get(composer->words, side));
}

/* `; the target of the year is 336`: no figure of a part of it is held against that. */
static void add_target_of_year(struct composer *composer, struct line_words *line, const struct indicator *indicator,
                               int period) {
    const struct target *target = indicator_target(indicator, period);
    if (target == NULL || !target->of_year || !fraction_present(target->value))
        return;
    line->target = figure_text(composer, indicator, FIELD_TARGET, &(struct figure){.value = target->value});
    line->text =
        arena_printf(composer->arena, "%s%s", line->text, words_get(composer->words, WORD_STATUS_LINE_OF_YEAR));
}

/* `*92.6%* of visits in July 2018`. */
static void add_value(struct composer *composer, struct line_words *line, const struct indicator *indicator,
                      const struct figure *value) {
    struct arena *arena = composer->arena;
    line->value = figure_text(composer, indicator, FIELD_VALUE, value);
    line->subject = indicator->subject;
    if (unit_table[indicator->unit].naming == UNIT_NAMED_BY_PER)
        line->subject =
            words_format(arena, composer->words, WORD_PER_SUBJECT, "per",
                         fraction_printed(arena, indicator->per, 0, false), "subject", indicator->subject, NULL);
    line->text = words_get(composer->words, coverage_status_line(composer, indicator));
}

/* The first period with a rank. */
static int first_ranked(const struct figure_table *table, int last) {
    for (int period = table->first; period < last; period++)
        if (!status_is_absent(figure_at(table, FIELD_RANK, period)->status))
            return period;
    return last;
}

/* `; *26th of 32*, from joint 6th in 2016/17`, or as then; `from 30th of 32` where others were ranked; alone where it
 * never had one before. */
static void add_rank(struct composer *composer, struct line_words *line, const struct indicator *indicator,
                     int period) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    const struct figure *rank = figure_at(table, FIELD_RANK, period);
    int first = first_ranked(table, period);
    const struct figure *before = figure_at(table, FIELD_RANK, first);
    if (status_is_absent(rank->status))
        return;
    const struct figure *ranked = figure_at(table, FIELD_RANKED, period);
    const struct figure *ranked_before = figure_at(table, FIELD_RANKED, first);
    bool of_as_many = fraction_compare(ranked_before->value, ranked->value) == 0;
    bool as_then =
        of_as_many && fraction_compare(before->value, rank->value) == 0 && (before->sharing > 0) == (rank->sharing > 0);
    enum word word = first == period ? WORD_STATUS_LINE_RANK
                     : as_then       ? WORD_STATUS_LINE_RANK_AS
                                     : WORD_STATUS_LINE_RANK_FROM;
    line->rank = figure_text_rank(composer, rank, ranked);
    line->before = of_as_many && !figure_text_all_alike(before, ranked_before)
                       ? figure_text_place(composer, before)
                       : figure_text_rank(composer, before, ranked_before);
    line->when = words_format(composer->arena, composer->words, due_word(composer, indicator, PER_GRAIN_IN), "period",
                              due_long(composer, indicator, first), NULL);
    line->text = arena_printf(composer->arena, "%s%s", line->text, words_get(composer->words, word));
}

/* `; *£14.37 higher* than the family group`. */
static void add_gap(struct composer *composer, struct line_words *line, const struct indicator *indicator,
                    const struct comparator *against, int period) {
    struct comparator_gap gap = comparator_gap_of(composer, indicator, against, period);
    if (!gap.known)
        return;
    line->gap = figure_text_distance(composer, indicator, gap.change);
    line->name = against->spoken;
    line->text = arena_printf(composer->arena, "%s%s", line->text,
                              words_get(composer->words, comparator_gap_word(indicator, gap, WORD_STATUS_LINE_LEVEL)));
}

static struct line_words status_line_make(struct composer *composer, const struct indicator *indicator,
                                          const struct comparator *against) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    enum field field = field_reported(indicator, FIELD_VALUE);
    int period = due_period(composer, indicator, field);
    const struct figure *value = figure_at(table, field, period);
    struct line_words line = {.period = due_long(composer, indicator, period),
                              .own_period = dated_long(composer, composer->period)};
    if (status_is_absent(value->status) && value->status != STATUS_IN_WORDS) {
        line.text = words_get(composer->words, due_word(composer, indicator, PER_GRAIN_STATUS_LINE_ABSENT));
        const char *note = value->status == STATUS_SUPPRESSED ? NULL : indicator_absence_note(indicator, period);
        line.reason = note != NULL ? note : words_status(composer->words, value->status);
        return line;
    }
    add_value(composer, &line, indicator, value);
    add_distance(composer, &line, indicator, value, figure_at(table, FIELD_TARGET, period));
    add_target_of_year(composer, &line, indicator, period);
    if (against != NULL) {
        add_rank(composer, &line, indicator, period);
        add_gap(composer, &line, indicator, against, period);
    } else if (period != composer->period)
        line.text = arena_printf(composer->arena, "%s%s", line.text,
                                 words_get(composer->words, dated_word(composer, PER_GRAIN_STATUS_LINE_NOT_DUE)));
    return line;
}

/* Parted at the asterisks before anything is filled in: a value may hold one. */
static struct rich_paragraph status_paragraph(struct composer *composer, const struct line_words *line,
                                              const char *text) {
    struct arena *arena = composer->arena;
    struct rich_paragraph paragraph = {.kind = RICH_PARAGRAPH, .pos = composer->page->pos};
    bool bold = false;
    for (const char *part = text; *part != '\0'; bold = !bold) {
        size_t length = strcspn(part, "*");
        const char *string =
            words_fill(arena, arena_strndup(arena, part, length), "measure", line->measure, "value", line->value,
                       "subject", line->subject, "period", line->period, "own", line->own_period, "distance",
                       line->distance, "target", line->target, "rank", line->rank, "before", line->before, "when",
                       line->when, "gap", line->gap, "name", line->name, "reason", line->reason, NULL);
        if (*string != '\0')
            arena_append(arena, paragraph.runs, paragraph.run_count, paragraph.run_capacity) =
                (struct rich_run){.string = string, .bold = bold};
        part += length + (part[length] == '*');
    }
    return paragraph;
}

/* The words in lines as wide as that. */
static struct flow lines_of(const struct pen *pen, const struct rich_paragraph *words, double width) {
    struct prose_style style = prose_style_of(pen->composer, STYLE_LEAD);
    struct flow aside = {.width_pt = width};
    const struct prose_place place = {
        .composer = pen->composer, .flow = &aside, .element = pen->element, .style = &style, .heading = true};
    prose_lines_set(&place, words);
    return aside;
}

static bool is_one_line(const struct pen *pen, const struct flow *lines) {
    return flow_height(lines) <= pen->leading_pt * 1.5;
}

static double adopt_lines(const struct pen *pen, const struct flow *lines, double left, double y) {
    for (const struct piece *piece = lines->first; piece != NULL; piece = piece->next, y += pen->leading_pt)
        piece_adopt(pen->composer, pen->piece, piece, left, y);
    return y;
}

/* Two lines that part between clauses, the later the better; nothing set where none of the parts fit. */
static bool set_clauses(const struct pen *pen, const struct line_words *line, struct box place) {
    const char *text = line->text;
    for (size_t end = strlen(text); end-- > 0;) {
        if (strncmp(text + end, clause_end, sizeof clause_end - 1) != 0)
            continue;
        const char *head = arena_strndup(pen->composer->arena, text, end + 1);
        const struct rich_paragraph first = status_paragraph(pen->composer, line, head),
                                    second = status_paragraph(pen->composer, line, text + end + sizeof clause_end - 1);
        const struct flow above = lines_of(pen, &first, place.width), below = lines_of(pen, &second, place.width);
        if (!is_one_line(pen, &above) || !is_one_line(pen, &below))
            continue;
        adopt_lines(pen, &below, place.x, adopt_lines(pen, &above, place.x, place.y));
        pen->piece->height_pt += pen->leading_pt;
        return true;
    }
    return false;
}

/* Words that go on below stand under the first, between clauses where they can. Else lines are about as long as each
 * other: a word or two are no line. */
static void set_words(const struct pen *pen, const struct line_words *line, double left, double width) {
    const struct rich_paragraph words = status_paragraph(pen->composer, line, line->text);
    double y = STATUS_BASELINE - pen->leading_pt * LEADING_ABOVE, most = width - left;
    struct flow aside = lines_of(pen, &words, most);
    if (!is_one_line(pen, &aside) && set_clauses(pen, line, (struct box){.x = left, .y = y, .width = most}))
        return;
    const double height = flow_height(&aside), shortest = most * balanced_least;
    while (height > pen->leading_pt * 1.5 && most - BALANCED_STEP_PT >= shortest) {
        const struct flow narrower = lines_of(pen, &words, most -= BALANCED_STEP_PT);
        if (flow_height(&narrower) > height)
            break;
        aside = narrower;
    }
    adopt_lines(pen, &aside, left, y);
    pen->piece->height_pt += fmax(flow_height(&aside) - pen->leading_pt, 0);
}

void status_line_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct figure_table *table = figures_of(composer->figures, indicator);
    enum field band = field_reported(indicator, FIELD_RAG);
    const struct figure *rag = figure_at(table, band, due_period(composer, indicator, band));
    struct line_words line = status_line_make(composer, indicator, block_status_line(block)->against);
    if (composer->page->spec->indicator != indicator && !measure_heading_stands(composer, indicator)) {
        line.measure = indicator->short_title;
        line.text = words_format(composer->arena, composer->words, WORD_STATUS_LINE_OF, "measure", "{measure}", "line",
                                 line.text, NULL);
    }
    struct piece *piece = flow_add(composer, flow, STATUS_BASELINE + 4);
    struct pen pen = pen_make(composer, piece, STYLE_LEAD);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    double x = 0;
    if (rag->status == STATUS_PRESENT) {
        pen_band(&pen, (enum band_colour)rag->word, (struct box){0, STATUS_BASELINE - 10.5, 18, 14});
        x = 26;
    } else if (rag->off_target) {
        pen_off_target(&pen, (struct box){0, STATUS_BASELINE - 10.5, 18, 14});
        x = 26;
    }
    set_words(&pen, &line, x, flow->width_pt);
}
