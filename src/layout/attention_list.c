#include "block_parts.h"
#include "block_readers.h"
#include "extent_read.h"
#include "published_read.h"
#include "vocabulary_words.h"

enum { ROWS_USUAL = 10 };

static const struct published_table *read_issue(struct layout_reader *reader, const struct xml_element *element) {
    const char *name = xml_value(element, "previous");
    char *path = name == NULL ? NULL
                              : path_resolve(reader->arena, &reader->scope, reader->layout->path, name,
                                             xml_pos(element, "previous"), reader->diag);
    if (path == NULL)
        return NULL;
    struct published_table *issue = arena_new(reader->arena, struct published_table);
    published_read(reader->arena, path, reader->layout->catalogue, issue, reader->diag);
    return issue;
}

void attention_list_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct attention_list *list = block->part.attention_list = arena_new(reader->arena, struct attention_list);
    enum attention_since usual = xml_value(element, "previous") != NULL ? SINCE_LAST_ISSUE : SINCE_PERIOD_BEFORE;
    list->issue = read_issue(reader, element);
    list->since = (enum attention_since)xml_word(element, "since", since_words, SINCE_COUNT, (int)usual);
    list->most = (size_t)xml_whole(element, "most", ROWS_USUAL);
    list->extent = extent_read(reader, element, extent_of_charts);
    if (list->since == SINCE_LAST_ISSUE && xml_value(element, "previous") == NULL)
        diag_error(
            reader->diag, xml_pos(element, "since"),
            "since=\"last issue\" needs its figures: write previous=\"...\", the file of `boardpack figures` of then");
    else if (list->since != SINCE_LAST_ISSUE && list->issue != NULL)
        diag_error(reader->diag, xml_pos(element, "since"),
                   "previous=\"...\" gives the figures of the last issue; take one of since and previous out");
}
