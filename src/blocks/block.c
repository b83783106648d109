#include "block.h"

const char *const attached_words[ATTACHED_COUNT] = {"no", "xlsx", "ods", "csv"};

const char *const block_words[BLOCK_KIND_COUNT] = {
#define BLOCK(KIND, noun, word, ...) [BLOCK_##KIND] = word,
#define PLAIN BLOCK
#define MARK BLOCK
#include "blocks.def"
};

const struct block_rule block_rules[BLOCK_KIND_COUNT] = {
#define BLOCK(KIND, noun, word, ...) [BLOCK_##KIND] = {__VA_ARGS__},
#define PLAIN BLOCK
#define MARK BLOCK
#include "blocks.def"
};

const struct commentary *layout_commentary(const struct layout *layout, const struct indicator *indicator) {
    for (size_t i = 0; i < layout->commentary_count; i++)
        if (layout->commentaries[i].indicator == indicator)
            return &layout->commentaries[i];
    return NULL;
}

int layout_day(const struct layout *layout) {
    int created = layout->created == NULL ? PERIOD_NONE : calendar_parse(calendar_days, layout->created);
    return created != PERIOD_NONE ? created : calendar_last_day(layout->catalogue->calendar, layout->period);
}
