#include "run_list.h"

#include <string.h>
#include <sys/stat.h>

#include "organisations_read.h"
#include "table_element.h"

/* <organisations> of the layout's catalogue; NULL where there is none, or what is wrong is for the packs to tell. */
static const struct xml_element *find_element(struct arena *arena, const char *layout, struct read_cache *cache) {
    struct diag untold;
    diag_init(&untold, arena);
    const struct xml_element *root = read_cache_tree(cache, layout, (struct source_pos){.file = layout}, &untold);
    const char *name = root != NULL ? xml_value(root, "catalogue") : NULL;
    if (name == NULL || strchr(name, '{') != NULL)
        return NULL;
    const char *path = path_join(arena, path_folder(arena, layout), name);
    root = read_cache_tree(cache, path, (struct source_pos){.file = layout}, &untold);
    const struct xml_element *child = root != NULL ? root->first_child : NULL;
    while (child != NULL && strcmp(child->name, "organisations") != 0)
        child = child->next;
    return child;
}

static struct request_text column(const struct xml_element *element, const char *name, struct source_pos from) {
    if (element == NULL)
        return (struct request_text){name, from};
    return (struct request_text){xml_value_or(element, name, name), xml_pos(element, name)};
}

/* The catalogue's own list, of which it says which sheet or table it is. */
static bool is_same_file(const char *path, const struct xml_element *element) {
    struct stat asked, own;
    struct arena *arena = arena_create();
    const char *file = xml_value(element, "file");
    bool same = file != NULL && stat(path, &asked) == 0 &&
                stat(path_join(arena, path_folder(arena, element->pos.file), file), &own) == 0 &&
                asked.st_dev == own.st_dev && asked.st_ino == own.st_ino;
    arena_destroy(arena);
    return same;
}

const struct organisations *run_list_read(struct arena *arena, const char *path, const char *layout,
                                          struct read_cache *cache, struct diag *diag) {
    const struct source_pos from = {.file = path};
    const struct xml_element *element = find_element(arena, layout, cache);
    struct organisations_request request = {.code = column(element, "code", from),
                                            .name = column(element, "name", from)};
    if (element != NULL && is_same_file(path, element))
        request.table = table_element_read(element);
    request.table.path = path;
    request.table.from = from;
    return organisations_read(arena, &request, diag);
}
