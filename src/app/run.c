#include "run.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "file.h"
#include "file_pattern.h"
#include "inputs.h"
#include "output_path.h"
#include "progress.h"
#include "read_cache.h"
#include "run_list.h"
#include "run_pack.h"
#include "run_report.h"
#include "status.h"
#include "workers.h"

enum { SIGNAL_BASE = 128, LEARN_TRIES = 3, MANIFEST_SECONDS = 1 };

struct run {
    struct run_shared shared;
    struct arena *arena;
    struct diag diag; /* of the run itself */
    const struct organisations *organisations;
    const char *manifest;             /* of this shard; NULL: none is wanted */
    struct run_answer *answers;       /* by organisation */
    const struct manifest_row **rows; /* likewise: what came of it, else of an earlier run; NULL: nothing yet */
    const struct manifest_row **told; /* those of this shard that there are, while they are written */
    size_t *items;                    /* the organisations of this shard */
    size_t count;
    struct session *learnt; /* a pack that all learn from; NULL: none can be read */
    struct progress progress;
    time_t written; /* when the manifest was, last */
};

/* Packs K, K + N, ... of the list. */
static void choose_items(struct run *run, struct shard shard) {
    size_t step = shard.count > 0 ? (size_t)shard.count : 1;
    run->items = arena_new_array(run->arena, run->organisations->count, size_t);
    run->answers = arena_new_array(run->arena, run->organisations->count, struct run_answer);
    run->rows = arena_new_array(run->arena, run->organisations->count, const struct manifest_row *);
    run->told = arena_new_array(run->arena, run->organisations->count, const struct manifest_row *);
    for (size_t i = shard.count > 0 ? (size_t)shard.number - 1 : 0; i < run->organisations->count; i += step)
        run->items[run->count++] = i;
}

/* What was read so far, the list and the layout, is not written over. */
static void check_manifest(struct run *run) {
    char *manifest = path_real(run->manifest);
    for (size_t i = 0; manifest != NULL && i < inputs_count(); i++) {
        char *input = path_real(inputs_path(i));
        if (input != NULL && strcmp(input, manifest) == 0)
            diag_error(&run->diag, (struct source_pos){.file = run->manifest},
                       "it is read for the packs; name another file for the manifest");
        free(input);
    }
    free(manifest);
}

/* All that can be said before any pack is read. */
static bool prepare(struct run *run, const struct arguments *arguments) {
    const struct run_arguments *asked = &arguments->run;
    run->organisations =
        run_list_read(run->arena, asked->list, arguments->session.layout_path, run->shared.cache, &run->diag);
    if (run->organisations == NULL || diag_failed(&run->diag))
        return false;
    run->shared.pattern = arguments->output != NULL ? arguments->output : output_path_pattern(run->arena, arguments);
    file_pattern_check(run->shared.pattern, run->organisations, &run->diag);
    choose_items(run, asked->shard);
    if (asked->manifest != NULL) {
        run->manifest = manifest_path(run->arena, asked->manifest, asked->shard);
        check_manifest(run);
    }
    if (asked->resume)
        manifest_read(run->arena, &run->shared.earlier, asked->manifest, &run->diag);
    for (size_t i = 0; i < run->count; i++)
        run->rows[run->items[i]] = index_find(&run->shared.earlier.rows, run->organisations->items[run->items[i]].code);
    return !diag_failed(&run->diag) &&
           (run->manifest == NULL || output_path_make_folder(path_folder(run->arena, run->manifest), &run->diag));
}

/* Reads the pack that all can learn from: mostly the first. */
static void learn(struct run *run) {
    for (size_t i = 0; i < run->organisations->count && i < LEARN_TRIES && run->learnt == NULL; i++) {
        struct session *session = run_pack_open(&run->shared, &run->organisations->items[i]);
        if (run_pack_share(&run->shared, session))
            run->learnt = session;
        else
            session_destroy(session);
    }
    if (run->learnt != NULL)
        diag_move(&run->diag, &run->learnt->diag);
}

static void perform(void *context, size_t item, struct text *bytes) {
    struct run *run = context;
    struct session *session = run_pack_open(&run->shared, &run->organisations->items[item]);
    struct run_answer answer = run_pack_make(&run->shared, session);
    run_answer_put(bytes, &answer);
    session_destroy(session);
}

