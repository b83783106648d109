#ifndef METRIC_JUDGE_H
#define METRIC_JUDGE_H

#include "figure.h"

/*
 * What is said of a figure: its RAG letter, its arrow, whether it meets its target. Each gives the status of the
 * judgement; the word is received where that status is a present one. Source of the rules: docs/definitions.md.
 */

/* The RAG letter of a value in a period; `shown` is the value as it is printed, which is judged unless the rule says
 * otherwise. Not applicable in a period that no key is meant for, and where no band of it holds the figure. */
enum status judge_rag(const struct indicator *indicator, struct fraction value, struct fraction shown, int period,
                      int *band);

/* The arrow from an earlier figure to a later one, both present. sign: above zero for a rise, below it for a fall of
 * the figures as the indicator's rule compares them. change: the relative change in percent, which only a
 * rule with a threshold judges; where there is none, since it is from zero, its arrow is not applicable. */
enum status judge_direction(const struct indicator *indicator, int sign, struct fraction change, int *direction);

/* Better than the target of a period, achieving it or missing it, by a polarity of higher or lower. The figures are as
 * printed. */
enum target_status judge_target(const struct indicator *indicator, struct fraction shown, struct fraction target,
                                int period);

/* Relative change in percent; none from zero. */
struct fraction judge_change(struct fraction now, struct fraction before);

#endif
