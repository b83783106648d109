#include "../read_test.h"

#include "catalogue_read.h"

/* A catalogue whose one indicator has more attributes, and these bands, from line 4 on. */
static const struct indicator *read_with(struct fixture *fixture, const char *more, const char *bands) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "x.csv", "period,a\n2018-01,1\n");
    const char *text = arena_printf(
        fixture->arena,
        "<catalogue title='T' organisation='O' place='P'><comparator id='e' title='E'/>\n<source file='x.csv'/>\n"
        "<indicator id='i' title='I' unit='rate' measure='value' numerator='a' %s>\n%s"
        "</indicator></catalogue>",
        more, bands);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_indicator(
        catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag), "i");
}

static const struct indicator *read_bands(struct fixture *fixture, const char *bands) {
    return read_with(fixture, "", bands);
}

/* `G`, `A`, `R`, or `-` for each of the figures, which have blanks between. */
static void assert_letters(const struct indicator *indicator, const char *figures, const char *letters) {
    for (const char *at = figures; *letters != '\0'; letters++) {
        char figure[16] = "";
        int length = 0;
        struct fraction number;
        sscanf(at, " %15s%n", figure, &length);
        at += length;
        assert_true(fraction_parse(figure, &number));
        const struct band *band = band_rule_find(&indicator->band_rules[0], number);
        if ((band == NULL ? '-' : band_letters[band->colour][0]) != *letters)
            fail_msg("%s: expected %c", figure, *letters);
    }
}

/* As reports print them: 92%> and 95%+, the better colour first. */
static void bands_tested_in_order_may_overlap(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator = read_bands(
        fixture, "<bands match='first'><band colour='green' from='95' printed='95%+'/>\n"
                 "<band colour='amber' from='92' printed='92%&gt;'/><band colour='red' below='92'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "0 91.9 92 94.9 95 100", "RRAAGG");
    assert_int_equal(indicator->band_rules[0].band_count, 3);
    assert_int_equal((int)indicator->band_rules[0].bands[1].below.numerator, 95);
}

static void an_end_is_in_or_out(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<bands match='first'><band colour='green' from='14' to='20'/>"
                            "<band colour='amber' above='20' to='20.2'/><band colour='red' above='20.2'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "13.9 14 20 20.1 20.2 20.21", "-GGAAR");
}

static void bands_around_a_middle_have_two_sides(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<bands match='first' around='158.8'><band colour='green' within='5' printed='+/-5'/>"
                            "<band colour='amber' within='15' printed='+/-15'/>"
                            "<band colour='red' beyond='15' printed='more'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "143.7 143.8 153.7 153.8 163.8 163.9 173.8 173.9", "RAAGGAAR");
    size_t printed = 0;
    for (size_t i = 0; i < indicator->band_rules[0].band_count; i++)
        printed += indicator->band_rules[0].bands[i].printed != NULL;
    assert_int_equal(printed, 3);
}

static void the_middle_can_be_a_benchmark(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<benchmark comparator='e' year='2016' value='90'/>"
                            "<benchmark comparator='e' year='2017' value='100'/><bands match='first' around='e'>"
                            "<band colour='green' within='5'/><band colour='red' beyond='5'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "94.9 95 105 105.1", "RGGR");
    read_bands(fixture, "<bands around='e'><band colour='green' within='5'/></bands>");
    assert_message(fixture, "c.xml:4:", "i has no benchmark \"e\" to count from");
    read_bands(fixture, "\n<bands around='f'><band colour='green' within='5'/></bands>");
    assert_message(fixture, "c.xml:5:", "unknown comparator \"f\"");
}

static void bands_in_order_are_warned_of_where_they_never_count(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<bands match='first'><band colour='green' from='90'/>\n<band colour='amber' from='90' "
                            "printed='90%&gt;'/><band colour='red' below='90'/></bands>");
    assert_message(fixture, "c.xml:5:1:", "amber can never be given");
    assert_letters(indicator, "89.9 90", "RG");
    assert_string_equal(indicator->band_rules[0].bands[1].printed, "90%>");
}

/* Only the green of a key is set: a miss has no colour of its own. */
static void bands_that_are_to_be_set_hold_nothing(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<bands><band colour='red' unset='yes' printed='range to be set'/>"
                            "<band colour='green' from='85' printed='85%&gt;'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "84.9 85", "-G");
    read_bands(fixture, "<bands><band colour='red' unset='yes' printed='range to be set'/></bands>");
    assert_quiet(fixture);
}