static const struct manifest_row *make_row(struct run *run, size_t item) {
    const struct organisation *organisation = &run->organisations->items[item];
    const struct run_answer *answer = &run->answers[item];
    bool good = answer->outcome == RUN_PUBLISHED || answer->outcome == RUN_KEPT;
    struct manifest_row *row = arena_new(run->arena, struct manifest_row);
    *row = (struct manifest_row){.code = organisation->code,
                                 .name = organisation->name,
                                 .period = answer->period,
                                 .result = good ? manifest_published : manifest_failed,
                                 .file = answer->file,
                                 .sha256 = good ? answer->sha256 : "",
                                 .data_sha256 = good ? answer->data_sha256 : "",
                                 .fingerprint = good ? answer->fingerprint : "",
                                 .message = run_report_reason(run->arena, answer)};
    return row;
}

/* Every second of a long run: takes no memory that stays. */
static void write_manifest(struct run *run) {
    if (run->manifest == NULL)
        return;
    size_t count = 0;
    for (size_t i = 0; i < run->count; i++)
        if (run->rows[run->items[i]] != NULL)
            run->told[count++] = run->rows[run->items[i]];
    manifest_write(run->manifest, run->told, count, &run->diag);
    run->written = time(NULL);
}

/* The first pack is written down at once; then a run that is killed loses what came within a second of the last time.
 */
static void keep(struct run *run, size_t item, const struct run_answer *answer) {
    run->answers[item] = *answer;
    run->rows[item] = make_row(run, item);
    progress_step(&run->progress);
    if (run->diag.system == 0 && time(NULL) >= run->written + MANIFEST_SECONDS)
        write_manifest(run);
}

static void take(void *context, size_t item, const struct text *bytes) {
    struct run *run = context;
    struct run_answer answer = run_answer_get(run->arena, bytes);
    keep(run, item, &answer);
}

static void lose(void *context, size_t item, const char *why) {
    struct run *run = context;
    struct diag_message *message = arena_new(run->arena, struct diag_message);
    *message = (struct diag_message){.level = DIAG_SYSTEM, .text = arena_strdup(run->arena, why), .kind = ""};
    message->kind = message->text;
    struct run_answer answer = {.outcome = RUN_FAILED, .messages = message, .message_count = 1};
    answer.period = answer.file = "";
    keep(run, item, &answer);
}

/* As many as there are processors for this process. */
static int usual_jobs(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : 1;
    return count < WORKERS_MAX ? count : WORKERS_MAX;
}

/* Gives the signal that stopped it, or 0. */
static int make_packs(struct run *run, const struct arguments *arguments) {
    int jobs = arguments->run.jobs > 0 ? arguments->run.jobs : usual_jobs();
    const struct work work = {.context = run,
                              .items = run->items,
                              .count = run->count,
                              .jobs = (size_t)jobs < run->count ? jobs : (int)run->count,
                              .perform = perform,
                              .take = take,
                              .lose = lose};
    learn(run);
    run->progress = progress_start("publishing packs", run->count, arguments->session.quiet);
    int stopped_by = work.jobs > 0 ? workers_run(&work) : 0;
    progress_finish(&run->progress);
    write_manifest(run);
    return stopped_by;
}

static int report(struct run *run, const struct arguments *arguments) {
    const struct run_report told = {.organisations = run->organisations,
                                    .answers = run->answers,
                                    .items = run->items,
                                    .count = run->count,
                                    .quiet = arguments->session.quiet,
                                    .verbose = arguments->session.verbose};
    run_report_print(&told);
    int status = EXIT_STATUS_DONE;
    for (size_t i = 0; i < run->count; i++) {
        enum run_outcome outcome = run->answers[run->items[i]].outcome;
        if (outcome == RUN_FAILED || (outcome == RUN_ERRORS && status == EXIT_STATUS_DONE))
            status = outcome == RUN_FAILED ? EXIT_STATUS_SYSTEM : EXIT_STATUS_INPUT;
    }
    return status;
}

int run_publish(const struct arguments *arguments) {
    struct run run = {.arena = arena_create()};
    diag_init(&run.diag, run.arena);
    run.shared = (struct run_shared){.arguments = arguments,
                                     .cache = read_cache_create(run.arena),
                                     .faces = {.arena = run.arena},
                                     .fingerprints = {.arena = run.arena}};
    int status = EXIT_STATUS_DONE, stopped_by = 0;
    bool ready = prepare(&run, arguments);
    if (ready)
        stopped_by = make_packs(&run, arguments);
    diag_print(&run.diag, stderr, arguments->session.quiet);
    if (ready)
        status = report(&run, arguments);
    if (diag_failed(&run.diag))
        status = run.diag.system > 0 ? EXIT_STATUS_SYSTEM : EXIT_STATUS_INPUT;
    if (run.learnt != NULL)
        session_destroy(run.learnt);
    arena_destroy(run.arena);
    return stopped_by != 0 ? SIGNAL_BASE + stopped_by : status;
}
