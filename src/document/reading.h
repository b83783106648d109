#ifndef DOCUMENT_READING_H
#define DOCUMENT_READING_H

#include "frame.h"

/*
 * How a document is read: the way from its elements to their frames, and what follows from the whole of it. Made when
 * all frames are in place, once for each document that is written.
 */
struct reading;

/* A frame that belongs to an element. */
struct reading_frame {
    const struct frame *frame;
    size_t page;
    size_t number; /* among all frames of the document, as they are painted */
    size_t order;  /* in which it is read */
    bool apart; /* words that stand apart from those read before them in their paragraph, without a blank in either */
};

struct reading *reading_create(struct arena *arena, const struct document *document);

/* The frames of an element itself, in reading order. */
const struct reading_frame *reading_frames(const struct reading *reading, const struct element *element, size_t *count);

/* The frame that is read first, of an element or of one below it; NULL: nothing of it is on any page. */
const struct reading_frame *reading_first(const struct reading *reading, const struct element *element);

/*
 * The level of a heading in this document, from 1 to HEADING_LEVELS: one deeper than the heading of a lower rank that
 * it stands under, so that no level is left out. 0: no heading, or none that is on a page.
 */
int reading_level(const struct reading *reading, const struct element *element);

/*
 * What an element holds, one thing after the other: a frame of its own, or a child (with what is below it).
 *
 *     for (struct reading_part part = reading_part_of(element); reading_next(reading, &part);)
 *         part.frame != NULL ? ... : ... part.child
 */
struct reading_part {
    const struct reading_frame *frame; /* NULL: a child */
    const struct element *child;       /* also one of which nothing is on a page */
    const struct element *element, *next_child;
    size_t frames_read;
};

struct reading_part reading_part_of(const struct element *element);
bool reading_next(const struct reading *reading, struct reading_part *part); /* false: that was all */

#endif
