#ifndef LAYOUT_LAYOUT_INTERNAL_H
#define LAYOUT_LAYOUT_INTERNAL_H

#include "catalogue_reader.h"
#include "layout.h"
#include "lookup.h"
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
    struct catalogue_reader names;
    struct template *templates;
    size_t template_count, template_capacity;
    struct index page_ids; /* the first page of each id */
};

/* The blocks inside an element as a BLOCK_STACK. */
struct block *reader_read_blocks(struct layout_reader *reader, const struct xml_element *element);

/* The indicators that an element's `select` and `indicators` ask for, all without them. False, reported, where there
 * are none. */
bool reader_read_selection(struct layout_reader *reader, const struct xml_element *element,
                           struct selection *selection);

/* False, reported with the nearest name, where no indicator has the attribute; `section` is one. */
bool reader_check_attribute(const struct layout_reader *reader, const char *name, struct source_pos pos);

/* What a column or a line shows: a field or a series, one of them. False, reported, where it is not so. */
bool reader_read_figure(struct layout_reader *reader, const struct xml_element *element, enum field *field,
                        const struct series **series);

/* What a trend-chart has of its own, with its lines and references. */
void reader_read_chart(struct layout_reader *reader, struct block *block, const struct xml_element *element);

/* What some kinds of blocks have of their own. */
void reader_read_cover(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_document_control(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_divider(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_picture(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_tiles(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_key(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_definition(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_notes_block(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_contents(struct layout_reader *reader, struct block *block, const struct xml_element *element);
void reader_read_panel(struct layout_reader *reader, struct block *block, const struct xml_element *element);

/* The <value> children of an element: other words in print for some of what is known. Reported where none is so. */
void reader_read_value_words(struct layout_reader *reader, const struct xml_element *element, const char *const *known,
                             size_t count, struct value_words *words);

/* The picture that the attribute `name` of an element says, read once however often it is named. NULL, reported, where
 * it cannot be used: it is no PNG or SVG, too large, or asks for other files. */
const struct image *reader_read_image(struct layout_reader *reader, const struct xml_element *element,
                                      const char *name);

/* Reports what a <column> of a month table has that belongs to a scorecard's. */
void reader_check_table_column(struct layout_reader *reader, const struct xml_element *element);

/* text-size, least-text-size and padding of a dense table; sizes that no one can read are reported. */
void reader_read_type(struct layout_reader *reader, const struct xml_element *element, double *text_pt,
                      double *least_text_pt, double *padding_pt);

/* topic-table, after the block's own attributes */
void reader_read_topic_table(struct layout_reader *reader, struct block *block, const struct xml_element *element);

/* scorecard, after the block's own attributes */
void reader_read_scorecard(struct layout_reader *reader, struct block *block, const struct xml_element *element);

/* template, page, pages, blank-page */
void reader_read_pages(struct layout_reader *reader);

/* The words of the layout's language, those of its own file in their place. */
void reader_read_words(struct layout_reader *reader);

/* Overrides the default theme by a file. */
void reader_read_theme(struct layout_reader *reader, struct theme *theme, const char *path, struct source_pos from);

/* Finds the font files that a fonts file names. */
void reader_read_fonts(struct layout_reader *reader, struct font_list *fonts, const char *path, struct source_pos from);

/* The commentary files of the layout's period in a folder; a folder that is not there has none. */
void reader_read_commentaries(struct layout_reader *reader, const char *folder);

#endif
