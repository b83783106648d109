#ifndef APP_RUN_PACK_H
#define APP_RUN_PACK_H

#include "arguments.h"
#include "faces.h"
#include "fingerprint.h"
#include "run_answer.h"

/* What the packs of a run share. */
struct run_shared {
    const struct arguments *arguments;
    const char *pattern;     /* of their files (file_pattern.h) */
    struct manifest earlier; /* what was made before, to be left out */
    struct read_cache *cache;
    struct face_store faces;
    const struct peers *peers; /* NULL: each pack gathers them */
    size_t input_count;        /* so many files were read for all of them */
    struct fingerprints fingerprints;
};

/* A session for the pack of an organisation. */
struct session *run_pack_open(struct run_shared *shared, const struct organisation *organisation);

/* Makes the pack, where it is not there and up to date. The answer lives in the session's arena. */
struct run_answer run_pack_make(struct run_shared *shared, struct session *session);

/* Reads a pack, so that the cache has what others read too, and the figures that packs are compared with. False where
 * it cannot be read; else the session stays open as long as these figures are needed, and has what is to be told of
 * them. */
bool run_pack_share(struct run_shared *shared, struct session *session);

#endif
