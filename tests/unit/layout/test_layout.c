#include "../months.h"
#include "../read_test.h"

#include "block_parts.h"
#include "inspect_catalogue.h"
#include "inspect_layout.h"
#include "layout.h"
#include "trend_chart.h"

#define PACK "<pack title='T' catalogue='../data/c.xml' fonts='../fonts.xml'>\n"

static void write_pack(struct fixture *fixture) {
    fixture_file(fixture, "pack/fonts.xml", "<fonts><face role='text' file='x.ttf'/></fonts>");
    fixture_file(fixture, "pack/x.ttf", "");
    fixture_file(fixture, "pack/data/x.csv", "period,a,b\n2018-01,1,4\n2018-02,2,4\n2018-03,,\n");
    fixture_file(
        fixture, "pack/data/c.xml",
        "<catalogue title='T' organisation='O' place='P'>\n<source file='x.csv'/><section id='s' title='S'/>"
        "<indicator id='i' title='I' section='s' unit='percent' measure='ratio' numerator='a' "
        "denominator='b'/>\n<indicator id='j' title='J' unit='count' measure='value' numerator='b'/></catalogue>");
    fixture_file(fixture, "pack/data/commentary/2018-02/i.md", "All *well*.\n");
    fixture_file(fixture, "pack/data/commentary/2018-02/zz.md", "Nobody.\n");
}

static struct layout *read_text(struct fixture *fixture, const char *body, const char *period) {
    const struct read_options options = {.period = period};
    write_pack(fixture);
    char *path = fixture_file(fixture, "pack/layouts/l.xml", arena_printf(fixture->arena, PACK "%s</pack>", body));
    return layout_read(fixture->arena, path, &options, &fixture->diag);
}

static void pages_blocks_and_commentary_reach_the_model(void **state) {
    struct fixture *fixture = *state;
    const struct layout *layout = read_text(
        fixture,
        "<template id='t'><heading/><row><table><column field='value'/><column series='a' total='no'/>"
        "<column field='variance'/><total-row/></table><commentary width='120pt'/></row>"
        "<trend-chart type='column-line'><line mark='column' series='b' axis='second'/></trend-chart></template>\n"
        "<page title='Contents'><contents/></page><pages template='t' section='s'/><blank-page/>",
        NULL);
    assert_message(fixture, "zz.md:0:0:", "no indicator is named \"zz\"");
    assert_int_equal(fixture->diag.count, 1);
    assert_int_equal(layout->period, month_in(2018, 2));
    assert_int_equal(layout->page_count, 3);
    assert_string_equal(layout->pages[1].id, "i");
    assert_true(layout->pages[0].listed && !layout->pages[2].listed && layout->pages[2].blank);
    const struct block *row = layout->pages[1].body->first_child->next, *table = row->first_child;
    assert_int_equal(row->kind, BLOCK_ROW);
    assert_int_equal(block_period_table(table)->column_count, 3);
    assert_true(block_period_table(table)->columns[0].has_total); /* no column of its own shows the year to date */
    assert_false(block_period_table(table)->columns[1].has_total);
    assert_int_equal(block_period_table(table)->columns[2].total_field.field, FIELD_YTD_VARIANCE);
    assert_int_equal(row->last_child->width.kind, WIDTH_FIXED);
    assert_int_equal(block_trend_chart(row->next)->line_count, 2);
    assert_int_equal(block_trend_chart(row->next)->lines[1].mark, MARK_COLUMN);
    assert_string_equal(
        layout_commentary(layout, catalogue_indicator(layout->catalogue, "i"))->rich->paragraphs[0].runs[1].string,
        "well");
    assert_non_null(strstr(layout->fonts.files[FACE_TEXT].path, "pack/x.ttf"));
}

static void mistakes_of_a_layout_are_told(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture,
              "<template id='topic'><status-line/></template>\n<page template='topc' indicator='i'/>\n"
              "<page template='topic'/>\n<page indicator='k'><heading/></page>\n<pages template='topic'/>\n"
              "<page indicator='i'><table><column/></table></page>\n<page id='x'/>\n"
              "<page indicator='i' id='x'><trend-chart type='column-line'/></page>",
              NULL);
    assert_message(fixture, "l.xml:3:7:", "did you mean \"topic\"?");
    assert_message(fixture, "l.xml:4:1:", "no indicator for its <status-line> in line 2");
    assert_message(fixture, "l.xml:5:7:", "unknown indicator \"k\"");
    assert_message(fixture, "l.xml:6:1:", "one of these");
    assert_message(fixture, "l.xml:7:28:", "field or series");
    assert_message(fixture, "l.xml:7:21:", "no <column>");
    assert_message(fixture, "l.xml:8:1:", "the page is empty");
    assert_message(fixture, "l.xml:9:", "has the id \"x\" already");
    assert_message(fixture, "l.xml:9:", "mark=\"column\"");
}

