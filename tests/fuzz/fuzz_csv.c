/* Any bytes as a file of counts; the first eight say what is asked of it. */
#include "fuzz_file.h"
#include "source.h"
#include "wide_shape.h"

#include <string.h>

/* A text of the few that are worth asking for, or none. */
static struct request_text pick(uint8_t choice, const char *const *texts, size_t count) {
    const char *text = choice % (count + 1) < count ? texts[choice % (count + 1)] : NULL;
    return (struct request_text){.text = text};
}

#define PICK(choice, texts) pick((choice), (texts), sizeof(texts) / sizeof *(texts))

static struct table_request request_of(const uint8_t asked[8], const char *path) {
    static const char *const headings[] = {"a", "period", "b c"}, *const ends[] = {"N", "a"},
                             *const fills[] = {"a", "[A] + [B]", "a + b"},
                             *const conditions[] = {"a=1", "[A]=x; b!=|'y'", "[B]={code}", "a='", "a=1|2;b"};
    static const struct request_word words[] = {{"code", "1"}, {NULL, NULL}};
    return (struct table_request){
        .path = path,
        .from = {.file = path},
        .encoding = (enum encoding)(asked[0] % ENCODING_COUNT),
        .separator = (enum separator)(asked[1] % SEPARATOR_COUNT),
        .skip = asked[2] % 4,
        .from_heading = PICK(asked[3], headings),
        .heading_rows = asked[4] % 4,
        .until = PICK(asked[5], ends),
        .until_blank = asked[5] >= 128,
        .fill_down = PICK(asked[6], fills),
        .where = PICK(asked[7], conditions),
        .words = words,
    };
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    uint8_t asked[8] = {0};
    size_t said = length < sizeof asked ? length : sizeof asked;
    memcpy(asked, bytes, said);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    diag.verbose = true;
    struct catalogue catalogue = {.path = "catalogue.xml", .calendar = calendar_usual};
    const struct table_request request = request_of(asked, fuzz_file(bytes + said, length - said));
    struct shape shape = {.arena = arena,
                          .diag = &diag,
                          .catalogue = &catalogue,
                          .table = source_read(arena, &request, &diag),
                          .prefix = "table",
                          .from = request.from};
    if (shape.table != NULL)
        wide_shape_read(&shape, NULL);
    for (int period = catalogue_first_period(&catalogue); period != PERIOD_NONE; period = PERIOD_NONE)
        for (size_t i = 0; i < catalogue.series_count; i++)
            series_cell(catalogue.series[i], period);
    arena_destroy(arena);
    return 0;
}
