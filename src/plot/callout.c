#include "callout.h"

#include <math.h>

static const double reach = 60, step = 2; /* above and below its spots, where a label may stand that must */
static const double away_cost = 0.1;      /* of a point from there */

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

/* The spot, moved down, at which the least is in a label's way; gives how much that is, INFINITY where all is taken. */
static double best_spot(const struct callout_maker *maker, struct callout *callout, struct callout_spots spots,
                        double down) {
    struct callout tried = *callout;
    double least = INFINITY;
    for (size_t i = 0; i < spots.count && least > 0; i++) {
        struct callout_spot spot = spots.list[i];
        spot.baseline += down;
        callout_move(maker->plot, &tried, spot);
        double cost = label_field_is_free(&maker->field, tried.box)
                          ? label_field_cost(&maker->field, tried.box, spots.mark)
                          : INFINITY;
        if (cost < least) {
            least = cost;
            *callout = tried;
        }
    }
    return least;
}

bool callout_place(struct callout_maker *maker, struct callout callout, struct callout_spots spots) {
    if (best_spot(maker, &callout, spots, 0) > 0)
        return false;
    callout_add(maker, callout);
    return true;
}

bool callout_place_on_paper(struct callout_maker *maker, struct callout callout, struct callout_spots spots) {
    for (size_t i = 0; i < spots.count; i++) {
        callout_move(maker->plot, &callout, spots.list[i]);
        if (!label_field_is_free(&maker->field, callout.box) ||
            label_field_cost_on_paper(&maker->field, callout.box, spots.mark) > 0)
            continue;
        callout_add(maker, callout);
        return true;
    }
    return false;
}

bool callout_place_anyhow(struct callout_maker *maker, struct callout callout, struct callout_spots spots) {
    struct callout best = callout;
    double least = INFINITY;
    for (double away = 0; away <= reach && least > away_cost * away; away += step)
        for (int side = -1; side <= 1; side += 2) {
            double cost = best_spot(maker, &callout, spots, side * away) + away_cost * away;
            if (cost < least) {
                least = cost;
                best = callout;
            }
        }
    if (least == INFINITY)
        return false;
    callout_add(maker, best);
    return true;
}
