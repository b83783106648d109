#include "../read_test.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "file.h"

enum { MOST = 1 << 20 };

static const struct source_pos asked = {.file = "layout.xml", .line = 3, .column = 5};

static void a_text_loses_its_mark_and_keeps_its_lines(void **state) {
    struct fixture *fixture = *state;
    char *path = fixture_file(fixture, "a.csv", "\xEF\xBB\xBFperiod,n\r\n2018-07,1\n");
    assert_string_equal(file_read(fixture->arena, path, asked, MOST, &fixture->diag), "period,n\r\n2018-07,1\n");
    assert_string_equal(file_read(fixture->arena, fixture_file(fixture, "b", ""), asked, MOST, &fixture->diag), "");
    assert_quiet(fixture);
}

static void what_cannot_be_read_is_told_where_it_was_asked_for(void **state) {
    struct fixture *fixture = *state;
    char *path = fixture_file(fixture, "large", "12345"),
         *pipe = arena_printf(fixture->arena, "%s/pipe", fixture->folder);
    assert_null(
        file_read(fixture->arena, arena_printf(fixture->arena, "%s/no", fixture->folder), asked, MOST, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "No such file or directory");
    assert_null(file_read(fixture->arena, arena_printf(fixture->arena, "%s/in", path), asked, MOST, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "Not a directory");
    assert_null(file_read(fixture->arena, fixture->folder, asked, MOST, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "is no plain file");
    assert_null(file_read(fixture->arena, path, asked, 4, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "the most that is read");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_null(file_read(fixture->arena, pipe, asked, MOST, &fixture->diag)); /* and does not wait */
    assert_int_equal(fixture->diag.system, 0);
}

static void names_that_lead_nowhere_are_the_users_mistake(void **state) {
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    char *loop = arena_printf(arena, "%s/loop", fixture->folder);
    assert_int_equal(symlink("loop", loop), 0);
    assert_null(file_read(arena, loop, asked, MOST, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "Too many levels of symbolic links");
    char *name = memset(arena_alloc(arena, 301), 'x', 300);
    assert_null(file_read(arena, name, asked, MOST, &fixture->diag));
    assert_message(fixture, "layout.xml:3:5", "File name too long");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/socket", fixture->folder);
    int bound = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(bound, (struct sockaddr *)&address, sizeof address), 0);
    assert_null(file_read(arena, address.sun_path, asked, MOST, &fixture->diag));
    close(bound);
    assert_message(fixture, "layout.xml:3:5", "No such device or address");
    assert_int_equal(fixture->diag.errors, 3);
    assert_int_equal(fixture->diag.system, 0);
}

/* No handle is left to open it with. */
static void what_the_system_lacks_is_not_the_users_mistake(void **state) {
    struct fixture *fixture = *state;
    char *path = fixture_file(fixture, "a.csv", "x");
    struct rlimit before, none;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    char *text = file_read(fixture->arena, path, asked, MOST, &fixture->diag);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_null(text);
    assert_message(fixture, "layout.xml:3:5", "Too many open files");
    assert_int_equal(fixture->diag.errors, 0);
    assert_int_equal(fixture->diag.system, 1);
}

/* In place of the library's, so that it can find no memory. */
static bool memory_ends;

char *realpath(const char *path, char *resolved) {
    errno = ENOMEM;
    return memory_ends || resolved != NULL ? NULL : canonicalize_file_name(path);
}

/* A file is not said to lie outside because there was no memory to find out. */
static void without_memory_no_place_is_judged(void **state) {
    const struct path_scope scope = {"/tmp"};
    int status = 0;
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        memory_ends = freopen("/dev/null", "w", stderr) != NULL;
        _exit(path_inside(&scope, "/tmp"));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 3);
}

static void other_bytes_than_text_are_told_with_their_line(void **state) {
    static const struct {
        const char *bytes;
        size_t length;
        const char *place, *words;
    } rows[] = {{"\xFF\xFE"
                 "a\0",
                 4, "t:1:1", "UTF-16"},
                {"\xFE\xFF\0a", 4, "t:1:1", "UTF-16"},
                {"one\ntwo \xE9\n", 10, "t:2:0", "the byte 0xE9 is not UTF-8"},
                {"one\n\ntw\0o", 9, "t:3:0", "NUL"},
                {"one\nt\x07wo", 8, "t:2:2", "U+0007"},
                {"a\xE2\x80\xAE"
                 "b",
                 5, "t:1:2", "U+202E"}};
    struct fixture *fixture = *state;
    char *path = fixture_file(fixture, "t", "");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *file = fopen(path, "wb");
        fwrite(rows[i].bytes, 1, rows[i].length, file);
        fclose(file);
        fixture->diag.count = 0;
        assert_null(file_read(fixture->arena, path, asked, MOST, &fixture->diag));
        assert_message(fixture, rows[i].place, rows[i].words);
    }
}

static void paths_are_taken_apart_and_joined(void **state) {
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    assert_string_equal(path_folder(arena, "data/x.csv"), "data");
    assert_string_equal(path_folder(arena, "x.csv"), ".");
    assert_string_equal(path_folder(arena, "/x.csv"), "/");
    assert_string_equal(path_name("data/x.csv"), "x.csv");
    assert_string_equal(path_name("x.csv"), "x.csv");
    assert_string_equal(path_join(arena, ".", "x.csv"), "x.csv");
    assert_string_equal(path_join(arena, "data", "/x.csv"), "/x.csv");
    assert_string_equal(path_join(arena, "a/./b", "../c"), "a/c");
    assert_string_equal(path_join(arena, "a", "../.."), "..");
    assert_string_equal(path_join(arena, "..", "../x"), "../../x");
    assert_string_equal(path_join(arena, "a", ".."), ".");
    assert_string_equal(path_join(arena, "/a", "../x"), "/x");
    assert_string_equal(path_join(arena, "/a", ".."), "/");
}

/* `link/..` is the folder above what the link leads to, which is not the one that its name stands in. */
static void a_step_back_from_a_link_is_kept(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "far/inner/x", "");
    fixture_file(fixture, "far/y", "");
    char *link = arena_printf(fixture->arena, "%s/link", fixture->folder);
    assert_int_equal(symlink(arena_printf(fixture->arena, "%s/far/inner", fixture->folder), link), 0);
    char *joined = path_join(fixture->arena, link, "../y");
    assert_string_equal(joined + strlen(fixture->folder), "/link/../y");
    joined = path_join(fixture->arena, arena_printf(fixture->arena, "%s/far/inner", fixture->folder), "../y");
    assert_string_equal(joined + strlen(fixture->folder), "/far/y");
    fixture_file(fixture, "y", "");
    joined = path_join(fixture->arena, link, "../y");
    assert_string_equal(joined + strlen(fixture->folder), "/link/../y");
}

static void a_file_lies_in_its_scope_or_is_refused(void **state) {
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    char *base = fixture_file(fixture, "pack/layouts/pack.xml", ""), *root = realpath(fixture->folder, NULL);
    const struct path_scope scope = {arena_printf(arena, "%s/pack", root)}, anywhere = {NULL}, all = {"/"};
    fixture_file(fixture, "pack/data/x.csv", "");
    fixture_file(fixture, "pack-two/x.csv", "");
    assert_non_null(path_resolve(arena, &scope, base, "../data/x.csv", asked, &fixture->diag));
    assert_non_null(path_resolve(arena, &anywhere, base, "../../pack-two/x.csv", asked, &fixture->diag));
    assert_non_null(path_resolve(arena, &all, base, "../../pack-two/x.csv", asked, &fixture->diag));
    assert_quiet(fixture);
    assert_null(path_resolve(arena, &scope, base, "../../pack-two/x.csv", asked, &fixture->diag));
    assert_null(path_resolve(arena, &scope, base, "../../nowhere/x.csv", asked, &fixture->diag));
    assert_int_equal(fixture->diag.count, 2);
    for (size_t i = 0; i < 2; i++)
        assert_non_null(strstr(fixture->diag.messages[i].text, "lies outside the pack's folders"));
    assert_null(path_resolve(arena, &scope, base, "../data/no/x.csv", asked, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[2].text, "No such file"));
    assert_false(path_inside(&scope, arena_printf(arena, "%s/pack/no", root)));
    assert_true(path_inside(&scope, scope.root));
    free(root);
}

/* Whether a file outside is there is not told. */
static void what_lies_outside_is_refused_without_a_look(void **state) {
    static const char *const bases[] = {"pack.xml", "no-such-folder/pack.xml", "/pack.xml", "/no-such/pack.xml"};
    struct fixture *fixture = *state;
    const struct path_scope scope = {fixture->folder};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        fixture->diag.count = 0;
        assert_null(path_resolve(fixture->arena, &scope, bases[i], "no-such.csv", asked, &fixture->diag));
        assert_message(fixture, "layout.xml:3:5", "\"no-such.csv\" lies outside the pack's folders");
        assert_int_equal(fixture->diag.count, 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_text_loses_its_mark_and_keeps_its_lines),
        TEST(what_cannot_be_read_is_told_where_it_was_asked_for),
        TEST(names_that_lead_nowhere_are_the_users_mistake),
        TEST(what_the_system_lacks_is_not_the_users_mistake),
        TEST(without_memory_no_place_is_judged),
        TEST(other_bytes_than_text_are_told_with_their_line),
        TEST(paths_are_taken_apart_and_joined),
        TEST(a_step_back_from_a_link_is_kept),
        TEST(a_file_lies_in_its_scope_or_is_refused),
        TEST(what_lies_outside_is_refused_without_a_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