/* Where no other colour is set, and its one end is at the worse side. */
static void a_green_band_alone_is_a_target(void **state) {
    static const struct {
        const char *more, *bands;
        int target; /* 0: none */
        bool excluded;
    } cases[] = {
        {"polarity='higher-is-better'", "<band colour='green' from='85'/><band colour='red' unset='yes'/>", 85, false},
        {"polarity='lower-is-better'", "<band colour='green' below='10'/>", 10, true},
        {"polarity='lower-is-better'", "<band colour='green' from='85'/>", 0, false},
        {"polarity='higher-is-better'", "<band colour='amber' from='85'/>", 0, false},
        {"polarity='within-range'", "<band colour='green' from='14' to='20'/>", 0, false},
        {"", "<band colour='green' from='85'/>", 0, false},
        {"polarity='higher-is-better'", "<band colour='green' from='85'/><band colour='red' below='70'/>", 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        const char *bands = arena_printf(fixture->arena, "<bands match='first'>%s</bands>", cases[i].bands);
        const struct indicator *indicator = read_with(fixture, cases[i].more, bands);
        assert_quiet(fixture);
        assert_int_equal(indicator->target_count, cases[i].target > 0);
        if (cases[i].target > 0) {
            assert_int_equal((int)indicator->targets[0].value.numerator, cases[i].target);
            assert_int_equal(indicator->targets[0].excluded, cases[i].excluded);
        }
    }
    const struct indicator *own =
        read_with(*state, "polarity='higher-is-better'",
                  "<target value='90'/><bands match='first'><band colour='green' from='85'/></bands>");
    assert_int_equal(own->target_count, 1);
    assert_int_equal((int)own->targets[0].value.numerator, 90);
}

static void a_whole_key_can_be_still_to_be_set(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator = read_bands(fixture, "<bands unset='range to be set'/>");
    assert_quiet(fixture);
    assert_letters(indicator, "0 100", "--");
    assert_int_equal(indicator->band_rules[0].band_count, BAND_COUNT);
    assert_string_equal(indicator->band_rules[0].bands[BAND_RED].printed, "range to be set");
    read_bands(fixture, "<bands unset='later'><band colour='red'/></bands>");
    assert_message(fixture, "c.xml:4:", "have no <band>");
}

static void open_and_closed_ends_meet(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator =
        read_bands(fixture, "<bands><band colour='red' above='20'/><band colour='green' to='20'/></bands>");
    assert_quiet(fixture);
    assert_letters(indicator, "20 20.1", "GR");
    read_bands(fixture, "<bands><band colour='red' from='20'/>\n<band colour='green' to='20'/></bands>");
    assert_message(fixture, "c.xml:4:8:", "green (line 5) and red (line 4) overlap from 20 to 20");
    read_bands(fixture, "<bands>\n\n<band colour='red' above='20'/><band colour='green' below='20'/></bands>");
    assert_message(fixture, "c.xml:6:1:", "leave a gap from 20 to 20");
    read_bands(fixture, "<bands>\n\n\n<band colour='red' above='20' to='30'/></bands>");
    assert_message(fixture, "c.xml:7:1:", "no band covers figures up to 20; leave above out");
    assert_message(fixture, "c.xml:7:1:", "no band covers figures above 30; leave to out");
}

static void what_cannot_be_meant_is_told(void **state) {
    static const struct {
        const char *bands, *place, *words;
    } cases[] = {
        {"<band colour='red' from='1' above='1'/>", "c.xml:4:", "from and above are two words"},
        {"<band colour='red' below='1' to='1'/>", "c.xml:4:", "below and to are two words"},
        {"<band colour='red' above='1' to='1'/>", "c.xml:4:", "the band is empty"},
        {"<band colour='red' within='1'/>", "c.xml:4:", "within needs the middle"},
        {"<band colour='red' within='1' from='1'/>", "c.xml:4:", "has no other ends"},
        {"<band colour='red' unset='yes' from='1'/>", "c.xml:4:", "still to be set has no range"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        read_bands(fixture, arena_printf(fixture->arena, "<bands>%s</bands>", cases[i].bands));
        assert_message(fixture, cases[i].place, cases[i].words);
    }
    read_bands(*state, "<bands around='5'><band colour='red' beyond='-1'/></bands>");
    assert_message(*state, "c.xml:4:", "beyond is not above zero");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(bands_tested_in_order_may_overlap),
        TEST(an_end_is_in_or_out),
        TEST(bands_around_a_middle_have_two_sides),
        TEST(the_middle_can_be_a_benchmark),
        TEST(bands_in_order_are_warned_of_where_they_never_count),
        TEST(bands_that_are_to_be_set_hold_nothing),
        TEST(a_green_band_alone_is_a_target),
        TEST(open_and_closed_ends_meet),
        TEST(a_whole_key_can_be_still_to_be_set),
        TEST(what_cannot_be_meant_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
