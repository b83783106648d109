#ifndef MODEL_FUNNEL_H
#define MODEL_FUNNEL_H

#include "dispersion.h"
#include "indicator.h"

/*
 * Funnel limits: how far a place may lie from the average of all by chance, by its size.
 *
 * Numbers are for drawing and for words such as "above the 99.8% limit"; no printed figure comes of them. They have
 * square roots and are doubles.
 */

/* 95%: 1 in 40 beyond each limit. 99.8%: 1 in 1,000. */
enum funnel_width { FUNNEL_95, FUNNEL_998, FUNNEL_WIDTH_COUNT };

struct funnel_limits {
    double lower, upper; /* in the unit of the average; NAN for what is not a size or an average */
};

/*
 * A proportion by Wilson's score: never below 0 or above 1.
 *
 * average  the proportion of all, 0 to 1
 * size     the denominator of the place, above 0
 */
struct funnel_limits funnel_proportion(double average, double size, enum funnel_width width);

/*
 * A rate by Byar's approximation of the Poisson distribution: never below 0.
 *
 * average  the rate of all, per `per`
 * size     the population of the place, above 0
 */
struct funnel_limits funnel_rate(double average, double size, double per, enum funnel_width width);

/* By which of the two an indicator's figures are held against the average of all. */
struct funnel_rule {
    bool proportion;
    double average;               /* as the indicator's figures: 91.2 is 91.2% */
    double per;                   /* 100, 10000 */
    struct dispersion dispersion; /* how far places differ beyond chance; nothing between: limits are those of chance */
};

/* False where chance says nothing of the figures: of what is neither a share of a whole nor a rate on a population, or
 * whose counts are amounts. */
bool funnel_suits(const struct indicator *indicator);

/* The rule for an average. False of what it does not suit, and where the average is none, below zero or more than the
 * whole. */
bool funnel_rule_of(const struct indicator *indicator, struct fraction average, struct funnel_rule *rule);

/* How far a figure lies from the average, and how far chance moves one of that size: of a share as the arcsine of its
 * square root, of a rate as the square root of itself over the average. The average is above zero. */
struct dispersion_place funnel_distance(const struct funnel_rule *rule, double size, double value);

/* The limits for a size: Wilson's or Byar's; where places differ beyond chance, with the variance between them, on the
 * scale of their distance. As the indicator's figures; to nine decimals, so that 0% and 100% are whole and the same on
 * each machine. */
struct funnel_limits funnel_limits_of(const struct funnel_rule *rule, double size, enum funnel_width width);

/* Where a figure lies: beyond the limits of 95%, or far beyond, of 99.8%. On a limit is within it, and so is what is
 * printed like the limit, as a reader finds them in a table. */
enum funnel_place { FUNNEL_FAR_ABOVE, FUNNEL_ABOVE, FUNNEL_WITHIN, FUNNEL_BELOW, FUNNEL_FAR_BELOW, FUNNEL_PLACE_COUNT };
extern const char *const funnel_words[FUNNEL_PLACE_COUNT]; /* far-above above within below far-below */
enum funnel_place funnel_place_of(const struct indicator *indicator, const struct funnel_rule *rule, double size,
                                  struct fraction value);

/* A limit as a figure, which has its nine decimals; none of what is no limit. */
struct fraction funnel_limit_figure(double limit);

#endif
