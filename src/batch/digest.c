#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <unistd.h>

static void finish(struct digest *digest, struct sha256_ctx *hash) {
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(hash, sizeof(bytes), bytes);
    base16_encode_update(digest->text, sizeof(bytes), bytes);
    digest->text[sizeof(digest->text) - 1] = '\0';
}

struct digest digest_bytes(const void *bytes, size_t length) {
    struct digest digest;
    struct sha256_ctx hash;
    sha256_init(&hash);
    sha256_update(&hash, length, bytes);
    finish(&digest, &hash);
    return digest;
}

bool digest_file(struct digest *digest, const char *path) {
    uint8_t bytes[64 * 1024];
    struct sha256_ctx hash;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    sha256_init(&hash);
    ssize_t got;
    while ((got = read(file, bytes, sizeof(bytes))) > 0)
        sha256_update(&hash, (size_t)got, bytes);
    int number = errno;
    close(file);
    finish(digest, &hash);
    errno = number;
    return got == 0;
}
