#include "svg_check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "index.h"

/* What a logo draws at most, parts that are drawn again counted each time. */
enum { DRAWN_MAX = 5000 };

static const char *local_name(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

/* Elements that a logo does without, and why it must. */
static const struct {
    const char *name, *why;
} refused[] = {
    {"image", "holds another picture; draw it with lines and fills"},
    {"feImage", "holds another picture; draw it with lines and fills"},
    {"include", "takes in another file; put all into this one"},
    {"script", "holds a program; take it out"},
    {"foreignObject", "holds something that is no SVG; take it out"},
    {"text", "has text, which looks different on each machine; turn it into outlines"},
    {"filter", "has a filter, which no page can show as lines; take it out"},
};

/* Whether each address in a style or an attribute stays in the file: url(#...). */
static bool stays_inside(const char *text) {
    if (strcasestr(text, "@import") != NULL)
        return false;
    for (const char *s = text; (s = strcasestr(s, "url(")) != NULL;) {
        s += strlen("url(");
        s += strspn(s, " \t\r\n\"'");
        if (*s != '#')
            return false;
    }
    return true;
}

/* What one check shares. */
struct checking {
    const char *path;
    struct diag *diag;
    struct index *ids; /* of elements by id */
    size_t drawn;
};

static bool refuse(const struct checking *checking, struct source_pos pos, const char *why) {
    diag_error(checking->diag, pos, "the picture \"%s\" %s", checking->path, why);
    return false;
}

static bool check_element(const struct checking *checking, const struct xml_element *element) {
    static const char outside[] = "asks for something outside its own file, which is never read; take it out";
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (strcmp(local_name(element->name), refused[i].name) == 0)
            return refuse(checking, element->pos, refused[i].why);
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        bool address = strcmp(local_name(attribute->name), "href") == 0;
        if ((address && attribute->value[0] != '#') || !stays_inside(attribute->value))
            return refuse(checking, attribute->pos, outside);
    }
    if (!stays_inside(element->text))
        return refuse(checking, element->pos, outside);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (!check_element(checking, child))
            return false;
    return true;
}

static void add_ids(struct arena *arena, struct index *ids, const struct xml_element *element) {
    const char *id = xml_value(element, "id");
    if (id != NULL && index_find(ids, id) == NULL)
        index_add(arena, ids, id, (void *)element);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        add_ids(arena, ids, child);
}

/* Counts what is drawn, following each <use>; false where it is too much, or goes round in a circle. */
static bool count_drawn(struct checking *checking, const struct xml_element *element) {
    const char *target = NULL;
    if (++checking->drawn > DRAWN_MAX)
        return false;
    for (size_t i = 0; strcmp(local_name(element->name), "use") == 0 && i < element->attribute_count; i++)
        if (strcmp(local_name(element->attributes[i].name), "href") == 0)
            target = element->attributes[i].value + 1;
    const struct xml_element *used = target == NULL ? NULL : index_find(checking->ids, target);
    if (used != NULL && !count_drawn(checking, used))
        return false;
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (!count_drawn(checking, child))
            return false;
    return true;
}

bool svg_is(const struct xml_element *root) {
    return strcmp(local_name(root->name), "svg") == 0;
}

bool svg_check(struct arena *arena, const struct xml_element *root, const char *path, struct diag *diag) {
    struct index ids = {0};
    struct checking checking = {.path = path, .diag = diag, .ids = &ids};
    if (!check_element(&checking, root))
        return false;
    add_ids(arena, &ids, root);
    return count_drawn(&checking, root) ||
           refuse(&checking, root->pos, "draws its own parts over and over; turn them into outlines");
}

/* A length in points: pixels without a unit; 0 for a share or none. */
static double svg_length(const char *text) {
    static const struct {
        const char *unit;
        double pt;
    } units[] = {{"", image_pixel_pt}, {"px", image_pixel_pt}, {"pt", 1},
                 {"mm", 72 / 25.4},    {"cm", 72 / 2.54},      {"in", 72}};
    char *end;
    double number = text == NULL ? 0 : strtod(text, &end);
    if (text == NULL || number <= 0)
        return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(end, units[i].unit) == 0)
            return number * units[i].pt;
    return 0;
}

/* From width and height, from the view box, or from one of the first and the shape of the other. */
bool svg_measure(const struct xml_element *root, struct image *image, struct diag *diag) {
    enum { SIDE_MAX_PT = 14400 };
    const char *box = xml_value(root, "viewBox");
    double left, top, across = 0, down = 0;
    char blanks[128];
    if (box != NULL && strlen(box) < sizeof blanks) {
        size_t length = strlen(box);
        for (size_t i = 0; i <= length; i++)
            blanks[i] = box[i] == ',' ? ' ' : box[i];
        char *s = blanks;
        left = strtod(s, &s), top = strtod(s, &s), across = strtod(s, &s), down = strtod(s, &s);
        (void)left, (void)top;
    }
    double width = svg_length(xml_value(root, "width")), height = svg_length(xml_value(root, "height"));
    bool boxed = across > 0 && down > 0;
    if (width == 0 && boxed)
        width = height > 0 ? height * across / down : across * image_pixel_pt;
    if (height == 0 && boxed)
        height = width * down / across;
    image->width_pt = width;
    image->height_pt = height;
    bool sound = width > 0 && height > 0 && width <= SIDE_MAX_PT && height <= SIDE_MAX_PT;
    if (!sound)
        diag_error(diag, root->pos, "the picture \"%s\" says no size; give it width and height, or a viewBox",
                   image->path);
    return sound;
}
