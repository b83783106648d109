#ifndef BATCH_FINGERPRINT_H
#define BATCH_FINGERPRINT_H

#include "digest.h"
#include "organisation.h"

/*
 * What a pack was made of, in 64 digits: every file that was read for it (its place in the pack's folders and its
 * content), the options, the words of its organisation and the version of the program. A pack with the same one would
 * be the same again.
 */

/* Digests of files that were asked for before, so that one that many packs read is read once more, not by each. */
struct fingerprints {
    struct arena *arena;
    struct index digests;
};

/* options   what else the pack hangs on, in words
 * root      the folder by which files are told, all links resolved; NULL: by their whole paths
 * The files are those of base/inputs.h. */
struct digest fingerprint_of(struct fingerprints *fingerprints, const struct organisation *organisation,
                             const char *options, const char *root);

#endif
