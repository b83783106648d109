#include "../months.h"
#include "../read_test.h"

#include "attention.h"
#include "catalogue_read.h"
#include "compute.h"
#include "text.h"

/* Which indicators are listed, and why. The figures of each are those of months up to July 2018. */

#define BANDS                                                                            \
    "<bands><band colour='green' from='95'/><band colour='amber' from='90' below='95'/>" \
    "<band colour='red' below='90'/></bands>"
#define PERCENT "unit='percent' measure='value' polarity='higher-is-better' "

static struct arena *arena; /* of the test's fixture */

/* Numbers with blanks between, the last of July 2018: a line each. */
static char *lines_of(const char *numbers) {
    size_t count;
    char **parts = text_split(arena, numbers, &count);
    char *text = arena_strdup(arena, "period,a\n");
    for (size_t i = 0; i < count; i++) {
        int month = month_in(2018, 7) - (int)(count - 1 - i);
        text = arena_printf(arena, "%s%s,%s\n", text, calendar_iso(arena, calendar_usual, month),
                            strcmp(parts[i], "-") == 0 ? "" : parts[i]);
    }
    return text;
}

/* A catalogue whose indicators are called by their place, `i0`: what each says in its element, and its numbers. */
struct said {
    const char *attributes, *inside, *numbers;
};

static struct figures *figures_of_all(struct fixture *fixture, const struct said *said, size_t count,
                                      const char *more) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    const char *text = "<catalogue title='T' organisation='O' place='P'>";
    arena = fixture->arena;
    for (size_t i = 0; i < count; i++) {
        fixture_file(fixture, arena_printf(arena, "x%zu.csv", i), lines_of(said[i].numbers));
        text = arena_printf(arena, "%s<source file='x%zu.csv' prefix='s%zu' gaps='yes'/>", text, i, i);
    }
    text = arena_printf(arena, "%s%s", text, more);
    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%s<indicator id='i%zu' title='I' numerator='s%zu.a' %s>%s</indicator>", text, i, i,
                            said[i].attributes, said[i].inside);
    char *path = fixture_file(fixture, "c.xml", arena_printf(arena, "%s</catalogue>", text));
    struct catalogue *catalogue =
        catalogue_read(arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
    if (fixture->diag.errors > 0)
        fail_msg("messages:\n%s", messages(fixture));
    return figures_compute(arena, catalogue, month_in(2018, 7));
}

static struct attention find_rows(const struct figures *figures, const struct published_table *issue, size_t most) {
    const struct attention_request request = {.indicators =
                                                  (const struct indicator *const *)figures->catalogue->indicators,
                                              .count = figures->catalogue->indicator_count,
                                              .period = month_in(2018, 7),
                                              .day = calendar_day((struct date){2018, 8, 10}),
                                              .since = month_in(2018, 6),
                                              .most = most,
                                              .issue = issue};
    return attention_find(arena, figures, &request);
}

static struct attention find(const struct figures *figures, const struct published_table *issue) {
    return find_rows(figures, issue, 0);
}

static struct attention_item only(struct fixture *fixture, struct said said) {
    return find(figures_of_all(fixture, &said, 1, ""), NULL).items[0];
}

static struct attention_item banded(struct fixture *fixture, const char *numbers) {
    return only(fixture, (struct said){PERCENT, BANDS, numbers});
}

static void red_needs_a_decision(void **state) {
    struct attention_item item = banded(*state, "96 89 92 88 85 80");
    assert_int_equal(item.group, ATTENTION_DECISION);
    assert_int_equal(item.run, 3);
    assert_int_equal(item.run_first, month_in(2018, 5));
    assert_false(item.run_of_all);
    assert_false(item.changed);
    item = banded(*state, "80 80 80 80");
    assert_int_equal(item.run, 4);
    assert_true(item.run_of_all);
}

static void a_run_goes_on_over_gaps(void **state) {
    struct attention_item item = banded(*state, "80 - 80 80");
    assert_int_equal(item.run, 3);
    assert_int_equal(item.run_first, month_in(2018, 4));
    assert_true(item.run_gaps);
    assert_true(item.run_of_all);
    item = banded(*state, "96 80 - 80 80");
    assert_int_equal(item.run, 3);
    assert_false(item.run_of_all);
    item = banded(*state, "80 - 96 80 80");
    assert_int_equal(item.run, 2);
    assert_false(item.run_gaps);
}

