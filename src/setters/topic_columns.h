#ifndef SETTERS_TOPIC_COLUMNS_H
#define SETTERS_TOPIC_COLUMNS_H

#include "figure_cell.h"
#include "topic_reasons.h"
#include "topic_table.h"

/* The columns of a topic table and what stands over them. */

/* A topic table while its grid is filled. */
struct topic {
    struct composer *composer;
    const struct topic_table *table;
    struct grid *grid;
    struct figure_cells cells;
    struct topic_reasons reasons;
};

/* The column of periods, then those of the measures. */
void topic_columns_add(struct topic *topic);

/* How many columns a measure takes: two where its counts stand beside it. */
size_t topic_measure_columns(const struct topic_measure *measure);
size_t topic_columns_of(const struct topic_table *table, size_t first, size_t count);

/* True of one that shows the figure itself, not another field or a comparator. */
bool topic_is_value(const struct topic_measure *measure);

/* The group that a measure stands in; NULL: none. */
const struct topic_group *topic_group_of(const struct topic_table *table, size_t measure);

/* What a measure is called. */
const char *topic_heading(const struct topic *topic, const struct topic_measure *measure);
/* The number over it; NULL: none, or its group has one. */
const char *topic_number(const struct topic_measure *measure, const struct topic_group *group);

#endif
