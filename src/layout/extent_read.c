#include "extent_read.h"

#include "vocabulary_words.h"

enum { LEAST_PERIODS = 2 };

/* Not before the first period that data are of. */
static int periods_there(const struct layout_reader *reader, int usual) {
    const struct layout *layout = reader->layout;
    int first = catalogue_first_period(layout->catalogue);
    int there = first == PERIOD_NONE || layout->period == PERIOD_NONE ? usual : layout->period - first + 1;
    return there < LEAST_PERIODS ? LEAST_PERIODS : there < usual ? there : usual;
}

/* Whole years are as few as have figures; where data begin within the last of them, so many periods as there are. */
static struct extent years_there(const struct layout_reader *reader, struct extent usual) {
    struct calendar calendar = reader->layout->catalogue->calendar;
    int first = catalogue_first_period(reader->layout->catalogue), last = reader->layout->period;
    if (first == PERIOD_NONE || last == PERIOD_NONE || first > last)
        return usual;
    int years = calendar_year(calendar, last) - calendar_year(calendar, first) + 1;
    if (years == 1 && first > calendar_year_first(calendar, calendar_year(calendar, last)))
        return (struct extent){.periods = periods_there(reader, last - first + 1)};
    return (struct extent){.years = years < usual.years ? years : usual.years};
}

struct extent extent_usual(const struct layout_reader *reader, bool by_due, const struct extent usual[GRAIN_COUNT]) {
    struct extent extent = usual[by_due ? GRAIN_YEAR : reader->layout->catalogue->calendar.grain];
    if (extent.years > 0 && !by_due)
        extent = years_there(reader, extent);
    else if (!by_due)
        extent.periods = periods_there(reader, extent.periods);
    extent.by_due = by_due;
    return extent;
}

struct extent extent_read(struct layout_reader *reader, const struct xml_element *element,
                          const struct extent usual[GRAIN_COUNT]) {
    struct extent extent = {.periods = xml_whole(element, "periods", 0), .years = xml_whole(element, "years", 0)};
    bool by_due = xml_word(element, "by", extent_words, EXTENT_BY_COUNT, EXTENT_BY_PERIOD) == EXTENT_BY_DUE;
    extent.by_due = by_due;
    if (extent.periods > 0 && extent.years > 0)
        diag_error(reader->diag, xml_pos(element, "years"),
                   "years has no place here: periods says how far back it goes; take one away");
    return extent.periods > 0 || extent.years > 0 ? extent : extent_usual(reader, by_due, usual);
}
