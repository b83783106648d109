#ifndef SOURCE_SOURCE_SERIES_H
#define SOURCE_SOURCE_SERIES_H

#include "catalogue.h"
#include "source_request.h"

/*
 * Reads all files of a source into series of a catalogue. A series may go on in a further file, and in a further
 * source.
 *
 * Reports columns that are not there, texts that are no periods or figures, and figures for one period that differ;
 * notes tell what was read and what was left out.
 */
void source_series_read(struct arena *arena, const struct source_request *request, struct catalogue *catalogue,
                        struct diag *diag);

#endif
