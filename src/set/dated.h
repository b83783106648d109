#ifndef SET_DATED_H
#define SET_DATED_H

#include "composer.h"
#include "extent.h"

/* An author's text with the pack's dates filled in: {period}, of earlier files {month}, {previous-period}, {quarter},
 * {year}, {date} of the data, {created}. Where it begins with one it begins with a capital. */
extern const char dated_places[]; /* these and the numbers of pages, in words */
const char *dated_words(const struct composer *composer, const char *text);

/* The same with title, subtitle, subject and footer of a pack, so that all that speak of it have them. */
void dated_pack(struct arena *arena, struct layout *layout);

/* `31 July 2018` for an ISO date; NULL stays NULL. */
const char *dated_date(const struct composer *composer, const char *iso);

/* The word of a list for the grain of the pack. */
enum word dated_word(const struct composer *composer, enum per_grain list);

/* A text of such a list with the value `period`, a period of the pack: `in the week ending 8 July 2018`. */
const char *dated_phrase(const struct composer *composer, enum per_grain list, int period);

/* A period of the pack in words, as model/words.h has them: `July 2018`, `Jul-18`, `Jul`; and as a line begins:
 * `Week ending 8 July 2018`. */
const char *dated_long(const struct composer *composer, int period);
const char *dated_title(const struct composer *composer, int period);
const char *dated_short(const struct composer *composer, int period);
const char *dated_label(const struct composer *composer, int period);

/* What letters over so many periods up to the pack's are headed by: `RAG, Aug-17 to Jul-18`. */
const char *dated_letters(const struct composer *composer, int periods);

/* What small lines from a period up to the pack's are headed by, which have no axis: `Trend, Apr-17 to Jul-18`. */
const char *dated_trend(const struct composer *composer, enum word trend, int first);

/* The year that a period of the pack lies in: `2018/19`; and the one from January on in which it ends: `2018`. */
const char *dated_year(const struct composer *composer, int period);
const char *dated_calendar_year(const struct composer *composer, int period);

/* The first period of so many years, that of the pack's period the last. */
int dated_first(const struct composer *composer, int years);

/* The first period of what goes so far back. */
int dated_extent_first(const struct composer *composer, struct extent extent);

#endif
