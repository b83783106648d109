#ifndef AUDIT_PRINTED_H
#define AUDIT_PRINTED_H

#include "figure.h"

enum printed_kind {
    PRINTED_NUMBER,
    PRINTED_WORD,       /* a RAG letter, an arrow, a target status */
    PRINTED_ABSENT,     /* blank, a dash, n/a, a symbol in brackets */
    PRINTED_UNREADABLE, /* none of these */
};

/* What a cell of a published table says. */
struct printed {
    enum printed_kind kind;
    struct fraction number;
    int decimals;                           /* how many it shows */
    bool clock;                             /* hours and minutes, `3:20`; the number is in hours */
    bool percent, commas, plus, minus_sign; /* how it is written; minus_sign: U+2212 */
    int word;
};

/*
 * Reads `28.3%`, `1,086`, `+1.2`, `−4`, `(5)` (a fall in brackets), `£12`, `3:20`, with a mark such as [p] behind it,
 * as a number; for other fields `G` or `Green`, `up` or an arrow, `better` and so on, by the words of the field.
 * currency: another sign or code that may stand before a number; may be NULL.
 */
struct printed printed_read(struct arena *arena, const char *text, enum field_kind kind, const char *currency);

/* A number in the manner of a cell: its decimals at least, its sign, commas and % sign. */
const char *printed_like(struct arena *arena, const struct printed *manner, struct fraction number, int decimals);

#endif
