#include "table_fixture.h"

static const struct request_word words[] = {
    {"code", "E06000031"}, {"place", "Stoke; on | Trent"}, {"organisation", NULL}, {NULL, NULL}};

static const char text[] = "Area Name,Sex,a=b,Code\n"
                           "Hackney,Persons,1,E06000031\n"
                           "Hackney ,Female,,x\n"
                           "King's Lynn,Male,x; y,\n"
                           "Stoke; on | Trent,Persons,it's,x\n";

static struct table *read_where(struct fixture *fixture, const char *where) {
    return read_text(fixture, text, (struct table_request){.where = said(where), .words = words});
}

static void rows_are_kept_for_which_all_conditions_hold(void **state) {
    static const struct {
        const char *where, *lines;
    } rows[] = {
        {"", "2345"},
        {" Area Name = Hackney ", "23"},
        {"Area Name=Hackney; Sex!=Persons", "3"},
        {"Sex=Male|Female", "34"},
        {"Sex!=Male|Female;", "25"},
        {"[C]=", "3"},
        {"[3]!=;Code=", "4"},
        {"'a=b'='x; y'", "4"},
        {"'a=b' != 'x; y'|''", "25"},
        {"'a=b'='it''s'", "5"},
        {"Area Name=King's Lynn|", "4"},
        {"Code={code}", "2"},
        {"Area Name={place}", "5"},
        {"Code=E0{code}|x", "35"},
        {"area name=Hackney", "23"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i + 1 < sizeof rows / sizeof *rows; i++) {
        const struct table *table = read_where(fixture, rows[i].where);
        const char *lines = "";
        for (size_t row = 0; table != NULL && row < table->row_count; row++)
            lines = arena_printf(fixture->arena, "%s%d", lines, table->rows[row].line);
        assert_string_equal(lines, rows[i].lines);
    }
    assert_quiet(fixture);
}

static void what_is_no_condition_is_told(void **state) {
    static const struct {
        const char *where, *words;
    } rows[] = {
        {"Sex", "\"Sex\" is no condition; expected such as Sex=Persons"},
        {"Sex=Male; ;", "\"\" is no condition"},
        {"=x", "\"=x\" is no condition"},
        {"Sex='Male", "the quote before \"Male\" is never closed"},
        {"Sex='Male' x", "text behind a closing quote: x"},
        {"Code={cod}", "{cod} stands for nothing; expected {code} or {place} or {organisation}"},
        {"Code={organisation}", "{organisation} needs organisation=\"...\" of the catalogue"},
        {"Sexe=Male", "no column is named \"Sexe\"; did you mean \"Sex\"?"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = 0;
        assert_null(read_where(fixture, rows[i].where));
        assert_message(fixture, "catalogue.xml:7:9:", rows[i].words);
    }
}

static void where_no_row_is_kept_the_nearest_value_is_told(void **state) {
    static const struct {
        const char *where, *words;
    } rows[] = {
        {"Area Name=Hackny", "no row of \"/tmp"},
        {"Area Name=Hackny", "has Area Name = Hackny; did you mean Hackney?"},
        {"Sex=persons", "has Sex = persons; did you mean Persons?"},
        {"Sex=Everybody|Nobody", "has Sex = Everybody or Nobody; there are such as Persons, Female, Male"},
        {"Area Name!=Hackney|King's Lynn|{place}", "has Area Name != Hackney or King's Lynn or Stoke; on | Trent"},
        {"Sex=Female; Area Name=King's Lynn", "has all of this: Sex = Female; Area Name = King's Lynn"},
        {"Sex=Female; [C]=2; Area Name=York", "has Area Name = York; there are such as Hackney, King's Lynn"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = 0;
        assert_int_equal(read_where(fixture, rows[i].where)->row_count, 0);
        assert_message(fixture, "catalogue.xml:7:9:", rows[i].words);
    }
}

static void of_many_values_few_are_remembered(void **state) {
    enum { ROWS = 20000 };
    struct fixture *fixture = *state;
    char *bytes = arena_alloc(fixture->arena, ROWS * 10 + 10);
    size_t length = (size_t)sprintf(bytes, "a\n");
    for (int i = 0; i < ROWS; i++)
        length += (size_t)sprintf(bytes + length, "%08d\n", i * 977);
    read_bytes(fixture, bytes, length, (struct table_request){.where = said("a=Leeds")});
    assert_message(
        fixture, "catalogue.xml:7:9:", "there are such as 00000000, 00000977, 00001954, 00002931, 00003908, 00004885");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(rows_are_kept_for_which_all_conditions_hold),
        TEST(what_is_no_condition_is_told),
        TEST(where_no_row_is_kept_the_nearest_value_is_told),
        TEST(of_many_values_few_are_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
