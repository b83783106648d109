#include "chart_multiples_among.h"

#include "chart_filling.h"
#include "chart_look.h"
#include "chart_multiples.h"
#include "chart_reading.h"
#include "chart_series.h"
#include "chart_span.h"
#include "due.h"
#include "figure_text.h"
#include "peers.h"

/* A small chart for each organisation. */

struct among_filling {
    struct chart_draft *draft;
    const struct comparison_chart *asked;
    const struct peers *peers;
    int own, period; /* own: PEERS_NONE where nobody's is */
};

static bool is_shown(const struct among_filling *among, size_t organisation) {
    bool own = (int)organisation == among->own;
    return own || among->asked->group == NULL || among->own == PEERS_NONE ||
           peers_grouped(among->peers, indicator_group(among->draft->indicator, among->asked->group),
                         (size_t)among->own, organisation);
}

static const struct peer_figure *figure_at_slot(const struct among_filling *among, size_t organisation, size_t slot) {
    const struct chart_draft *draft = among->draft;
    return &peers_figures(among->peers, draft->indicator, draft->slots[slot].period)[organisation];
}

/* The figure of an organisation in a category; a year to date starts anew where one's own would. */
static struct chart_reading reading_at(const struct among_filling *among, size_t organisation, size_t category) {
    const struct chart_draft *draft = among->draft;
    const struct peer_figure *figure = figure_at_slot(among, organisation, category);
    struct chart_reading reading = {.not_due = figure->status == STATUS_NOT_DUE};
    if (!status_is_absent(figure->status) && fraction_present(figure->value))
        reading = chart_reading_of(draft, draft->indicator, FIELD_VALUE, figure->value, -1);
    reading.anew = chart_line_reading(draft, draft->asked->lines, category).anew;
    return reading;
}

/* Lines at one figure, in each. */
static void add_references(const struct among_filling *among, struct multiple *multiple) {
    const struct chart_draft *draft = among->draft;
    for (size_t i = 0; i < among->asked->reference_count; i++) {
        const char *name;
        struct chart_reading reading = chart_reading_reference(draft, &among->asked->references[i], &name);
        struct chart_series *series = chart_multiples_held(multiple, i, name, MARK_TARGET);
        for (size_t k = 0; k < draft->chart->category_count; k++)
            series->points[k] = chart_draft_point(reading);
    }
}

static void add_latest(const struct among_filling *among, struct multiple *multiple, size_t organisation) {
    multiple->latest = chart_multiples_category(among->draft, among->period);
    const struct peer_figure *figure = figure_at_slot(among, organisation, multiple->latest);
    if (multiple->series->points[multiple->latest].present)
        return;
    multiple->symbol = status_words[status_is_absent(figure->status) ? figure->status : STATUS_MISSING].symbol;
}

/* `joint 5th of 32`; NULL of one that has no rank. */
static const char *rank_of(const struct among_filling *among, size_t organisation, size_t rank) {
    const struct chart_draft *draft = among->draft;
    const struct figure place = {.value = fraction_make((int64_t)rank, 1),
                                 .sharing = peers_sharing(among->peers, draft->indicator, among->period, organisation)},
                        of = {.value = fraction_make((int64_t)draft->chart->standings->count, 1)};
    return rank == 0 ? NULL : figure_text_rank(draft->composer, &place, &of);
}

static void add_one(const struct among_filling *among, struct multiples *multiples, size_t organisation, size_t rank) {
    struct chart_draft *draft = among->draft;
    struct multiple *multiple =
        chart_multiples_add(multiples, draft, among->peers->organisations->items[organisation].name);
    multiple->own = (int)organisation == among->own;
    multiple->rank = rank_of(among, organisation, rank);
    if (!multiple->own)
        multiple->series->colour = multiple->series->label_colour = COLOUR_SECOND_TEXT;
    for (size_t i = 0; i < draft->chart->category_count; i++)
        multiple->series->points[i] = chart_draft_point(reading_at(among, organisation, i));
    add_latest(among, multiple, organisation);
    add_references(among, multiple);
}

/* The organisations in the order of the standings; then those that are not in them. */
static void add_all(const struct among_filling *among, struct multiples *multiples, struct multiple_set *set) {
    const struct standings *standings = among->draft->chart->standings;
    for (size_t i = 0; i < standings->count; i++)
        if (is_shown(among, standings->marks[i].organisation))
            add_one(among, multiples, standings->marks[i].organisation, standings->marks[i].rank);
    for (size_t i = 0; i < standings->absent_count; i++)
        if (is_shown(among, standings->absent[i].organisation))
            add_one(among, multiples, standings->absent[i].organisation, 0);
    set->count = multiples->count;
}

void chart_multiples_among(struct composer *composer, const struct comparison_chart *asked,
                           const struct indicator *indicator, struct chart *chart) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct chart_line line = {.field = FIELD_VALUE};
    const struct trend_chart periods = {.kind = chart->kind,
                                        .lines = &line,
                                        .line_count = 1,
                                        .extent = asked->extent,
                                        .groups = {GROUP_PERIODS},
                                        .group_count = 1};
    struct chart_draft draft = {
        .composer = composer, .asked = &periods, .pos = chart->pos, .indicator = indicator, .chart = chart};
    const struct among_filling among = {&draft, asked, catalogue->peers, peers_own(catalogue),
                                        due_period(composer, indicator, FIELD_VALUE)};
    size_t count = among.peers == NULL ? 0 : among.peers->organisations->count;
    chart_multiples_axis(&draft);
    struct multiples *multiples = chart_multiples_create(&draft, count, asked->reference_count);
    struct multiple_set *set = &multiples->sets[multiples->set_count++];
    *set = (struct multiple_set){.unit = chart->unit,
                                 .unit_words = chart_multiples_unit(composer, indicator, chart->unit.is),
                                 .decimals = chart->decimals,
                                 .least_span = chart_span_least(&draft)};
    if (among.peers != NULL)
        add_all(&among, multiples, set);
}

const struct chart_filling chart_filling_multiples_among = {.set_below = chart_multiples_set_note};
