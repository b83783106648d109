#include "gather.h"

#include <limits.h>
#include <string.h>

#include "table.h"

enum { CELLS_MAX = 4000000 };

struct gathered {
    struct gathered_series *of;
    int period;
    struct cell cell;
};

struct gathered_series *gather_series(struct gather *gather, const char *id, struct source_pos pos,
                                      enum bring_up bring_up) {
    struct gathered_series *series = index_find(&gather->series_by_id, id);
    if (series != NULL)
        return series;
    series = arena_new(gather->arena, struct gathered_series);
    *series = (struct gathered_series){
        .id = arena_strdup(gather->arena, id), .pos = pos, .bring_up = bring_up, .first = INT_MAX, .last = INT_MIN};
    for (const char *const *name = gather->letters; name != NULL && *name != NULL; name++)
        series->letters |= strcmp(*name, id) == 0;
    arena_append(gather->arena, gather->series, gather->series_count, gather->series_capacity) = series;
    index_add(gather->arena, &gather->series_by_id, series->id, series);
    return series;
}

void gather_add(struct gather *gather, struct gathered_series *series, int period, struct cell cell) {
    series->first = period < series->first ? period : series->first;
    series->last = period > series->last ? period : series->last;
    arena_append(gather->arena, gather->cells, gather->cell_count, gather->cell_capacity) =
        (struct gathered){series, period, cell};
}

static struct cell *missing_cells(struct arena *arena, size_t count, struct source_pos pos) {
    struct cell *cells = arena_new_array(arena, count, struct cell);
    for (size_t i = 0; i < count; i++)
        cells[i] = (struct cell){.status = STATUS_MISSING, .pos = pos};
    return cells;
}

/* Gives series room for all of their periods. */
static void make_runs(struct gather *gather) {
    struct calendar calendar = gather->calendar;
    int most = SERIES_YEARS_MAX * calendar_periods_a_year(calendar);
    size_t room = CELLS_MAX;
    for (size_t i = 0; i < gather->series_count; i++) {
        struct gathered_series *of = gather->series[i];
        long long count = (long long)of->last - of->first + 1;
        if (count > 0 && count <= most && (size_t)count <= room) {
            of->run = (struct cell_run){calendar, of->first, (int)count,
                                        missing_cells(gather->arena, (size_t)count, of->pos)};
            of->given = arena_new_array(gather->arena, (size_t)count, bool);
            room -= (size_t)count;
        } else if (count > 0)
            diag_error(gather->diag, of->pos, "%s: the %s reach from %s to %s; at most %d are read, %d in a source",
                       of->id, calendar_nouns(calendar), calendar_iso(gather->arena, calendar, of->first),
                       calendar_iso(gather->arena, calendar, of->last), most, CELLS_MAX);
    }
}

static void fill_runs(struct gather *gather, gather_meets *meets, void *context) {
    size_t before = gather->diag->errors;
    for (size_t i = 0; i < gather->cell_count && gather->diag->errors - before < READ_ERRORS_MAX; i++) {
        const struct gathered *gathered = &gather->cells[i];
        const struct gathered_series *of = gathered->of;
        int at = gathered->period - of->first;
        if (of->given == NULL)
            continue;
        if (of->given[at])
            meets(gather,
                  &(struct gather_meeting){.id = of->id,
                                           .calendar = gather->calendar,
                                           .period = gathered->period,
                                           .there = &of->run.cells[at],
                                           .cell = &gathered->cell},
                  context);
        else
            of->run.cells[at] = gathered->cell;
        of->given[at] = true;
    }
}

/* A cell that is empty and says no reason may be filled in. */
static bool says_something(const struct cell *cell) {
    return (cell->status != STATUS_MISSING && cell->status != STATUS_NOT_DUE) || cell->note != NULL;
}

