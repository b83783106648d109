#include "trend_chart.h"

#include <string.h>

#include "block_setters.h"
#include "chart_filling.h"
#include "chart_make.h"
#include "chart_multiples.h"
#include "chart_title.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "flag.h"
#include "measure_heading.h"
#include "multiples.h"
#include "pen.h"
#include "prose.h"
#include "text.h"
#include "title_words.h"

enum {
    HEIGHT_PT = 186,
    FACING_HEIGHT_PT = 360,
    LEAST_HEIGHT_PT = 140,
    BARS_FRAME_PT = 30,
    BAR_PT = 17,
    FLAG_GAP_PT = 4,
    LETTER_WIDTH_PT = 18,
    LETTER_HEIGHT_PT = 13,
    LETTER_GAP_PT = 8,
    WHEN_GAP_PT = 5, /* between a letter and of when it is */
    LETTER_BASELINE_PT = 10
};

/* The line that the first axis is about; NULL where there is none. */
static const struct chart_line *first_line(const struct trend_chart *asked) {
    for (size_t i = 0; i < asked->line_count; i++)
        if (!asked->lines[i].second_axis)
            return &asked->lines[i];
    return NULL;
}

/* What the figures of a chart are, where a title has said of what: `Percentage`, `Number`, `£000`, `Weeks`. */
static const char *unit_name(struct composer *composer, const struct indicator *indicator, const struct chart *chart) {
    if (unit_table[chart->unit.is].percentage)
        return words_get(composer->words, WORD_CHART_PERCENTAGE);
    bool own = chart->unit.is == indicator->unit;
    const char *unit = own ? figure_text_unit_named(composer, indicator) : "";
    if (unit[0] != '\0' && unit_table[indicator->unit].naming != UNIT_NAMED_BY_PER)
        return unit_table[indicator->unit].naming == UNIT_NAMED_BY_SIGN ? unit : text_capital(composer->arena, unit);
    bool both = indicator->unit == UNIT_COUNT && unit_table[chart->second_unit.is].percentage;
    return words_get(composer->words, both ? WORD_CHART_BOTH : WORD_CHART_NUMBER);
}

/* `Contacts that become a referral, %`; where a title has said what, `Percentage` or `Number`; "" where it has said
 * that too. */
static const char *measure(struct composer *composer, const struct block *block, const struct indicator *indicator,
                           const struct chart *chart, const char *message) {
    const struct chart_line *line = first_line(block_trend_chart(block));
    const struct indicator *of = line != NULL && line->indicator != NULL ? line->indicator : indicator;
    bool own = line != NULL && line->series == NULL && field_in_own_unit(of, line->field);
    bool said = strcmp(message, chart->subject) == 0 || strcmp(message, indicator->short_title) == 0 ||
                (block->title != NULL && title_says(composer->arena, message, chart->subject));
    bool titled = said || measure_heading_stands(composer, indicator);
    bool per = unit_table[of->unit].naming == UNIT_NAMED_BY_PER;
    const char *title = titled ? unit_name(composer, own ? of : indicator, chart) : chart->subject;
    const char *unit = per ? figure_text_unit(composer, of) : title;
    if (said && title_names_unit(composer->arena, message, unit, unit_table[chart->unit.is].percentage))
        return "";
    if (own && titled && per)
        return text_capital(composer->arena, unit);
    if (own && !titled)
        return figure_text_with_unit(composer, title, of);
    return titled || !unit_table[chart->unit.is].percentage ? title : arena_printf(composer->arena, "%s, %%", title);
}

/* True where years begin the axis and it has nothing else, but the year to date behind them. */
static bool is_of_years(const struct chart *chart) {
    for (size_t i = 0; i < chart->group_count; i++)
        if (chart->groups[i].kind != (i == 0 ? GROUP_YEARS : GROUP_TO_DATE))
            return false;
    return chart->group_count > 0;
}

static bool has_figure(const struct chart *chart, const struct chart_category *category) {
    double value;
    for (size_t s = 0; s < chart->series_count; s++)
        if (series_is_data(&chart->series[s]) &&
            point_value(&chart->series[s], (size_t)(category - chart->categories), &value))
            return true;
    return false;
}

/* A figure, or the reason why there is none. */
static bool is_told(const struct chart *chart, const struct chart_category *category) {
    return category->gap_reason != NULL || has_figure(chart, category);
}

/* From the first of them to the last that has a figure or tells why not; where none has, to the last that is not to
 * come. */
