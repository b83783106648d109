#include "topic_columns.h"

#include "figure_text.h"
#include "text.h"

static void add_heading(struct topic *topic, const char *heading, size_t count, int level) {
    struct grid *grid = topic->grid;
    arena_append(topic->composer->arena, grid->groups, grid->group_count, grid->group_capacity) =
        (struct grid_group){.heading = heading, .first = grid->column_count, .count = count, .level = level};
}

static void add_column(struct topic *topic, const char *heading, const struct topic_measure *measure) {
    struct grid_column *column = grid_add_column(topic->composer, topic->grid);
    column->heading = heading;
    column->align = GRID_NUMBER;
    column->coloured = measure->coloured;
    column->pos = measure->pos;
}

/* Percentages have their sign in the cell, since counts stand beside them; rates are as the author calls them. */
static const char *indicator_heading(const struct topic *topic, const struct topic_measure *measure) {
    const struct indicator *indicator = measure->indicator;
    const struct unit_facts *unit = &unit_table[indicator->unit];
    if (measure->field.source == FROM_AMONG)
        return figure_text_compared(topic->composer, measure->field);
    const char *title = indicator->short_title != NULL ? indicator->short_title : indicator->title;
    if (field_name_kind(measure->field) != FIELD_IS_NUMBER || field_table[measure->field.field].plus)
        return arena_printf(topic->composer->arena, "%s: %s", title,
                            figure_text_heading(topic->composer, indicator, measure->field.field));
    bool apart =
        unit->percentage || unit->naming == UNIT_NAMED_BY_PER || !field_in_own_unit(indicator, measure->field.field);
    return apart ? title : figure_text_with_unit(topic->composer, title, indicator);
}

const char *topic_heading(const struct topic *topic, const struct topic_measure *measure) {
    if (measure->heading != NULL)
        return measure->heading;
    if (measure->series == NULL)
        return indicator_heading(topic, measure);
    return measure->series->title != NULL ? measure->series->title : measure->series->id;
}

size_t topic_measure_columns(const struct topic_measure *measure) {
    return measure->counts != TOPIC_COUNTS_NO ? 2 : 1;
}

const char *topic_number(const struct topic_measure *measure, const struct topic_group *group) {
    if (measure->number != NULL)
        return measure->number;
    bool shared = group != NULL && group->number != NULL;
    return shared || measure->indicator == NULL ? NULL : measure->indicator->reference;
}

/* What stands over a figure beside its counts. */
static const char *figure_heading(const struct topic *topic, const struct topic_measure *measure) {
    const struct indicator *indicator = measure->indicator;
    if (unit_table[indicator->unit].percentage)
        return "%";
    const char *unit = figure_text_unit_named(topic->composer, indicator);
    return unit[0] != '\0' ? text_capital(topic->composer->arena, unit)
                           : words_get(topic->composer->words, WORD_FIGURE);
}

/* The number over the name; counts and their figure share both. */
static void add_measure(struct topic *topic, const struct topic_measure *measure, const struct topic_group *group,
                        int level) {
    const char *number = topic_number(measure, group);
    size_t count = topic_measure_columns(measure);
    if (number != NULL)
        add_heading(topic, number, count, level++);
    if (count == 1) {
        add_column(topic, topic_heading(topic, measure), measure);
        return;
    }
    add_heading(topic, topic_heading(topic, measure), count, level);
    bool whole = measure->counts == TOPIC_COUNTS_YES;
    add_column(topic, words_get(topic->composer->words, whole ? WORD_PART_OF_WHOLE : WORD_UNIT_NUMBER), measure);
    topic->grid->columns[topic->grid->column_count - 1].coloured = false;
    add_column(topic, figure_heading(topic, measure), measure);
}

bool topic_is_value(const struct topic_measure *measure) {
    return measure->field.source == FROM_FIELD && measure->field.field == FIELD_VALUE;
}

size_t topic_columns_of(const struct topic_table *table, size_t first, size_t count) {
    size_t columns = 0;
    for (size_t m = first; m < first + count; m++)
        columns += topic_measure_columns(&table->measures[m]);
    return columns;
}

const struct topic_group *topic_group_of(const struct topic_table *table, size_t measure) {
    for (size_t g = 0; g < table->group_count; g++)
        if (measure >= table->groups[g].first && measure < table->groups[g].first + table->groups[g].count)
            return &table->groups[g];
    return NULL;
}

/* The headings that the measures of a group share, where it begins; gives how many levels they take. */
static int add_shared(struct topic *topic, const struct topic_group *group, bool begins) {
    const char *const shared[] = {group->number, group->heading};
    int level = 0;
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        if (shared[i] == NULL)
            continue;
        if (begins)
            add_heading(topic, shared[i], topic_columns_of(topic->table, group->first, group->count), level);
        level++;
    }
    return level;
}

void topic_columns_add(struct topic *topic) {
    const struct topic_table *table = topic->table;
    struct grid_column *period = grid_add_column(topic->composer, topic->grid);
    period->heading =
        table->period_heading != NULL ? table->period_heading : words_get(topic->composer->words, WORD_PERIOD);
    period->repeat = true;
    for (size_t m = 0; m < table->measure_count; m++) {
        const struct topic_group *group = topic_group_of(table, m);
        int level = group == NULL ? 0 : add_shared(topic, group, m == group->first);
        add_measure(topic, &table->measures[m], group, level);
    }
}
