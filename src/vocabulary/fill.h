#ifndef VOCABULARY_FILL_H
#define VOCABULARY_FILL_H

#include "organisation.h"
#include "vocabulary.h"

/*
 * A copy of a tree in which the words of an organisation, `{code}`, `{name}` and the columns of its file, are filled
 * in: in attributes and in texts, where they cannot become mark-up. An attribute that nothing is left of is not there.
 *
 * What has places of its own is left as it is: attributes of the kind VALUE_PLACES, the dates of the pack (`{period}`),
 * and every `{word}` that is none of the organisation's.
 */
struct xml_element *fill_tree(struct arena *arena, const struct xml_element *root, enum schema_kind schema,
                              const struct organisation *organisation);

/* The same of one text that is no mark-up. */
const char *fill_text(struct arena *arena, const char *text, const struct organisation *organisation);

#endif
