#include "data_file.h"

#include <string.h>

#include "book_write.h"
#include "figures_write.h"
#include "output.h"
#include "output_path.h"
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

static const char *format_of(const struct session *session) {
    enum attached attached = session->layout->attached;
    return attached_words[attached != ATTACHED_NOTHING ? attached : ATTACHED_XLSX];
}

const char *data_file_beside(struct session *session, const char *pdf) {
    return output_path_named(session, pdf, format_of(session));
}

bool data_file_save_beside(struct session *session, const char *pdf) {
    return data_file_save(session, format_of(session), data_file_beside(session, pdf));
}

bool data_file_attach(struct session *session, const char *pdf, struct pdf_attachment *attachment) {
    static const char *const types[ATTACHED_COUNT] = {
        [ATTACHED_XLSX] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [ATTACHED_ODS] = "application/vnd.oasis.opendocument.spreadsheet",
        [ATTACHED_CSV] = "text/csv",
    };
    const char *format = format_of(session), *path = output_path_named(session, pdf, format);
    const char *slash = strrchr(path, '/');
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    if (stream == NULL)
        memory_exhausted();
    bool written = data_file_write(session, format, stream);
    if (fclose(stream) != 0)
        memory_exhausted();
    *attachment = (struct pdf_attachment){.name = slash != NULL ? slash + 1 : path,
                                          .type = types[session->layout->attached],
                                          .description = words_get(session->layout->words, WORD_BOOK_ATTACHED),
                                          .bytes = bytes,
                                          .length = length};
    return written;
}
