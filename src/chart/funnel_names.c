#include "funnel_names.h"

#include <math.h>
#include <stdlib.h>

#include "words.h"

static const double name_gap = 4;     /* between names side by side */
static const double leader_gap = 6;   /* a label further off has a line to its mark */
static const double own_share = 0.6;  /* of the frame that one's own name may take */
static const double clear = 1.5;      /* between a line to a mark and any other mark */
static const double ring_step = 11;   /* between the places of a label round its mark */
static const double leader_clear = 1; /* between a line to a mark and the letters that it starts at */
enum { RINGS = 6, NEAR_RINGS = 2, FAR_NAMED = 6, DIRECTIONS = 12, LEVEL_DIRECTIONS = 2 };

/* Where a label may stand round a mark: beside it, above, below, then further and further off. */
static size_t list_spots(const struct funnel_chart *funnel, const struct standing *mark, size_t rings,
                         struct callout_spot spots[RINGS * DIRECTIONS]) {
    static const double ways[DIRECTIONS][2] = {{1, 0},       {-1, 0},     {0, -1},       {0, 1},
                                               {0.7, -0.7},  {0.7, 0.7},  {-0.7, -0.7},  {-0.7, 0.7},
                                               {0.35, -0.9}, {0.35, 0.9}, {-0.35, -0.9}, {-0.35, 0.9}};
    const struct box box = funnel_chart_box(funnel, mark);
    double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2, reach = (box.right - box.left) / 2;
    double size = funnel->plot.note.size_pt;
    size_t count = 0;
    for (size_t ring_number = 0; ring_number < rings; ring_number++)
        for (size_t i = 0; i < DIRECTIONS; i++) {
            double away = reach + 2 + ring_step * (double)ring_number, across = ways[i][0], down = ways[i][1];
            double middle = y + down * away + (down > 0 ? size : down < 0 ? -size : 0) / 2;
            spots[count++] =
                (struct callout_spot){x + across * away, middle + LETTERING_MIDDLE * size, (across > 0) - (across < 0)};
        }
    return count;
}

