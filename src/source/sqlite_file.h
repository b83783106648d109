#ifndef SOURCE_SQLITE_FILE_H
#define SOURCE_SQLITE_FILE_H

#include "table_request.h"

/* How a file is to be opened so that nothing is written beside it. */
struct sqlite_file {
    bool immutable; /* as it stands: it keeps a log of changes, and nobody has it open. Else with locks, which keep
                       those who write away */
    long long bytes, changed; /* its size, and when it was changed, in nanoseconds */
};

/*
 * Looks at a file before SQLite does: that it is a plain one and a database, and that what belongs to it (NAME-journal,
 * NAME-wal, NAME-shm), if it is there, is plain too and can be read without writing. False, reported, where not.
 */
bool sqlite_file_look(const struct table_request *request, struct sqlite_file *file, struct diag *diag);

/* False, reported, where one that was read as it stands was written to meanwhile. */
bool sqlite_file_stood(const struct table_request *request, const struct sqlite_file *file, struct diag *diag);

#endif
