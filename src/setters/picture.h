#ifndef SETTERS_PICTURE_H
#define SETTERS_PICTURE_H

#include "block_parts.h"
#include "pen.h"

/* How large a picture stands in a room: its own shape, no side longer than the room's or its own limits. */
void picture_size(const struct picture *picture, double room_width_pt, double room_height_pt, double *width_pt,
                  double *height_pt);

/* A picture in a box: a figure below the pen's element, or an artifact where it only decorates. */
void picture_draw(const struct pen *pen, const struct picture *picture, struct box box);

#endif
