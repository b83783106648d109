#include "canvas.h"

#include <math.h>
#include <string.h>

#include "syntax.h"

enum { PLACES = 2, COLOUR_PLACES = 3, WEIGHT_PLACES = 3, SCALE_PLACES = 4 };

static void add(struct canvas *canvas, const char *operator) {
    text_add(&canvas->operators, operator);
}

static void add_number(struct canvas *canvas, double value, int places) {
    syntax_number(&canvas->operators, value, places);
    text_append(&canvas->operators, " ", 1);
}

static void add_point(struct canvas *canvas, double x, double y) {
    add_number(canvas, x, PLACES);
    add_number(canvas, canvas->look.height_pt - y, PLACES);
}

static void paint_path(struct canvas *canvas) {
    if (canvas->paint == 0)
        return;
    text_append(&canvas->operators, (char[]){canvas->paint, '\n'}, 2);
    canvas->paint = 0;
}

static void end_text(struct canvas *canvas) {
    if (canvas->in_text)
        add(canvas, "ET\n");
    canvas->in_text = false;
}

/* Leaves text and gets ready for a path that ends in `paint`; a path of another kind is painted first. */
static void begin_path(struct canvas *canvas, char paint) {
    end_text(canvas);
    if (canvas->paint != paint)
        paint_path(canvas);
}

struct colour_operators {
    const char *rgb, *grey;
};

static void set_colour(struct canvas *canvas, struct rgb *current, struct rgb wanted,
                       const struct colour_operators *operators) {
    if (memcmp(current, &wanted, sizeof(wanted)) == 0)
        return;
    paint_path(canvas);
    add_number(canvas, wanted.red, COLOUR_PLACES);
    if (wanted.red != wanted.green || wanted.red != wanted.blue) {
        add_number(canvas, wanted.green, COLOUR_PLACES);
        add_number(canvas, wanted.blue, COLOUR_PLACES);
        add(canvas, operators->rgb);
    } else {
        add(canvas, operators->grey); /* black ink alone, where the printer has others too */
    }
    *current = wanted;
}

static void set_fill(struct canvas *canvas, struct rgb colour) {
    set_colour(canvas, &canvas->look.fill, colour, &(struct colour_operators){"rg\n", "g\n"});
}

static void set_stroke(struct canvas *canvas, struct rgb colour) {
    set_colour(canvas, &canvas->look.stroke, colour, &(struct colour_operators){"RG\n", "G\n"});
}

static void set_dash(struct canvas *canvas, const double dash_pt[4]) {
    if (memcmp(canvas->look.line.dash_pt, dash_pt, sizeof(canvas->look.line.dash_pt)) == 0)
        return;
    paint_path(canvas);
    add(canvas, "[");
    for (int i = 0; i < 4 && dash_pt[i] > 0; i++)
        add_number(canvas, dash_pt[i], PLACES);
    add(canvas, "]0 d\n");
    memcpy(canvas->look.line.dash_pt, dash_pt, sizeof(canvas->look.line.dash_pt));
}

static void set_ends(struct canvas *canvas, int *current, int wanted, const char *operator) {
    if (*current == wanted)
        return;
    paint_path(canvas);
    syntax_integer(&canvas->operators, wanted);
    add(canvas, operator);
    *current = wanted;
}

static void set_line(struct canvas *canvas, const struct drawn_line *line) {
    if (canvas->look.line.weight_pt != line->weight_pt) {
        paint_path(canvas);
        add_number(canvas, line->weight_pt, WEIGHT_PLACES);
        add(canvas, "w\n");
        canvas->look.line.weight_pt = line->weight_pt;
    }
    set_dash(canvas, line->dash_pt);
    set_ends(canvas, &canvas->look.line.cap, line->cap, "J\n");
    set_ends(canvas, &canvas->look.line.join, line->join, "j\n");
}

void canvas_start(struct canvas *canvas, double height_pt) {
    struct text operators = canvas->operators;
    text_clear(&operators);
    *canvas = (struct canvas){.operators = operators, .look = {.height_pt = height_pt, .line.weight_pt = 1}};
}

static void end_mark(struct canvas *canvas) {
    paint_path(canvas);
    end_text(canvas);
    if (canvas->marked)
        add(canvas, "EMC\n");
    canvas->marked = false;
}

