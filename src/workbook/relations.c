#include "relations.h"

#include <string.h>

#include "file.h"

struct relations_reading {
    struct arena *arena;
    const char *folder; /* of the part that they belong to */
    struct relations *relations;
};

static const char *last_word(const char *type) {
    const char *slash = strrchr(type, '/');
    return slash == NULL ? type : slash + 1;
}

/* A target is named from the folder of the part, or from the root where it begins with a slash. */
static const char *part_name(const struct relations_reading *reading, const char *target) {
    if (target[0] == '/')
        return target + 1;
    return path_join(reading->arena, reading->folder, target);
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct relations_reading *reading = to;
    if (strcmp(name, "Relationship") != 0)
        return true;
    const char *id = stream_text(reading->arena, attributes, "Id");
    const char *type = stream_text(reading->arena, attributes, "Type");
    const char *target = stream_text(reading->arena, attributes, "Target");
    if (id != NULL && type != NULL && target != NULL && !stream_is(attributes, "TargetMode", "External"))
        arena_append(reading->arena, reading->relations->items, reading->relations->count,
                     reading->relations->capacity) =
            (struct relation){.id = id, .target = part_name(reading, target), .type = last_word(type)};
    return true;
}

bool relations_read(struct archive *archive, struct arena *arena, const char *part, struct relations *relations) {
    struct relations_reading reading = {arena, path_folder(arena, part), relations};
    const struct stream_taker taker = {.start = start, .to = &reading};
    *relations = (struct relations){0};
    const char *file = path_join(arena, reading.folder, arena_printf(arena, "_rels/%s.rels", path_name(part)));
    return !archive_has(archive, file) || archive_stream(archive, file, &taker);
}

const struct relation *relations_by_id(const struct relations *relations, const char *id) {
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].id, id) == 0)
            return &relations->items[i];
    return NULL;
}

const struct relation *relations_by_type(const struct relations *relations, const char *type) {
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].type, type) == 0)
            return &relations->items[i];
    return NULL;
}