static void a_period_outside_the_data_is_refused(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "<page indicator='i'><heading/></page>", "2019-01");
    assert_message(fixture, "l.xml:1:1:", "2019-01 lies outside the data: 2018-01 to 2018-03");
}

/* A period is one of the catalogue's calendar. */
static void a_period_of_another_grain_is_refused(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "<page indicator='i'><heading/></page>", "2018-W05");
    assert_message(fixture, "l.xml:1:1:", "--period: \"2018-W05\" is not a month; expected such as 2018-07");
    assert_int_equal(fixture->diag.count, 1);
}

static void files_outside_the_pack_are_refused(void **state) {
    struct fixture *fixture = *state;
    write_pack(fixture);
    fixture_file(fixture, "other/theme.xml", "<theme/>");
    char *link = arena_printf(fixture->arena, "%s/pack/theme.xml", fixture->folder);
    char *target = arena_printf(fixture->arena, "%s/other/theme.xml", fixture->folder);
    assert_int_equal(symlink(target, link), 0);
    static const char body[] = "<pack title='T' catalogue='../data/c.xml' fonts='../fonts.xml' theme='%s'>"
                               "<page indicator='i'><heading/></page></pack>";
    static const char *const themes[] = {"../../other/theme.xml", "../theme.xml"};
    for (size_t i = 0; i < 2; i++) {
        struct read_options outside = {.allow_outside = true};
        char text[256];
        snprintf(text, sizeof text, body, themes[i]);
        char *path = fixture_file(fixture, "pack/layouts/l.xml", text);
        struct diag diag;
        diag_init(&diag, fixture->arena);
        layout_read(fixture->arena, path, NULL, &diag);
        assert_int_equal(diag.errors, 1);
        assert_non_null(strstr(diag.messages[0].text, "outside the pack's folders"));
        diag_init(&diag, fixture->arena);
        layout_read(fixture->arena, path, &outside, &diag);
        assert_int_equal(diag.errors, 0);
    }
}

static void a_page_without_commentary_is_warned_of(void **state) {
    struct fixture *fixture = *state;
    const struct layout *layout =
        read_text(fixture,
                  "<template id='t'><table><column field='ytd_value'/></table><commentary/></template>\n"
                  "<pages template='t' all='yes'/>",
                  NULL);
    inspect_layout(layout, layout->period, &fixture->diag);
    assert_message(fixture, "l.xml:3:1:", "no commentary on j for 2018-02");
    assert_message(fixture, "l.xml:2:", "i, j have no ytd_value; the column is left out");
    assert_int_equal(fixture->diag.errors, 0);
}

static void the_sample_pack_reads_without_an_error(void **state) {
    struct fixture *fixture = *state;
    const struct layout *layout =
        layout_read(fixture->arena, SOURCE_FOLDER "/layouts/monthly-board-pack.xml", NULL, &fixture->diag);
    if (diag_failed(&fixture->diag))
        fail_msg("%s", messages(fixture));
    assert_int_equal(layout->catalogue->indicator_count, 10);
    inspect_catalogue(layout->catalogue, catalogue_first_period(layout->catalogue), layout->period, &fixture->diag);
    for (size_t i = 0; i < layout->catalogue->indicator_count; i++)
        assert_message(
            fixture, "catalogue.xml:",
            arena_printf(fixture->arena, "%s: the printed key leaves a gap", layout->catalogue->indicators[i]->id));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(pages_blocks_and_commentary_reach_the_model), TEST(mistakes_of_a_layout_are_told),
        TEST(a_period_outside_the_data_is_refused),        TEST(files_outside_the_pack_are_refused),
        TEST(a_period_of_another_grain_is_refused),        TEST(a_page_without_commentary_is_warned_of),
        TEST(the_sample_pack_reads_without_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