static struct words_stretch stretch_of(const struct composer *composer, const struct chart *chart,
                                       const struct chart_group *periods) {
    const struct chart_category *first = &chart->categories[periods->first], *last = first + periods->count - 1;
    while (last > first && last->future)
        last--;
    const struct chart_category *shown = last;
    while (shown > first && !is_told(chart, shown))
        shown--;
    last = is_told(chart, shown) ? shown : last;
    return words_stretch(composer->arena, composer->words, chart->calendar, first->period, last->period);
}

/* ` The scale starts at 70%.` */
static const char *scale_said(struct composer *composer, const struct chart *chart) {
    if (chart->scale.lines == 0)
        return "";
    const char *figure = unit_foot(composer->arena, chart->unit, &chart->scale);
    return arena_printf(
        composer->arena, " %s",
        words_format(composer->arena, composer->words, chart_scale_word(chart), "figure", figure, NULL));
}

/* ` Years have a scale of their own.` */
static const char *years_said(struct composer *composer, const struct chart *chart) {
    for (size_t i = 0; i < chart->group_count; i++)
        if (chart->groups[i].apart)
            return arena_printf(composer->arena, " %s", words_get(composer->words, WORD_CHART_SCALE_APART));
    return "";
}

/* ` Higher is better.` On a page about the indicator, where it is so of all whose figures are told on the first axis.
 */
static const char *polarity_said(struct composer *composer, const struct trend_chart *asked,
                                 const struct indicator *indicator) {
    enum polarity polarity = POLARITY_NONE;
    bool first = true;
    for (size_t i = 0; i < asked->line_count; i++) {
        const struct chart_line *line = &asked->lines[i];
        const struct indicator *of = line->indicator != NULL ? line->indicator : indicator;
        if (line->second_axis || line->comparator != NULL)
            continue;
        if (line->series != NULL || !field_in_own_unit(of, line->field) || (!first && of->polarity != polarity))
            return "";
        polarity = of->polarity;
        first = false;
    }
    if (composer->page->spec->indicator != indicator || !polarity_has_better(polarity))
        return "";
    return arena_printf(
        composer->arena, " %s",
        words_get(composer->words, polarity == POLARITY_HIGHER ? WORD_HIGHER_BETTER : WORD_LOWER_BETTER));
}

static enum word subtitle_word(bool stretches, enum grain grain, bool measured) {
    if (stretches)
        return word_per_grain(measured ? PER_GRAIN_CHART_SUBTITLE : PER_GRAIN_CHART_SUBTITLE_PLACE, grain);
    return measured ? WORD_CHART_SUBTITLE_PERIOD : WORD_CHART_SUBTITLE_PLACE_PERIOD;
}

/* When the figures of a chart without periods are of: its pack's period, or the year up to it where all are of that. */
static const char *period_said(struct composer *composer, const struct trend_chart *asked) {
    const char *period = dated_long(composer, composer->period);
    bool to_date = asked->line_count > 0;
    for (size_t i = 0; i < asked->line_count; i++)
        to_date = to_date && asked->lines[i].series == NULL && field_is_to_date(asked->lines[i].field);
    if (!to_date)
        return period;
    return words_format(composer->arena, composer->words, WORD_CHART_TO_DATE, "first",
                        dated_year(composer, composer->period), "last", period, NULL);
}

static const char *subtitle(struct composer *composer, const struct block *block, const struct indicator *indicator,
                            const struct chart *chart, const char *message) {
    const struct chart_group *periods = chart_title_periods(chart);
    enum grain grain = periods != NULL ? chart->calendar.grain : GRAIN_YEAR;
    struct words_stretch stretch = {0};
    if (periods != NULL)
        stretch = stretch_of(composer, chart, periods);
    else if (is_of_years(chart))
        stretch =
            (struct words_stretch){chart->categories[0].label, chart->categories[chart->category_count - 1].label};
    bool stretches = stretch.first != NULL && strcmp(stretch.first, stretch.last) != 0;
    const char *period = stretch.first == NULL ? period_said(composer, block_trend_chart(block))
                         : periods == NULL     ? stretch.first
                                               : words_period_long(composer->arena, composer->words, chart->calendar,
                                                                   chart->categories[periods->first].period);
    const char *place = chart->place != NULL ? chart->place : composer->layout->catalogue->organisation;
    if (chart->multiples != NULL)
        return chart_multiples_subtitle(composer, chart, chart_multiples_units(composer, chart), place);
    const char *what = measure(composer, block, indicator, chart, message);
    const char *words =
        words_format(composer->arena, composer->words, subtitle_word(stretches, grain, what[0] != '\0'), "measure",
                     what, "place", place, "first", stretch.first, "last", stretch.last, "period", period, NULL);
    return arena_printf(composer->arena, "%s%s%s%s", words,
                        polarity_said(composer, block_trend_chart(block), indicator), scale_said(composer, chart),
                        years_said(composer, chart));
}

