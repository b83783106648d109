#include "data_file.h"

#include <string.h>

#include "book_write.h"
#include "figures_write.h"
#include "output.h"
#include "tabulate.h"

static bool write_book(struct session *session, enum book_format format, FILE *stream) {
    struct book *book =
        tabulate_book(session->arena, session->layout, session->period, session_created(session), &session->diag);
    bool written = book != NULL && book_write(book, format, stream, &session->diag);
    tabulate_close(book);
    return written;
}

bool data_file_write(struct session *session, const char *format, FILE *stream) {
    if (strcmp(format, "xlsx") == 0)
        return write_book(session, BOOK_XLSX, stream);
    if (strcmp(format, "ods") == 0)
        return write_book(session, BOOK_ODS, stream);
    if (strcmp(format, "json") == 0)
        figures_write_json(session->layout->catalogue, session->period, stream);
    else
        figures_write_csv(session->layout->catalogue, session->period, stream);
    return true;
}

bool data_file_save(struct session *session, const char *format, const char *path) {
    struct output output;
    if (!output_open(&output, path, &session->diag))
        return false;
    if (data_file_write(session, format, output.stream))
        return output_commit(&output, &session->diag);
    output_discard(&output);
    return false;
}
