#include <string.h>

#include "catalogue_reader.h"
#include "lookup.h"

enum { POINTS_USUAL = 7 };

/* Codes with spaces between; NULL: whoever the pack is of. */
static bool is_for(const char *codes, const char *code) {
    size_t length = code == NULL ? 0 : strlen(code);
    if (codes == NULL)
        return true;
    for (const char *at = codes; *at != '\0'; at += strcspn(at, " ")) {
        at += strspn(at, " ");
        if (length > 0 && strcspn(at, " ") == length && strncmp(at, code, length) == 0)
            return true;
    }
    return false;
}

/* Rebases stand in the order of periods; each says why. */
static void read_rebase(struct catalogue_reader *reader, struct control_chart *chart,
                        const struct xml_element *element) {
    struct spc_rebase rebase = {xml_first(element, "from", reader->catalogue->calendar), xml_value(element, "reason"),
                                element->pos};
    bool others = !is_for(xml_value(element, "codes"), reader->catalogue->code);
    if (rebase.from == PERIOD_NONE || rebase.reason == NULL || others)
        return;
    for (size_t i = 0; i < chart->rebase_count; i++)
        if (chart->rebases[i].from >= rebase.from) {
            diag_error(reader->diag, element->pos, "the rebase from %s is not after that in line %d (%s)",
                       lookup_iso(reader, rebase.from), chart->rebases[i].pos.line,
                       lookup_iso(reader, chart->rebases[i].from));
            return;
        }
    arena_append(reader->arena, chart->rebases, chart->rebase_count, chart->rebase_capacity) = rebase;
}

void control_chart_read(struct catalogue_reader *reader, struct indicator *indicator,
                        const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "control-chart") != 0)
            continue;
        struct control_chart *chart = arena_new(reader->arena, struct control_chart);
        chart->pos = child->pos;
        chart->options = (struct spc_options){
            .baseline = (size_t)xml_whole(child, "baseline", 0),
            .run = (size_t)xml_whole(child, "points", POINTS_USUAL),
            .screening = xml_yes(child, "screening", false),
            .outside_counts = xml_yes(child, "outside-counts", false),
        };
        for (const struct xml_element *inner = child->first_child; inner != NULL; inner = inner->next)
            if (strcmp(inner->name, "rebase") == 0)
                read_rebase(reader, chart, inner);
        indicator->control_chart = chart;
    }
}
