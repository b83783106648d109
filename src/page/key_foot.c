#include "key_foot.h"

#include <math.h>

#include "key_lines.h"
#include "key_place.h"
#include "side_label.h"

/* A key says all that the page shows. */
static struct usage explained_in(const struct block *body, const struct halves *used) {
    struct usage usage = {0};
    for (int half = 0; half < KEY_HALVES && body != NULL && key_place_has(body, BLOCK_KEY); half++)
        usage_add(&usage, &used->usage[half]);
    return usage;
}

void halves_add_piece(struct halves *halves, const struct composer *composer, const struct piece *piece, double x,
                      double width_pt) {
    double middle = composer_paper(composer)->fold_pt > 0 ? width_pt / 2 - x : HUGE_VAL;
    usage_add_piece(&halves->usage[0], piece, -HUGE_VAL, middle);
    usage_add_piece(&halves->usage[1], piece, middle, HUGE_VAL);
    usage_add_explained(&halves->explained, piece);
    if (piece != NULL && piece->side_label != NULL)
        usage_add_words(&halves->usage[middle <= 0], composer, piece->side_label->words);
}

static void add_region(struct halves *halves, const struct composer *composer, const struct region *region,
                       double width_pt) {
    for (size_t i = 0; i < region->flow_count; i++)
        for (const struct piece *piece = region->flows[i].first; piece != NULL; piece = piece->next) {
            halves_add_piece(halves, composer, piece, region->x[i], width_pt);
            halves_add_piece(halves, composer, piece->repeat, region->x[i], width_pt);
            halves_add_piece(halves, composer, piece->close, region->x[i], width_pt);
        }
}

/* The key of one half; a flow without pieces where there is nothing to say. */
static struct flow half_flow(struct composer *composer, const struct page_foot *foot, const struct usage *usage,
                             struct element *list) {
    const struct flow page = {.width_pt = foot->width_pt, .fold_pt = composer_paper(composer)->fold_pt};
    struct flow flow = {.width_pt = flow_left_width(&page)};
    const struct key_request request = {.form = KEY_FOOT, .usage = *usage, .said = foot->said, .list = list};
    if (!usage_is_none(usage))
        key_lines_set(composer, &flow, &request);
    return flow;
}

/* What is left to say in a half of a side. */
static struct usage left_of(const struct page_foot *foot, const struct halves *shown, int half, bool further) {
    struct usage usage = shown->usage[half];
    usage_keep(&usage, &foot->used.usage[half]);
    usage_take_out(&usage, &foot->explained[further]);
    usage_take_out(&usage, &shown->explained);
    return usage;
}

/* For a side that shows all of the page, and what explains letters there. */
static double room_of(struct composer *composer, const struct page_foot *foot, const struct halves *shown,
                      bool further) {
    double room = 0;
    for (int half = 0; half < KEY_HALVES; half++) {
        const struct usage usage = left_of(foot, shown, half, further);
        const struct flow flow = half_flow(composer, foot, &usage, NULL);
        room = fmax(room, flow_height(&flow));
    }
    return room;
}

/* What any side of several may show, where a RAG key may stand on another one. */
static struct halves shown_by_any(const struct composer *composer, const struct page_foot *foot,
                                  const struct region *regions) {
    struct halves shown = foot->used, repeated = {0};
    if (regions != NULL && regions->repeat)
        add_region(&repeated, composer, regions, foot->width_pt);
    shown.explained = repeated.explained;
    return shown;
}

void key_foot_run_over(struct composer *composer, struct page_foot *foot, const struct region *regions) {
    const struct halves shown = shown_by_any(composer, foot, regions);
    foot->room_pt[0] = room_of(composer, foot, &shown, false);
}

struct page_foot key_foot(struct composer *composer, const struct region *regions, double width_pt) {
    const struct page_spec *spec = composer->page->spec;
    struct page_foot foot = {.width_pt = width_pt};
    for (const struct region *region = regions; region != NULL; region = region->next)
        add_region(&foot.used, composer, region, width_pt);
    for (int half = 0; half < KEY_HALVES; half++)
        key_lines_leave_out(composer, &foot.used.usage[half]);
    foot.explained[0] = explained_in(spec->body, &foot.used);
    foot.explained[1] = explained_in(key_place_repeated(spec->body), &foot.used);
    foot.said = foot.explained[0];
    if (key_place_goes_on(spec->body) && composer->known != NULL) {
        const struct page_usage page = usage_of_page(composer);
        usage_keep(&foot.said, &page.first_side);
    }
    const struct halves on_any = shown_by_any(composer, &foot, regions);
    composer_go_on(composer, spec->pos, NULL);
    foot.room_pt[0] = room_of(composer, &foot, &foot.used, false);
    foot.room_pt[1] = room_of(composer, &foot, &on_any, true);
    return foot;
}

struct piece *key_foot_piece(struct composer *composer, struct page_foot *foot, const struct halves *shown,
                             bool further) {
    struct usage usage[KEY_HALVES] = {left_of(foot, shown, 0, further), left_of(foot, shown, 1, further)},
                 new = usage[0];
    struct flow whole = {.width_pt = foot->width_pt}, flows[KEY_HALVES];
    usage_add(&new, &usage[1]);
    usage_add(&foot->said, &shown->explained);
    if (usage_is_none(&new))
        return NULL;
    usage_take_out(&new, &foot->said);
    bool tagged = !usage_is_none(&new);
    if (tagged)
        composer_open(composer, ROLE_BLOCK, "key");
    struct element *list = tagged ? document_add_element(composer->document, composer->page->section, ROLE_LIST) : NULL;
    for (int half = 0; half < KEY_HALVES; half++) {
        flows[half] = half_flow(composer, foot, &usage[half], list);
        usage_add(&foot->said, &usage[half]);
    }
    if (tagged)
        composer_close(composer);
    struct piece *piece = flow_add(composer, &whole, fmax(flow_height(&flows[0]), flow_height(&flows[1])));
    for (int half = 0; half < KEY_HALVES; half++) {
        double x = half == 0 ? 0 : foot->width_pt - flows[1].width_pt, y = 0;
        for (const struct piece *line = flows[half].first; line != NULL; y += line->height_pt, line = line->next)
            piece_adopt(composer, piece, line, x, y);
    }
    return piece;
}
