#ifndef BATCH_DIGEST_H
#define BATCH_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

/* A SHA-256 as 64 hexadecimal digits, which say whether two contents are the same. */
struct digest {
    char text[65];
};

struct digest digest_bytes(const void *bytes, size_t length);

/* False with errno where the file cannot be read. */
bool digest_file(struct digest *digest, const char *path);

#endif
