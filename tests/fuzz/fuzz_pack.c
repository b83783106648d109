/* Any bytes as the catalogue of a pack where they say that they are one, else as its layout. */
#include <string.h>
#include <sys/stat.h>

#include "catalogue_read.h"
#include "fuzz_file.h"
#include "inspect_catalogue.h"
#include "inspect_layout.h"
#include "layout.h"

static const char counts[] = "period,in_time,due\n2018-05,187,202\n2018-06,[c],200\n2018-07,188,203\n";
static const char catalogue[] =
    "<catalogue title='T'><source file='counts.csv'/><indicator id='visits' title='Visits' unit='percent' "
    "measure='ratio' numerator='in_time' denominator='due'/></catalogue>";
static const char layout[] = "<pack title='T' catalogue='../data/catalogue.xml'><pages all='yes'/></pack>";

static void store(const char *path, const void *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        abort();
}

/* A pack in a folder of its own, where the run stays. */
static void enter_pack(void) {
    static char folder[] = "/tmp/fuzz_pack.XXXXXX";
    static bool entered = false;
    if (entered)
        return;
    if (mkdtemp(folder) == NULL || chdir(folder) != 0 || mkdir("layouts", 0700) != 0 || mkdir("data", 0700) != 0)
        abort();
    store("data/counts.csv", counts, sizeof(counts) - 1);
    entered = true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    enter_pack();
    bool is_catalogue = memmem(bytes, length, "<catalogue", 10) != NULL;
    store("data/catalogue.xml", is_catalogue ? (const void *)bytes : catalogue,
          is_catalogue ? length : sizeof(catalogue) - 1);
    store("layouts/pack.xml", is_catalogue ? (const void *)layout : bytes, is_catalogue ? sizeof(layout) - 1 : length);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    static const struct read_options options = {.allow_outside = false};
    struct layout *read = layout_read(arena, "layouts/pack.xml", &options, &diag);
    if (read != NULL && read->period != PERIOD_NONE) {
        inspect_catalogue(read->catalogue, catalogue_first_period(read->catalogue), read->period, &diag);
        inspect_layout(read, read->period, &diag);
    }
    arena_destroy(arena);
    return 0;
}
