#include "name_list.h"

#include <math.h>

#include "lines.h"

static const double icon_room = 1.9; /* in sizes of type */
static const double between = 0.35;  /* names */

/* The room that icons have at the left of all names. */
static double indent_of(const struct pen *pen, const struct name_list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].icon != ICON_COUNT)
            return icon_room * pen->size_pt;
    return 0;
}

double name_list_least_width(const struct pen *pen, const struct name_list *list) {
    double widest = 0;
    for (size_t i = 0; i < list->count; i++)
        widest = fmax(widest, lines_widest_word(pen, list->items[i].words));
    return widest + indent_of(pen, list);
}

double name_list_height(const struct pen *pen, const struct name_list *list, double width_pt) {
    double height = 0, indent = indent_of(pen, list);
    for (size_t i = 0; i < list->count; i++)
        height += (double)lines_break(pen, list->items[i].words, width_pt - indent).count * pen->leading_pt +
                  (i > 0 ? between * pen->size_pt : 0);
    return height;
}

/* A pen for the words of a name: those of a link where it leads to a page. */
static struct pen pen_leading(const struct pen *pen, const struct listed_name *name, struct box area) {
    struct composer *composer = pen->composer;
    if (name->link_spec == 0)
        return *pen;
    const struct pen own = pen_for(*pen, document_add_element(composer->document, pen->element, ROLE_LINK));
    own.element->link.words = name->words;
    pen_link(&own, area);
    arena_append(composer->arena, composer->references, composer->reference_count, composer->reference_capacity) =
        (struct page_reference){.spec = name->link_spec - 1, .indicator = name->link_to, .link = own.element};
    return own;
}

static struct pen pen_below(const struct pen *pen, struct element *parent, enum role role) {
    return pen_for(*pen, document_add_element(pen->composer->document, parent, role));
}

void name_list_set(const struct pen *pen, const struct name_list *list, double x, double top, double width_pt) {
    double indent = indent_of(pen, list);
    const struct pen whole = pen_below(pen, pen->element, ROLE_LIST);
    for (size_t i = 0; i < list->count; i++) {
        const struct listed_name *name = &list->items[i];
        const struct pen item = pen_below(pen, whole.element, ROLE_LIST_ITEM);
        struct lines lines = lines_break(pen, name->words, width_pt - indent);
        double height = (double)lines.count * pen->leading_pt;
        if (name->icon != ICON_COUNT) {
            const struct pen mark = pen_below(pen, item.element, ROLE_LIST_LABEL);
            icon_draw(&mark, name->icon, x + indent / 2 - between * pen->size_pt / 2, top + pen->leading_pt / 2,
                      icon_scale(pen->size_pt));
        }
        const struct pen body = pen_below(pen, item.element, ROLE_LIST_BODY);
        const struct pen words = pen_leading(&body, name, (struct box){x, top, width_pt, height});
        lines_set(&words, &lines, x + indent, pen_baseline(pen, top + pen->leading_pt / 2));
        top += height + between * pen->size_pt;
    }
}
