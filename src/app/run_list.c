#include "run_list.h"

#include <string.h>

#include "organisations_read.h"

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

const struct organisations *run_list_read(struct arena *arena, const char *path, const char *layout,
                                          struct read_cache *cache, struct diag *diag) {
    const struct source_pos from = {.file = path};
    const struct xml_element *element = find_element(arena, layout, cache);
    const struct organisations_request request = {.table = {.path = path, .from = from},
                                                  .code = column(element, "code", from),
                                                  .name = column(element, "name", from)};
    return organisations_read(arena, &request, diag);
}
