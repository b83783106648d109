#include <string.h>

#include "against_read.h"
#include "block_parts.h"
#include "block_readers.h"
#include "extent_read.h"
#include "fill.h"
#include "published_read.h"
#include "selection_read.h"
#include "text.h"
#include "vocabulary_words.h"

enum { ROWS_USUAL = 10, PADDING_PT = 10 };

static const struct published_table *read_table(struct layout_reader *reader, const char *path) {
    struct published_table *issue = arena_new(reader->arena, struct published_table);
    published_read(reader->arena, path, reader->layout->catalogue, issue, reader->diag);
    return issue;
}

static size_t slashes(const char *path) {
    size_t count = 0;
    for (; *path != '\0'; path++)
        count += *path == '/';
    return count;
}

/* The file of the command line, with the words of the organisation; NULL, reported, where it cannot be told. */
static const char *previous_path(struct layout_reader *reader) {
    const char *pattern = reader->previous, *path = pattern;
    if (reader->organisation != NULL)
        path = fill_text(reader->arena, pattern, reader->organisation);
    const char *brace = strchr(path, '{');
    if (brace != NULL)
        diag_error(reader->diag, reader->root->pos, "--previous has %.*s, which is no word of %s",
                   (int)strcspn(brace, "}") + (strchr(brace, '}') != NULL), brace,
                   reader->organisation == NULL ? "a pack of no organisation" : reader->organisation->list->path);
    else if (slashes(path) != slashes(pattern))
        diag_error(reader->diag, reader->root->pos, "--previous would be %s, in another folder than %s says", path,
                   pattern);
    else
        return path;
    return NULL;
}

/* Of the command line, read once. */
static const struct published_table *previous_issue(struct layout_reader *reader) {
    const char *path = reader->issue == NULL ? previous_path(reader) : NULL;
    if (path != NULL)
        reader->issue = read_table(reader, path);
    return reader->issue;
}

static const struct published_table *named_issue(struct layout_reader *reader, const struct xml_element *element) {
    const char *name = xml_value(element, "previous");
    char *path = name == NULL ? NULL
                              : path_resolve(reader->arena, &reader->scope, reader->layout->path, name,
                                             xml_pos(element, "previous"), reader->diag);
    return path == NULL ? NULL : read_table(reader, path);
}

/* What a block says of since and previous does not go together. */
static void check_since(struct layout_reader *reader, const struct attention_list *list,
                        const struct xml_element *element) {
    bool named = xml_value(element, "previous") != NULL;
    if (list->since == SINCE_LAST_ISSUE && !named && reader->previous == NULL)
        diag_error(
            reader->diag, xml_pos(element, "since"),
            "since=\"last issue\" needs its figures: write previous=\"...\" or --previous, the file of `boardpack "
            "figures` of then");
    else if (list->since != SINCE_LAST_ISSUE && named)
        diag_error(reader->diag, xml_pos(element, "since"),
                   "previous=\"...\" gives the figures of the last issue; take one of since and previous out");
}

static void read_attributes(struct layout_reader *reader, struct attention_list *list,
                            const struct xml_element *element) {
    const char *names = xml_value(element, "attributes");
    if (names != NULL)
        list->attributes = text_split(reader->arena, names, &list->attribute_count);
    for (size_t i = 0; i < list->attribute_count; i++)
        selection_check_attribute(reader, list->attributes[i], xml_pos(element, "attributes"));
}

/* A block that says since what it tells is not asked by the command line. */
void attention_list_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct attention_list *list = block->part.attention_list = arena_new(reader->arena, struct attention_list);
    bool given = xml_value(element, "previous") != NULL || reader->previous != NULL;
    enum attention_since usual = given ? SINCE_LAST_ISSUE : SINCE_PERIOD_BEFORE;
    list->since = (enum attention_since)xml_word(element, "since", since_words, SINCE_COUNT, (int)usual);
    list->against = against_read(reader, element);
    list->most = (size_t)xml_whole(element, "most", ROWS_USUAL);
    list->actions = xml_yes(element, "actions", true);
    list->references = xml_yes(element, "references", false);
    list->committee = xml_value(element, "committee");
    list->padding_pt = xml_length(element, "padding", PADDING_PT);
    read_attributes(reader, list, element);
    list->extent = extent_read(reader, element, extent_of_charts);
    reader->tells_since |= list->since == SINCE_LAST_ISSUE;
    check_since(reader, list, element);
    bool asked = list->since == SINCE_LAST_ISSUE && reader->previous != NULL;
    list->issue = asked ? previous_issue(reader) : named_issue(reader, element);
}
