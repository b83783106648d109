#include "layout.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "abbreviations_read.h"
#include "extent.h"
#include "fill.h"
#include "layout_internal.h"
#include "paper_read.h"
#include "value.h"
#include "vocabulary.h"
#include "vocabulary_words.h"
#include "written.h"

enum { BLEED_MAX_PT = 15 };

/* The folder above the layout's, all links resolved; NULL where files may lie anywhere. */
static const char *find_root(struct arena *arena, const char *path, const struct read_options *options) {
    if (options != NULL && options->allow_outside)
        return NULL;
    char *real = path_real(path);
    if (real == NULL)
        return "/nowhere";
    char *root = path_folder(arena, path_folder(arena, real));
    free(real);
    return root;
}

static void read_words(struct layout_reader *reader) {
    const struct xml_element *root = reader->root;
    struct layout *layout = reader->layout;
    const char *title = xml_value(root, "title"), *language = xml_value(root, "language");
    written_add_attributes(reader, root);
    layout->title = title == NULL ? "" : title;
    layout->subtitle = xml_value(root, "subtitle");
    layout->author = xml_value(root, "author");
    layout->subject = xml_value(root, "subject");
    layout->language = language == NULL ? "en-GB" : language;
    layout->hyphens = xml_yes(root, "hyphens", true);
    layout->created = xml_value(root, "created");
    layout->status = xml_value(root, "status");
    layout->footer = xml_value(root, "footer");
    layout->attached = xml_word(root, "attach-data", attached_words, ATTACHED_COUNT, ATTACHED_NOTHING);
}

static void read_numbers(struct layout_reader *reader) {
    const struct xml_element *root = reader->root;
    struct layout *layout = reader->layout;
    layout->bleed_pt = xml_length(root, "bleed", 0);
    if (layout->bleed_pt > BLEED_MAX_PT)
        diag_error(reader->diag, xml_pos(root, "bleed"), "a bleed is at most %d points, 5 mm; 3 mm is usual",
                   BLEED_MAX_PT);
    layout->first_page = xml_whole(root, "first-page", 1);
    layout->duplex = xml_yes(root, "duplex", false);
    layout->numbers_of_pages =
        xml_word(root, "page-number", page_number_words, PAGE_NUMBER_COUNT, PAGE_NUMBER_ALONE) == PAGE_NUMBER_OF_PAGES;
    layout->facing_pages = xml_yes(root, "facing-pages", false);
}

/* asked   the period; NULL: the layout's */
static bool read_catalogue(struct layout_reader *reader, const char *asked) {
    struct layout *layout = reader->layout;
    const char *name = xml_value(reader->root, "catalogue");
    struct source_pos pos = xml_pos(reader->root, "catalogue");
    if (name == NULL || name[0] == '\0')
        return false;
    char *path = path_resolve(reader->arena, &reader->scope, layout->path, name, pos, reader->diag);
    const struct catalogue_options options = {.scope = &reader->scope,
                                              .organisation = reader->organisation,
                                              .cache = reader->cache,
                                              .period = asked != NULL ? asked : xml_value(reader->root, "period")};
    if (path != NULL)
        layout->catalogue = catalogue_read(reader->arena, path, pos, &options, reader->diag);
    reader->names = (struct catalogue_reader){.arena = reader->arena,
                                              .diag = reader->diag,
                                              .scope = &reader->scope,
                                              .root = reader->root,
                                              .catalogue = layout->catalogue};
    return layout->catalogue != NULL;
}

static void read_look(struct layout_reader *reader, bool booklet) {
    const struct xml_element *root = reader->root;
    struct layout *layout = reader->layout;
    const char *attribute = booklet && xml_value(root, "booklet-theme") != NULL ? "booklet-theme" : "theme";
    const char *theme = xml_value(root, attribute), *fonts = xml_value_or(root, "fonts", "../fonts/fonts.xml");
    struct source_pos pos = xml_pos(root, attribute);
    layout->theme = theme_default;
    char *path =
        theme == NULL ? NULL : path_resolve(reader->arena, &reader->scope, layout->path, theme, pos, reader->diag);
    if (path != NULL)
        theme_read(reader, &layout->theme, path, pos);
    path = path_resolve(reader->arena, &reader->scope, layout->path, fonts, xml_pos(root, "fonts"), reader->diag);
    if (path != NULL)
        fonts_read(reader, &layout->fonts, path, xml_pos(root, "fonts"));
}

