#include "cell_run.h"

const char *const bring_up_words[BRING_UP_COUNT] = {
    [BRING_UP_SUM] = "sum",         [BRING_UP_LAST] = "last",       [BRING_UP_MEAN] = "mean",
    [BRING_UP_MAXIMUM] = "maximum", [BRING_UP_MINIMUM] = "minimum",
};

static struct cell_run run_of(struct arena *arena, struct calendar calendar, int first, int last) {
    int count = last - first + 1;
    return (struct cell_run){calendar, first, count, arena_new_array(arena, (size_t)count + 1, struct cell)};
}

/* A period of the run, or one beside it, which is missing. */
static struct cell cell_in(const struct cell_run *run, int period) {
    if (period < run->first)
        return (struct cell){.status = STATUS_MISSING, .pos = run->cells[0].pos};
    if (period >= run->first + run->count)
        return (struct cell){.status = STATUS_MISSING, .pos = run->cells[run->count - 1].pos};
    return run->cells[period - run->first];
}

struct cell_run cell_run_spread(struct arena *arena, const struct cell_run *run, struct calendar finer) {
    if (run->count == 0)
        return (struct cell_run){.calendar = finer};
    int end = run->first + run->count - 1;
    struct cell_run spread = run_of(arena, finer, calendar_first_in(run->calendar, run->first, finer),
                                    calendar_last_in(run->calendar, end, finer));
    struct cell *cell = spread.cells;
    for (int i = 0; i < run->count; i++) {
        int last = calendar_last_in(run->calendar, run->first + i, finer);
        for (; cell < spread.cells + (last - spread.first); cell++)
            *cell = (struct cell){.status = STATUS_NOT_DUE, .pos = run->cells[i].pos};
        *cell++ = run->cells[i];
    }
    return spread;
}

/* What the cells of one period come to while they are looked at. */
struct tally {
    struct cell result; /* the sum, or the extreme, with the worst status of those that count */
    int present, left_out, suppressed, in_words;
    enum status absent; /* the worst of those that are not there */
};

static void put_number(struct tally *tally, const struct cell *cell, enum bring_up how) {
    struct fraction *number = &tally->result.number;
    int order = tally->present == 0 ? 0 : fraction_compare(cell->number, *number);
    bool extreme = (how == BRING_UP_MAXIMUM && order > 0) || (how == BRING_UP_MINIMUM && order < 0);
    if (tally->present == 0 || extreme)
        *number = cell->number;
    else if (how == BRING_UP_SUM || how == BRING_UP_MEAN)
        *number = fraction_add(*number, cell->number);
    tally->present++;
    tally->result.status = status_worse(tally->result.status, cell->status);
}

static void put_cell(struct tally *tally, const struct cell *cell, enum bring_up how) {
    if (tally->result.note == NULL)
        tally->result.note = cell->note;
    if (!status_is_absent(cell->status)) {
        put_number(tally, cell, how);
        return;
    }
    tally->left_out += cell->status == STATUS_NOT_APPLICABLE || cell->status == STATUS_NOT_DUE;
    tally->in_words += cell->status == STATUS_IN_WORDS;
    tally->suppressed += cell->status == STATUS_SUPPRESSED;
    tally->absent = status_worse(tally->absent, cell->status);
}

/* Of `inside` cells. A missing one makes a sum that would look whole; a suppressed one could be worked out of it. */
static struct cell settle(struct tally *tally, int inside, enum bring_up how) {
    struct cell cell = tally->result;
    bool gaps = how == BRING_UP_SUM && tally->present + tally->left_out < inside;
    if (tally->present == 0 || tally->suppressed > 0 || tally->in_words > 0 || gaps) {
        bool all_left_out = tally->left_out == inside;
        cell.status = tally->suppressed > 0 ? STATUS_SUPPRESSED : all_left_out ? tally->absent : STATUS_MISSING;
        cell.number = fraction_none();
        return cell;
    }
    if (how == BRING_UP_MEAN)
        cell.number = fraction_divide(cell.number, fraction_make(tally->present, 1));
    if (!fraction_present(cell.number))
        cell.status = STATUS_MISSING;
    return cell;
}

static struct cell brought_up(const struct cell_run *run, int first, int last, enum bring_up how) {
    struct tally tally = {.result.pos = cell_in(run, last).pos};
    if (how == BRING_UP_LAST)
        return cell_in(run, last);
    for (int period = first; period <= last; period++) {
        struct cell cell = cell_in(run, period);
        put_cell(&tally, &cell, how);
    }
    return settle(&tally, last - first + 1, how);
}

struct cell_run cell_run_bring_up(struct arena *arena, const struct cell_run *run, struct calendar coarser,
                                  enum bring_up how) {
    if (run->count == 0)
        return (struct cell_run){.calendar = coarser};
    int end = run->first + run->count - 1;
    struct cell_run up = run_of(arena, coarser, calendar_convert(run->calendar, run->first, coarser),
                                calendar_convert(run->calendar, end, coarser));
    for (int i = 0; i < up.count; i++)
        up.cells[i] = brought_up(run, calendar_first_in(coarser, up.first + i, run->calendar),
                                 calendar_last_in(coarser, up.first + i, run->calendar), how);
    return up;
}
