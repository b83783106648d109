#include "../read_test.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "output.h"
#include "temporary.h"

static char *content(struct fixture *fixture, const char *path) {
    char *text = arena_new_array(fixture->arena, 64, char);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    size_t length = fread(text, 1, 63, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

static size_t files_in(const char *folder) {
    char command[64], count[16] = "";
    snprintf(command, sizeof command, "ls -A '%s' | wc -l", folder);
    FILE *pipe = popen(command, "r");
    assert_non_null(fgets(count, sizeof count, pipe));
    pclose(pipe);
    return strtoul(count, NULL, 10);
}

static unsigned mode_of(const char *path) {
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

static void a_file_is_there_when_it_is_whole(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = fixture_file(fixture, "pack.pdf", "old");
    assert_true(output_open(&output, path, &fixture->diag));
    fputs("new", output.stream);
    fflush(output.stream);
    assert_string_equal(content(fixture, path), "old");
    assert_true(output_commit(&output, &fixture->diag));
    assert_string_equal(content(fixture, path), "new");
    assert_int_equal(files_in(fixture->folder), 1);
    assert_quiet(fixture);
}

static void what_is_given_up_leaves_the_old_file(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = fixture_file(fixture, "pack.pdf", "old");
    assert_true(output_open(&output, path, &fixture->diag));
    fputs("new", output.stream);
    output_discard(&output);
    assert_string_equal(content(fixture, path), "old");
    assert_true(output_open(&output, path, &fixture->diag));
    temporary_discard(); /* as a signal would have it */
    assert_int_equal(files_in(fixture->folder), 1);
    fclose(output.stream);
}

/* Where the file system has files without a name. */
static void what_is_killed_leaves_nothing(void **state) {
    struct fixture *fixture = *state;
    char *path = fixture_file(fixture, "pack.pdf", "old");
    int possible = open(fixture->folder, O_TMPFILE | O_RDWR, 0600);
    if (possible < 0)
        skip();
    close(possible);
    pid_t child = fork();
    if (child == 0) {
        struct output output;
        if (output_open(&output, path, &fixture->diag) && fputs("new", output.stream) >= 0 &&
            fflush(output.stream) == 0)
            raise(SIGKILL);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(files_in(fixture->folder), 1);
    assert_string_equal(content(fixture, path), "old");
}

static void permissions_are_those_of_the_old_file_or_the_usual_ones(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = fixture_file(fixture, "private.pdf", "old"),
         *other = arena_printf(fixture->arena, "%s/other", fixture->folder);
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(output_open(&output, path, &fixture->diag) && output_commit(&output, &fixture->diag));
    assert_int_equal(mode_of(path), 0640);
    mode_t before = umask(027);
    assert_true(output_open(&output, other, &fixture->diag) && output_commit(&output, &fixture->diag));
    umask(before);
    assert_int_equal(mode_of(other), 0640);
}

static void links_folders_and_places_that_are_not_there_are_refused(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = fixture_file(fixture, "behind", "old"),
         *link = arena_printf(fixture->arena, "%s/link", fixture->folder);
    assert_int_equal(symlink(path, link), 0);
    assert_false(output_open(&output, link, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[0].text, "it is a symbolic link; name the file that it leads to"));
    assert_string_equal(content(fixture, path), "old");
    assert_false(output_open(&output, fixture->folder, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[1].text, "it is not an ordinary file"));
    assert_false(output_open(&output, arena_printf(fixture->arena, "%s/no/pack.pdf", fixture->folder), &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[2].text, "/no/pack.pdf: its folder is not there; make it first"));
    char *name = memset(arena_new_array(fixture->arena, 5000, char), 'x', 4999);
    assert_false(output_open(&output, name, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[3].text, "File name too long"));
    assert_int_equal(fixture->diag.system, 4);
}

static void a_place_that_is_gone_meanwhile_is_told(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *inner = fixture_file(fixture, "inner/pack.pdf", "old");
    assert_true(output_open(&output, inner, &fixture->diag));
    char *folder = arena_printf(fixture->arena, "%s/inner", fixture->folder);
    assert_int_equal(rename(folder, arena_printf(fixture->arena, "%s/moved", fixture->folder)), 0);
    assert_false(output_commit(&output, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[0].text, "its folder is not there"));
}

static void a_folder_in_its_place_is_told(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = arena_printf(fixture->arena, "%s/pack.pdf", fixture->folder);
    assert_true(output_open(&output, path, &fixture->diag));
    assert_int_equal(mkdir(path, 0777), 0);
    assert_false(output_commit(&output, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[0].text, "Is a directory"));
    assert_int_equal(files_in(fixture->folder), 1);
}

/* The last bytes are written as the file is closed, and they are one too many. */
static void a_file_that_has_no_room_leaves_the_old_one(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    struct rlimit before, little;
    char *path = fixture_file(fixture, "pack.pdf", "old");
    assert_true(output_open(&output, path, &fixture->diag));
    fputs("new and long", output.stream);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    little = (struct rlimit){4, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
    bool whole = output_commit(&output, &fixture->diag);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(whole);
    assert_non_null(strstr(fixture->diag.messages[0].text, "/pack.pdf: File too large"));
    assert_string_equal(content(fixture, path), "old");
    assert_int_equal(files_in(fixture->folder), 1);
}

static void what_is_in_its_place_is_not_given_up_any_more(void **state) {
    struct fixture *fixture = *state;
    struct output output;
    char *path = fixture_file(fixture, "pack.pdf", "old");
    assert_true(output_open(&output, path, &fixture->diag));
    fputs("new", output.stream);
    assert_true(output_commit(&output, &fixture->diag));
    output_discard(&output);
    temporary_discard();
    assert_string_equal(content(fixture, path), "new");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_there_when_it_is_whole),
        TEST(what_is_given_up_leaves_the_old_file),
        TEST(what_is_killed_leaves_nothing),
        TEST(permissions_are_those_of_the_old_file_or_the_usual_ones),
        TEST(links_folders_and_places_that_are_not_there_are_refused),
        TEST(a_place_that_is_gone_meanwhile_is_told),
        TEST(a_folder_in_its_place_is_told),
        TEST(a_file_that_has_no_room_leaves_the_old_one),
        TEST(what_is_in_its_place_is_not_given_up_any_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
