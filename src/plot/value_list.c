#include "value_list.h"

void value_list_add(struct arena *arena, struct value_list *list, struct value value, bool there) {
    arena_append(arena, list->items, list->count, list->capacity) = value;
    arena_append(arena, list->there, list->there_count, list->there_capacity) = there;
}

enum {
    FEW = 2,  /* figures that can share being the highest, or the lowest, and say so */
    SHORT = 4 /* a list of so many leaves none bare that can have its figure */
};

typedef bool value_placer(struct callout_maker *maker, const struct value *value);

static bool place_all(struct callout_maker *maker, const struct value_list *lists, size_t count, value_placer *place) {
    size_t labels = maker->list.count, taken = maker->field.label_count;
    bool placed = true;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i].count && placed; k++)
            placed = !lists[i].sparse && (lists[i].there[k] || place(maker, &lists[i].items[k]));
    if (!placed) {
        maker->list.count = labels;
        maker->field.label_count = taken;
    }
    return placed;
}

/* True where a figure stands at its mark already, so that those inside would not be in the same place. */
static bool any_outside(const struct callout_maker *maker, const struct value_list *lists, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i].count; k++)
            if (lists[i].there[k] && !value_stands_inside(maker, &lists[i].items[k]))
                return true;
    return false;
}

static size_t alike(const struct value_list *list, double value) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].value == value;
    return count;
}

static void place_one(struct callout_maker *maker, const struct value_list *list, size_t item, value_placer *place) {
    if (!list->there[item])
        list->there[item] = place(maker, &list->items[item]);
}

static bool is_beyond(const struct value *value) {
    return value->beyond;
}

static bool is_at_target(const struct value *value) {
    return value->at_target;
}

/* Those that are so, where they are few. */
static void place_such(struct callout_maker *maker, const struct value_list *list, bool (*is)(const struct value *)) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += is(&list->items[i]);
    for (size_t i = 0; i < list->count && count <= SHORT; i++)
        if (is(&list->items[i]))
            place_one(maker, list, i, value_place_outside);
}

/* At a target, and without room: another one there would be read as the highest or the lowest. */
static bool is_lost(const struct value_list *list, size_t extreme) {
    return list->items[extreme].at_target && !list->there[extreme];
}

/* What stands on no column must say that it is a figure: each zero has its own. */
static void place_few(struct callout_maker *maker, const struct value_list *list) {
    size_t highest = 0, lowest = 0, last = list->count - 1;
    if (list->count == 0)
        return;
    for (size_t i = 1; i < list->count; i++) {
        highest = list->items[i].value > list->items[highest].value ? i : highest;
        lowest = list->items[i].value < list->items[lowest].value ? i : lowest;
    }
    place_such(maker, list, is_beyond); /* what a control chart is read for */
    if (list->last_told)
        place_one(maker, list, last, value_place_on_paper);
    const double extremes[] = {list->items[highest].value, list->items[lowest].value};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < list->count && alike(list, extremes[i]) <= FEW; k++)
            if (list->items[k].value == extremes[i])
                place_one(maker, list, k, value_place_at_mark);
    place_one(maker, list, 0, value_place_at_mark);
    place_one(maker, list, last, value_place_at_mark);
    if (!is_lost(list, highest) && !is_lost(list, lowest))
        place_such(maker, list, is_at_target);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].value == 0 || list->count <= SHORT)
            place_one(maker, list, i, value_place);
}

void value_lists_place(struct callout_maker *maker, const struct value_list *lists, size_t count) {
    if (place_all(maker, lists, count, value_place_outside) ||
        (!any_outside(maker, lists, count) && place_all(maker, lists, count, value_place_inside)))
        return;
    for (size_t i = 0; i < count; i++)
        place_few(maker, &lists[i]);
}
