#ifndef SOURCE_ORGANISATIONS_READ_H
#define SOURCE_ORGANISATIONS_READ_H

#include "organisation.h"
#include "table_request.h"

/* A file of organisations, a row each, in any format of data files; and which of its columns hold their codes and
 * names. */
struct organisations_request {
    struct table_request table;
    struct request_text code, name;
    const char *one, *many; /* what they are called; may be NULL */
};

/*
 * Reads them in their order. All live in the arena, but for the texts that the request holds.
 *
 * NULL, reported, where the file has no such column or no row, where a code or a name is blank, where a code is there
 * twice, and where there are more than 10,000.
 */
const struct organisations *organisations_read(struct arena *arena, const struct organisations_request *request,
                                               struct diag *diag);

/* The one of a code. NULL, reported at pos with the one that may be meant, where there is none. */
const struct organisation *organisations_need(const struct organisations *organisations, const char *code,
                                              struct source_pos pos, struct diag *diag);

#endif