static void a_figure_that_the_key_has_no_letter_for_stands_by_its_target(void **state) {
    static const char green[] = "<target value='95'/><bands match='first'><band colour='green' from='95'/></bands>";
    struct attention_item item = only(*state, (struct said){PERCENT, green, "96 94 93"});
    assert_int_equal(item.group, ATTENTION_DECISION);
    assert_int_equal(item.now.basis, STANDING_TARGET);
    assert_int_equal(item.now.word, TARGET_MISSING);
    assert_int_equal(item.run, 2);
    assert_int_equal(only(*state, (struct said){PERCENT, green, "94 94 96"}).now.basis, STANDING_BAND);
}

static void the_farthest_from_its_target_comes_first_then_what_worsened_most(void **state) {
    const struct said said[] = {{PERCENT, BANDS "<target value='95'/>", "79 79 78"},
                                {PERCENT, BANDS "<target value='95'/>", "39 39 40"},
                                {PERCENT, BANDS, "80 80 79"},
                                {PERCENT, BANDS, "80 80 70"},
                                {PERCENT, BANDS "<target value='95'/>", "70 70 70"}};
    struct attention found = find(figures_of_all(*state, said, 5, ""), NULL);
    static const size_t order[] = {1, 3, 4, 0, 2}; /* without a target: from the end of green */
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(found.items[i].indicator->index, order[i]);
}

static void assert_edge(struct attention_item item, int64_t edge) {
    assert_true(fraction_present(item.edge));
    assert_int_equal(fraction_compare(item.edge, fraction_make(edge, 1)), 0);
}

/* One without a target is held against the end of its range that it lies beyond. */
static void how_far_a_figure_lies_beyond_its_range_is_told(void **state) {
    static const char range[] = "<bands match='first'><band colour='green' from='16' to='20'/>"
                                "<band colour='red' above='20'/><band colour='red' below='16'/></bands>";
    static const char within[] = "unit='average' measure='value' polarity='within-range' ";
    const struct said said[] = {{within, range, "21 21 25"}, {within, range, "15 15 8"}, {within, range, "15 15 18"}};
    struct attention found = find(figures_of_all(*state, said, 3, ""), NULL);
    assert_int_equal(found.items[0].indicator->index, 1); /* half of it below */
    assert_edge(found.items[0], 16);
    assert_edge(found.items[1], 20); /* a quarter above */
    assert_false(fraction_present(found.items[2].edge));
}

/* To be better than a target and to be on it are told apart, and are one where it is asked what changed. */
static void on_target_is_more_than_one_word(void **state) {
    static const char target[] = "<target value='90'/>";
    struct attention_item item = only(*state, (struct said){PERCENT, target, "90 98 76"});
    assert_int_equal(item.before.word, TARGET_BETTER);
    assert_true(item.changed);
    assert_true(item.worse);
    assert_false(only(*state, (struct said){PERCENT, target, "90 98 90"}).changed);
}

#define STEADY "50 51 50 51 50 51 50 51 50 "

/* Where most stand in no way: by their usual steps, whichever way. */
static void what_moved_most_fills_up_a_list_of_few_targets(void **state) {
    static const char lower[] = "unit='percent' measure='value' polarity='lower-is-better' ";
    const struct said said[] = {{PERCENT, "<target value='40'/>", "39 39 38"},
                                {PERCENT, "", STEADY "52"},
                                {"unit='count' measure='value' ", "", STEADY "53"},
                                {PERCENT, "", STEADY "48"},
                                {lower, "", STEADY "53"},
                                {PERCENT, "", STEADY "51"}};
    const struct figures *figures = figures_of_all(*state, said, 6, "");
    struct attention found = find_rows(figures, NULL, 10);
    static const size_t order[] = {0, 2, 4, 1, 3, 5};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(found.items[i].indicator->index, order[i]);
    assert_int_equal(found.groups[ATTENTION_MOST], 4); /* the last moved as it usually does */
    found = find_rows(figures, NULL, 3);
    assert_int_equal(found.groups[ATTENTION_MOST], 2); /* the red one has a row */
    assert_int_equal(find_rows(figures, NULL, 1).groups[ATTENTION_MOST], 0);
}

