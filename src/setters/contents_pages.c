#include "contents_pages.h"

bool contents_lists(const struct composer *composer, const struct block *block, const struct page_spec *spec) {
    if (!spec->listed || spec == composer->page->spec)
        return false;
    for (size_t i = 0; i < block->selection.count; i++)
        if (block->selection.indicators[i] == spec->indicator)
            return true;
    return block->selection.count == 0;
}

const char *contents_page_title(const struct composer *composer, const struct page_spec *spec) {
    return spec->title != NULL       ? spec->title
           : spec->indicator != NULL ? spec->indicator->title
                                     : words_get(composer->words, WORD_PAGE);
}
