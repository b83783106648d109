#include "source_line.h"

#include <string.h>

#include "topic_table.h"
#include "trend_chart.h"

/* Sources while they are gathered. */
struct gathering {
    struct arena *arena;
    const struct catalogue *catalogue;
    const char **items;
    size_t count, capacity;
};

static void add(struct gathering *gathering, const struct indicator *indicator) {
    const char *source = indicator == NULL ? "" : catalogue_source(gathering->catalogue, indicator);
    for (size_t i = 0; i < gathering->count; i++)
        if (strcmp(gathering->items[i], source) == 0)
            return;
    if (*source != '\0')
        arena_append(gathering->arena, gathering->items, gathering->count, gathering->capacity) = source;
}

static void add_own(struct gathering *gathering, const struct block *block) {
    add(gathering, block->indicator);
    for (size_t i = 0; i < block->selection.count; i++)
        add(gathering, block->selection.indicators[i]);
    if (block->kind == BLOCK_TOPIC_TABLE)
        for (size_t i = 0; i < block_topic_table(block)->measure_count; i++)
            add(gathering, block_topic_table(block)->measures[i].indicator);
    if (block->kind == BLOCK_TREND_CHART)
        for (size_t i = 0; i < block_trend_chart(block)->line_count; i++)
            add(gathering, block_trend_chart(block)->lines[i].indicator);
}

static void add_all(struct gathering *gathering, const struct block *block) {
    if (block == NULL)
        return;
    add_own(gathering, block);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        add_all(gathering, child);
}

const char *source_line_make(struct arena *arena, const struct layout *layout, const struct indicator *indicator,
                             const struct block *block) {
    struct gathering gathering = {.arena = arena, .catalogue = layout->catalogue};
    add(&gathering, indicator);
    add_all(&gathering, block);
    const char *line = gathering.count > 0 ? gathering.items[0] : layout->catalogue->source;
    for (size_t i = 1; i < gathering.count; i++)
        line = arena_printf(arena, "%s; %s", line, gathering.items[i]);
    return line;
}
