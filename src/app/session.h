#ifndef APP_SESSION_H
#define APP_SESSION_H

#include <stdbool.h>

#include "block.h"
#include "frame.h"
#include "layout.h"
#include "peers.h"

struct faces;
struct face_store;

/* What a session was asked for. */
struct session_options {
    const char *layout_path;
    const char *period;                      /* as it is written; NULL: the layout's, or the latest with figures */
    const char *previous;                    /* the figures of the last issue; NULL: as the layout says */
    const char *code;                        /* of the organisation whose pack it is; NULL where nobody was named */
    const struct organisation *organisation; /* in its place, one of a list for each of which packs are made */
    struct read_cache *cache;                /* what other packs of the run have read; NULL for none */
    struct face_store *faces;                /* likewise what they have read of fonts */
    const struct peers *peers;               /* the figures of all organisations; NULL: session_gather_peers has them */
    bool alone;                              /* pages are to be published one by one */
    bool charts;                             /* of the charts alone, in place of what the pack has */
    bool allow_outside;
    bool grey;      /* every colour as a grey */
    bool booklet;   /* sheets for print in place of pages */
    unsigned marks; /* on them, of enum booklet_marks */
    bool with_data; /* the figures in a file beside the pack */
    bool quiet;
    bool verbose;
};

/* One session, from the layout's path to the file. Everything made on the way lives in its arena. */
struct session {
    struct session_options options;
    struct arena *arena;
    struct diag diag;
    struct read_options reading; /* how the layout is read */
    struct layout *layout;
    int period;
    struct figures *figures;
    struct faces *faces;
    struct document *document; /* the pack: its pages, then perhaps its sheets */
    struct drawing_sheet sheet;
};

struct session *session_create(const struct session_options *options);
void session_destroy(struct session *session);

/* The stages, in order; a document is the pack or a part of it. One that can fail gives false where the session cannot
 * go on; why is in session->diag. Warnings do not stop it. */
bool session_read(
    struct session *session); /* layout, catalogue, data, commentary into the model; what looks wrong in the data */
/* The figures of the organisations that the catalogue compares, where it does; once read, and before any is computed.
 */
bool session_gather_peers(struct session *session);
void session_compute(struct session *session);                             /* every figure */
void session_choose(struct session *session);                              /* the pages whose conditions hold */
bool session_inspect(struct session *session);                             /* what looks wrong with the pages */
bool session_compose(struct session *session);                             /* pages of frames */
void session_describe(struct session *session, struct document *document); /* charts, in words alone */
bool session_draw(struct session *session, struct document *document);     /* charts, in words too */
bool session_impose(struct session *session); /* sheets of pages, where a booklet was asked for */

/* The date of what is made, in seconds since 1970, UTC: of the issue, as the layout says, else SOURCE_DATE_EPOCH, else
 * the last day of the period. */
long long session_created(const struct session *session);

/* Prints the messages; gives the exit status: 0 done, 1 the input has errors, 3 the system failed. */
int session_report(struct session *session);

#endif
