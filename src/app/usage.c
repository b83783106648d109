#include "usage.h"

#include <stdarg.h>
#include <stdio.h>

#include "status.h"

int usage_error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("boardpack: error: ", stderr);
    vfprintf(stderr, format, args);
    fputs("; see boardpack --help\n", stderr);
    va_end(args);
    return EXIT_STATUS_USAGE;
}
