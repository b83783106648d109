#ifndef EXPORT_SVG_H
#define EXPORT_SVG_H

#include <stdio.h>

#include "picture_text.h"
#include "text.h"

/* cairo keeps outlines of letters in 64ths of a unit: units are made small, so that no letter is bent. */
enum { SVG_UNITS_PER_POINT = 16 };

/* Writes an SVG that cairo made in these units, at its size in points, with language, title and description for those
 * who hear it. False: not written. */
bool svg_write(FILE *stream, const struct text *drawn, double width_pt, double height_pt,
               const struct picture_text *words);

#endif
