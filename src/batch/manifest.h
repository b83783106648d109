#ifndef BATCH_MANIFEST_H
#define BATCH_MANIFEST_H

#include "diag.h"
#include "index.h"

/*
 * What came of a run of many packs: a CSV file, a row an organisation, in the order of their list. It is written whole
 * beside its place and moved there, so that one of a run that was killed can be read.
 *
 * A shard's manifest is named by the shard, `run-2-of-8.csv` for `run.csv`, so that all shards are given one name.
 */

struct manifest_row {
    const char *code, *name, *period;
    const char *result; /* `published`, or `failed` */
    const char *file;
    const char *sha256;               /* of the file; "" where it was not published */
    const char *data_sha256;          /* of the file of its figures beside it; "" where there is none */
    const char *fingerprint;          /* see fingerprint.h; "" where it was not published */
    const char *message;              /* why it failed; "" otherwise */
    const struct manifest_row *other; /* of the same organisation, of an earlier manifest; NULL: none */
};

extern const char manifest_published[], manifest_failed[];

/* Part `number` of `count`, from 1 on; {0, 0} is the whole. */
struct shard {
    int number, count;
};

/* Rows of manifests of earlier runs. */
struct manifest {
    struct index rows; /* by code: the latest that was read of it, which leads to the others */
};

/* Adds what a manifest has, and what those of its shards have that lie beside it, however many shards there were. What
 * is not there has nothing. Reported: one that cannot be read. */
void manifest_read(struct arena *arena, struct manifest *manifest, const char *path, struct diag *diag);

/* False, reported (diag_system), leaves the one that was there. */
bool manifest_write(const char *path, const struct manifest_row *const *rows, size_t count, struct diag *diag);

/* The name of the manifest of a shard. */
const char *manifest_path(struct arena *arena, const char *path, struct shard shard);

#endif
