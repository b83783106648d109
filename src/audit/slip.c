#include "slip.h"

#include "text.h"

bool cause_same(const struct cause *a, const struct cause *b) {
    return a->slip == b->slip && a->month == b->month && text_equal(a->key, b->key);
}