/* The period that was asked for, else the layout's, else the latest with data; PERIOD_NONE, reported, where there is
 * none. */
static int choose_period(struct layout_reader *reader, const char *asked) {
    const struct catalogue *catalogue = reader->layout->catalogue;
    int period = asked != NULL ? calendar_parse(catalogue->calendar, asked)
                               : xml_period(reader->root, "period", catalogue->calendar);
    if (asked != NULL && period == PERIOD_NONE)
        diag_error(reader->diag, reader->root->pos, "--period: %s",
                   calendar_refusal(reader->arena, catalogue->calendar, asked));
    else if (period == PERIOD_NONE)
        period = catalogue_latest_period(catalogue);
    if (period == PERIOD_NONE && !diag_failed(reader->diag))
        diag_error(reader->diag, reader->root->pos, "the catalogue has no %s with a figure to report",
                   calendar_noun(catalogue->calendar));
    return period;
}

static void read_period(struct layout_reader *reader, const char *asked) {
    struct layout *layout = reader->layout;
    struct calendar calendar = layout->catalogue->calendar;
    int first = catalogue_first_period(layout->catalogue), last = catalogue_last_period(layout->catalogue);
    int period = layout->period = choose_period(reader, asked);
    if (!diag_failed(reader->diag) && first != PERIOD_NONE && period != PERIOD_NONE &&
        (period < first || period > last))
        diag_error(reader->diag, xml_pos(reader->root, "period"), "the period %s lies outside the data: %s to %s",
                   calendar_iso(reader->arena, calendar, period), calendar_iso(reader->arena, calendar, first),
                   calendar_iso(reader->arena, calendar, last));
}

/* The folder that the layout names. Of many organisations some may have none. */
static char *find_commentary(struct layout_reader *reader, const char *name, struct source_pos pos) {
    const char *layout = reader->layout->path;
    if (reader->organisation == NULL)
        return path_resolve(reader->arena, &reader->scope, layout, name, pos, reader->diag);
    size_t before = reader->diag->errors;
    char *folder = path_find(reader->arena, &reader->scope, layout, name, pos, reader->diag);
    if (folder == NULL && reader->diag->errors == before)
        diag_warning(reader->diag, pos, "there is no folder \"%s\": %s has no commentary", name,
                     reader->organisation->name);
    return folder;
}

static void read_commentary(struct layout_reader *reader) {
    const struct layout *layout = reader->layout;
    const char *name = xml_value(reader->root, "commentary");
    struct stat status;
    char *folder = NULL;
    if (name != NULL) {
        folder = find_commentary(reader, name, xml_pos(reader->root, "commentary"));
    } else {
        folder = path_join(reader->arena, path_folder(reader->arena, layout->catalogue->path), "commentary");
        if (stat(folder, &status) != 0)
            return;
    }
    if (folder != NULL && layout->period != PERIOD_NONE)
        commentaries_read(reader, folder);
}

int layout_usual_run(const struct layout_reader *reader) {
    return extent_of_runs[reader->layout->catalogue->calendar.grain];
}

bool layout_takes_to_date(struct layout_reader *reader, struct source_pos pos, const char *what) {
    bool takes = reader->layout->catalogue->calendar.grain < GRAIN_YEAR;
    if (!takes)
        diag_warning(reader->diag, pos, "a year has no year to date: the %s is left out", what);
    return takes;
}

void layout_refuse(struct layout_reader *reader, const struct xml_element *element, const char *const *names,
                   const char *where) {
    for (; *names != NULL; names++)
        if (xml_value(element, *names) != NULL)
            diag_error(reader->diag, xml_pos(element, *names), "a <%s> of a <%s> has no attribute \"%s\"",
                       element->name, where, *names);
}