/* It has no figure, though its counts are there. */
static bool is_share_of_nothing(const struct composer *composer, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    return figure_at(table, FIELD_NUMERATOR, composer->period)->status == STATUS_PRESENT &&
           figure_at(table, FIELD_DENOMINATOR, composer->period)->status == STATUS_PRESENT &&
           figure_at(table, FIELD_VALUE, composer->period)->status == STATUS_NOT_APPLICABLE;
}

/* Since when there are no figures, where the head of the measure has not said so; else PERIOD_NONE. */
static int stopped_period(const struct composer *composer, const struct trend_chart *asked,
                          const struct indicator *indicator) {
    const struct chart_line *line = asked->lines;
    if (asked->line_count == 0 || line->series != NULL)
        return PERIOD_NONE;
    const struct indicator *shown = line->indicator != NULL ? line->indicator : indicator;
    return measure_heading_stands(composer, shown) || is_share_of_nothing(composer, shown)
               ? PERIOD_NONE
               : flag_period(composer, shown, line->field);
}

/* The flag at the right, above the title. */
static void set_flag(struct composer *composer, struct flow *flow, const char *words) {
    struct piece *piece = flow_add(composer, flow, FLAG_PT + FLAG_GAP_PT);
    flag_draw(composer, piece, words, flow->width_pt, 0);
    flow_keep_last(flow);
}

/* A letter beside a title, and of when it is where that does not go without saying. */
struct chart_letter {
    const struct figure *figure;
    const char *when; /* NULL: the period of the chart */
};

/* What stands at the right of a title. */
struct chart_letters {
    struct chart_letter list[2];
    size_t count;
};

static struct chart_letter letter_in(const struct composer *composer, const struct indicator *indicator,
                                     enum field field) {
    if (!field_exists(indicator, field))
        return (struct chart_letter){0};
    int period = due_period(composer, indicator, field);
    const struct figure *letter = figure_at(figures_of(composer->figures, indicator), field, period);
    bool of_year = field == FIELD_YTD_RAG;
    return letter->status != STATUS_PRESENT && !letter->off_target
               ? (struct chart_letter){0}
               : (struct chart_letter){letter, of_year ? words_get(composer->words, WORD_YEAR_TO_DATE)
                                                       : due_short(composer, indicator, period)};
}

static bool are_alike(const struct figure *one, const struct figure *other) {
    return one->off_target == other->off_target && (one->off_target || one->word == other->word);
}

/* Those of the latest figure of the chart's own indicator and of its year to date, where the two differ, each with its
 * period; else the one that there is. None where none is asked for. */
static struct chart_letters letters_of(const struct composer *composer, const struct trend_chart *asked,
                                       const struct indicator *indicator) {
    const struct chart_line *line = asked->lines;
    if (!asked->letter || asked->line_count == 0 || line->series != NULL || line->indicator != NULL ||
        (line->field != FIELD_VALUE && line->field != FIELD_YTD_VALUE))
        return (struct chart_letters){0};
    struct chart_letter own = letter_in(composer, indicator, FIELD_RAG);
    struct chart_letter year = letter_in(composer, indicator, FIELD_YTD_RAG);
    if (own.figure != NULL && year.figure != NULL && !are_alike(own.figure, year.figure))
        return (struct chart_letters){{own, year}, 2};
    bool of_year = line->field == FIELD_YTD_VALUE;
    struct chart_letter letter = of_year || own.figure == NULL ? year : own;
    if (of_year || own.figure != NULL)
        letter.when = NULL;
    return (struct chart_letters){{letter}, letter.figure != NULL};
}

/* With the gap that it keeps to what stands left of it. */
static double letter_width(struct composer *composer, const struct chart_letter *letter) {
    const struct pen note = pen_make(composer, NULL, STYLE_NOTE);
    return LETTER_WIDTH_PT + LETTER_GAP_PT + (letter->when == NULL ? 0 : pen_width(&note, letter->when) + WHEN_GAP_PT);
}

