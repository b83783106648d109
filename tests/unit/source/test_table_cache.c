#include "table_fixture.h"

#include "table_cache.h"

/* What comes of a request with a cache is what comes of it without, and so is what is told. */

static const char text[] = "Area,Sex,Value\n"
                           "N,Female,1\nN,Male,2\n S ,Female,3\nS,Male,4\nW,Male,5\nE,Female,6,7\n"
                           "X,Female\nN,\x01,9\n,Female,10\nSource: the office\n";

struct asked {
    const char *code, *where;
    bool optional;
};

/* Rows and messages of one request, each in an arena of its own. */
static const char *answer(struct fixture *fixture, const struct asked *asked, struct table_cache *cache) {
    const struct request_word words[] = {{"code", asked->code}, {NULL, NULL}};
    const struct table_request request = {.path = fixture_bytes(fixture, "x.csv", text, sizeof text - 1),
                                          .where = said(asked->where),
                                          .needed = asked->optional ? ROWS_OPTIONAL : ROWS_NEEDED,
                                          .words = words,
                                          .cache = cache,
                                          .asked = ""};
    struct diag diag;
    diag_init(&diag, fixture->arena);
    const struct table *table = source_read(fixture->arena, &request, &diag);
    const char *all = table == NULL ? "none\n" : rows_of(fixture, table);
    for (size_t i = 0; table != NULL && i < table->column_count; i++)
        all = arena_printf(fixture->arena, "%s%d", all, table->header[i].named);
    for (size_t i = 0; i < diag.count; i++)
        all = arena_printf(fixture->arena, "%s\n%s:%d:%d: %s", all, diag.messages[i].pos.file,
                           diag.messages[i].pos.line, diag.messages[i].pos.column, diag.messages[i].text);
    return all;
}

static const struct asked requests[] = {
    {"N", "Area={code}", false},
    {"S", "Area={code}", false},
    {"W", "Area={code}; Sex=Male", false},
    {"W", "Area={code}; Sex=Female", false},
    {"W", "Area={code}; Sex=Female", true},
    {"Nn", "Area={code}", false},
    {"Nowhere", "Area={code}", true},
    {"", "Area={code}; Sex=Female", false},
    {"E", "Area={code}", false},           /* its row is too long */
    {"X", "Area={code}", false},           /* its row is too short */
    {"N", "Sex!={code}; Sex=Male", false}, /* no column to go by */
    {"N", "Area!={code}; Sex=Female", false},
    {"N", "Area={code}|W; Sex=Male", false},
    {"Area", "{code}=W", false},
    {"Areas", "{code}=W", false},
    {"N", "Aera={code}", false},
    {"N", "Area={cod}", false},
    {"N", "Area={code", false},
    {"N", "Sex=Male", false},
    {"N", "Sex=Both", false},
    {"N", NULL, false},
};
enum { REQUESTS = sizeof requests / sizeof requests[0] };

static void a_cache_changes_nothing(void **state) {
    struct fixture *fixture = *state;
    struct table_cache *cache = table_cache_create(fixture->arena);
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < REQUESTS; i++)
            assert_string_equal(answer(fixture, &requests[i], cache), answer(fixture, &requests[i], NULL));
}

static void a_file_is_read_once(void **state) {
    struct fixture *fixture = *state;
    struct table_cache *cache = table_cache_create(fixture->arena);
    const struct asked north = {"N", "Area={code}; Sex=Male", false}, west = {"W", "Area={code}; Sex!=Female", false};
    const struct request_word words[] = {{"code", "W"}, {NULL, NULL}};
    answer(fixture, &north, cache);
    const char *path = fixture_bytes(fixture, "x.csv", "", 0);
    const struct table_request request = {
        .path = path, .where = said(west.where), .words = words, .cache = cache, .asked = ""};
    const struct table *table = source_read(fixture->arena, &request, &fixture->diag);
    assert_string_equal(rows_of(fixture, table), "W|Male|5\n");
    table->rows[0] = (struct table_row){0}; /* who is given a table may order its rows */
    table = source_read(fixture->arena, &request, &fixture->diag);
    assert_string_equal(rows_of(fixture, table), "W|Male|5\n");
    assert_quiet(fixture);
    struct table_request other = request;
    other.asked = "until=Source";
    assert_null(source_read(fixture->arena, &other, &fixture->diag)); /* another table of the file */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_cache_changes_nothing),
        TEST(a_file_is_read_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
