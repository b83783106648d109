#ifndef LAYOUT_LAYOUT_INTERNAL_H
#define LAYOUT_LAYOUT_INTERNAL_H

#include "catalogue_reader.h"
#include "layout.h"
#include "selection.h"
#include "xml.h"

struct template {
    const char *id;
    const struct block *body;
    struct source_pos pos;
};

/* What the steps of reading one layout share. names is for look-ups in the catalogue. */
struct layout_reader {
    struct arena *arena;
    struct diag *diag;
    struct path_scope scope;
    const struct xml_element *root;
    struct layout *layout;
    struct read_cache *cache;
    const struct organisation *organisation; /* whose words are filled in; NULL for none */
    const char *previous;                    /* read_options */
    const struct published_table *issue;     /* what it holds, once it is read */
    bool tells_since;                        /* a block tells what changed */
    struct catalogue_reader names;
    struct template *templates;
    size_t template_count, template_capacity;
    struct index page_ids; /* the first page of each id */
};

/*
 * Finds whose pack it is. False, reported, where the catalogue needs to know and it cannot be told.
 *
 * root   the layout as it stands in its file
 */
bool organisation_choose(struct layout_reader *reader, const struct xml_element *root,
                         const struct read_options *options);

/* Reports each of the attributes that an element has and that another kind of block takes; names end with NULL. */
void layout_refuse(struct layout_reader *reader, const struct xml_element *element, const char *const *names,
                   const char *where);

/* False, and told, in a pack of years, which have no year to date: what shows one is left out. */
bool layout_takes_to_date(struct layout_reader *reader, struct source_pos pos, const char *what);

/* How many periods a run of them has unless the layout says. */
int layout_usual_run(const struct layout_reader *reader);

/* The words of the layout's language, those of its own file in their place. */
void words_read_language(struct layout_reader *reader);

/* Overrides the default theme by a file. */
void theme_read(struct layout_reader *reader, struct theme *theme, const char *path, struct source_pos from);

/* Reports colours of a theme, read from a tree, that words and marks cannot be seen in, and bands that are alike in
 * grey. */
void theme_contrast_check(struct layout_reader *reader, const struct theme *theme, const struct xml_element *root);

/* Finds the font files that a fonts file names. */
void fonts_read(struct layout_reader *reader, struct font_list *fonts, const char *path, struct source_pos from);

/* template, page, pages, blank-page */
void pages_read(struct layout_reader *reader);

/* The commentary files of the layout's period in a folder; a folder that is not there has none. */
void commentaries_read(struct layout_reader *reader, const char *folder);

#endif
