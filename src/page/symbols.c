#include "symbols.h"

#include "paragraph.h"

void symbols_note_set(struct composer *composer, struct flow *flow, const bool used[STATUS_COUNT],
                      struct source_pos pos) {
    const char *note = "";
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (used[status])
            note = arena_printf(composer->arena, "%s%s%s %s", note, *note ? "; " : "", status_words[status].symbol,
                                words_status(composer->words, status));
    if (*note == '\0')
        return;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct piece *piece = prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, note, pos, &style);
    if (piece != NULL)
        piece->gap_pt = 4;
}
