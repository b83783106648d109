#include "publish.h"

#include <string.h>

#include "dump.h"
#include "figures_write.h"
#include "output_path.h"
#include "pack_file.h"
#include "single.h"

void publish_flush(struct session *session, FILE *stream) {
    if (fflush(stream) != 0 || ferror(stream))
        diag_system(&session->diag, (struct source_pos){.file = "standard output"},
                    "cannot be written: no room, or closed");
}

void publish_dump(struct session *session, const char *what) {
    if (strcmp(what, "model") == 0)
        dump_model(session->layout, stdout);
    else if (strcmp(what, "figures") == 0)
        figures_write_csv(session->layout->catalogue, session->period, stdout);
    else
        dump_document(session->document, what, stdout);
    publish_flush(session, stdout);
}

bool publish_compose(struct session *session) {
    if (!session_gather_peers(session))
        return false;
    session_compute(session);
    session_choose(session);
    return session_inspect(session) && session_compose(session);
}

static void write_pack(struct session *session, const struct arguments *arguments) {
    if (!session_draw(session, session->document) || !session_impose(session))
        return;
    if (arguments->dump != NULL) {
        publish_dump(session, arguments->dump);
        return;
    }
    const char *path = arguments->output != NULL ? arguments->output : output_path_of_pack(session);
    if (path != NULL && pack_file_write(session, session->document, path) && session->options.verbose)
        fprintf(stderr, "%s: %zu %s%s\n", path, session->document->page_count,
                session->options.booklet ? "side" : "page", session->document->page_count == 1 ? "" : "s");
}

void publish_write(struct session *session, const struct arguments *arguments) {
    if (!publish_compose(session))
        return;
    if (!arguments_of_pages(arguments)) {
        write_pack(session, arguments);
        return;
    }
    single_publish(session, arguments);
    publish_flush(session, stdout);
}
