#include "comparator_gap.h"

#include "figure_text.h"

struct comparator_gap comparator_gap_of(const struct composer *composer, const struct indicator *indicator,
                                        const struct comparator *against, int period) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    if (against == NULL)
        return (struct comparator_gap){.known = false};
    const struct figure other = figure_named(table, figure_name_of(against), period),
                        *value = figure_at(table, FIELD_VALUE, period);
    if (status_is_absent(other.status) || !fraction_present(other.value) || !fraction_present(value->value))
        return (struct comparator_gap){.known = false};
    struct figure_change change = figure_change_printed(indicator, FIELD_VALUE, other.value, value->value);
    return (struct comparator_gap){.known = true, .change = change, .sense = figure_text_sense(indicator, change.by)};
}

enum word comparator_gap_word(const struct indicator *indicator, struct comparator_gap gap, enum word level) {
    return fraction_sign(gap.change.by) == 0 ? level
                                             : figure_text_way(indicator, gap.change.by, (enum word)((int)level + 1));
}
