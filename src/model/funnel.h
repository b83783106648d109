#ifndef MODEL_FUNNEL_H
#define MODEL_FUNNEL_H

/*
 * Funnel limits: how far a place may lie from the average of all by chance alone, by its size.
 *
 * Numbers are for drawing and for words such as "above the 99.8% limit"; no printed figure comes of them. They have
 * square roots and are doubles.
 *
 * Not used yet: no chart of places draws them so far.
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

#endif
