#include "source.h"

#include <string.h>
#include <strings.h>

#include "csv.h"

typedef struct table *source_reader(struct arena *arena, const char *path, struct source_pos from, struct diag *diag);

/* The first is that of files whose names end in none of these. */
static const struct {
    const char *ending;
    source_reader *read;
} formats[] = {
    {.ending = ".csv", .read = csv_read},
};

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), end = strlen(ending);
    return length > end && strcasecmp(path + length - end, ending) == 0;
}

struct table *source_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag) {
    size_t format = sizeof formats / sizeof formats[0];
    while (format > 0 && !ends_in(path, formats[format - 1].ending))
        format--;
    return formats[format > 0 ? format - 1 : 0].read(arena, path, from, diag);
}
