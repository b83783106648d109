#include "usage.h"

#include <string.h>

#include "block_parts.h"

static struct usage *current(const struct composer *composer) {
    if (composer->used == NULL || composer->page->spec == NULL)
        return NULL;
    return &composer->used[composer->page->spec - composer->layout->pages];
}

void usage_add_icon(struct composer *composer, int icon) {
    struct usage *usage = current(composer);
    if (usage != NULL)
        usage->icons |= UINT64_C(1) << icon;
}

void usage_add_sign(struct composer *composer, enum sign sign) {
    struct usage *usage = current(composer);
    if (usage != NULL)
        usage->signs |= UINT64_C(1) << sign;
}

void usage_add_band(struct composer *composer, enum band_colour band) {
    struct usage *usage = current(composer);
    if (usage != NULL)
        usage->bands |= 1u << band;
}

void usage_add_quartile(struct composer *composer, enum quartile quartile) {
    struct usage *usage = current(composer);
    if (usage != NULL)
        usage->quartiles |= 1u << quartile;
}

void usage_add_symbols(struct composer *composer, const char *string) {
    struct usage *usage = strchr(string, '[') == NULL ? NULL : current(composer);
    for (int status = STATUS_PRESENT + 1; usage != NULL && status < STATUS_COUNT; status++)
        if (status_words[status].symbol[0] != '\0' && strstr(string, status_words[status].symbol) != NULL)
            usage->statuses |= 1u << status;
}

static bool asks(const struct block *block) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (block_rules[child->kind].explains_usage || asks(child))
            return true;
    return false;
}

struct usage *usage_create(struct arena *arena, const struct layout *layout) {
    return arena_new_array(arena, layout->page_count + 1, struct usage);
}

bool usage_is_asked_for(const struct layout *layout) {
    for (size_t i = 0; i < layout->page_count; i++)
        if (layout->pages[i].body != NULL && asks(layout->pages[i].body))
            return true;
    return false;
}

struct usage usage_so_far(const struct composer *composer) {
    const struct usage *usage = current(composer);
    return usage == NULL ? (struct usage){0} : *usage;
}

struct usage usage_of(const struct composer *composer, bool of_pack) {
    struct usage usage = {0};
    const struct layout *layout = composer->layout;
    for (size_t i = 0; composer->known != NULL && i < layout->page_count; i++) {
        if (!of_pack && composer->page->spec != &layout->pages[i])
            continue;
        usage.icons |= composer->known[i].icons;
        usage.signs |= composer->known[i].signs;
        usage.bands |= composer->known[i].bands;
        usage.quartiles |= composer->known[i].quartiles;
        usage.statuses |= composer->known[i].statuses;
    }
    return usage;
}

bool usage_is_none(const struct usage *usage) {
    return usage->icons == 0 && usage->signs == 0 && usage->bands == 0 && usage->quartiles == 0 && usage->statuses == 0;
}
