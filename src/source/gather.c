#include "gather.h"

#include "table.h"

enum { CELLS_MAX = 4000000 };

/* A series while its cells come in. */
struct gather_series {
    const char *id;
    int first, last;
    struct source_pos pos; /* of its first cell */
    bool *given;           /* of each period: a cell has come in */
    struct series *series; /* NULL where it is left out */
};

struct gathered {
    struct gather_series *of;
    int period;
    struct cell cell;
};

static struct gather_series *series_named(struct gather *gather, const char *id, int period, struct source_pos pos) {
    struct gather_series *series = index_find(&gather->series_by_id, id);
    if (series != NULL)
        return series;
    series = arena_new(gather->arena, struct gather_series);
    *series = (struct gather_series){.id = id, .first = period, .last = period, .pos = pos};
    series->series = catalogue_series(gather->catalogue, id);
    if (series->series != NULL && series->series->count > 0) {
        series->first = series->series->first;
        series->last = series->first + series->series->count - 1;
    }
    arena_append(gather->arena, gather->series, gather->series_count, gather->series_capacity) = series;
    index_add(gather->arena, &gather->series_by_id, id, series);
    return series;
}

void gather_add(struct gather *gather, const char *id, int period, struct cell cell) {
    struct gather_series *of = series_named(gather, id, period, cell.pos);
    of->first = period < of->first ? period : of->first;
    of->last = period > of->last ? period : of->last;
    arena_append(gather->arena, gather->cells, gather->cell_count, gather->cell_capacity) =
        (struct gathered){of, period, cell};
}

/* Gives a series room for all of its periods; those without a cell are missing. */
static void stretch_series(struct gather *gather, struct gather_series *of) {
    struct series *series = of->series;
    if (series == NULL) {
        series = of->series = arena_new(gather->arena, struct series);
        series->id = of->id;
        series->pos = of->pos;
        catalogue_add_series(gather->arena, gather->catalogue, series);
    }
    int count = of->last - of->first + 1;
    struct cell *cells = arena_new_array(gather->arena, (size_t)count, struct cell);
    of->given = arena_new_array(gather->arena, (size_t)count, bool);
    for (int i = 0; i < count; i++)
        cells[i] = series_cell(series, of->first + i);
    series->first = of->first;
    series->count = count;
    series->cells = cells;
}

static void lay_out(struct gather *gather) {
    struct calendar calendar = gather->catalogue->calendar;
    int most = SERIES_YEARS_MAX * calendar_periods_a_year(calendar);
    size_t room = CELLS_MAX;
    for (size_t i = 0; i < gather->series_count; i++) {
        struct gather_series *of = gather->series[i];
        int count = of->last - of->first + 1;
        if (count <= most && (size_t)count <= room) {
            room -= (size_t)count;
            stretch_series(gather, of);
            continue;
        }
        diag_error(gather->diag, of->pos, "%s: the %s reach from %s to %s; at most %d are read, %d in a file", of->id,
                   calendar_nouns(calendar), calendar_iso(gather->arena, calendar, of->first),
                   calendar_iso(gather->arena, calendar, of->last), most, CELLS_MAX);
        of->series = NULL;
    }
}

/* A cell of an earlier file that is empty and says no reason may be filled in by a later one. */
static bool says_something(const struct cell *cell) {
    return cell->status != STATUS_MISSING || cell->note != NULL;
}

void gather_finish(struct gather *gather, gather_meets *meets) {
    size_t before = gather->diag->errors;
    lay_out(gather);
    for (size_t i = 0; i < gather->cell_count && gather->diag->errors - before < READ_ERRORS_MAX; i++) {
        const struct gathered *gathered = &gather->cells[i];
        const struct gather_series *of = gathered->of;
        if (of->series == NULL)
            continue;
        int at = gathered->period - of->first;
        struct cell *there = &of->series->cells[at];
        if (of->given[at] || says_something(there))
            meets(gather, of->series, there, &gathered->cell);
        else
            *there = gathered->cell;
        of->given[at] = true;
    }
}
