#include "peers.h"

#include <assert.h>
#include <string.h>

/* The figures of one organisation: figures[indicator * count + period - first]. */
struct peer_figures {
    int first, count; /* periods */
    struct peer_figure *figures;
};

struct peers *peers_create(struct arena *arena, const struct organisations *organisations, size_t indicator_count) {
    struct peers *peers = arena_new(arena, struct peers);
    peers->organisations = organisations;
    peers->of = arena_new_array(arena, organisations->count, struct peer_figures);
    peers->indicator_count = indicator_count;
    return peers;
}

void peers_open(struct arena *arena, struct peers *peers, size_t organisation, int first, int count) {
    struct peer_figures *of = &peers->of[organisation];
    size_t all = peers->indicator_count * (size_t)count;
    *of = (struct peer_figures){first, count, arena_new_array(arena, all, struct peer_figure)};
    for (size_t i = 0; i < all; i++)
        of->figures[i].status = STATUS_MISSING;
}

/* NULL outside the periods. */
static struct peer_figure *place_of(const struct peers *peers, size_t organisation, size_t indicator, int period) {
    const struct peer_figures *of = &peers->of[organisation];
    assert(indicator < peers->indicator_count);
    bool inside = period >= of->first && period - of->first < of->count;
    return inside ? &of->figures[indicator * (size_t)of->count + (size_t)(period - of->first)] : NULL;
}

void peers_put(struct peers *peers, size_t organisation, size_t indicator, int period, struct peer_figure figure) {
    *place_of(peers, organisation, indicator, period) = figure;
}

struct peer_figure peers_figure(const struct peers *peers, const struct indicator *indicator, size_t organisation,
                                int period) {
    const struct peer_figure *figure = place_of(peers, organisation, indicator->index, period);
    return figure == NULL ? (struct peer_figure){.status = STATUS_MISSING} : *figure;
}

int peers_own(const struct catalogue *catalogue) {
    const struct organisation *own = catalogue->own;
    if (catalogue->organisations == NULL || own == NULL)
        return PEERS_NONE;
    const struct organisation *listed = organisations_find(catalogue->organisations, own->code);
    return listed == NULL ? PEERS_NONE : (int)(listed - catalogue->organisations->items);
}

/* True where a code is one of those with blanks between. */
static bool is_listed(const char *codes, const char *code) {
    size_t length = strlen(code);
    for (codes += strspn(codes, " "); *codes != '\0'; codes += strspn(codes, " ")) {
        size_t word = strcspn(codes, " ");
        if (word == length && memcmp(codes, code, length) == 0)
            return true;
        codes += word;
    }
    return false;
}

bool peers_grouped(const struct peers *peers, struct peer_group group, size_t own, size_t other) {
    const struct organisation *items = peers->organisations->items;
    if (group.by == PEERS_ALL)
        return true;
    const char *text = items[own].texts[group.column];
    if (group.by == PEERS_LISTED)
        return is_listed(text, items[other].code);
    return text[0] != '\0' && strcmp(text, items[other].texts[group.column]) == 0;
}
