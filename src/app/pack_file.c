#include "pack_file.h"

#include <stdlib.h>

#include "bleed.h"
#include "data_file.h"
#include "pdf.h"

/* The whole pack, as it is read on a screen. */
static bool is_pack(const struct session *session, const struct document *document) {
    return document == session->document && !session->options.alone && !session->options.booklet;
}

static bool write_pdf(struct session *session, const struct document *document, const char *path) {
    struct pdf_attachment attachment = {0};
    struct pdf_options options = {.producer = "boardpack " BOARDPACK_VERSION};
    if (is_pack(session, document) && session->layout->attached != ATTACHED_NOTHING) {
        if (!data_file_attach(session, path, &attachment))
            return false;
        options.attachment = &attachment;
    }
    double bleed = session->layout->bleed_pt;
    if (bleed > 0 && !session->options.booklet && !session->options.charts)
        document = bleed_impose(document->arena, document, bleed);
    bool written = pdf_write(document, &session->sheet, path, &options, &session->diag);
    free((char *)attachment.bytes);
    return written;
}

bool pack_file_write(struct session *session, const struct document *document, const char *path) {
    return write_pdf(session, document, path) &&
           (!session->options.with_data || !is_pack(session, document) || data_file_save_beside(session, path));
}
