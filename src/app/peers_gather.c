#include "peers_gather.h"

#include "compute.h"

enum { NAMED_MAX = 5 };

/* What is shared while the figures are gathered. */
struct gathering {
    struct arena *arena;
    struct diag *diag;
    const struct layout *layout;
    const struct read_options *options;
    struct peers *peers;
    size_t left_out;
};

/* A field of the period, or of the year to date where the indicator reports that. */
static const struct figure *reported(const struct figure_table *table, enum field field, int period) {
    return figure_at(table, field_reported(table->indicator, field), period);
}

/* Numbers of a figure that there is; else why there is none, but of one that is withheld. */
static struct peer_figure peer_figure_of(const struct gathering *gathering, const struct figure_table *table,
                                         int period) {
    const struct figure *value = reported(table, FIELD_VALUE, period);
    const char *note = value->status == STATUS_SUPPRESSED ? NULL : indicator_absence_note(table->indicator, period);
    if (status_is_absent(value->status))
        return (struct peer_figure){.status = value->status,
                                    .note = note == NULL ? NULL : arena_strdup(gathering->arena, note)};
    return (struct peer_figure){.value = value->value,
                                .numerator = reported(table, FIELD_NUMERATOR, period)->value,
                                .denominator = reported(table, FIELD_DENOMINATOR, period)->value,
                                .status = value->status};
}

static void keep_figures(struct gathering *gathering, struct arena *scratch, const struct catalogue *catalogue,
                         size_t organisation) {
    int last = catalogue_last_period(catalogue), first, count;
    figures_periods(catalogue, last, &first, &count);
    if (count == 0)
        return;
    struct figure_table table = figure_table_make(scratch, catalogue, first, count);
    peers_reach(gathering->arena, gathering->peers, table.first, last - table.first + 1);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        table.indicator = catalogue->indicators[i];
        figures_compute_table(&table, catalogue, last);
        for (int period = table.first; period <= last; period++)
            peers_put(gathering->arena, gathering->peers, organisation, i, period,
                      peer_figure_of(gathering, &table, period));
    }
}

static struct source_pos lasting(struct arena *arena, struct source_pos pos) {
    pos.file = arena_strdup(arena, pos.file);
    pos.sheet = arena_strdup(arena, pos.sheet);
    return pos;
}

/* Tells, at the place of the first mistake, who is left out for it. */
static void leave_out(struct gathering *gathering, const struct organisation *organisation, const struct diag *found) {
    const struct diag_message *first = diag_first_failure(found);
    size_t others = found->errors + found->system - 1;
    if (gathering->left_out++ >= NAMED_MAX)
        return;
    const char *more = others == 0 ? "" : arena_printf(gathering->arena, "; and %zu more", others);
    diag_warning(gathering->diag, lasting(gathering->arena, first->pos), "%s (%s) is left out of all comparisons: %s%s",
                 organisation->name, organisation->code, first->text, more);
}

/* An indicator is known by its number, in the catalogues of all. */
static void check_indicators(const struct gathering *gathering, const struct catalogue *catalogue, struct diag *diag) {
    const struct catalogue *own = gathering->layout->catalogue;
    if (catalogue->indicator_count != own->indicator_count)
        diag_error(diag, catalogue->pos, "its catalogue has %zu indicators, and that of %s has %zu",
                   catalogue->indicator_count, own->own->name, own->indicator_count);
}

/* The organisation with the words that its own pack has. */
static struct organisation with_words(const struct gathering *gathering, const struct organisation *listed) {
    const struct organisation *own = gathering->options->organisation;
    const struct organisation *other = own == NULL ? NULL : organisations_find(own->list, listed->code);
    struct organisation organisation = other == NULL ? *listed : *other;
    organisation.listed = other == NULL || other->list == listed->list ? NULL : listed;
    return organisation;
}

static void gather_one(struct gathering *gathering, size_t number) {
    struct arena *scratch = arena_create();
    struct diag diag;
    diag_init(&diag, scratch);
    struct organisation organisation = with_words(gathering, &gathering->peers->organisations->items[number]);
    struct read_options options = *gathering->options;
    options.organisation = &organisation;
    const struct catalogue *catalogue = layout_read_catalogue(scratch, gathering->layout, &options, &diag);
    if (catalogue != NULL)
        check_indicators(gathering, catalogue, &diag);
    if (diag_failed(&diag))
        leave_out(gathering, &organisation, &diag);
    else
        keep_figures(gathering, scratch, catalogue, number);
    arena_destroy(scratch);
}

struct peers *peers_gather(struct arena *arena, const struct layout *layout, const struct read_options *options,
                           struct diag *diag) {
    const struct organisations *list = layout->catalogue->organisations;
    struct gathering gathering = {
        arena, diag, layout, options, peers_create(arena, list, layout->catalogue->indicator_count), 0};
    for (size_t i = 0; i < list->count; i++)
        gather_one(&gathering, i);
    if (gathering.left_out > NAMED_MAX)
        diag_warning(diag, list->pos, "%zu more organisations are left out of all comparisons for errors in their data",
                     gathering.left_out - NAMED_MAX);
    return gathering.peers;
}
