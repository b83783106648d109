#ifndef WORKBOOK_STREAM_H
#define WORKBOOK_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/*
 * XML that is read as it comes, without a tree. Names are without their prefixes, since workbooks differ in them and in
 * the namespaces behind. No DOCTYPE, no entities but the five of XML, a bounded depth.
 */
struct stream_attributes {
    const unsigned char **parts; /* libxml2's: name, prefix, namespace, value, end of the value */
    int count;
};

/* An attribute's value, which has no NUL behind it: *length of it. NULL where there is no such attribute. */
const char *stream_value(const struct stream_attributes *attributes, const char *name, size_t *length);

/* A copy of it; NULL where there is none. */
char *stream_text(struct arena *arena, const struct stream_attributes *attributes, const char *name);

/* As a whole number of at most nine digits; the preset where it is none. */
int stream_whole(const struct stream_attributes *attributes, const char *name, int preset);

/* `1` or `true`. */
bool stream_yes(const struct stream_attributes *attributes, const char *name);

/* True where an attribute of that name, with any prefix, has this value. */
bool stream_is(const struct stream_attributes *attributes, const char *name, const char *value);

/* Who takes it; false where no more is wanted. text may come in pieces. NULL: that is passed over. */
struct stream_taker {
    bool (*start)(void *to, const char *name, const struct stream_attributes *attributes);
    bool (*end)(void *to, const char *name);
    bool (*text)(void *to, const char *text, size_t length);
    void *to;
};

struct stream;
struct stream *stream_open(const struct stream_taker *taker);

/* False where no more is wanted or can be read. */
bool stream_take(struct stream *stream, const char *bytes, size_t length);

/* whole   no bytes are to come
 *
 * What is wrong with it, as a sentence ends; NULL where it was well-formed, or no more was wanted. */
const char *stream_close(struct stream *stream, bool whole, struct arena *arena);

#endif
