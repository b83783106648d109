#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* libFuzzer calls it for each input. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Puts the input into the one file of this process, which has a path and lies in memory. */
static inline const char *fuzz_file(const uint8_t *bytes, size_t length) {
    static char path[32];
    static int file = -1;
    if (file < 0) {
        file = memfd_create("fuzz", MFD_CLOEXEC);
        snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
    }
    if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, bytes, length, 0) != (ssize_t)length)
        abort();
    return path;
}

#endif
