#include "../read_test.h"

#include "sql_text.h"

static const struct request_word parameters[] = {{"period", NULL},           {"code", "E09000012"},
                                                 {"name", "King's Lynn"},    {"Family Group", "F1"},
                                                 {"Einwohner (Tsd.)", "12"}, {NULL, NULL}};

static bool read_query(struct fixture *fixture, const char *text, struct sql_text *sql) {
    static struct table_request request;
    request = (struct table_request){.query = {text, {.file = "catalogue.xml", .line = 4, .column = 12}},
                                     .parameters = parameters};
    return sql_text_read(fixture->arena, &request, sql, &fixture->diag);
}

static void a_parameter_is_a_name_behind_a_colon(void **state) {
    static const struct {
        const char *text, *sql, *values;
    } rows[] = {
        {"SELECT 1", "SELECT 1", ""},
        {"SELECT * FROM t WHERE c = :code", "SELECT * FROM t WHERE c = ?", "E09000012;"},
        {"SELECT :name, :code, :name", "SELECT ?, ?, ?", "King's Lynn;E09000012;King's Lynn;"},
        {"SELECT(:CODE)", "SELECT(?)", "E09000012;"},
        {"SELECT :family_group||:Einwohner__Tsd__", "SELECT ?||?", "F1;12;"},
        {"SELECT ':code', \":code\", `:code`, [:code]", "SELECT ':code', \":code\", `:code`, [:code]", ""},
        {"SELECT 'it''s :code', :code", "SELECT 'it''s :code', ?", "E09000012;"},
        {"SELECT E'it\\'s :code', :code", "SELECT E'it\\'s :code', ?", "E09000012;"},
        {"SELECT '\\', :code", "SELECT '\\', ?", "E09000012;"},
        {"SELECT d::text, :code::text", "SELECT d::text, ?::text", "E09000012;"},
        {"SELECT a[1:2], a[:code]", "SELECT a[1:2], a[?]", "E09000012;"},
        {"SELECT 1 -- :cod\n, :code", "SELECT 1 -- :cod\n, ?", "E09000012;"},
        {"/* :cod ; DELETE */ SELECT 1", "/* :cod ; DELETE */ SELECT 1", ""},
        {"SELECT $$ :cod; $$, $a$ $$ :cod $a$, :code", "SELECT $$ :cod; $$, $a$ $$ :cod $a$, ?", "E09000012;"},
        {"SELECT 1 ;  -- done\n ; ", "SELECT 1 ", ""},
        {"WITH x AS (SELECT 1) SELECT * FROM x", "WITH x AS (SELECT 1) SELECT * FROM x", ""},
        {"(SELECT 1) UNION (VALUES (2))", "(SELECT 1) UNION (VALUES (2))", ""},
        {"SELECT t.update, \"delete\", deleted_at, 'into' FROM t",
         "SELECT t.update, \"delete\", deleted_at, 'into' FROM t", ""},
        {"SELECT größe FROM t WHERE ort = :code", "SELECT größe FROM t WHERE ort = ?", "E09000012;"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sql_text sql;
        assert_true(read_query(fixture, rows[i].text, &sql));
        const char *values = "";
        for (size_t k = 0; k < sql.value_count; k++)
            values = arena_printf(fixture->arena, "%s%s;", values, sql.values[k]);
        assert_string_equal(sql.text, rows[i].sql);
        assert_string_equal(values, rows[i].values);
    }
}

static void what_is_no_single_query_is_refused_at_its_place(void **state) {
    static const struct {
        const char *text, *said;
        int line, column;
    } rows[] = {
        {"", "the query is empty", 4, 12},
        {" -- nothing\n", "the query is empty", 4, 12},
        {"SELECT :cod",
         "the query has the parameter :cod; there are :period, :code, :name, :Family_Group, :Einwohner__Tsd__", 4, 19},
        {"SELECT\n  :period", "the parameter :period has no value", 5, 3},
        {"SELECT 1;\nSELECT 2", "more than one statement", 5, 1},
        {"SELECT 1;;x", "more than one statement", 4, 22},
        {"PRAGMA user_version", "begins with PRAGMA", 4, 12},
        {"{call x}", "begins with call", 4, 13},
        {"SELECT * INTO other FROM t", "the word INTO", 4, 21},
        {"WITH x AS (delete FROM t RETURNING *) SELECT * FROM x", "the word delete", 4, 23},
        {"SELECT * FROM t FOR UPDATE", "the word UPDATE", 4, 32},
        {"SELECT ?", "the query has a `?`", 4, 19},
        {"SELECT 'a", "what 'a opens in the query is never closed", 4, 19},
        {"SELECT /* a", "what /* opens in the query is never closed", 4, 19},
        {"SELECT $$ a", "never closed", 4, 19},
        {"SELECT 1 WHERE 1 < 2 AND :cod", ":cod", 4, 0},
        {"SELECT 1 WHERE 1 < 2\nAND 'Môn' = :cod", ":cod", 5, 13},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sql_text sql;
        diag_init(&fixture->diag, fixture->arena);
        assert_false(read_query(fixture, rows[i].text, &sql));
        assert_int_equal(fixture->diag.count, 1);
        assert_non_null(strstr(fixture->diag.messages[0].text, rows[i].said));
        assert_int_equal(fixture->diag.messages[0].pos.line, rows[i].line);
        assert_int_equal(fixture->diag.messages[0].pos.column, rows[i].column);
    }
}

static void places_go_back_to_the_catalogue(void **state) {
    struct fixture *fixture = *state;
    struct sql_text sql;
    assert_true(read_query(fixture, "SELECT a, :code, b,\n  :name, cost FROM t", &sql));
    assert_string_equal(sql.text, "SELECT a, ?, b,\n  ?, cost FROM t");
    struct source_pos pos = sql_text_pos(&sql, sql_text_find(&sql, "cost", 4));
    assert_int_equal(pos.line, 5);
    assert_int_equal(pos.column, 10);
    pos = sql_text_pos(&sql, sql_text_find(&sql, "B", 1));
    assert_int_equal(pos.line, 4);
    assert_int_equal(pos.column, 29);
    assert_int_equal(sql_text_pos(&sql, -1).column, 12);
    assert_int_equal(sql_text_pos(&sql, 1000).line, 5);
    assert_int_equal(sql_text_find(&sql, "os", 2), -1);
    assert_true(read_query(fixture, "SELECT a, a", &sql));
    assert_int_equal(sql_text_find(&sql, "a", 1), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_parameter_is_a_name_behind_a_colon, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(what_is_no_single_query_is_refused_at_its_place, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(places_go_back_to_the_catalogue, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
