#ifndef PAGE_PICTURE_BLOCK_H
#define PAGE_PICTURE_BLOCK_H

#include "pen.h"

/* A picture as large as it was asked to be, else as large as it is, and never wider than there is room for. */
void picture_set(struct composer *composer, struct flow *flow, const struct block *block);

/* How large a picture stands in a room: its own shape, no side longer than the room's or its own limits. */
void picture_size(const struct picture *picture, double room_width_pt, double room_height_pt, double *width_pt,
                  double *height_pt);

/* A picture in a box: a figure below the pen's element, or an artifact where it only decorates. */
void pen_picture(const struct pen *pen, const struct picture *picture, struct box box);

#endif
