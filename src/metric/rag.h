#ifndef METRIC_RAG_H
#define METRIC_RAG_H

#include "indicator.h"

/*
 * The RAG letter of a value in a month.
 *
 * The value is judged as the reader sees it, rounded to the indicator's printed decimals, unless the rule says
 * otherwise. *band receives the colour. The status is not applicable in a month that no key is meant for.
 */
enum status rag_judge(const struct indicator *indicator, struct fraction value, int month, enum band_colour *band);

#endif
