#include "value_list.h"

void value_list_add(struct arena *arena, struct value_list *list, struct value value, bool there) {
    arena_append(arena, list->items, list->count, list->capacity) = value;
    arena_append(arena, list->there, list->there_count, list->there_capacity) = there;
}

static bool place_all(struct callout_maker *maker, const struct value_list *lists, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i].count; k++)
            if (lists[i].sparse || (!lists[i].there[k] && !value_place(maker, &lists[i].items[k])))
                return false;
    return true;
}

/* What stands on no column must say that it is a figure: each zero has its own. */
static void place_few(struct callout_maker *maker, const struct value_list *list) {
    size_t highest = 0, lowest = 0;
    for (size_t i = 1; i < list->count; i++) {
        highest = list->items[i].value > list->items[highest].value ? i : highest;
        lowest = list->items[i].value < list->items[lowest].value ? i : lowest;
    }
    const size_t few[] = {highest, lowest, 0, list->count - 1};
    for (size_t i = 0; i < sizeof few / sizeof few[0] && list->count > 0; i++)
        if (!list->there[few[i]])
            list->there[few[i]] = value_place(maker, &list->items[few[i]]);
    for (size_t i = 0; i < list->count; i++)
        if (!list->there[i] && list->items[i].value == 0)
            value_place(maker, &list->items[i]);
}

void value_lists_place(struct callout_maker *maker, const struct value_list *lists, size_t count) {
    size_t labels = maker->list.count, taken = maker->field.label_count;
    if (place_all(maker, lists, count))
        return;
    maker->list.count = labels;
    maker->field.label_count = taken;
    for (size_t i = 0; i < count; i++)
        place_few(maker, &lists[i]);
}
