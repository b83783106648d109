#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

/* A file that the build put into the program, so that it is at hand anywhere. Arrays of them end with a NULL path. */
struct embedded_file {
    const char *path;  /* from the project's top: layouts/words/en.xml */
    const char *bytes; /* NUL-terminated */
};

#endif
