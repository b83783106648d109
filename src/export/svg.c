#include "svg.h"

#include <string.h>

static void add_element(struct text *text, const char *name, const char *words) {
    text_printf(text, "<%s id=\"%s\">", name, name);
    text_add_xml(text, words);
    text_printf(text, "</%s>\n", name);
}

static void add_root(struct text *text, double width_pt, double height_pt, const char *language) {
    text_printf(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
        "width=\"%.4fpt\" height=\"%.4fpt\" viewBox=\"0 0 %.4f %.4f\" role=\"img\" "
        "aria-labelledby=\"title desc\" lang=\"",
        width_pt, height_pt, width_pt * SVG_UNITS_PER_POINT, height_pt * SVG_UNITS_PER_POINT);
    text_add_xml(text, language);
    text_add(text, "\" xml:lang=\"");
    text_add_xml(text, language);
    text_add(text, "\">\n");
}

static bool write_bytes(FILE *stream, const char *from, const char *to) {
    size_t length = (size_t)(to - from);
    return fwrite(from, 1, length, stream) == length;
}

/* Without the number that cairo gives to the page's group, which counts the surfaces of a run and is not referred to: a
 * page would have other bytes behind others. */
static bool write_body(FILE *stream, const char *body, const char *end) {
    static const char group[] = "<g id=\"surface";
    const char *at = strstr(body, group), *close = at != NULL ? strchr(at, '>') : NULL;
    if (close == NULL)
        return write_bytes(stream, body, end);
    return write_bytes(stream, body, at) && fputs("<g", stream) >= 0 && write_bytes(stream, close, end);
}

bool svg_write(FILE *stream, const struct text *drawn, double width_pt, double height_pt,
               const struct picture_text *words) {
    struct text head = {0};
    const char *root = strstr(text_string(drawn), "<svg "), *body = root != NULL ? strchr(root, '>') : NULL;
    if (body == NULL)
        return false;
    text_append(&head, drawn->bytes, (size_t)(root - drawn->bytes));
    add_root(&head, width_pt, height_pt, words->language);
    add_element(&head, "title", words->title);
    add_element(&head, "desc", words->description);
    bool written = write_bytes(stream, head.bytes, head.bytes + head.length) &&
                   write_body(stream, body + 1, drawn->bytes + drawn->length);
    text_free(&head);
    return written;
}
