#include "attachment.h"

#include "metadata.h"
#include "syntax.h"

static int write_bytes(struct haru *haru, const struct document *document, const struct pdf_attachment *attachment) {
    struct text entries = {0};
    text_add(&entries, "/Type /EmbeddedFile /Subtype ");
    syntax_name(&entries, attachment->type);
    text_printf(&entries, "\n/Params <<\n/Size %zu\n", attachment->length);
    metadata_add_date(&entries, "/CreationDate", document);
    metadata_add_date(&entries, "/ModDate", document);
    text_add(&entries, ">>\n");
    int stream = haru_add_stream(haru, &entries, attachment->bytes, attachment->length, HARU_DEFLATE);
    text_free(&entries);
    return stream;
}

void attachment_write(struct haru *haru, const struct document *document, const struct pdf_attachment *attachment,
                      struct text *catalog) {
    int stream = write_bytes(haru, document, attachment);
    struct text entries = {0};
    text_add(&entries, "/Type /Filespec /AFRelationship /Data\n/F ");
    syntax_string(&entries, attachment->name);
    text_add(&entries, "\n/UF ");
    syntax_string(&entries, attachment->name);
    text_add(&entries, "\n/Desc ");
    syntax_string(&entries, attachment->description);
    text_printf(&entries, "\n/EF << /F %d 0 R /UF %d 0 R >>\n", stream, stream);
    int file = haru_add(haru, &entries);
    text_free(&entries);
    text_add(catalog, "/Names << /EmbeddedFiles << /Names [");
    syntax_string(catalog, attachment->name);
    text_printf(catalog, " %d 0 R] >> >>\n/AF [%d 0 R]\n", file, file);
}
