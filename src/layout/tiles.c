#include <string.h>

#include "block_parts.h"
#include "block_readers.h"
#include "named.h"

static const char absent_word[] = "absent";

/* Figures that are words, and so can be counted. */
static const struct field_kind_facts *kind_of(enum field field) {
    return &field_kinds[field_table[field].kind];
}

/* `rag, target_status ...` */
static const char *countable_fields(struct arena *arena) {
    const char *list = "";
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (kind_of(field)->tiled > 0)
            list = arena_printf(arena, "%s%s%s", list, list[0] == '\0' ? "" : ", ", field_words[field]);
    return list;
}

static const char *words_of(struct arena *arena, enum field field) {
    const char *list = "";
    for (int i = 0; i < kind_of(field)->tiled; i++)
        list = arena_printf(arena, "%s%s, ", list, kind_of(field)->words[i]);
    return arena_printf(arena, "%sor %s", list, absent_word);
}

static bool read_word(struct layout_reader *reader, struct tile *tile, const char *word, struct source_pos pos) {
    tile->count = TILE_ABSENT;
    if (strcmp(word, absent_word) == 0)
        return true;
    tile->count = TILE_WORD;
    for (int i = 0; i < kind_of(tile->field)->tiled; i++)
        if (strcmp(word, kind_of(tile->field)->words[i]) == 0) {
            tile->word = i;
            return true;
        }
    diag_error(reader->diag, pos, "%s is never \"%s\"; expected %s", field_words[tile->field], word,
               words_of(reader->arena, tile->field));
    return false;
}

/* `all`, or a field and one of its words: `target_status:better`. */
static bool read_count(struct layout_reader *reader, struct tile *tile, const struct xml_element *element) {
    const char *count = xml_value(element, "count"), *colon = count == NULL ? NULL : strchr(count, ':');
    struct source_pos pos = xml_pos(element, "count");
    struct field_name name;
    if (count == NULL || strcmp(count, "all") == 0)
        return count != NULL;
    const char *field = colon == NULL ? count : arena_strndup(reader->arena, count, (size_t)(colon - count));
    if (colon == NULL || !field_parse(field, &name) || name.source != FROM_FIELD || kind_of(name.field)->tiled == 0) {
        diag_error(
            reader->diag, pos,
            "\"%s\" cannot be counted; expected all, or a field and its word such as target_status:better, of %s",
            count, countable_fields(reader->arena));
        return false;
    }
    if (!named_check_peers(reader, name.field, pos))
        return false;
    tile->field = name.field;
    return read_word(reader, tile, colon + 1, pos);
}

void tiles_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct tiles *tiles = block->part.tiles = arena_new(reader->arena, struct tiles);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        struct tile tile = {.count = TILE_ALL,
                            .label = xml_value(child, "label"),
                            .published = xml_whole(child, "published", -1),
                            .pos = child->pos};
        if (strcmp(child->name, "tile") == 0 && read_count(reader, &tile, child))
            arena_append(reader->arena, tiles->items, tiles->count, tiles->capacity) = tile;
    }
    if (element->first_child == NULL)
        diag_error(reader->diag, element->pos, "the block has no <tile>");
}
