#include "condition_read.h"

const struct condition *condition_read(struct layout_reader *reader, const struct xml_element *element) {
    const char *written = xml_value(element, "when");
    struct condition_slip slip;
    if (written == NULL)
        return NULL;
    struct condition *condition = arena_new(reader->arena, struct condition);
    return condition_parse(written, condition, &slip) ? condition : NULL;
}
