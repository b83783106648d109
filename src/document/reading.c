#include "reading.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Less than can be seen. */
static const double NEAR_PT = 0.5;

struct node {
    size_t start, count;               /* of its own frames */
    const struct reading_frame *first; /* also below it */
    int level;
};

struct reading {
    struct reading_frame *frames; /* by element, then in reading order */
    struct node *nodes;           /* by element->index */
};

static size_t frame_count(const struct document *document) {
    size_t count = 0;
    for (size_t p = 0; p < document->page_count; p++)
        count += document->pages[p].frame_count;
    return count;
}

static int compare(const void *a, const void *b) {
    const struct reading_frame *left = a, *right = b;
    size_t before = left->frame->element->index, behind = right->frame->element->index;
    if (before == behind) {
        before = left->order != right->order ? left->order : left->number;
        behind = left->order != right->order ? right->order : right->number;
    }
    return (before > behind) - (before < behind);
}

static void sort_frames(struct reading *reading, const struct document *document) {
    size_t count = 0, number = 0;
    for (size_t p = 0; p < document->page_count; p++)
        for (size_t f = 0; f < document->pages[p].frame_count; f++, number++) {
            const struct frame *frame = &document->pages[p].frames[f];
            if (frame->element != NULL)
                reading->frames[count++] =
                    (struct reading_frame){frame, p, number, frame->order != 0 ? frame->order : number, false};
        }
    if (count > 0)
        qsort(reading->frames, count, sizeof(*reading->frames), compare);
    for (size_t i = 0; i < count; i++) {
        struct node *node = &reading->nodes[reading->frames[i].frame->element->index];
        node->start = node->count == 0 ? i : node->start;
        node->count++;
    }
}

static const struct reading_frame *find_first(struct reading *reading, const struct element *element) {
    struct node *node = &reading->nodes[element->index];
    node->first = node->count > 0 ? &reading->frames[node->start] : NULL;
    for (const struct element *child = element->first_child; child != NULL; child = child->next) {
        const struct reading_frame *below = find_first(reading, child);
        if (below != NULL && (node->first == NULL || below->order < node->first->order))
            node->first = below;
    }
    return node->first;
}

static bool is_apart(const struct frame *before, const struct frame *frame) {
    size_t length = strlen(before->u.text.string);
    static const struct frame_point along[TURN_COUNT] = {{1, 0}, {0, -1}, {-1, 0}, {0, 1}};
    double x = before->x + along[before->turn].x * before->width, y = before->y + along[before->turn].y * before->width;
    bool divided = length >= 2 && strcmp(before->u.text.string + length - 2, "\u00AD") == 0;
    if (length == 0 || divided || before->u.text.string[length - 1] == ' ' || frame->u.text.string[0] == ' ')
        return false;
    double raised =
        (before->u.text.size_pt + frame->u.text.size_pt) / 4; /* the mark of a footnote, by less than that */
    return fabs(frame->x - x) > NEAR_PT || fabs(frame->y - y) > raised;
}

/* `before` is the text that was read last in the paragraph; NULL: none yet. */
static void part_words(struct reading *reading, const struct element *element, const struct frame **before) {
    const struct frame *own = NULL;
    if (!element_is_inline(element))
        before = &own;
    for (struct reading_part part = reading_part_of(element); reading_next(reading, &part);) {
        if (part.child != NULL) {
            part_words(reading, part.child, before);
        } else if (part.frame->frame->kind == FRAME_TEXT) {
            struct reading_frame *frame = &reading->frames[part.frame - reading->frames];
            frame->apart = *before != NULL && is_apart(*before, frame->frame);
            *before = frame->frame;
        }
    }
}

/* The headings that the next one stands under, by rank: the level of each, 0 where there is none. */
struct headings {
    int levels[HEADING_LEVELS + 1];
};

static void settle_levels(struct reading *reading, const struct element *element, struct headings *above) {
    struct node *node = &reading->nodes[element->index];
    int rank = element_rank(element);
    if (rank > 0 && node->first != NULL) {
        for (int i = 1; i < rank; i++)
            node->level = above->levels[i] > 0 ? above->levels[i] : node->level;
        node->level++;
        above->levels[rank] = node->level;
        for (int i = rank + 1; i <= HEADING_LEVELS; i++)
            above->levels[i] = 0;
    }
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        settle_levels(reading, child, above);
}

struct reading *reading_create(struct arena *arena, const struct document *document) {
    struct reading *reading = arena_new(arena, struct reading);
    struct headings above = {{0}};
    reading->frames = arena_new_array(arena, frame_count(document) + 1, struct reading_frame);
    reading->nodes = arena_new_array(arena, document->element_count, struct node);
    sort_frames(reading, document);
    find_first(reading, document->root);
    settle_levels(reading, document->root, &above);
    part_words(reading, document->root, NULL);
    return reading;
}

const struct reading_frame *reading_frames(const struct reading *reading, const struct element *element,
                                           size_t *count) {
    const struct node *node = &reading->nodes[element->index];
    *count = node->count;
    return &reading->frames[node->start];
}

const struct reading_frame *reading_first(const struct reading *reading, const struct element *element) {
    return reading->nodes[element->index].first;
}

int reading_level(const struct reading *reading, const struct element *element) {
    return reading->nodes[element->index].level;
}

struct reading_part reading_part_of(const struct element *element) {
    return (struct reading_part){.element = element, .next_child = element->first_child};
}

/* Children keep the order of the tree; the element's own frames go before the first child that is read later. */
bool reading_next(const struct reading *reading, struct reading_part *part) {
    size_t count;
    const struct reading_frame *frames = reading_frames(reading, part->element, &count);
    const struct element *child = part->next_child;
    const struct reading_frame *frame = part->frames_read < count ? &frames[part->frames_read] : NULL;
    const struct reading_frame *first = child != NULL ? reading_first(reading, child) : NULL;
    bool is_frame = frame != NULL && (child == NULL || (first != NULL && frame->order < first->order));
    part->frame = is_frame ? frame : NULL;
    part->child = is_frame ? NULL : child;
    part->frames_read += is_frame;
    if (!is_frame && child != NULL)
        part->next_child = child->next;
    return is_frame || child != NULL;
}
