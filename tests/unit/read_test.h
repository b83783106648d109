#ifndef READ_TEST_H
#define READ_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"

/* An arena, messages, and a folder for files, for one test. */
struct fixture {
    struct arena *arena;
    struct diag diag;
    char folder[32];
};

static inline int fixture_open(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_create();
    diag_init(&fixture->diag, fixture->arena);
    strcpy(fixture->folder, "/tmp/boardpack-XXXXXX");
    *state = fixture;
    return mkdtemp(fixture->folder) == NULL;
}

static inline int fixture_close(void **state) {
    struct fixture *fixture = *state;
    char command[64];
    snprintf(command, sizeof command, "rm -r '%s'", fixture->folder);
    int failed = system(command);
    arena_destroy(fixture->arena);
    free(fixture);
    return failed;
}

/* Writes a file of any bytes below the fixture's folder, with the folders that it lies in; gives its path. */
static inline char *fixture_bytes(struct fixture *fixture, const char *name, const char *bytes, size_t length) {
    char *path = arena_printf(fixture->arena, "%s/%s", fixture->folder, name);
    for (char *slash = strchr(path + strlen(fixture->folder) + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    fwrite(bytes, 1, length, file);
    fclose(file);
    return path;
}

static inline char *fixture_file(struct fixture *fixture, const char *name, const char *text) {
    return fixture_bytes(fixture, name, text, strlen(text));
}

/* All messages as `file:line:column: text`, the file without its folder. */
static inline const char *messages(struct fixture *fixture) {
    const char *all = "";
    for (size_t i = 0; i < fixture->diag.count; i++) {
        const struct diag_message *message = &fixture->diag.messages[i];
        const char *slash = message->pos.file == NULL ? NULL : strrchr(message->pos.file, '/');
        all = arena_printf(fixture->arena, "%s%s:%d:%d: %s\n", all, slash == NULL ? message->pos.file : slash + 1,
                           message->pos.line, message->pos.column, message->text);
    }
    return all;
}

/* One of the messages starts with the place and holds the words. */
static inline void assert_message(struct fixture *fixture, const char *place, const char *words) {
    const char *all = messages(fixture);
    for (const char *line = all; *line != '\0'; line = strchr(line, '\n') + 1) {
        size_t length = strcspn(line, "\n");
        if (strncmp(line, place, strlen(place)) == 0 && memmem(line, length, words, strlen(words)) != NULL)
            return;
    }
    fail_msg("no message at %s with \"%s\" in:\n%s", place, words, all);
}

static inline void assert_quiet(struct fixture *fixture) {
    if (fixture->diag.count > 0)
        fail_msg("messages:\n%s", messages(fixture));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, fixture_open, fixture_close)

#endif
