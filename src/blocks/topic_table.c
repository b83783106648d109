#include "topic_table.h"

const char *const topic_rows_words[ROWS_SHOW_COUNT] = {
    [ROWS_PERIODS] = "periods",       [ROWS_TO_DATE] = "ytd",   [ROWS_YEARS] = "years",
    [ROWS_BENCHMARKS] = "benchmarks", [ROWS_TARGET] = "target",
};

const char *const topic_counts_words[TOPIC_COUNTS_COUNT] = {
    [TOPIC_COUNTS_NO] = "no",
    [TOPIC_COUNTS_YES] = "yes",
    [TOPIC_COUNTS_NUMERATOR] = "numerator",
};
