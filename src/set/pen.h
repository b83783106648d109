#ifndef SET_PEN_H
#define SET_PEN_H

#include "flow.h"
#include "quartile.h"

/*
 * What draws into a piece: whose words they are, and what they look like. Coordinates are the piece's, in points;
 * frames live as long as the document.
 */
struct pen {
    struct composer *composer;
    struct piece *piece;     /* NULL: it only measures */
    struct element *element; /* NULL: what it draws is an artifact */
    enum face face;
    double size_pt, leading_pt;
    enum colour colour; /* of words */
    bool explains;      /* what it draws explains signs, and needs no key itself */
};

struct box {
    double x, y, width, height;
};

/* A pen for words of a style, in the face and colour that usually go with it; of no element. */
struct pen pen_make(struct composer *composer, struct piece *piece, enum text_style style);

/* The same pen for words of an element. */
struct pen pen_for(struct pen pen, struct element *element);
/* The same pen with another look. */
struct pen pen_in(struct pen pen, enum face face, enum colour colour);

/* How wide a string is, in points; characters that a face lacks are measured in the face that shows them. */
double pen_width(const struct pen *pen, const char *string);

/* The baseline of words that stand round a middle, and the middle of words that stand on a baseline. */
double pen_baseline(const struct pen *pen, double middle);
double pen_middle(const struct pen *pen, double baseline);

/* Words from x on, up to `right`, or round `middle`; the first frame, one for each stretch that one face shows. */
struct frame *pen_text(const struct pen *pen, double x, double baseline, const char *string);
void pen_text_right(const struct pen *pen, double right, double baseline, const char *string);
void pen_text_centred(const struct pen *pen, double middle, double baseline, const char *string);
/* The same, running upwards from (x, bottom) by a right angle. */
void pen_text_turned(const struct pen *pen, double x, double bottom, const char *string);

/* Other words in a frame of text, from where it begins. Gives how much wider they are. */
double pen_refill(const struct composer *composer, struct frame *frame, const char *string);

/* A frame of the pen's element, to fill in. */
struct frame *pen_frame(const struct pen *pen, enum frame_kind kind, struct box box);

/* A chart at its place. */
void pen_chart(const struct pen *pen, struct box box, struct chart *chart);

void pen_rule(const struct pen *pen, double x, double y, double width, enum line line, enum colour colour);
/* A rule across a flow; its fold stays free. */
void pen_rule_across(const struct pen *pen, const struct flow *flow, double y, enum line line, enum colour colour);
struct frame *pen_fill(const struct pen *pen, struct box box, enum colour colour);
/* The same with an edge of so many points; 0: none. */
void pen_edged(const struct pen *pen, struct box box, enum colour colour, enum colour edge, double edge_pt);
/* An area of a link, the pen's element or one that holds it. */
void pen_link(const struct pen *pen, struct box box);

/* How high a box must be for a letter in it to be so large, where the theme's tables are no smaller. */
double pen_letter_box(double size_pt);

/* A RAG letter on its colour, read as the word: the fill is drawn behind and means nothing by itself. */
void pen_band(const struct pen *pen, enum band_colour band, struct box box);
/* One that was published, and that no key in force gives: in an edge of its colour, read as such. */
void pen_band_published(const struct pen *pen, enum band_colour band, struct box box);
/* The ground of a figure with its letter at the left, published or not; gives the colour of words on it. */
enum colour pen_band_ground(const struct pen *pen, enum band_colour band, bool published, struct box box);
/* Either as words of the pen's own element, which says what they mean. */
void pen_band_letter(const struct pen *pen, enum band_colour band, bool published, struct box box);
/* What stands for the letter of a figure that misses its target where the key has none for it: an empty box, read as
 * such, by itself or as words of the pen's own element. */
void pen_off_target(const struct pen *pen, struct box box);
void pen_off_target_letter(const struct pen *pen, struct box box);
/* The letter of a quarter, read as it and its words. */
void pen_quartile(const struct pen *pen, enum quartile quartile, struct box box);

#endif
