#include "read_cache.h"

#include <string.h>

#include "inputs.h"
#include "organisations_read.h"
#include "table_element.h"

struct read_cache {
    struct arena *arena;
    struct index trees, lists; /* by the path of the XML file */
    struct index things;       /* of other readers */
    struct table_cache *tables;
};

struct read_cache *read_cache_create(struct arena *arena) {
    struct read_cache *cache = arena_new(arena, struct read_cache);
    cache->arena = arena;
    cache->tables = table_cache_create(arena);
    return cache;
}

struct arena *read_cache_arena(struct read_cache *cache) {
    return cache->arena;
}

void *read_cache_find(const struct read_cache *cache, const char *name) {
    return index_find(&cache->things, name);
}

void read_cache_keep(struct read_cache *cache, const char *name, void *thing) {
    index_add(cache->arena, &cache->things, arena_strdup(cache->arena, name), thing);
}

struct table_cache *read_cache_tables(struct read_cache *cache) {
    return cache->tables;
}

/* Names live as long as what is kept under them. */
static void *keep(struct read_cache *cache, struct index *index, const char *path, const void *thing) {
    if (thing != NULL)
        index_add(cache->arena, index, path, (void *)thing);
    return (void *)thing;
}

const struct xml_element *read_cache_tree(struct read_cache *cache, const char *path, struct source_pos from,
                                          struct diag *diag) {
    const struct xml_element *known = index_find(&cache->trees, path);
    if (known != NULL) {
        inputs_add(path);
        return known;
    }
    path = arena_strdup(cache->arena, path);
    return keep(cache, &cache->trees, path, xml_read(cache->arena, path, from, diag));
}

static struct request_text text_of(const struct xml_element *element, const char *name) {
    return (struct request_text){xml_value_or(element, name, name), xml_pos(element, name)};
}

static const struct xml_element *find_element(const struct xml_element *root) {
    const struct xml_element *child = root->first_child;
    while (child != NULL && strcmp(child->name, "organisations") != 0)
        child = child->next;
    return child;
}

const struct organisations *read_cache_organisations(struct read_cache *cache, const char *path,
                                                     const struct xml_element *root, const struct path_scope *scope,
                                                     struct diag *diag) {
    const struct organisations *known = index_find(&cache->lists, path);
    if (known != NULL)
        inputs_add(known->path);
    const struct xml_element *element = known == NULL ? find_element(root) : NULL;
    const char *file = element == NULL ? NULL : xml_value(element, "file");
    if (file == NULL)
        return known;
    struct source_pos pos = xml_pos(element, "file");
    struct organisations_request request = {.code = text_of(element, "code"), .name = text_of(element, "name")};
    request.one = xml_value(element, "one");
    request.many = xml_value(element, "many");
    request.table = table_element_read(element);
    request.table.path = path_resolve(cache->arena, scope, path, file, pos, diag);
    if (request.table.path == NULL)
        return NULL;
    return keep(cache, &cache->lists, arena_strdup(cache->arena, path),
                organisations_read(cache->arena, &request, diag));
}
