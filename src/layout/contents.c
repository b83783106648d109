#include "block_parts.h"
#include "block_readers.h"
#include "extent_read.h"
#include "named.h"
#include "vocabulary_words.h"

void contents_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct contents *contents = block->part.contents = arena_new(reader->arena, struct contents);
    contents->plain = !xml_yes(element, "figures", true);
    contents->sparklines = xml_yes(element, "sparklines", false);
    contents->ranks = xml_yes(element, "ranks", false);
    if (contents->ranks)
        named_check_peers(reader, FIELD_RANK, xml_pos(element, "ranks"));
    contents->extent = extent_read(reader, element, extent_of_charts);
    const int show = xml_word(element, "show", contents_show_words, CONTENTS_SHOW_COUNT, -1);
    contents->page_letters = show == CONTENTS_SHOW_LETTERS;
    if (show == CONTENTS_SHOW_HISTORY) { /* periods are those of its letters */
        contents->letters = xml_whole(element, "periods", layout_usual_run(reader));
        if (contents->extent.periods > 0)
            contents->extent = extent_usual(reader, false, extent_of_charts);
    }
    if (contents->plain && contents->letters > 0)
        diag_error(reader->diag, xml_pos(element, "show"),
                   "letters stand beside figures; take one of figures=\"no\" and show=\"rag-history\" out");
    if (!contents->plain && contents->page_letters)
        diag_error(reader->diag, xml_pos(element, "show"),
                   "figures have their letters beside them; take show=\"rag\" out, or write figures=\"no\"");
    if (contents->plain && contents->sparklines)
        diag_error(reader->diag, xml_pos(element, "sparklines"),
                   "sparklines stand beside figures; take one of figures=\"no\" and sparklines=\"yes\" out");
}
