#include <dlfcn.h>
#include <stdlib.h>

#include "arena.h"
#include "module.h"

/*
 * Libraries of a module that go on where they find no memory: libxlsxwriter leaves out a part of the workbook, or
 * crashes; libzip calls a sound file damaged. What they ask for comes here (module_need.guarded), and a run ends that
 * finds none.
 */

/* The function of that name that the program uses. */
static void *program_function(const char *name) {
    void *function = dlsym(dlopen(NULL, RTLD_LAZY), name);
    if (function == NULL)
        abort();
    return function;
}

MODULE_EXPORT void *malloc(size_t size) {
    static void *(*allocate)(size_t);
    if (allocate == NULL)
        allocate = (void *(*)(size_t))program_function("malloc");
    void *memory = allocate(size);
    if (memory == NULL)
        memory_exhausted();
    return memory;
}

MODULE_EXPORT void *calloc(size_t count, size_t size) {
    static void *(*allocate)(size_t, size_t);
    if (allocate == NULL)
        allocate = (void *(*)(size_t, size_t))program_function("calloc");
    void *memory = allocate(count, size);
    if (memory == NULL)
        memory_exhausted();
    return memory;
}

MODULE_EXPORT void *realloc(void *old, size_t size) {
    static void *(*resize)(void *, size_t);
    if (resize == NULL)
        resize = (void *(*)(void *, size_t))program_function("realloc");
    void *memory = resize(old, size);
    if (memory == NULL && size > 0)
        memory_exhausted();
    return memory;
}
