#include "comparison_chart.h"

#include <math.h>

#include "block_setters.h"
#include "chart_filling.h"
#include "chart_multiples.h"
#include "claim_text.h"
#include "comparison_make.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "measure_heading.h"
#include "pen.h"
#include "prose.h"

static const double height_pt = 186, least_pt = 140;
static const double funnel_pt = 232, funnel_least_pt = 190; /* lower, its limits lie on one another */
static const double rows_frame_pt = 36, row_pt = 9.6;       /* of a ranked chart with a name at each bar */
static const double lines_frame_pt = 14, line_pt = 40;      /* of a strip */
static const double two_lines = 1.7;                        /* of a line, that words take of two broken at blanks */
enum { ROWS_MAX = 40 };

static const char *count_words(struct composer *composer, const struct standings *shown, size_t count) {
    enum word word = count == 1 ? WORD_COMPARISON_ALL_ONE : WORD_COMPARISON_ALL_OTHER;
    return words_format(composer->arena, composer->words, word, "count", arena_printf(composer->arena, "%zu", count),
                        "one", shown->one, "many", shown->many, NULL);
}

/* How many are drawn in each line: `32 councils`, `26 to 32 councils`. */
static const char *drawn_words(struct composer *composer, const struct chart *chart) {
    const struct standings *shown = chart->standings;
    size_t least = shown->count, most = least;
    if (chart->multiples != NULL)
        return count_words(composer, shown, chart->multiples->count);
    for (size_t i = 1; i < chart->standings_count; i++) {
        least = shown[i].count < least ? shown[i].count : least;
        most = shown[i].count > most ? shown[i].count : most;
    }
    if (least == most)
        return count_words(composer, shown, most);
    return words_format(composer->arena, composer->words, WORD_COMPARISON_COUNTS, "least",
                        arena_printf(composer->arena, "%zu", least), "all", count_words(composer, shown, most), NULL);
}

static const char *among(struct composer *composer, const struct chart *chart) {
    return words_format(composer->arena, composer->words, WORD_COMPARISON_TITLE_AMONG, "name",
                        chart->standings->own_name, "all", drawn_words(composer, chart), NULL);
}

/* The period that the figures of all lines are of; else that each has its own, which stands beside it. */
static const char *period_words(const struct composer *composer, const struct block *block) {
    const struct selection *selection = &block->selection;
    for (size_t i = 0; i < selection->count; i++)
        if (due_period(composer, selection->indicators[i], FIELD_VALUE) != composer->period)
            return words_get(composer->words, WORD_COMPARISON_LATEST);
    return dated_long(composer, composer->period);
}

/* The best and the worst by name, where each is the only one. */
static const char *ends(struct composer *composer, const struct standings *shown) {
    const struct standing *marks = shown->marks;
    size_t count = shown->count;
    if (count < 3 || marks[0].value == marks[1].value || marks[count - 1].value == marks[count - 2].value)
        return NULL;
    const struct claim_end first = {marks[0].name, marks[0].said},
                           last = {marks[count - 1].name, marks[count - 1].said};
    return claim_text_ends(composer, &first, &last, polarity_has_better(shown->polarity));
}

/* `Northby is above the 99.8% limit`; within the limits, of what: they are no target. */
static const char *place_title(const struct composer *composer, const struct standings *shown) {
    enum funnel_place place = shown->marks[shown->own].place;
    if (place == FUNNEL_WITHIN)
        return words_format(composer->arena, composer->words, WORD_COMPARISON_TITLE_WITHIN, "name", shown->own_name,
                            NULL);
    return words_format(composer->arena, composer->words, WORD_COMPARISON_TITLE_PLACE, "name", shown->own_name, "place",
                        field_aloud_judged(composer->words, shown->polarity, FIELD_FUNNEL, (int)place), NULL);
}

/* What is to be seen of one's own: `Northby is 3rd of 32`; `Northby is above the 99.8% limit`, unless many are. */
static const char *message(struct composer *composer, const struct chart *chart, const struct indicator *indicator) {
    const struct standings *shown = chart->standings;
    struct arena *arena = composer->arena;
    if (chart->standings_count > 1 && shown->own_name != NULL)
        return among(composer, chart);
    if (shown->own == STANDINGS_NONE) {
        const char *title = ends(composer, shown);
        return title != NULL ? title : indicator->short_title;
    }
    if (chart->kind == CHART_FUNNEL && !standings_spread(shown))
        return place_title(composer, shown);
    if (chart->kind == CHART_FUNNEL && shown->own_rank == NULL)
        return among(composer, chart);
    return shown->own_rank == NULL ? indicator->short_title
                                   : words_format(arena, composer->words, WORD_COMPARISON_TITLE_RANK, "name",
                                                  shown->own_name, "rank", shown->own_rank, NULL);
}

