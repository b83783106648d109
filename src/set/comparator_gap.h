#ifndef SET_COMPARATOR_GAP_H
#define SET_COMPARATOR_GAP_H

#include "comparator.h"
#include "composer.h"
#include "figure.h"

/* How far a figure of the pack's own organisation is from that of a comparator, as the two are printed. */
struct comparator_gap {
    bool known; /* both have a figure in that period */
    struct figure_change change;
    int sense; /* above zero where one's own is better, below it where it is worse; 0 where no words say either */
};

/* The figure is that of the period alone. Nothing is known where `against` is NULL. */
struct comparator_gap comparator_gap_of(const struct composer *composer, const struct indicator *indicator,
                                        const struct comparator *against, int period);

/* What is said of one that is known: `level`, or of the eight words behind it that figure_text_way tells apart one. */
enum word comparator_gap_word(const struct indicator *indicator, struct comparator_gap gap, enum word level);

#endif