/* Ends at a place. */
static void set_letter(struct composer *composer, struct piece *piece, const struct chart_letter *letter,
                       double right) {
    struct pen pen = pen_make(composer, piece, STYLE_TABLE);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    if (letter->when != NULL) {
        struct pen when = pen_for(pen_make(composer, piece, STYLE_NOTE), pen.element);
        when.colour = COLOUR_SECOND_TEXT;
        pen_text(&when, right - letter_width(composer, letter) + LETTER_GAP_PT, LETTER_BASELINE_PT,
                 arena_printf(composer->arena, "%s ", letter->when));
    }
    const struct box box = {right - LETTER_WIDTH_PT, 0, LETTER_WIDTH_PT, LETTER_HEIGHT_PT};
    if (letter->figure->off_target)
        pen_off_target(&pen, box);
    else
        pen_band(&pen, (enum band_colour)letter->figure->word, box);
}

/* A title that leaves room for the letters at its right. */
static void set_title(struct composer *composer, struct flow *flow, enum role level, const char *words,
                      const struct chart_letters *letters) {
    struct prose_style style = prose_style_of(composer, STYLE_LEAD);
    style.face = FACE_TEXT_BOLD;
    double room = 0, width = flow->width_pt;
    for (size_t i = 0; i < letters->count; i++)
        room += letter_width(composer, &letters->list[i]);
    flow->width_pt -= room;
    struct piece *piece = prose_set_words(composer, flow, level, words, &style);
    flow->width_pt = width;
    double right = width - room;
    for (size_t i = 0; i < letters->count; i++) {
        right += letter_width(composer, &letters->list[i]);
        set_letter(composer, piece, &letters->list[i], right);
    }
}

static void set_titles(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct indicator *indicator, const struct chart *chart) {
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    const char *message = block->title != NULL ? block->title : chart_title(composer, block, chart, indicator);
    int stopped =
        chart->multiples != NULL ? PERIOD_NONE : stopped_period(composer, block_trend_chart(block), indicator);
    enum role level = measure_heading_stands(composer, indicator) ? ROLE_HEADING_3 : ROLE_HEADING_2;
    if (stopped != PERIOD_NONE)
        set_flag(composer, flow, flag_words(composer, indicator, stopped));
    composer_open(composer, ROLE_CAPTION, NULL);
    const struct chart_letters letters = letters_of(composer, block_trend_chart(block), indicator);
    set_title(composer, flow, level, message, &letters);
    flow_keep_last(flow);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, subtitle(composer, block, indicator, chart, message), &note);
    flow_keep_last(flow);
    composer_close(composer);
}

/* What is asked for; else a chart that has the rest of a facing page to itself is higher; bars are as high as there are
 * bars. */
static double height_of(const struct composer *composer, const struct block *block) {
    bool alone = composer->layout->facing_pages && block->next != NULL && block->next->kind == BLOCK_PAGE_BREAK;
    const struct trend_chart *asked = block_trend_chart(block);
    if (asked->height_pt > 0)
        return asked->height_pt;
    double scale = theme_chart_scale(&composer->layout->theme);
    if (chart_traits[asked->kind].rows)
        return scale * (BARS_FRAME_PT + BAR_PT * (double)asked->line_count);
    return scale * (alone ? FACING_HEIGHT_PT : HEIGHT_PT);
}

/* To which it gives way before its page runs over to another side: one that is asked for by a tenth. 0: not at all. */
static double least_height(const struct trend_chart *asked, double usual) {
    if (chart_traits[asked->kind].rows)
        return 0;
    return asked->height_pt > 0 ? 0.9 * asked->height_pt : usual;
}

/* The one that a block speaks of, or the first of those that it selects. */
static const struct indicator *indicator_of(const struct composer *composer, const struct block *block) {
    return block->selection.count > 0 ? block->selection.indicators[0] : composer_indicator(composer, block);
}

void trend_chart_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = indicator_of(composer, block);
    double asked = block_trend_chart(block)->height_pt, height = height_of(composer, block);
    double scale = theme_chart_scale(&composer->layout->theme), least = scale * LEAST_HEIGHT_PT;
    struct chart *chart = chart_make(composer, block, indicator, height / scale);
    if (chart->multiples != NULL && asked == 0)
        height = chart_multiples_height(composer, chart, flow->width_pt, &least);
    set_titles(composer, flow, block, indicator, chart);
    const struct chart_filling *filling = chart_filling_of(chart->kind);
    if (filling->set_above != NULL)
        filling->set_above(composer, flow, indicator, chart);
    struct piece *piece = flow_add(composer, flow, height);
    piece->gap_pt = 6;
    piece->least_pt = least_height(block_trend_chart(block), least);
    struct pen pen = pen_make(composer, piece, STYLE_BODY);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_FIGURE);
    pen_chart(&pen, (struct box){0, 0, flow->width_pt, height}, chart);
    if (filling->set_below != NULL) {
        filling->set_below(composer, flow, indicator, chart);
        piece->keep = flow->last != piece;
    }
}
