#ifndef DOCUMENT_WIDTH_H
#define DOCUMENT_WIDTH_H

/* How wide a column is: a share of what the others leave, points, or what its text takes. */
enum width_kind { WIDTH_WEIGHT, WIDTH_FIXED, WIDTH_NATURAL };

struct width {
    enum width_kind kind; /* weight 1 where nothing was said */
    double amount;        /* the weight, or points */
};

#endif