/* Cells of another grain in the periods of the catalogue; those that say nothing are not given. */
static void convert(struct gather *gather, struct gathered_series *of) {
    struct calendar calendar = gather->catalogue->calendar;
    if (calendar.grain == gather->calendar.grain)
        return;
    of->run = calendar_holds(calendar, gather->calendar)
                  ? cell_run_bring_up(gather->arena, &of->run, calendar, of->bring_up)
                  : cell_run_spread(gather->arena, &of->run, calendar);
    of->given = arena_new_array(gather->arena, (size_t)of->run.count + 1, bool);
    for (int i = 0; i < of->run.count; i++)
        of->given[i] = says_something(&of->run.cells[i]);
}

/* Whether cells are spread over the periods of the catalogue, so that there are some in which none is due. */
static bool is_spread(const struct gather *gather) {
    return gather->calendar.grain != gather->catalogue->calendar.grain &&
           calendar_holds(gather->calendar, gather->catalogue->calendar);
}

static void add_series(struct gather *gather, const struct gathered_series *of) {
    struct series *series = arena_new(gather->arena, struct series);
    *series = (struct series){.id = of->id,
                              .pos = of->pos,
                              .sparse = gather->sparse,
                              .nothing = of->run.count == 0 ? gather->nothing : NULL,
                              .first = of->run.first,
                              .count = of->run.count,
                              .cells = of->run.cells};
    if (is_spread(gather)) {
        series->calendar = gather->catalogue->calendar;
        series->due = gather->calendar;
    }
    catalogue_add_series(gather->arena, gather->catalogue, series);
}

/* False, reported, where a series that is there is due in other periods than these cells. */
static bool check_due(struct gather *gather, const struct gathered_series *of, const struct series *series) {
    struct calendar due = series_due(series, gather->catalogue->calendar);
    struct calendar now = is_spread(gather) ? gather->calendar : gather->catalogue->calendar;
    if (gather->over || due.grain == now.grain)
        return true;
    diag_error(gather->diag, of->pos, "%s is by %s in %s, %s, and by %s here; a series has one grain", of->id,
               calendar_noun(due), series->pos.file, diag_line_words(gather->arena, series->pos), calendar_noun(now));
    return false;
}

/* Gives a series that is there room for the periods of a run. */
static void stretch_series(struct gather *gather, struct series *series, const struct cell_run *run) {
    int first = run->first, last = run->first + run->count - 1;
    if (series->count > 0) {
        first = series->first < first ? series->first : first;
        last = series->first + series->count - 1 > last ? series->first + series->count - 1 : last;
    }
    struct cell *cells = arena_new_array(gather->arena, (size_t)(last - first + 1), struct cell);
    for (int i = first; i <= last; i++)
        cells[i - first] = series_cell(series, i);
    series->cells = cells;
    series->first = first;
    series->count = last - first + 1;
}

static void add_to_series(struct gather *gather, const struct gathered_series *of, struct series *series,
                          gather_meets *meets, void *context) {
    stretch_series(gather, series, &of->run);
    for (int i = 0; i < of->run.count; i++) {
        int period = of->run.first + i;
        struct cell *there = &series->cells[period - series->first];
        if (of->given[i] && says_something(there))
            meets(gather,
                  &(struct gather_meeting){.id = of->id,
                                           .calendar = gather->catalogue->calendar,
                                           .period = period,
                                           .there = there,
                                           .cell = &of->run.cells[i],
                                           .before = true},
                  context);
        else if (of->given[i])
            *there = of->run.cells[i];
    }
}

void gather_finish(struct gather *gather, gather_meets *meets, void *context) {
    make_runs(gather);
    fill_runs(gather, meets, context);
    for (size_t i = 0; i < gather->series_count; i++) {
        struct gathered_series *of = gather->series[i];
        struct series *series = catalogue_series(gather->catalogue, of->id);
        bool empty = of->first > of->last;
        if (of->given == NULL && !empty)
            continue;
        if (!empty)
            convert(gather, of);
        if (series == NULL)
            add_series(gather, of);
        else if (!empty && check_due(gather, of, series))
            add_to_series(gather, of, series, meets, context);
    }
}