/* `Invoices paid in time, %, 32 organisations, 2017/18.` */
static const char *subtitle(struct composer *composer, const struct block *block, const struct chart *chart,
                            const struct indicator *indicator) {
    bool several = chart->standings_count > 1;
    const char *measure =
        several ? composer->layout->catalogue->title : figure_text_with_unit(composer, indicator->title, indicator);
    const char *count = drawn_words(composer, chart);
    if (chart->multiples != NULL)
        return chart_multiples_subtitle(composer, chart, measure, count);
    return words_format(composer->arena, composer->words, WORD_CHART_SUBTITLE_PERIOD, "measure", measure, "place",
                        count, "period", several ? period_words(composer, block) : chart->place, NULL);
}

static void set_titles(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct chart *chart, const struct indicator *indicator) {
    struct prose_style title = prose_style_of(composer, STYLE_LEAD), note = prose_style_of(composer, STYLE_NOTE);
    bool headed = chart->standings_count == 1 && measure_heading_stands(composer, indicator);
    title.face = FACE_TEXT_BOLD;
    composer_open(composer, ROLE_CAPTION, NULL);
    prose_set_words(composer, flow, headed ? ROLE_HEADING_3 : ROLE_HEADING_2,
                    block->title != NULL ? block->title : message(composer, chart, indicator), &title);
    flow_keep_last(flow);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, subtitle(composer, block, chart, indicator), &note);
    flow_keep_last(flow);
    composer_close(composer);
}

/* In how many lines the longest name stands beside its bar, at most: no chart is higher for it than that of most rows.
 */
static double name_lines(struct composer *composer, const struct standings *shown, double width) {
    struct pen pen = pen_in(pen_make(composer, NULL, STYLE_NOTE), FACE_TABLE_BOLD, COLOUR_TEXT);
    double widest = 0, room = width * CHART_RANKED_NAMES;
    for (size_t i = 0; i < shown->count; i++)
        widest = fmax(widest, pen_width(&pen, shown->marks[i].name));
    double lines = widest <= room ? 1 : widest <= two_lines * room ? 2 : 3;
    return fmax(1, fmin(lines, floor(ROWS_MAX / (double)shown->count)));
}

/* What its rows or lines need, where no height is asked for. */
static double height_of(struct composer *composer, const struct chart *chart, double width) {
    const struct standings *shown = chart->standings;
    if (chart->kind == CHART_STRIP)
        return lines_frame_pt + line_pt * (double)chart->standings_count;
    if (chart->kind == CHART_RANKED && shown->count > 0 && shown->count <= ROWS_MAX)
        return rows_frame_pt + row_pt * (double)shown->level_count +
               row_pt * (double)shown->count * name_lines(composer, shown, width);
    return chart->kind == CHART_FUNNEL ? funnel_pt : height_pt;
}

/* How low it may become where a page is full; 0: it stays. */
static double least_of(double height) {
    return height == funnel_pt ? funnel_least_pt : height == height_pt ? least_pt : 0;
}

void comparison_chart_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct comparison_chart *asked = block_comparison_chart(block);
    const struct indicator *indicator =
        block->selection.count > 0 ? block->selection.indicators[0] : composer_indicator(composer, block);
    struct chart *chart = comparison_make(composer, block);
    double scale = theme_chart_scale(&composer->layout->theme);
    double usual = height_of(composer, chart, flow->width_pt / scale);
    double height = asked->height_pt > 0 ? asked->height_pt : scale * usual;
    double least = scale * (chart->multiples != NULL ? least_pt : asked->height_pt > 0 ? 0 : least_of(usual));
    if (chart->multiples != NULL && asked->height_pt == 0)
        height = chart_multiples_height(composer, chart, flow->width_pt, &least);
    comparison_settle_scale(chart, height / scale);
    set_titles(composer, flow, block, chart, indicator);
    struct piece *piece = flow_add(composer, flow, height);
    piece->gap_pt = 6;
    piece->least_pt = least;
    struct pen pen = pen_make(composer, piece, STYLE_BODY);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_FIGURE);
    pen_chart(&pen, (struct box){0, 0, flow->width_pt, height}, chart);
    chart_filling_of(chart->kind)->set_below(composer, flow, indicator, chart);
    piece->keep = flow->last != piece;
}
