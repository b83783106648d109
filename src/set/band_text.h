#ifndef SET_BAND_TEXT_H
#define SET_BAND_TEXT_H

#include "composer.h"

/* How the ranges of a colour are written: in words (`26% to under 30%`), by signs (`26 to < 30`), or as the printed key
 * of the catalogue has them (`A=26%-29%`). */
enum band_writing { BAND_IN_WORDS, BAND_BY_SIGNS, BAND_AS_PRINTED };

/* All ranges that a rule has of a colour, joined by "or"; of one whose range is still to be set the printed words. NULL
 * where it has none. */
const char *band_text(struct composer *composer, const struct indicator *indicator, const struct band_rule *rule,
                      enum band_colour colour, enum band_writing writing);

/* What the figures of a period should lie in, by signs, `16 to 22`: the range of green, of an indicator that has no
 * single figure to reach. NULL where it has one, or no range. */
const char *band_text_aim(struct composer *composer, const struct indicator *indicator, int period);

/* An end of a range as it is written in words, `26%`. */
const char *band_text_end(struct composer *composer, const struct indicator *indicator, struct fraction end);

/* A target of a period as it is printed, with the sign of the side on which it is met, `≥ 85`: as the green band says
 * that begins or ends there, else by what is better; bare where neither tells it. NULL for NULL. */
const char *band_text_target(struct composer *composer, const struct indicator *indicator, int period,
                             struct fraction target, const char *figure);

#endif
