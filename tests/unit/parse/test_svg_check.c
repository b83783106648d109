#include "../read_test.h"

#include "svg_check.h"

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"

static const struct xml_element *parse(struct fixture *fixture, const char *bytes) {
    struct xml_element *root = xml_parse(fixture->arena, "logo.svg", bytes, &fixture->diag);
    assert_non_null(root);
    return root;
}

static void what_stays_in_its_file_is_let_in(void **state) {
    static const char *const good[] = {
        "/>",
        "><path fill='url(#a)' style=\"stroke: url( '#b' )\"/></svg>",
        "><g id='a'/><use href='#a'/><use xlink:href='#a'/><use width='3'/><use href='#none'/></svg>",
        "><style>path { fill: url(#a); stroke: URL(#b) }</style></svg>",
        "><g id='a'/><g id='a'/></svg>",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const struct xml_element *root = parse(fixture, arena_printf(fixture->arena, "%s%s", SVG, good[i]));
        assert_true(svg_is(root));
        assert_true(svg_check(fixture->arena, root, "logo.svg", &fixture->diag));
    }
    assert_quiet(fixture);
    assert_true(svg_is(parse(fixture, "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>")));
    assert_false(svg_is(parse(fixture, "<html/>")));
}

static void what_reaches_out_or_never_ends_is_refused(void **state) {
    static const struct {
        const char *inner, *place, *words;
    } rows[] = {
        {"<image href='#a'/>", "logo.svg:2:1:", "holds another picture"},
        {"<g>\n<x:script xmlns:x='urn:x'/></g>", "logo.svg:3:1:", "holds a program"},
        {"<text>Council</text>", "logo.svg:2:1:", "turn it into outlines"},
        {"<style>@import 'x.css';</style>", "logo.svg:2:1:", "asks for something outside"},
        {"<style>@IMPORT 'x.css';</style>", "logo.svg:2:1:", "asks for something outside"},
        {"<style>a { fill: url(#a) } b { fill: url( \"http://x.org\") }</style>", "logo.svg:2:1:", "outside"},
        {"<path\nfill='url(x.svg#a)'/>", "logo.svg:3:1:", "asks for something outside"},
        {"<use\nhref='x.svg#a'/>", "logo.svg:3:1:", "asks for something outside"},
        {"<use\nxlink:href=''/>", "logo.svg:3:1:", "asks for something outside"},
        {"<g id='a'><use href='#a'/></g>", "logo.svg:1:1:", "draws its own parts over and over"},
        {"<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "logo.svg:1:1:", "over and over"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = 0;
        const struct xml_element *root = parse(fixture, arena_printf(fixture->arena, SVG ">\n%s</svg>", rows[i].inner));
        assert_false(svg_check(fixture->arena, root, "logo.svg", &fixture->diag));
        assert_message(fixture, rows[i].place, rows[i].words);
        assert_int_equal(fixture->diag.count, 1);
    }
}

/* The first element of an id is the one that is drawn. */
static void an_id_twice_is_that_of_its_first_element(void **state) {
    struct fixture *fixture = *state;
    const struct xml_element *root =
        parse(fixture, SVG "><g id='a'/><g id='b'><use href='#a'/></g><g id='a'><use href='#b'/></g></svg>");
    assert_true(svg_check(fixture->arena, root, "logo.svg", &fixture->diag));
    assert_quiet(fixture);
}

static void a_size_is_of_lengths_or_of_the_box(void **state) {
    static const struct {
        const char *attributes;
        double width, height; /* 0: refused */
    } rows[] = {
        {"width='96' height='48px'", 72, 36},
        {"width='1in' height='12pt'", 72, 12},
        {"width='2.54cm' height='25.4mm'", 72, 72},
        {"viewBox='0 0 96 48'", 72, 36},
        {"viewBox='0,0,96,48'", 72, 36},
        {"viewBox='0 0 100 50' width='200pt'", 200, 100},
        {"viewBox='0 0 100 50' height='200pt'", 400, 200},
        {"viewBox='0 0 100 50' height='200pt' width='7pt'", 7, 200},
        {"viewBox='0 0 100 50' width='50%' height='100%'", 75, 37.5},
        {"viewBox='0 0 96 48' width='-5'", 72, 36},
        {"viewBox='0 0 100 0'", 0, 0},
        {"viewBox='0 0 0 50' width='5'", 0, 0},
        {"viewBox='nothing'", 0, 0},
        {"width='5'", 0, 0},
        {"height='5'", 0, 0},
        {"width='5em' height='5em'", 0, 0},
        {"width='14401pt' height='5pt'", 0, 0},
        {"width='5pt' height='14401pt'", 0, 0},
        {"viewBox='0 0 96 48.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
         "000000000000000000000000000000000'",
         0, 0},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct image image = {.path = "logo.svg"};
        fixture->diag.count = 0;
        const struct xml_element *root = parse(fixture, arena_printf(fixture->arena, SVG " %s/>", rows[i].attributes));
        bool sound = svg_measure(root, &image, &fixture->diag);
        if (sound != (rows[i].width > 0))
            fail_msg("%s: %g x %g", rows[i].attributes, image.width_pt, image.height_pt);
        if (!sound) {
            assert_message(fixture, "logo.svg:1:1:", "says no size; give it width and height, or a viewBox");
            continue;
        }
        assert_float_equal(image.width_pt, rows[i].width, 1e-9);
        assert_float_equal(image.height_pt, rows[i].height, 1e-9);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_stays_in_its_file_is_let_in),
        TEST(what_reaches_out_or_never_ends_is_refused),
        TEST(an_id_twice_is_that_of_its_first_element),
        TEST(a_size_is_of_lengths_or_of_the_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
