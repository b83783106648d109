#include "finding.h"

#include <stdlib.h>
#include <string.h>

static int compare_cells(const struct published_cell *a, const struct published_cell *b) {
    if ((a->problem != NULL) != (b->problem != NULL))
        return a->problem != NULL ? 1 : -1;
    if (a->problem == NULL && a->indicator != b->indicator)
        return a->indicator->index < b->indicator->index ? -1 : 1;
    int order = strcmp(a->field_text, b->field_text);
    return order != 0 ? order : a->period - b->period;
}

static int by_place(const void *a, const void *b) {
    const struct audited *first = *(struct audited *const *)a, *second = *(struct audited *const *)b;
    int order = compare_cells(first->cell, second->cell);
    return order != 0 ? order : (first > second) - (first < second);
}

size_t findings_cells(const struct audit *audit, const struct indicator *indicator, enum field field, int period,
                      struct audited *const **first) {
    const struct published_cell wanted = {.indicator = indicator, .field_text = field_words[field], .period = period};
    size_t low = 0, high = audit->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_cells(audit->order[middle]->cell, &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *first = audit->order + low;
    while (high < audit->count && compare_cells(audit->order[high]->cell, &wanted) == 0)
        high++;
    return high - low;
}

void findings_order(struct arena *arena, struct audit *audit) {
    audit->order = arena_new_array(arena, audit->count, struct audited *);
    for (size_t i = 0; i < audit->count; i++)
        audit->order[i] = &audit->cells[i];
    if (audit->count > 1)
        qsort(audit->order, audit->count, sizeof(struct audited *), by_place);
}

static bool neighbours(const struct audited *a, const struct audited *b) {
    return a->cell->indicator == b->cell->indicator && strcmp(a->cell->field_text, b->cell->field_text) == 0;
}

static bool has_cause(const struct audited *audited, const struct cause *cause) {
    for (size_t i = 0; i < audited->cause_count; i++)
        if (cause_same(&audited->causes[i], cause))
            return true;
    return false;
}

/* Whether a cell has a cause of those that all of a finding share. */
static bool shares_cause(const struct finding *finding, const struct audited *audited) {
    const struct audited *first = finding->cells[0];
    for (size_t i = 0; i < first->cause_count; i++)
        if (has_cause(audited, &first->causes[i]))
            return true;
    return first->cause_count == 0 && audited->cause_count == 0;
}

static void keep_shared(struct audited *audited, const struct audited *other) {
    size_t kept = 0;
    for (size_t i = 0; i < audited->cause_count; i++)
        if (has_cause(other, &audited->causes[i]))
            audited->causes[kept++] = audited->causes[i];
    audited->cause_count = kept;
}

static void join(struct arena *arena, struct finding *finding, struct audited *audited) {
    arena_append(arena, finding->cells, finding->count, finding->capacity) = audited;
    for (size_t i = 0; i + 1 < finding->count; i++)
        keep_shared(finding->cells[i], audited);
    keep_shared(audited, finding->cells[0]);
}

void findings_make(struct arena *arena, struct audit *audit) {
    const struct audited *before = NULL;
    for (size_t i = 0; i < audit->count; i++) {
        struct audited *audited = audit->order[i];
        if (audited->verdict != VERDICT_DIFFERS) {
            before = NULL;
            continue;
        }
        struct finding *last = audit->finding_count > 0 ? &audit->findings[audit->finding_count - 1] : NULL;
        if (before != NULL && neighbours(before, audited) && shares_cause(last, audited))
            join(arena, last, audited);
        else {
            struct finding finding = {0};
            arena_append(arena, finding.cells, finding.count, finding.capacity) = audited;
            arena_append(arena, audit->findings, audit->finding_count, audit->finding_capacity) = finding;
        }
        before = audited;
    }
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *finding = &audit->findings[i];
        for (size_t c = 0; c < finding->count; c++)
            cause_rank(finding->cells[c]->causes, finding->cells[c]->cause_count, finding->cells[0]->cell->period,
                       false);
    }
}
