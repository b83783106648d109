#include "callout.h"

#include <stdint.h>

struct callout callout_make(const char *name, const char *value, double size_pt, enum colour colour) {
    return (struct callout){.name = name, .value = value, .size_pt = size_pt, .colour = colour};
}

struct lettering_style callout_style(const struct callout *callout, bool value) {
    return (struct lettering_style){value ? FACE_TABLE_BOLD : FACE_TABLE, callout->size_pt};
}

double callout_name_width(const struct plot *plot, const struct callout *callout) {
    double width = lettering_width(plot->lettering, callout_style(callout, false), callout->name);
    if (callout->name[0] != '\0' && callout->value[0] != '\0')
        width += lettering_width(plot->lettering, callout_style(callout, false), " ");
    return width;
}

double callout_width(const struct plot *plot, const struct callout *callout) {
    return callout_name_width(plot, callout) + (callout->swatch != NULL ? SWATCH_WIDTH : 0) +
           lettering_width(plot->lettering, callout_style(callout, true), callout->value);
}

void callout_move(const struct plot *plot, struct callout *callout, struct callout_spot spot) {
    double width = callout_width(plot, callout);
    callout->x = spot.side > 0 ? spot.x : spot.side < 0 ? spot.x - width : spot.x - width / 2;
    callout->baseline = spot.baseline;
    callout->box = (struct box){callout->x, spot.baseline - LETTERING_ASCENT * callout->size_pt, callout->x + width,
                                spot.baseline + LETTERING_DESCENT * callout->size_pt};
}

void callout_add(struct callout_maker *maker, struct callout callout) {
    arena_append(maker->plot->arena, maker->list.items, maker->list.count, maker->list.capacity) = callout;
    label_field_add_label(&maker->field, callout.box);
}

bool callout_place(struct callout_maker *maker, struct callout callout, const struct callout_spot *spots, size_t count,
                   bool must) {
    struct callout best = callout;
    size_t fewest = SIZE_MAX, fewest_shapes = SIZE_MAX;
    for (size_t i = 0; i < count && (fewest > 0 || fewest_shapes > 0); i++) {
        callout_move(maker->plot, &callout, spots[i]);
        if (!label_field_is_free(&maker->field, callout.box))
            continue;
        size_t hits =
            label_field_lines_hit(&maker->field, callout.box) + label_field_columns_hit(&maker->field, callout.box);
        size_t shapes = label_field_shapes_hit(&maker->field, callout.box);
        bool better = hits < fewest || (hits == fewest && shapes < fewest_shapes);
        if (better && (must || hits == 0)) {
            fewest = hits;
            fewest_shapes = shapes;
            best = callout;
        }
    }
    if (fewest == SIZE_MAX)
        return false;
    callout_add(maker, best);
    return true;
}
