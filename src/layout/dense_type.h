#ifndef LAYOUT_DENSE_TYPE_H
#define LAYOUT_DENSE_TYPE_H

#include "layout_internal.h"

/* text-size, least-text-size and padding of a dense table; sizes that no one can read are reported. */
void dense_type_read(struct layout_reader *reader, const struct xml_element *element, double *text_pt,
                     double *least_text_pt, double *padding_pt);

#endif
