#include "run_pack.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "data_file.h"
#include "file.h"
#include "file_pattern.h"
#include "inputs.h"
#include "output_path.h"
#include "publish.h"

struct session *run_pack_open(struct run_shared *shared, const struct organisation *organisation) {
    struct session_options options = shared->arguments->session;
    options.organisation = organisation;
    options.cache = shared->cache;
    options.faces = &shared->faces;
    options.peers = shared->peers;
    options.alone = arguments_of_pages(shared->arguments);
    options.quiet = true; /* no bar of its own */
    options.verbose = false;
    return session_create(&options);
}

/* The folder above the layout's, links resolved: places of files are told from there. The caller frees it. */
static char *root_of(const struct session *session) {
    return path_real(arena_printf(session->arena, "%s/..", path_folder(session->arena, session->options.layout_path)));
}

/* After the pack was read: fonts are opened later. */
static struct digest fingerprint(struct run_shared *shared, struct session *session) {
    const struct font_list *fonts = &session->layout->fonts;
    for (int face = 0; face < FACE_COUNT; face++)
        if (fonts->files[face].path != NULL)
            inputs_add(fonts->files[face].path);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *root = root_of(session);
    struct digest digest = fingerprint_of(&shared->fingerprints, session->options.organisation,
                                          arena_printf(session->arena, "%sSOURCE_DATE_EPOCH=%s",
                                                       shared->arguments->run.shaping, epoch != NULL ? epoch : ""),
                                          root);
    free(root);
    return digest;
}

/* The file of figures that belongs to a pack's; NULL: none does. */
static const char *data_of(struct session *session, const char *file) {
    return session->options.with_data ? data_file_beside(session, file) : NULL;
}

/* True where a manifest says that the files were made of the same, and they are there as they were made. */
static bool is_up_to_date(const struct run_shared *shared, struct session *session, const struct run_answer *answer) {
    struct digest there, data_there = {0};
    const char *data = data_of(session, answer->file);
    const struct manifest_row *row = index_find(&shared->earlier.rows, session->options.organisation->code);
    if (row == NULL || !digest_file(&there, answer->file) || (data != NULL && !digest_file(&data_there, data)))
        return false;
    for (; row != NULL; row = row->other)
        if (strcmp(row->result, manifest_published) == 0 && strcmp(row->fingerprint, answer->fingerprint) == 0 &&
            strcmp(row->sha256, there.text) == 0 && strcmp(row->data_sha256, data_there.text) == 0)
            return true;
    return false;
}

static void publish(const struct run_shared *shared, struct session *session, const char *file) {
    struct arguments arguments = *shared->arguments;
    arguments.output = file;
    const char *folder = path_folder(session->arena, file);
    if (output_path_make_folder(folder, &session->diag))
        publish_write(session, &arguments);
}

/* What was made, or may have been. False where it is there and up to date. */
static bool is_wanted(struct run_shared *shared, struct session *session, struct run_answer *answer) {
    answer->period = calendar_iso(session->arena, session->layout->catalogue->calendar, session->period);
    answer->file = file_pattern_fill(session->arena, shared->pattern, session->options.organisation, answer->period);
    if (shared->arguments->run.manifest == NULL)
        return true;
    answer->fingerprint = arena_strdup(session->arena, fingerprint(shared, session).text);
    return !is_up_to_date(shared, session, answer);
}

static const char *file_digest(struct session *session, const char *file) {
    struct digest digest = {0};
    if (!digest_file(&digest, file))
        diag_system(&session->diag, (struct source_pos){0}, "%s was written and cannot be read again: %s", file,
                    strerror(errno));
    return arena_strdup(session->arena, digest.text);
}

struct run_answer run_pack_make(struct run_shared *shared, struct session *session) {
    struct run_answer answer = {
        .outcome = RUN_PUBLISHED, .period = "", .file = "", .sha256 = "", .data_sha256 = "", .fingerprint = ""};
    struct diag *diag = &session->diag;
    inputs_forget(shared->input_count);
    if (session_read(session)) {
        if (is_wanted(shared, session, &answer))
            publish(shared, session, answer.file);
        else
            answer.outcome = RUN_KEPT;
    }
    if (!diag_failed(diag) && shared->arguments->run.manifest != NULL) {
        const char *data = data_of(session, answer.file);
        answer.sha256 = file_digest(session, answer.file);
        answer.data_sha256 = data != NULL ? file_digest(session, data) : "";
    }
    if (answer.outcome != RUN_KEPT) /* that one told its warnings when it was made */
        answer.messages = diag_sorted(diag, &answer.message_count);
    if (diag_failed(diag))
        answer.outcome = diag->system > 0 ? RUN_FAILED : RUN_ERRORS;
    return answer;
}

bool run_pack_share(struct run_shared *shared, struct session *session) {
    if (!session_read(session))
        return false;
    inputs_forget(0);                          /* of one pack alone */
    diag_init(&session->diag, session->arena); /* it will tell them itself */
    if (!session_gather_peers(session))
        return false;
    shared->peers = session->layout->catalogue->peers;
    shared->input_count = inputs_count();
    return true;
}
