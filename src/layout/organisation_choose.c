#include <string.h>

#include "fill.h"
#include "layout_internal.h"
#include "organisations_read.h"

/* One of another list, which knows itself in the list that is compared. */
static const struct organisation *with_listed(struct arena *arena, const struct organisation *organisation,
                                              const struct organisations *list) {
    if (list == NULL || organisation->list == list)
        return organisation;
    struct organisation *own = arena_new(arena, struct organisation);
    *own = *organisation;
    own->listed = organisations_find(list, own->code);
    return own;
}

/* The code that the catalogue says by itself; NULL where it has none, or a place for it. */
static const char *said_code(const struct xml_element *catalogue) {
    const char *code = xml_value(catalogue, "code");
    return code == NULL || strchr(code, '{') != NULL ? NULL : code;
}

static bool choose(struct layout_reader *reader, const struct xml_element *catalogue, const char *asked,
                   const struct organisations *list) {
    const char *code = asked != NULL ? asked : said_code(catalogue);
    if (code == NULL)
        diag_error(reader->diag, list->pos,
                   "the catalogue is for %zu organisations; say whose pack it is, such as --organisation %s",
                   list->count, list->items[0].code);
    else
        reader->organisation = organisations_need(list, code, list->pos, reader->diag);
    return reader->organisation != NULL;
}

bool organisation_choose(struct layout_reader *reader, const struct xml_element *root,
                         const struct read_options *options) {
    const char *name = xml_value(root, "catalogue"), *layout = root->pos.file;
    struct source_pos pos = xml_pos(root, "catalogue");
    if (name != NULL && options->organisation != NULL)
        name = fill_text(reader->arena, name, options->organisation);
    const char *path =
        name == NULL ? NULL : path_resolve(reader->arena, &reader->scope, layout, name, pos, reader->diag);
    const struct xml_element *catalogue = path == NULL ? NULL : read_cache_tree(reader->cache, path, pos, reader->diag);
    reader->organisation = options->organisation;
    if (catalogue == NULL)
        return true;
    size_t before = reader->diag->errors;
    const struct organisations *list =
        read_cache_organisations(reader->cache, path, catalogue, &reader->scope, reader->diag);
    if (list == NULL && reader->diag->errors == before && options->code != NULL)
        diag_error(reader->diag, catalogue->pos,
                   "--organisation %s: the catalogue names no organisations; name their file in it: <organisations "
                   "file=\"...\"/>",
                   options->code);
    if (options->organisation != NULL)
        reader->organisation = with_listed(reader->arena, options->organisation, list);
    else if (list != NULL)
        return choose(reader, catalogue, options->code, list);
    return reader->diag->errors == before;
}