void canvas_end(struct canvas *canvas) {
    end_mark(canvas);
}

void canvas_free(struct canvas *canvas) {
    text_free(&canvas->operators);
}

void canvas_mark_element(struct canvas *canvas, const char *tag, int mark) {
    end_mark(canvas);
    syntax_name(&canvas->operators, tag);
    add(canvas, "<</MCID ");
    syntax_integer(&canvas->operators, mark);
    add(canvas, ">>BDC\n");
    canvas->marked = true;
}

void canvas_mark_artifact(struct canvas *canvas, bool pagination) {
    end_mark(canvas);
    add(canvas, pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n");
    canvas->marked = true;
}

/* Moves in whole hundredths, so that many small moves do not add up an error. */
static void move_to(struct canvas *canvas, double x, double y) {
    long long to_x = llround(x * 100), to_y = llround((canvas->look.height_pt - y) * 100);
    add_number(canvas, (double)(to_x - canvas->line_x) / 100, PLACES);
    add_number(canvas, (double)(to_y - canvas->line_y) / 100, PLACES);
    add(canvas, "Td");
    canvas->line_x = to_x;
    canvas->line_y = to_y;
}

static const char *const text_turns[TURN_COUNT] = {
    [TURN_UP] = "0 1 -1 0 ", [TURN_OVER] = "-1 0 0 -1 ", [TURN_DOWN] = "0 -1 1 0 "};

void canvas_text(struct canvas *canvas, const struct frame *frame, struct rgb colour, const char *font,
                 const struct text *string) {
    paint_path(canvas);
    set_fill(canvas, colour);
    if (!canvas->in_text) {
        add(canvas, "BT\n");
        canvas->in_text = true;
        canvas->line_x = canvas->line_y = 0;
    }
    if (canvas->look.font == NULL || strcmp(canvas->look.font, font) != 0 ||
        canvas->look.size_pt != frame->u.text.size_pt) {
        syntax_name(&canvas->operators, font);
        add(canvas, " ");
        add_number(canvas, frame->u.text.size_pt, WEIGHT_PLACES);
        add(canvas, "Tf\n");
        canvas->look.font = font;
        canvas->look.size_pt = frame->u.text.size_pt;
    }
    if (frame->turn != TURN_NONE) {
        add(canvas, text_turns[frame->turn]);
        add_point(canvas, frame->x, frame->y);
        add(canvas, "Tm");
    } else {
        move_to(canvas, frame->x, frame->y);
    }
    text_append(&canvas->operators, text_string(string), string->length);
    add(canvas, "Tj\n");
    if (frame->turn != TURN_NONE)
        end_text(canvas);
}

void canvas_rule(struct canvas *canvas, const struct frame *frame, struct rgb colour) {
    begin_path(canvas, 'S');
    set_stroke(canvas, colour);
    set_line(canvas, &(struct drawn_line){.weight_pt = frame->u.rule.weight_pt,
                                          .dash_pt = {frame->u.rule.dash_pt[0], frame->u.rule.dash_pt[1]}});
    add_point(canvas, frame->x, frame->y);
    add(canvas, "m ");
    add_point(canvas, frame->x + frame->width, frame->y + frame->height);
    add(canvas, "l\n");
    canvas->paint = 'S';
}

void canvas_fill(struct canvas *canvas, const struct frame *frame, struct rgb colour, struct rgb edge) {
    char paint = frame->u.fill.has_edge && frame->u.fill.edge_pt > 0 ? 'B' : 'f';
    begin_path(canvas, paint);
    set_fill(canvas, colour);
    if (paint == 'B') {
        set_stroke(canvas, edge);
        set_line(canvas, &(struct drawn_line){.weight_pt = frame->u.fill.edge_pt});
    }
    add_point(canvas, fmin(frame->x, frame->x + frame->width), fmax(frame->y, frame->y + frame->height));
    add_number(canvas, fabs(frame->width), PLACES);
    add_number(canvas, fabs(frame->height), PLACES);
    add(canvas, "re\n");
    canvas->paint = paint;
}

/* Painted at once: where shapes that overlap were one path, their windings could cancel. */
void canvas_shape(struct canvas *canvas, const struct frame *frame, struct rgb colour) {
    bool stroked = frame->u.shape.stroke_pt > 0;
    if (frame->u.shape.count == 0 || !(stroked || frame->u.shape.filled))
        return;
    paint_path(canvas);
    end_text(canvas);
    if (frame->u.shape.filled)
        set_fill(canvas, colour);
    if (stroked) {
        set_stroke(canvas, colour);
        set_line(canvas, &(struct drawn_line){.weight_pt = frame->u.shape.stroke_pt});
    }
    for (size_t i = 0; i < frame->u.shape.count; i++) {
        add_point(canvas, frame->u.shape.points[i].x, frame->u.shape.points[i].y);
        add(canvas, i == 0 ? "m " : "l ");
    }
    if (frame->u.shape.closed)
        add(canvas, "h ");
    canvas->paint = !frame->u.shape.filled ? 'S' : stroked ? 'B' : 'f';
    paint_path(canvas);
}

/* How a drawing is turned, and which corner of its frame its own lower left one comes to. */
static const struct {
    int cosine, sine;
    int right, down;
} drawing_turns[TURN_COUNT] = {
    [TURN_NONE] = {1, 0, 0, 1}, [TURN_UP] = {0, 1, 1, 1}, [TURN_OVER] = {-1, 0, 1, 0}, [TURN_DOWN] = {0, -1, 0, 0}};

static void add_scale(struct canvas *canvas, double value) {
    add_number(canvas, value, SCALE_PLACES);
}

void canvas_begin_drawing(struct canvas *canvas, const struct frame *frame, const struct drawing *drawing) {
    bool aside = frame->turn % 2 != 0;
    double width = aside ? frame->height : frame->width;
    double scale = fabs(width - drawing->width_pt) < 0.01 ? 1 : width / drawing->width_pt;
    double high = (aside ? drawing->width_pt : drawing->height_pt) * scale;
    double across = (aside ? drawing->height_pt : drawing->width_pt) * scale;
    paint_path(canvas);
    end_text(canvas);
    add(canvas, "q ");
    add_scale(canvas, scale * drawing_turns[frame->turn].cosine);
    add_scale(canvas, scale * drawing_turns[frame->turn].sine);
    add_scale(canvas, -scale * drawing_turns[frame->turn].sine);
    add_scale(canvas, scale * drawing_turns[frame->turn].cosine);
    add_point(canvas, frame->x + drawing_turns[frame->turn].right * across,
              frame->y + drawing_turns[frame->turn].down * high);
    add(canvas, "cm\n");
    canvas->outer = canvas->look;
    canvas->look.height_pt = drawing->height_pt;
}

void canvas_form(struct canvas *canvas, const char *form) {
    syntax_name(&canvas->operators, form);
    add(canvas, " Do\n");
}

static void add_outline(struct canvas *canvas, const struct drawn_outline *outline) {
    static const char *const operators[] = {
        [DRAWN_MOVE] = "m\n", [DRAWN_LINE] = "l\n", [DRAWN_CONTROL] = "", [DRAWN_CURVE] = "c\n", [DRAWN_CLOSE] = "h\n"};
    for (size_t i = 0; i < outline->count; i++) {
        const struct drawn_step *step = &outline->steps[i];
        if (step->kind != DRAWN_CLOSE)
            add_point(canvas, step->x, step->y);
        add(canvas, operators[step->kind]);
    }
}

static void draw_path(struct canvas *canvas, const struct drawn_path *path) {
    if (path->filled)
        set_fill(canvas, path->fill);
    if (path->stroked) {
        set_stroke(canvas, path->stroke);
        set_line(canvas, &path->line);
    }
    add_outline(canvas, &path->outline);
    canvas->paint = !path->filled ? 'S' : path->stroked ? 'B' : 'f';
    paint_path(canvas);
}

void canvas_path(struct canvas *canvas, const struct drawn_path *path) {
    struct canvas_look before = canvas->look;
    paint_path(canvas);
    end_text(canvas);
    if (path->clip.count == 0) {
        draw_path(canvas, path);
        return;
    }
    add(canvas, "q ");
    add_outline(canvas, &path->clip);
    add(canvas, "W n\n");
    draw_path(canvas, path);
    add(canvas, "Q\n");
    canvas->look = before;
}

void canvas_end_drawing(struct canvas *canvas) {
    paint_path(canvas);
    end_text(canvas);
    add(canvas, "Q\n");
    canvas->look = canvas->outer;
}
