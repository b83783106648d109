#include "catalogue_read.h"

#include <string.h>

#include "abbreviations_read.h"
#include "catalogue_reader.h"
#include "fill.h"
#include "vocabulary.h"

/* What stands for a word in a condition: an organisation's own, then what the catalogue says. */
static void gather_words(struct catalogue_reader *reader) {
    const struct catalogue *catalogue = reader->catalogue;
    const struct request_word others[] = {{"place", catalogue->place},
                                          {"organisation", catalogue->organisation},
                                          {"code", catalogue->code},
                                          {NULL, NULL}};
    size_t own = catalogue->own == NULL ? 0 : organisation_word_count(catalogue->own);
    struct request_word *words =
        arena_new_array(reader->arena, own + sizeof others / sizeof others[0], struct request_word);
    for (size_t i = 0; i < own; i++)
        words[i].name = organisation_word_at(catalogue->own, i, &words[i].text);
    memcpy(words + own, others, sizeof others);
    reader->words = words;
}

static void read_head(struct catalogue_reader *reader, const char *path) {
    const struct xml_element *root = reader->root;
    struct catalogue *catalogue = reader->catalogue;
    catalogue->path = path;
    catalogue->pos = root->pos;
    catalogue->title = xml_value_or(root, "title", "");
    catalogue->organisation = xml_value_or(root, "organisation", "");
    catalogue->place = xml_value_or(root, "place", "");
    catalogue->code = catalogue->own != NULL ? catalogue->own->code : xml_value(root, "code");
    catalogue->source = xml_value_or(root, "source", "");
    catalogue->data_as_at = xml_value(root, "data-as-at");
    catalogue->note = xml_value(root, "note");
    catalogue->calendar = calendar_usual;
    catalogue->calendar.grain = (enum grain)xml_word(root, "grain", grain_words, GRAIN_COUNT, calendar_usual.grain);
    int start = xml_whole(root, "year-start", calendar_usual.year_start);
    if (start >= YEAR_START_MIN && start <= YEAR_START_MAX)
        catalogue->calendar.year_start = start;
}

static void read_section(struct catalogue_reader *reader, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    const char *id = xml_value_or(element, "id", "");
    const struct section *other = catalogue_section(catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, element->pos, "the section \"%s\" is in line %d already", id, other->pos.line);
        return;
    }
    struct section *section = arena_new(reader->arena, struct section);
    *section = (struct section){id, xml_value_or(element, "title", id), element->pos};
    arena_append(reader->arena, catalogue->sections, catalogue->section_count, catalogue->section_capacity) = section;
}

static void read_names(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "section") == 0)
            read_section(reader, child);
        else if (strcmp(child->name, "comparator") == 0)
            comparator_read(reader, child);
    }
}

/* The tree of the catalogue, with the words of the organisation where there is one. */
static const struct xml_element *read_tree(struct catalogue_reader *reader, const char *path, struct source_pos from,
                                           const struct catalogue_options *options) {
    struct arena *arena = reader->arena;
    struct read_cache *cache = options->cache != NULL ? options->cache : read_cache_create(arena);
    const struct xml_element *root = read_cache_tree(cache, path, from, reader->diag);
    if (root == NULL || options->organisation == NULL)
        return root;
    reader->catalogue->own = options->organisation;
    reader->catalogue->organisations = read_cache_organisations(cache, path, root, reader->scope, reader->diag);
    reader->tables = reader->catalogue->organisations == NULL ? NULL : read_cache_tables(cache);
    return fill_tree(arena, root, SCHEMA_CATALOGUE, options->organisation);
}

struct catalogue *catalogue_read(struct arena *arena, const char *path, struct source_pos from,
                                 const struct catalogue_options *options, struct diag *diag) {
    struct catalogue_reader reader = {
        .arena = arena, .diag = diag, .scope = options->scope, .catalogue = arena_new(arena, struct catalogue)};
    const struct xml_element *root = reader.root = read_tree(&reader, path, from, options);
    if (root == NULL)
        return NULL;
    vocabulary_check(root, SCHEMA_CATALOGUE, arena, diag);
    read_head(&reader, path);
    gather_words(&reader);
    reader.period = options->period == NULL ? PERIOD_NONE : calendar_parse(reader.catalogue->calendar, options->period);
    vocabulary_check_periods(root, SCHEMA_CATALOGUE, reader.catalogue->calendar, diag);
    read_names(&reader);
    comparators_abbreviate(reader.catalogue);
    abbreviations_read(arena, root, &reader.catalogue->abbreviations, diag);
    sources_read(&reader);
    notes_read(&reader);
    indicators_read(&reader);
    attributes_read(&reader);
    targets_read(&reader);
    benchmarks_read(&reader);
    bands_read(&reader);
    shares_find(&reader);
    annuals_read(&reader);
    actions_read(&reader);
    return reader.catalogue;
}
