#include "symbols.h"

#include "prose.h"
#include "usage.h"

enum { GAP_PT = 4 };

/* A piece of its own, or what another has at its right; gives the piece. */
static struct piece *set_words(struct composer *composer, struct flow *flow, struct piece *piece, double x,
                               const char *words) {
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct flow aside = {.width_pt = flow_left_width(flow)};
    double y = 0;
    prose_set_words(composer, &aside, ROLE_PARAGRAPH, words, &style);
    if (piece == NULL) {
        piece = flow_add(composer, flow, 0);
        piece->gap_pt = GAP_PT;
    }
    for (const struct piece *line = aside.first; line != NULL; y += line->height_pt, line = line->next)
        piece_adopt(composer, piece, line, x, y);
    piece->height_pt = y > piece->height_pt ? y : piece->height_pt;
    return piece;
}

const char *symbols_meaning(struct composer *composer, const bool used[STATUS_COUNT]) {
    const char *meaning = "";
    if (usage_is_explained(composer))
        return meaning;
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (used[status])
            meaning = arena_printf(composer->arena, "%s%s%s %s", meaning, *meaning ? "; " : "",
                                   status_words[status].symbol, words_status(composer->words, status));
    return meaning;
}

void symbols_note_set(struct composer *composer, struct flow *flow, const bool used[STATUS_COUNT], const char *note) {
    const char *meaning = symbols_meaning(composer, used);
    if (*meaning != '\0' || note != NULL)
        flow_keep_last(flow);
    struct piece *left = *meaning != '\0' ? set_words(composer, flow, NULL, 0, meaning) : NULL;
    if (note != NULL && left != NULL && flow->fold_pt > 0)
        set_words(composer, flow, left, flow->width_pt - flow_left_width(flow), note);
    else if (note != NULL)
        set_words(composer, flow, NULL, 0, note);
}