static struct box box_wider(struct box box, double by) {
    return (struct box){box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/* From a mark to the nearest point of its label, less a hair: the line touches no letter. */
static struct segment leader_to(struct box box, double x, double y) {
    box = box_wider(box, leader_clear);
    return (struct segment){x, y, fmax(box.left, fmin(x, box.right)), fmax(box.top, fmin(y, box.bottom))};
}

/* A line from the label that was placed last to its mark, where it stands off. */
static void add_leader(struct funnel_chart *funnel, const struct standing *mark) {
    struct box box = funnel->labels.list.items[funnel->labels.list.count - 1].box;
    struct box at = funnel_chart_box(funnel, mark);
    struct mark middle = box_middle(at);
    struct segment line = leader_to(box, middle.x, middle.y);
    if (hypot(line.x2 - line.x1, line.y2 - line.y1) <= at.right - middle.x + leader_gap)
        return;
    arena_append(funnel->plot.arena, funnel->leaders, funnel->leader_count, funnel->leader_capacity) =
        (struct funnel_leader){line, mark->whose == WHOSE_OWN};
    label_field_add_line(&funnel->labels.field, line);
}

static void add_own(struct funnel_chart *funnel) {
    const struct standing *own = comparison_own(funnel->shown);
    const struct plot *plot = &funnel->plot;
    struct callout_spot spots[RINGS * DIRECTIONS];
    double x, y;
    if (own == NULL || !funnel_chart_place(funnel, own, &x, &y))
        return;
    const char *figure = arena_printf(plot->arena, " %s", own->printed);
    double room =
        (funnel->frame.right - funnel->frame.left) * own_share - lettering_width(plot->lettering, plot->bold, figure);
    const char *name = lettering_shorten(plot->lettering, plot->arena, plot->bold, own->name, room);
    struct callout callout =
        callout_make("", arena_printf(plot->arena, "%s%s", name, figure), plot->note.size_pt, COLOUR_BRAND);
    const struct mark mark = {x, y};
    if (callout_place_anyhow(&funnel->labels, callout,
                             (struct callout_spots){&mark, spots, list_spots(funnel, own, RINGS, spots)}))
        add_leader(funnel, own);
}

/* One beyond the limits, and by how much. */
struct beyond {
    const struct standing *mark;
    double excess; /* beyond the limit of 95%, in the unit that is printed */
};

static double excess_of(const struct funnel_chart *funnel, const struct standing *mark) {
    struct funnel_limits limits = funnel_chart_limits(funnel, size_axis_part(&funnel->sizes, mark->size), FUNNEL_95);
    return fmax(mark->value - limits.upper, limits.lower - mark->value);
}

/* Members of the group first, then those that lie furthest out, of these the largest: chance says least of the small.
 */
static int compare_beyond(const void *a, const void *b) {
    const struct beyond *left = a, *right = b;
    if (left->mark->whose != right->mark->whose)
        return (int)right->mark->whose - (int)left->mark->whose;
    if (left->excess != right->excess)
        return left->excess < right->excess ? 1 : -1;
    return (left->mark->size < right->mark->size) - (left->mark->size > right->mark->size);
}

/* Those to be named, in the order in which they are; gives how many. */
static size_t list_beyond(const struct funnel_chart *funnel, struct beyond *beyond) {
    const struct standings *shown = funnel->shown;
    size_t count = 0;
    for (size_t i = 0; shown->limits != NULL && i < shown->count; i++)
        if (shown->marks[i].place != FUNNEL_WITHIN && shown->marks[i].whose != WHOSE_OWN)
            beyond[count++] = (struct beyond){&shown->marks[i], excess_of(funnel, &shown->marks[i])};
    qsort(beyond, count, sizeof *beyond, compare_beyond);
    return count;
}

/* True where another mark lies so much on one that a name would be read as either's. */
static bool is_hidden(const struct funnel_chart *funnel, const struct standing *mark) {
    const struct mark here = box_middle(funnel_chart_box(funnel, mark));
    for (size_t i = 0; i < funnel->shown->count; i++) {
        const struct standing *other = &funnel->shown->marks[i];
        const struct mark there = box_middle(funnel_chart_box(funnel, other));
        if (other != mark && hypot(here.x - there.x, here.y - there.y) < funnel->radius)
            return true;
    }
    return false;
}

/* True where neither a label nor the line from it to its mark comes close to another mark, or the line to a label, and
 * the label lies on the same side of every limit as its mark. */
static bool is_apart(const struct funnel_chart *funnel, const struct standing *mark, struct box box) {
    const struct mark own = box_middle(funnel_chart_box(funnel, mark));
    const struct segment leader = leader_to(box, own.x, own.y);
    if (label_field_parts(&funnel->labels.field, box, own))
        return false;
    for (size_t i = 0; i < funnel->labels.field.mark_count; i++) {
        const struct mark other = funnel->labels.field.marks[i];
        bool is_own = hypot(other.x - own.x, other.y - own.y) < funnel->radius;
        if (!is_own && (label_distance(box, other) < funnel->radius + FUNNEL_STRANGER_GAP_PT ||
                        label_line_distance(leader, other) < funnel->radius + clear))
            return false;
    }
    for (size_t i = 0; i < funnel->labels.field.label_count; i++)
        if (label_line_crosses(leader, box_wider(funnel->labels.field.labels[i], clear)))
            return false;
    return true;
}

/* A name that has no room beside its mark, further off at the end of a line. */
static bool place_far(struct funnel_chart *funnel, const struct standing *mark, struct callout callout) {
    struct callout_spot spots[RINGS * DIRECTIONS];
    size_t count = list_spots(funnel, mark, RINGS, spots);
    for (size_t i = DIRECTIONS; i < count; i++) {
        if (i % DIRECTIONS < LEVEL_DIRECTIONS) /* a level line would be read as one of the grid */
            continue;
        callout_move(&funnel->plot, &callout, spots[i]);
        if (!label_field_is_free(&funnel->labels.field, callout.box) ||
            label_field_cost(&funnel->labels.field, callout.box, NULL) > 0 || !is_apart(funnel, mark, callout.box))
            continue;
        callout_add(&funnel->labels, callout);
        return true;
    }
    return false;
}

/* A name beside its mark. */
static bool place_near(struct funnel_chart *funnel, const struct standing *mark, struct callout callout) {
    struct callout_spot spots[RINGS * DIRECTIONS];
    const struct mark middle = box_middle(funnel_chart_box(funnel, mark));
    return callout_place(&funnel->labels, callout,
                         (struct callout_spots){&middle, spots, list_spots(funnel, mark, NEAR_RINGS, spots)});
}

static bool place_name(struct funnel_chart *funnel, const struct standing *mark, bool far) {
    struct callout callout = callout_make(mark->name, "", funnel->plot.note.size_pt, COLOUR_TEXT);
    if (is_hidden(funnel, mark) || !(far ? place_far(funnel, mark, callout) : place_near(funnel, mark, callout)))
        return false;
    struct box box = funnel->labels.list.items[funnel->labels.list.count - 1].box;
    label_field_add_label(&funnel->labels.field,
                          (struct box){box.left - name_gap, box.top, box.right + name_gap, box.bottom});
    add_leader(funnel, mark);
    return true;
}

/* `Also beyond: Northby 98.4, Southby 97.1 and 3 others.` */
static struct callout unnamed_words(const struct funnel_chart *funnel, const char *list, size_t others) {
    const struct plot *plot = &funnel->plot;
    const struct words *words = plot->chart->words;
    const char *told = words_and_others(plot->arena, words, list, others);
    return callout_make(words_format(plot->arena, words, WORD_COMPARISON_UNNAMED, "list", told, NULL), "",
                        plot->note.size_pt, COLOUR_SECOND_TEXT);
}

/* At the foot those that have no name at their mark, as many as have room there. */
static void add_unnamed(struct funnel_chart *funnel, const struct beyond *beyond, const bool *named, size_t count) {
    const struct plot *plot = &funnel->plot;
    struct callout callout, best = {.name = NULL};
    const char *list = "";
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        left += !named[i];
    for (size_t i = 0; i < count && lettering_width(plot->lettering, plot->note, list) < funnel->foot_pt; i++) {
        if (named[i])
            continue;
        list = arena_printf(plot->arena, "%s%s%s %s", list, list[0] == '\0' ? "" : ", ", beyond[i].mark->name,
                            beyond[i].mark->printed);
        callout = unnamed_words(funnel, list, --left);
        if (callout_width(plot, &callout) <= funnel->foot_pt)
            best = callout;
    }
    if (best.name != NULL)
        comparison_put(&funnel->labels, best,
                       (struct callout_spot){0, plot->height - LETTERING_DESCENT * plot->note.size_pt, 1});
}

/* Those beyond the limits, each where it touches nothing; then the first of them that have no room near by. */
static void add_beyond(struct funnel_chart *funnel) {
    struct arena *arena = funnel->plot.arena;
    struct beyond *beyond = arena_new_array(arena, funnel->shown->count + 1, struct beyond);
    size_t count = list_beyond(funnel, beyond);
    bool *named = arena_new_array(arena, count + 1, bool);
    for (size_t i = 0; i < count; i++)
        named[i] = place_name(funnel, beyond[i].mark, false);
    for (size_t i = 0; i < count && i < FAR_NAMED; i++)
        if (!named[i])
            named[i] = place_name(funnel, beyond[i].mark, true);
    add_unnamed(funnel, beyond, named, count);
}

void funnel_names_add(struct funnel_chart *funnel) {
    add_own(funnel);
    add_beyond(funnel);
}
