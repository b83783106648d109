#include "dense_type.h"

#include "scorecard.h"

void dense_type_read(struct layout_reader *reader, const struct xml_element *element, double *text_pt,
                     double *least_text_pt, double *padding_pt) {
    static const double usual_least_pt = 6.5, usual_padding_pt = 6;
    *text_pt = xml_length(element, "text-size", reader->layout->theme.type[STYLE_TABLE].size_pt);
    *least_text_pt = xml_length(element, "least-text-size", *text_pt < usual_least_pt ? *text_pt : usual_least_pt);
    *padding_pt = xml_length(element, "padding", usual_padding_pt);
    if (*least_text_pt < SCORE_LEAST_TEXT_PT || *text_pt < *least_text_pt)
        diag_error(reader->diag, element->pos,
                   "text of %g points that may shrink to %g; nothing is printed under %d points", *text_pt,
                   *least_text_pt, SCORE_LEAST_TEXT_PT);
}
