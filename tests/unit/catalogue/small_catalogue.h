#ifndef TESTS_SMALL_CATALOGUE_H
#define TESTS_SMALL_CATALOGUE_H

#include "../read_test.h"

#include "catalogue_read.h"

/* A catalogue of the indicators "i 1" and "j" and two comparators, of the organisation N1, with what a test puts first.
 */
static struct catalogue *small_catalogue_read(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "x.csv", "period,a\n2018-03,1\n2018-04,2\n");
    const char *text =
        arena_printf(fixture->arena,
                     "<catalogue title='T' organisation='O' place='P' code='N1'>\n%s\n<source file='x.csv'/>"
                     "<comparator id='england' title='England'/><comparator id='region' title='Region'/>"
                     "<indicator id='i 1' title='I' unit='count' measure='value' numerator='a'/>"
                     "<indicator id='j' title='J' unit='count' measure='value' numerator='a'/></catalogue>",
                     body);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

#endif
