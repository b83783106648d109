#include "peers.h"

#include <assert.h>
#include <string.h>

static struct peer_figure *missing(struct arena *arena, size_t count) {
    struct peer_figure *figures = arena_new_array(arena, count, struct peer_figure);
    for (size_t i = 0; i < count; i++)
        figures[i].status = STATUS_MISSING;
    return figures;
}

struct peers *peers_create(struct arena *arena, const struct organisations *organisations, size_t indicator_count) {
    struct peers *peers = arena_new(arena, struct peers);
    peers->organisations = organisations;
    peers->indicator_count = indicator_count;
    peers->missing = missing(arena, organisations->count);
    return peers;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

void peers_reach(struct arena *arena, struct peers *peers, int first, int count) {
    const struct peers had = *peers;
    int begin = had.count > 0 ? least(had.first, first) : first;
    int end = had.count > 0 ? -least(-(had.first + had.count), -(first + count)) : first + count;
    if (end - begin == had.count)
        return;
    peers->first = begin;
    peers->count = end - begin;
    peers->rows = arena_new_array(arena, (size_t)peers->count * peers->indicator_count, struct peer_figure *);
    for (int i = 0; i < had.count; i++)
        memcpy(&peers->rows[(size_t)(had.first - begin + i) * peers->indicator_count],
               &had.rows[(size_t)i * peers->indicator_count], peers->indicator_count * sizeof(struct peer_figure *));
}

/* NULL outside the periods. */
static struct peer_figure **row_of(const struct peers *peers, size_t indicator, int period) {
    assert(indicator < peers->indicator_count);
    bool inside = period >= peers->first && period - peers->first < peers->count;
    return inside ? &peers->rows[(size_t)(period - peers->first) * peers->indicator_count + indicator] : NULL;
}

void peers_put(struct arena *arena, struct peers *peers, size_t organisation, size_t indicator, int period,
               struct peer_figure figure) {
    struct peer_figure **row = row_of(peers, indicator, period);
    if (*row == NULL && figure.status == STATUS_MISSING && figure.note == NULL)
        return;
    if (*row == NULL)
        *row = missing(arena, peers->organisations->count);
    (*row)[organisation] = figure;
}

const struct peer_figure *peers_figures(const struct peers *peers, const struct indicator *indicator, int period) {
    struct peer_figure **row = row_of(peers, indicator->index, period);
    return row == NULL || *row == NULL ? peers->missing : *row;
}

size_t peers_sharing(const struct peers *peers, const struct indicator *indicator, int period, size_t organisation) {
    const struct peer_figure *figures = peers_figures(peers, indicator, period), *own = &figures[organisation];
    size_t sharing = 0;
    for (size_t i = 0; i < peers->organisations->count && fraction_present(own->value); i++)
        sharing += i != organisation && fraction_present(figures[i].value) &&
                   fraction_compare(figures[i].value, own->value) == 0;
    return sharing;
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
