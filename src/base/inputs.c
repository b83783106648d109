#include "inputs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "text.h"

static char **paths;
static size_t path_count, path_capacity;

void inputs_add(const char *path) {
    size_t length = strlen(path) + 1;
    if (path_count == path_capacity) {
        path_capacity = path_capacity == 0 ? 64 : 2 * path_capacity;
        paths = memory_resize(paths, path_capacity * sizeof(*paths));
    }
    paths[path_count] = memory_alloc(length);
    memcpy(paths[path_count++], path, length);
}

void inputs_add_unsure(const char *name) {
    struct timespec now;
    struct text entry = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    text_printf(&entry, "%s?%lld.%ld", name, (long long)now.tv_sec, now.tv_nsec);
    inputs_add(text_string(&entry));
    text_free(&entry);
}

size_t inputs_count(void) {
    return path_count;
}

const char *inputs_path(size_t number) {
    assert(number < path_count);
    return paths[number];
}

void inputs_forget(size_t count) {
    while (path_count > count)
        free(paths[--path_count]);
}
