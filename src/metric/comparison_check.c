#include "comparison.h"

#include "peers.h"

/* What looks at one indicator share. */
struct look {
    const struct figure_table *table;
    const struct catalogue *catalogue;
    int period; /* the latest in which it was due */
    struct diag *diag;
};

static const char *iso(const struct look *look) {
    return calendar_iso(look->diag->arena, look->catalogue->calendar, look->period);
}

/* A rank among few says little; a comparison of fewer than half of all is not one of all. */
static void check_ranked(const struct look *look) {
    const struct indicator *indicator = look->table->indicator;
    const struct figure *ranked = figure_at(look->table, FIELD_RANKED, look->period);
    size_t all = look->catalogue->peers->organisations->count;
    if (status_is_absent(ranked->status) || 2 * (size_t)ranked->value.numerator >= all)
        return;
    diag_warning(look->diag, indicator->pos, "%s: %s of %zu organisations have a figure for %s", indicator->id,
                 fraction_plain(look->diag->arena, ranked->value, 0), all, iso(look));
}

static bool has_suppressed(const struct look *look) {
    const struct peers *peers = look->catalogue->peers;
    const struct peer_figure *figures = peers_figures(peers, look->table->indicator, look->period);
    for (size_t i = 0; i < peers->organisations->count; i++)
        if (figures[i].status == STATUS_SUPPRESSED)
            return true;
    return false;
}

/* What the catalogue has for a comparator that is computed is not shown, and held against what was computed: of years,
 * since these are what benchmarks are of. What is suppressed is in the one and not in the other. */
static void check_published(const struct look *look, const struct benchmark *benchmark) {
    const struct indicator *indicator = look->table->indicator;
    const struct comparator *comparator = catalogue_comparator(look->catalogue, benchmark->name);
    int year = calendar_year(look->catalogue->calendar, look->period);
    if (comparator == NULL || comparator->computed == COMPUTED_NOT || calendar_year_parse(benchmark->year) != year ||
        status_is_absent(benchmark->status) || has_suppressed(look))
        return;
    const struct figure *computed = figure_among(look->table, comparator, AMONG_BENCHMARK, look->period);
    struct fraction published = figure_rounded(indicator, FIELD_VALUE, benchmark->value);
    if (status_is_absent(computed->status) ||
        fraction_compare(figure_rounded(indicator, FIELD_VALUE, computed->value), published) == 0)
        return;
    diag_warning(look->diag, benchmark->pos, "%s: \"%s\" is published as %s for %s; the organisations make %s",
                 indicator->id, comparator->id, fraction_plain(look->diag->arena, benchmark->value, 9), benchmark->year,
                 figure_printed(look->diag->arena, indicator, FIELD_VALUE, computed));
}

void comparison_check(const struct figures *figures, int period, struct diag *diag) {
    const struct catalogue *catalogue = figures->catalogue;
    for (size_t i = 0; catalogue->peers != NULL && i < catalogue->indicator_count; i++) {
        const struct figure_table *table = &figures->tables[i];
        const struct look look = {table, catalogue, figure_due_period(table, FIELD_VALUE, period), diag};
        bool by_year = indicator_due(table->indicator, catalogue->calendar).grain == GRAIN_YEAR;
        check_ranked(&look);
        for (size_t b = 0; by_year && b < table->indicator->benchmark_count; b++)
            check_published(&look, &table->indicator->benchmarks[b]);
    }
}