static void what_the_catalogue_calls_similar_has_not_moved(void **state) {
    static const char held[] = PERCENT "direction-threshold='10'";
    const struct said said[] = {{held, "", "90 60 90 60 90 60 90 60 90 60 90 80"},
                                {held, "", "90 60 90 60 90 60 90 60 90 60 90 82"},
                                {held, "", "90 91 90 91 90 91 90 91 90 91 90 82"},
                                {held, "", "90 91 90 91 90 91 90 91 90 91 90 80"},
                                {PERCENT, "", "90 91 90 91 90 91 90 91 90 91 90 82"}};
    const struct figures *figures = figures_of_all(*state, said, 5, "");
    const struct attention found = find_rows(figures, NULL, 1);
    static const enum attention_group groups[] = {ATTENTION_WORSE, ATTENTION_REST, ATTENTION_WORST, ATTENTION_WATCH,
                                                  ATTENTION_WATCH};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(found.items[i].group, groups[found.items[i].indicator->index]);
    assert_int_equal(found.groups[ATTENTION_WORSE], 1); /* and named, though there is no row for it */
    assert_int_equal(fraction_compare(found.threshold, fraction_make(10, 1)), 0);
}

/* But not where a target is there, another figure was printed alike, or its counterpart says so. */
static void what_is_at_its_worst_is_named_however_little_it_moved(void **state) {
    static const char held[] = PERCENT "direction-threshold='10'",
                      lower[] = "unit='percent' measure='value' polarity='lower-is-better' direction-threshold='10'";
    const struct said said[] = {{held, "", "40 41 40 41 40 41 40 41 40 39"},
                                {held, "", "40 41 40 41 39 41 40 41 40 39"},
                                {held, "<target value='30'/>", "40 41 40 41 40 41 40 41 40 39"},
                                {held, "", "40 41 40 41 40 41 40 41 40 42"},
                                {lower, "", "60 59 60 59 60 59 60 59 60 61"},
                                {lower, "", "30 39 30 39 30 39 30 39 38 40"}};
    static const enum attention_group groups[] = {ATTENTION_WORST, ATTENTION_REST, ATTENTION_REST,
                                                  ATTENTION_BEST,  ATTENTION_REST, ATTENTION_WORST};
    const struct attention found = find_rows(figures_of_all(*state, said, 6, ""), NULL, 10);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(found.items[i].group, groups[found.items[i].indicator->index]);
    assert_int_equal(found.items[0].indicator->index, 0); /* it moved more */
    assert_int_equal(attention_urgent(&found), 0);
    assert_int_equal(found.items[0].usual_steps, 8);
}

/* By the catalogue's threshold, or as the best of all figures; a count is left to its share, and what has a row or a
 * target is told there. */
static void what_got_better_is_named_and_counted(void **state) {
    static const char held[] = PERCENT "direction-threshold='10'",
                      lower[] = "unit='percent' measure='value' polarity='lower-is-better' direction-threshold='10'";
    const struct said said[] = {{held, "", "60 90 60 90 60 90 60 90 60 90 60 70"},
                                {lower, "", "60 90 60 90 60 90 60 90 60 90 60 50"},
                                {held, "", "40 41 40 41 40 41 40 41 40 42"},
                                {held, "", "40 41 40 41 42 41 40 41 40 42"},
                                {held, "<target value='30'/>", "40 41 40 41 40 41 40 41 40 42"},
                                {PERCENT, "", "40 41 40 41 40 41 40 41 40 42"},
                                {held, "", "40 41 40 41 40 41 40 41 40 50"}};
    static const enum attention_group groups[] = {ATTENTION_BETTER, ATTENTION_BETTER, ATTENTION_BEST, ATTENTION_REST,
                                                  ATTENTION_REST,   ATTENTION_BEST,   ATTENTION_WATCH};
    const struct figures *figures = figures_of_all(*state, said, 7, "");
    const struct attention found = find_rows(figures, NULL, 1);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(found.items[i].group, groups[found.items[i].indicator->index]);
    assert_int_equal(found.called_better, 3);
    assert_int_equal(found.called_worse, 0);
    assert_int_equal(fraction_compare(found.threshold, fraction_make(10, 1)), 0);
    assert_int_equal(attention_urgent(&found), 1);
    assert_int_equal(find_rows(figures, NULL, 10).groups[ATTENTION_MOST], 3); /* where there is room */
}