/* Short words of the program's own. */
static void add_own(const struct words *words, struct abbreviations *list) {
    static const struct { enum word word, meaning; } own[] = {{WORD_ROWS_TO_DATE, WORD_ROWS_TO_DATE_MEANING}};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        abbreviations_add_word(list, words_get(words, own[i].word), words_get(words, own[i].meaning),
                               words->places[own[i].word]);
}

static bool has_glossary(const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, block_words[BLOCK_GLOSSARY]) == 0 || has_glossary(child))
            return true;
    return false;
}

/* The program's, the catalogue's, the layout's: of two of a short form the later one holds. */
static void read_abbreviations(struct layout_reader *reader) {
    struct abbreviations *list = arena_new(reader->arena, struct abbreviations);
    const struct abbreviations *of_catalogue = &reader->layout->catalogue->abbreviations;
    add_own(reader->layout->words, list);
    for (size_t i = 0; i < of_catalogue->count; i++)
        abbreviations_add(list, of_catalogue->items[i]);
    abbreviations_read(reader->arena, reader->root, list, reader->diag);
    reader->layout->abbreviations = list;
    reader->layout->abbreviations_in_glossary = xml_word(reader->root, "abbreviations", abbreviations_words,
                                                         EXPLAINED_COUNT, EXPLAINED_ON_PAGES) == EXPLAINED_IN_GLOSSARY;
    if (reader->layout->abbreviations_in_glossary && !has_glossary(reader->root))
        diag_error(reader->diag, xml_pos(reader->root, "abbreviations"),
                   "the pack has no <glossary/> that would explain its abbreviations; add one to a page");
}

/* The layout's tree, with the words of the organisation where there is one. */
static const struct xml_element *read_tree(struct layout_reader *reader, const char *path,
                                           const struct read_options *options) {
    static const struct read_options usual = {0};
    const struct xml_element *root =
        read_cache_tree(reader->cache, path, (struct source_pos){.file = path}, reader->diag);
    if (root == NULL || !organisation_choose(reader, root, options != NULL ? options : &usual))
        return NULL;
    return reader->organisation == NULL ? root : fill_tree(reader->arena, root, SCHEMA_LAYOUT, reader->organisation);
}

struct layout *layout_read(struct arena *arena, const char *path, const struct read_options *options,
                           struct diag *diag) {
    struct layout_reader reader = {.arena = arena, .diag = diag, .cache = options == NULL ? NULL : options->cache};
    reader.cache = reader.cache != NULL ? reader.cache : read_cache_create(arena);
    reader.previous = options == NULL ? NULL : options->previous;
    reader.scope.root = find_root(arena, path, options);
    const struct xml_element *root = read_tree(&reader, path, options);
    if (root == NULL || (!vocabulary_check(root, SCHEMA_LAYOUT, arena, diag) && strcmp(root->name, "pack") != 0))
        return NULL;
    reader.root = root;
    reader.layout = arena_new(arena, struct layout);
    reader.layout->path = path;
    reader.layout->pos = root->pos;
    reader.layout->period = PERIOD_NONE;
    read_words(&reader);
    reader.layout->paper = paper_read(&reader);
    read_numbers(&reader);
    words_read_language(&reader);
    read_look(&reader, options != NULL && options->booklet);
    if (!read_catalogue(&reader, options == NULL ? NULL : options->period))
        return NULL;
    vocabulary_check_periods(root, SCHEMA_LAYOUT, reader.layout->catalogue->calendar, diag);
    read_period(&reader, options == NULL ? NULL : options->period);
    read_abbreviations(&reader);
    pages_read(&reader);
    if (reader.previous != NULL && !reader.tells_since)
        diag_warning(diag, root->pos,
                     "--previous has no effect: the pack has no <attention> without a since of its own");
    read_commentary(&reader);
    return reader.layout;
}

struct catalogue *layout_read_catalogue(struct arena *arena, const struct layout *layout,
                                        const struct read_options *options, struct diag *diag) {
    const struct path_scope scope = {find_root(arena, layout->path, options)};
    const struct catalogue_options asked = {
        .scope = &scope, .period = options->period, .organisation = options->organisation, .cache = options->cache};
    const char *path = layout->catalogue->path;
    return catalogue_read(arena, path, (struct source_pos){.file = path}, &asked, diag);
}
