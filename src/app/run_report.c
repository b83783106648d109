#include "run_report.h"

#include <string.h>

#include "index.h"

enum { MESSAGES_OF_KIND = 5, FAILED_OF_KIND = 10, CODES_TOLD = 2 };

/* A message, and the packs that have it. */
struct told {
    struct diag_message message;
    const char *codes[CODES_TOLD];
    size_t count;
};

/* Messages of one kind: how many there are, and are to be told. */
struct kind {
    size_t count, told;
};

/* Messages on their way to be told. */
struct telling {
    struct arena *arena;
    const struct run_report *report;
    struct index by_words, kinds;
    struct told **told; /* in the order of their first pack */
    size_t count, capacity;
};

static struct kind *kind_of(struct arena *arena, struct index *kinds, const char *name) {
    struct kind *kind = index_find(kinds, name);
    if (kind == NULL) {
        kind = arena_new(arena, struct kind);
        index_add(arena, kinds, name, kind);
    }
    return kind;
}

static void add_message(struct telling *telling, const struct diag_message *message, const char *code) {
    struct arena *arena = telling->arena;
    const char *words = arena_printf(arena, "%d %s", message->level, diag_line(arena, message));
    struct told *told = index_find(&telling->by_words, words);
    if (told == NULL) {
        told = arena_new(arena, struct told);
        told->message = *message;
        index_add(arena, &telling->by_words, words, told);
        arena_append(arena, telling->told, telling->count, telling->capacity) = told;
        kind_of(arena, &telling->kinds, message->kind)->count++;
    }
    if (told->count < CODES_TOLD)
        told->codes[told->count] = code;
    told->count++;
}

/* Whose a message is: ` (E06000031)`, ` (E06000031, E06000032 and 5 more)`, ` (all 343 packs)`. */
static const char *whose(const struct telling *telling, const struct told *told) {
    if (told->count == 1)
        return arena_printf(telling->arena, " (%s)", told->codes[0]);
    if (told->count == telling->report->count)
        return arena_printf(telling->arena, " (all %zu packs)", told->count);
    if (told->count == 2)
        return arena_printf(telling->arena, " (%s, %s)", told->codes[0], told->codes[1]);
    return arena_printf(telling->arena, " (%s, %s and %zu more)", told->codes[0], told->codes[1],
                        told->count - CODES_TOLD);
}

static void print_messages(const struct run_report *report, struct arena *arena) {
    struct telling telling = {.arena = arena, .report = report};
    struct diag diag;
    diag_init(&diag, arena);
    for (size_t i = 0; i < report->count; i++) {
        const struct run_answer *answer = &report->answers[report->items[i]];
        for (size_t m = 0; m < answer->message_count; m++)
            add_message(&telling, &answer->messages[m], report->organisations->items[report->items[i]].code);
    }
    for (size_t i = 0; i < telling.count; i++) {
        const struct told *told = telling.told[i];
        struct kind *kind = kind_of(arena, &telling.kinds, told->message.kind);
        if (kind->told++ >= MESSAGES_OF_KIND)
            continue;
        size_t more = kind->told == MESSAGES_OF_KIND ? kind->count - kind->told : 0;
        struct diag_message message = told->message;
        message.text = arena_printf(arena, "%s%s", message.text, whose(&telling, told));
        if (more > 0)
            message.text = arena_printf(arena, "%s; and %zu more of this kind", message.text, more);
        diag_add_message(&diag, message);
    }
    diag_print(&diag, stderr, report->quiet);
}

static const struct diag_message *first_failure(const struct run_answer *answer) {
    for (size_t i = 0; i < answer->message_count; i++)
        if (answer->messages[i].level > DIAG_WARNING)
            return &answer->messages[i];
    return NULL;
}

const char *run_report_reason(struct arena *arena, const struct run_answer *answer) {
    const struct diag_message *message = first_failure(answer);
    return message == NULL ? "" : diag_line(arena, message);
}

static void print_failed(const struct run_report *report, struct arena *arena) {
    struct index kinds = {0};
    size_t left_out = 0;
    for (size_t i = 0; i < report->count; i++) {
        const struct organisation *organisation = &report->organisations->items[report->items[i]];
        const struct run_answer *answer = &report->answers[report->items[i]];
        const struct diag_message *message = first_failure(answer);
        if (message == NULL)
            continue;
        bool told = kind_of(arena, &kinds, message->kind)->told++ < FAILED_OF_KIND;
        left_out += !told;
        if (told)
            fprintf(stderr, "failed: %s %s: %s\n", organisation->code, organisation->name,
                    run_report_reason(arena, answer));
    }
    if (left_out > 0)
        fprintf(stderr, "failed: %zu more, for the same reasons\n", left_out);
}

static void print_files(const struct run_report *report) {
    for (size_t i = 0; i < report->count; i++) {
        const struct run_answer *answer = &report->answers[report->items[i]];
        if (answer->outcome == RUN_PUBLISHED || answer->outcome == RUN_KEPT)
            fprintf(stderr, "%s: %s\n", answer->file, answer->outcome == RUN_KEPT ? "up to date" : "published");
    }
}

static void print_counts(const struct run_report *report) {
    static const char *const words[] = {
        [RUN_PUBLISHED] = "published", [RUN_KEPT] = "up to date",   [RUN_ERRORS] = "with errors in their data",
        [RUN_FAILED] = "failed",       [RUN_NOT_MADE] = "not made",
    };
    static const enum run_outcome order[] = {RUN_PUBLISHED, RUN_KEPT, RUN_ERRORS, RUN_FAILED, RUN_NOT_MADE};
    size_t counts[sizeof(words) / sizeof(*words)] = {0};
    for (size_t i = 0; i < report->count; i++)
        counts[report->answers[report->items[i]].outcome]++;
    fprintf(stderr, "%zu pack%s", report->count, report->count == 1 ? "" : "s");
    const char *before = ": ";
    for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
        if (counts[order[i]] > 0) {
            fprintf(stderr, "%s%zu %s", before, counts[order[i]], words[order[i]]);
            before = ", ";
        }
    fputc('\n', stderr);
}

void run_report_print(const struct run_report *report) {
    struct arena *arena = arena_create();
    print_messages(report, arena);
    if (report->verbose)
        print_files(report);
    print_failed(report, arena);
    if (!report->quiet)
        print_counts(report);
    arena_destroy(arena);
}