/* Of the same threshold, then of the same first figure: a sentence each. */
static void those_at_their_worst_lie_together_by_what_is_said_of_them(void **state) {
    static const char ten[] = PERCENT "direction-threshold='10'", five[] = PERCENT "direction-threshold='5'";
    const struct said said[] = {{PERCENT, "", "40 41 40 41 40 41 40 41 40 39"},
                                {ten, "", "40 41 40 41 40 41 40 41 40 39.4"},
                                {five, "", "40 41 40 41 40 41 40 41 40 39.3"},
                                {ten, "", "41 40 41 40 41 40 41 40 41 40 39.7"},
                                {ten, "", "40 41 40 41 40 41 40 41 40 39.1"}};
    static const size_t order[] = {3, 4, 1, 2, 0};
    const struct attention found = find_rows(figures_of_all(*state, said, 5, ""), NULL, 10);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(found.items[i].indicator->index, order[i]);
    assert_int_equal(found.groups[ATTENTION_WORST], 5);
}

/* Where neither way is better the highest is told of what rose, the lowest of what fell. */
static void an_extreme_is_told_of_what_has_no_better(void **state) {
    static const char count[] = "unit='count' measure='value' ";
    struct attention_item rose = only(*state, (struct said){count, "", "50 60 50 60 50 60 50 61"});
    struct attention_item fell = only(*state, (struct said){count, "", "50 60 50 60 50 60 50 60 49"});
    assert_true(rose.extreme.is && rose.extreme.highest && rose.extreme.of_all);
    assert_true(fell.extreme.is && !fell.extreme.highest);
    assert_false(rose.extreme.level);
    /* which way it went is not known */
    assert_false(only(*state, (struct said){count, "", "50 60 50 60 50 60 50 60 - 49"}).extreme.is);
    assert_true(only(*state, (struct said){count, "", "61 50 60 50 60 50 60 50 61"}).extreme.level);
    assert_false(only(*state, (struct said){count, "", "62 50 60 50 60 50 60 50 61"}).extreme.level);
    assert_false(only(*state, (struct said){count, "", "50 60 50 60 50 60 50 60 59"}).extreme.is);
}

static void of_two_shares_of_a_whole_the_list_has_one(void **state) {
    static const char lower[] = "unit='percent' measure='value' polarity='lower-is-better' ";
    const struct said said[] = {{lower, "", "10 12 10 12 10 12 10 12 10 12 10 15"},
                                {PERCENT, "", "90 88 90 88 90 88 90 88 90 88 90 85"},
                                {lower, "", "10 12 10 12 10 12 10 12 10 14 10 15"}};
    const struct attention found = find_rows(figures_of_all(*state, said, 3, ""), NULL, 10);
    assert_int_equal(found.groups[ATTENTION_MOST], 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_not_equal(found.items[i].indicator->index, 0);
}

/* And not among the rest, which are named as well. */
static void a_share_whose_counterpart_tells_it_is_worse_is_apart(void **state) {
    static const char higher[] = PERCENT "direction-threshold='10'",
                      lower[] = "unit='percent' measure='value' polarity='lower-is-better' direction-threshold='10'";
    const struct said said[] = {{lower, "", "50 42 50 42 50 42 50 42 50 42 50 60"},
                                {higher, "", "50 58 50 58 50 58 50 58 50 58 50 40"}};
    const struct attention found = find_rows(figures_of_all(*state, said, 2, ""), NULL, 10);
    const struct attention alone = find_rows(figures_of_all(*state, said, 1, ""), NULL, 10);
    assert_int_equal(found.items[0].indicator->index, 1);
    assert_int_equal(found.items[1].group, ATTENTION_TOLD);
    assert_ptr_equal(found.items[1].told_by, found.items[0].indicator);
    assert_int_equal(found.groups[ATTENTION_REST], 0);
    assert_int_equal(attention_urgent(&found), 1);
    assert_int_equal(alone.groups[ATTENTION_TOLD], 0);
}

/* Also where one of them has no figure; where nothing is judged, what has none stands apart. */
static void those_that_lack_the_same_lie_together(void **state) {
    static const char count[] = "unit='count' measure='value' flow='yes' ";
    const struct said said[] = {{count, "", "5 5 -"},
                                {count, "<target value='60' of='year'/>", "5 5 5"},
                                {count, "", "5 5 5"},
                                {PERCENT, BANDS, "96 96 96"}};
    static const size_t order[] = {3, 0, 2, 1}, unjudged[] = {2, 1, 0};
    const struct attention found = find(figures_of_all(*state, said, 4, ""), NULL);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(found.items[i].indicator->index, order[i]);
    const struct attention none = find(figures_of_all(*state, said, 3, ""), NULL);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(none.items[i].indicator->index, unjudged[i]);
}

static void a_list_of_targets_is_not_filled_up(void **state) {
    const struct said said[] = {{PERCENT, "<target value='40'/>", "50 50 50"}, {PERCENT, "", STEADY "48"}};
    assert_int_equal(find_rows(figures_of_all(*state, said, 2, ""), NULL, 10).groups[ATTENTION_MOST], 0);
}

static void a_letter_that_changed_says_how_it_was(void **state) {
    struct attention_item item = banded(*state, "96 96 92");
    assert_int_equal(item.group, ATTENTION_CHANGED);
    assert_true(item.worse);
    assert_int_equal(item.before.word, BAND_GREEN);
    assert_string_equal(item.printed_before, "96.0");
    item = banded(*state, "80 80 92");
    assert_int_equal(item.group, ATTENTION_CHANGED);
    assert_false(item.worse);
    item = banded(*state, "96 96 80");
    assert_int_equal(item.group, ATTENTION_DECISION);
    assert_true(item.changed);
}

static void an_action_is_expected_of_all_that_is_off_target(void **state) {
    assert_true(banded(*state, "96 96 80").expects_action);
    assert_true(banded(*state, "80 80 92").expects_action);
    assert_true(banded(*state, "96 92 92").expects_action);
    assert_false(banded(*state, "80 80 96").expects_action);
}

static void amber_is_watched_when_it_lasts_or_is_at_its_worst(void **state) {
    assert_int_equal(banded(*state, "96 92 92").group, ATTENTION_REST);
    assert_int_equal(banded(*state, "96 92 92 92").watch, WATCH_LONG);
    assert_int_equal(banded(*state, "93 96 93 96 93 93 92").watch, WATCH_LOWEST);
    assert_int_equal(banded(*state, "92 96 93 96 96 93 92").watch, WATCH_NOTHING);
    struct attention_item item = banded(*state, "91 93 96 93 96 93 94 94 92");
    assert_int_equal(item.extreme.since, month_in(2017, 11));
    assert_false(item.extreme.of_all);
    assert_false(item.extreme.highest);
}

static void another_letter_of_the_year_is_told(void **state) {
    struct said said = {"unit='percent' measure='ratio' denominator='d' polarity='higher-is-better' flow='yes' ", BANDS,
                        "93 92 92 97"};
    struct fixture *fixture = *state;
    const struct figures *figures = figures_of_all(fixture, &said, 1, "<constant id='d' value='100'/>");
    struct attention_item item = find(figures, NULL).items[0];
    assert_int_equal(item.now.word, BAND_GREEN);
    assert_int_equal(item.other, BAND_AMBER);
    said.numbers = "80 80 92 93";
    item = find(figures_of_all(fixture, &said, 1, "<constant id='d' value='100'/>"), NULL).items[0];
    assert_int_equal(item.now.word, BAND_AMBER);
    assert_int_equal(item.other, BAND_RED);
    assert_int_not_equal(item.watch, WATCH_ALONE);
}

static void a_month_that_alone_is_red_is_watched(void **state) {
    const struct said said = {"unit='percent' measure='ratio' denominator='d' polarity='higher-is-better' flow='yes' "
                              "headline='ytd_value' ",
                              BANDS, "93 94 93 80"};
    struct fixture *fixture = *state;
    const struct figures *figures = figures_of_all(fixture, &said, 1, "<constant id='d' value='100'/>");
    struct attention_item item = find(figures, NULL).items[0];
    assert_int_equal(item.now.word, BAND_AMBER);
    assert_int_equal(item.other, BAND_RED);
    assert_int_equal(item.watch, WATCH_ALONE);
    assert_false(item.extreme.is);
}

static void a_step_beyond_what_is_usual_is_watched(void **state) {
    static const char *const quiet = "97 98 97 98 97 98 97 98 97";
    char numbers[64];
    snprintf(numbers, sizeof numbers, "%s 100.2", quiet);
    assert_int_equal(banded(*state, numbers).group, ATTENTION_REST); /* 3.2 times */
    snprintf(numbers, sizeof numbers, "%s 100.3", quiet);
    assert_int_equal(banded(*state, numbers).watch, WATCH_BETTER);
    snprintf(numbers, sizeof numbers, "%s 95", quiet + 3);
    assert_int_equal(banded(*state, numbers).group, ATTENTION_REST);
    snprintf(numbers, sizeof numbers, "99 %s", "100 99 100 99 100 99 100 99 95.5");
    struct attention_item item = banded(*state, numbers);
    assert_int_equal(item.watch, WATCH_WORSE);
    assert_int_equal(fraction_compare(item.usual_step, fraction_make(1, 1)), 0);
    assert_int_equal(fraction_compare(item.step, fraction_make(-7, 2)), 0);
    item = only(*state, (struct said){"unit='count' measure='value' ", "", "9 8 9 8 9 8 9 8 9 20"});
    assert_int_equal(item.watch, WATCH_MOVED);
}

static struct attention_item charted(struct fixture *fixture, const char *polarity, const char *later) {
    char numbers[128], attributes[128];
    snprintf(numbers, sizeof numbers, "9 10 9 10 9 10 9 10 9 10 9 10 9 10 %s", later);
    snprintf(attributes, sizeof attributes, "unit='average' measure='value' polarity='%s' ", polarity);
    return only(fixture, (struct said){attributes, "<control-chart baseline='14'/>", numbers});
}

static void a_new_signal_of_a_control_chart_is_told_once(void **state) {
    struct attention_item item = charted(*state, "none", "20");
    assert_int_equal(item.group, ATTENTION_NEWS); /* of what is neither good nor bad */
    assert_int_equal(item.marked, 1);
    item = charted(*state, "none", "20 20");
    assert_false(item.signalled);
    assert_int_equal(item.group, ATTENTION_UNUSUAL);
    assert_int_equal(item.marked, 2);
    assert_int_equal(charted(*state, "none", "20 20 9").group, ATTENTION_REST);
    assert_int_equal(charted(*state, "lower-is-better", "20").group, ATTENTION_SIGNAL);
    assert_int_equal(charted(*state, "lower-is-better", "20 20").watch, WATCH_CONCERN);
    assert_int_equal(charted(*state, "higher-is-better", "20 20").group, ATTENTION_REST);
}

/* The seventh figure above the mean marks the six before it, of which nothing was said at their time. */
static void a_signal_is_new_by_what_the_chart_said_then(void **state) {
    assert_int_equal(charted(*state, "none", "9 10 10 10 10 10 10").group, ATTENTION_REST);
    struct attention_item item = charted(*state, "none", "9 10 10 10 10 10 10 10");
    assert_int_equal(item.group, ATTENTION_NEWS);
    assert_int_equal(item.marked, 7);
}

static void too_few_steps_say_nothing(void **state) {
    assert_int_equal(banded(*state, "100 99 100 99 100 99 100 99 95").watch, WATCH_NOTHING); /* seven before it */
    assert_int_equal(banded(*state, "99 99 99 99 99 99 99 99 99 99 95").watch, WATCH_NOTHING);
}

static void where_too_few_figures_tell_what_is_usual_those_that_moved_most_in_percent_are_listed(void **state) {
    const struct said said[] = {{PERCENT, "", "50 50 51"}, {PERCENT, "", "2 2 4"}, {PERCENT, "", "9 9 9"}};
    struct attention attention = find_rows(figures_of_all(*state, said, 3, ""), NULL, 10);
    assert_true(attention.by_percent);
    assert_int_equal(attention.groups[ATTENTION_MOST], 2);
    assert_int_equal(attention.items[0].indicator->index, 1);
}

static void without_bands_a_target_that_is_missed_needs_a_decision(void **state) {
    struct attention_item item = only(*state, (struct said){PERCENT, "<target value='95'/>", "96 94 93"});
    assert_int_equal(item.group, ATTENTION_DECISION);
    assert_int_equal(item.now.basis, STANDING_TARGET);
    assert_int_equal(item.run, 2);
    item = only(*state, (struct said){PERCENT, "<target value='95'/>", "94 94 96"});
    assert_int_equal(item.group, ATTENTION_CHANGED);
    assert_int_equal(only(*state, (struct said){PERCENT, "", "94 94 96"}).group, ATTENTION_REST);
}

static void what_has_no_figure_is_not_judged(void **state) {
    struct attention_item item = banded(*state, "80 80 -");
    assert_int_equal(item.group, ATTENTION_REST);
    assert_int_equal(item.now.basis, STANDING_NONE);
    assert_true(status_is_absent(item.value.status));
}

static void the_changed_and_the_farthest_from_target_come_first(void **state) {
    const struct said said[] = {{PERCENT, BANDS "<target value='95'/>", "80 80 85"},
                                {PERCENT, BANDS "<target value='95'/>", "80 80 70"},
                                {PERCENT, BANDS "<target value='95'/>", "96 96 89"},
                                {PERCENT, BANDS, "96 96 92"},
                                {PERCENT, BANDS, "96 96 96"},
                                {PERCENT, BANDS, "92 92 92"}};
    struct attention found = find(figures_of_all(*state, said, 6, ""), NULL);
    static const size_t order[] = {2, 1, 0, 3, 5, 4};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(found.items[i].indicator->index, order[i]);
    assert_int_equal(found.groups[ATTENTION_DECISION], 3);
    assert_int_equal(found.groups[ATTENTION_CHANGED], 1);
    assert_int_equal(found.groups[ATTENTION_WATCH], 1);
    assert_int_equal(found.changed, 2);
    assert_int_equal(found.without_action, 0); /* no file tells actions */
    assert_int_equal(found.decisions[STANDING_BAND], 3);
    assert_int_equal(found.stand[STANDING_TARGET], 0);
    assert_int_equal(attention_judged(&found), 6);
}

static void actions_are_counted(void **state) {
    const struct said said[] = {
        {PERCENT, BANDS, "80 80 80"}, {PERCENT, BANDS, "96 96 96"}, {PERCENT, BANDS, "80 80 80"}};
    fixture_file(*state, "actions.csv",
                 "indicator,action,owner,due,status\ni0,A,Head,2018-09-30,open\ni1,B,Head,2018-08-09,open\n"
                 "i2,C,Head,2018-08-09,done\n");
    struct attention found = find(figures_of_all(*state, said, 3, "<actions file='actions.csv'/>"), NULL);
    assert_int_equal(found.overdue, 1);
    assert_int_equal(found.without_action, 1);
    assert_int_equal(found.items[2].watch, WATCH_OVERDUE);
    assert_int_equal(found.items[2].indicator->index, 1);
}

static void concerns_without_an_action_are_counted_apart(void **state) {
    const struct said said = {"unit='average' measure='value' polarity='lower-is-better' ",
                              "<control-chart baseline='14'/>", "9 10 9 10 9 10 9 10 9 10 9 10 9 10 20 20"};
    fixture_file(*state, "actions.csv", "indicator,action,owner,due,status\ni0,A,Head,2018-08-09,done\n");
    struct attention found = find(figures_of_all(*state, &said, 1, "<actions file='actions.csv'/>"), NULL);
    assert_int_equal(found.concerns_without, 1);
    assert_int_equal(found.without_action, 0);
    fixture_file(*state, "actions.csv", "indicator,action,owner,due,status\ni0,A,Head,2018-09-30,open\n");
    found = find(figures_of_all(*state, &said, 1, "<actions file='actions.csv'/>"), NULL);
    assert_int_equal(found.concerns_without, 0);
}

static void what_is_late_stands_first_among_what_is_watched(void **state) {
    const struct said said[] = {{PERCENT, BANDS, "92 92 92"}, {PERCENT, BANDS, "96 96 96"}};
    fixture_file(*state, "actions.csv", "indicator,action,owner,due,status\ni1,B,Head,2018-08-09,open\n");
    struct attention found = find(figures_of_all(*state, said, 2, "<actions file='actions.csv'/>"), NULL);
    assert_int_equal(found.items[0].watch, WATCH_OVERDUE);
    assert_int_equal(found.items[1].watch, WATCH_LONG);
}

/* By neither a letter nor a target: one that stands by its place among others has none. */
static void those_without_a_target_are_counted(void **state) {
    const struct said said[] = {{PERCENT, BANDS, "92 92 92"},
                                {PERCENT, "<target value='90'/>", "96 96 96"},
                                {PERCENT, "", "96 96 96"},
                                {PERCENT, "<bands unset='to be set'/>", "96 96 96"}};
    struct attention found = find(figures_of_all(*state, said, 4, ""), NULL);
    assert_int_equal(found.untargeted, 1);
    assert_int_equal(found.unjudged[UNJUDGED_UNSET], 1);
}

static struct published_cell cell_of(const struct figures *figures, size_t index, enum field field, int period,
                                     const char *printed) {
    return (struct published_cell){.printed = printed,
                                   .indicator = figures->catalogue->indicators[index],
                                   .field = {.field = field},
                                   .period = period};
}

static void the_last_issue_is_held_against_as_it_was_printed(void **state) {
    const struct said said[] = {{PERCENT, BANDS, "96 96 92 92"}, {PERCENT, BANDS, "96 92 92 92"}};
    const struct figures *figures = figures_of_all(*state, said, 2, "");
    const int may = month_in(2018, 5), june = month_in(2018, 6);
    struct published_cell cells[] = {
        cell_of(figures, 0, FIELD_VALUE, may, "95.9"), cell_of(figures, 0, FIELD_RAG, may, "G"),
        cell_of(figures, 0, FIELD_VALUE, june, ""),    cell_of(figures, 1, FIELD_VALUE, may, "92.0"),
        cell_of(figures, 1, FIELD_RAG, may, "A"),      {.problem = "no such indicator", .printed = "1"}};
    const struct published_table issue = {.cells = cells, .count = sizeof cells / sizeof *cells};
    struct attention found = find(figures, &issue);
    assert_int_equal(found.since, may);
    assert_int_equal(found.changed, 1);
    assert_int_equal(found.items[0].indicator->index, 0);
    assert_int_equal(found.items[0].group, ATTENTION_CHANGED);
    assert_string_equal(found.items[0].printed_before, "95.9");
}

/* A figure of a quarter in a pack of months. */
static void what_is_not_due_has_not_changed(void **state) {
    struct fixture *fixture = *state;
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    arena = fixture->arena;
    fixture_file(fixture, "m.csv", lines_of("1 1 1 1 1 1 1"));
    fixture_file(fixture, "q.csv", "period,a\n2017-18-Q4,96\n2018-19-Q1,80\n");
    char *path =
        fixture_file(fixture, "c.xml",
                     "<catalogue title='T' organisation='O' place='P'><source file='m.csv' prefix='m'/>"
                     "<source file='q.csv' prefix='q' grain='quarter'/>"
                     "<indicator id='i' title='I' numerator='q.a' " PERCENT ">" BANDS "</indicator></catalogue>");
    struct catalogue *catalogue =
        catalogue_read(arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
    struct attention found = find(figures_compute(arena, catalogue, month_in(2018, 7)), NULL);
    assert_int_equal(found.items[0].period, month_in(2018, 6));
    assert_int_equal(found.items[0].group, ATTENTION_DECISION);
    assert_false(found.items[0].changed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(red_needs_a_decision),
        TEST(a_run_goes_on_over_gaps),
        TEST(a_figure_that_the_key_has_no_letter_for_stands_by_its_target),
        TEST(the_farthest_from_its_target_comes_first_then_what_worsened_most),
        TEST(how_far_a_figure_lies_beyond_its_range_is_told),
        TEST(on_target_is_more_than_one_word),
        TEST(what_moved_most_fills_up_a_list_of_few_targets),
        TEST(what_the_catalogue_calls_similar_has_not_moved),
        TEST(an_extreme_is_told_of_what_has_no_better),
        TEST(what_is_at_its_worst_is_named_however_little_it_moved),
        TEST(what_got_better_is_named_and_counted),
        TEST(those_at_their_worst_lie_together_by_what_is_said_of_them),
        TEST(of_two_shares_of_a_whole_the_list_has_one),
        TEST(a_share_whose_counterpart_tells_it_is_worse_is_apart),
        TEST(those_that_lack_the_same_lie_together),
        TEST(a_list_of_targets_is_not_filled_up),
        TEST(a_letter_that_changed_says_how_it_was),
        TEST(an_action_is_expected_of_all_that_is_off_target),
        TEST(amber_is_watched_when_it_lasts_or_is_at_its_worst),
        TEST(another_letter_of_the_year_is_told),
        TEST(a_month_that_alone_is_red_is_watched),
        TEST(a_step_beyond_what_is_usual_is_watched),
        TEST(too_few_steps_say_nothing),
        TEST(where_too_few_figures_tell_what_is_usual_those_that_moved_most_in_percent_are_listed),
        TEST(a_new_signal_of_a_control_chart_is_told_once),
        TEST(a_signal_is_new_by_what_the_chart_said_then),
        TEST(without_bands_a_target_that_is_missed_needs_a_decision),
        TEST(what_has_no_figure_is_not_judged),
        TEST(the_changed_and_the_farthest_from_target_come_first),
        TEST(actions_are_counted),
        TEST(concerns_without_an_action_are_counted_apart),
        TEST(what_is_late_stands_first_among_what_is_watched),
        TEST(those_without_a_target_are_counted),
        TEST(the_last_issue_is_held_against_as_it_was_printed),
        TEST(what_is_not_due_has_not_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
