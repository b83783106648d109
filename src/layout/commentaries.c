#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commentary.h"
#include "file.h"
#include "layout_internal.h"
#include "lookup.h"

enum { BYTES_MAX = 1 << 20 };

static bool ends_with(const char *name, const char *ending) {
    size_t length = strlen(name), behind = strlen(ending);
    return length > behind && strcmp(name + length - behind, ending) == 0;
}

static int is_markdown(const struct dirent *entry) {
    return entry->d_name[0] != '.' && ends_with(entry->d_name, ".md");
}

/* A file that holds words, such as visits.docx; none is what a program leaves beside it while it is open. */
static int is_other_file(const struct dirent *entry) {
    static const char *const ends[] = {".docx", ".doc", ".odt", ".rtf", ".txt", ".pages", ".pdf", ".html", ".htm"};
    const char *name = entry->d_name;
    bool words = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        words = words || ends_with(name, ends[i]);
    return words && name[0] != '.' && name[0] != '~';
}

/* By bytes, so that every run tells the same whatever the locale. */
static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Below 0: there is none, or it cannot be read; errno says why. */
static int scan(const char *folder, int (*wanted)(const struct dirent *), struct dirent ***entries) {
    int count = scandir(folder, entries, wanted, by_name);
    if (count < 0 && errno == ENOMEM)
        memory_exhausted();
    return count;
}

static void read_file(struct layout_reader *reader, const char *path) {
    struct layout *layout = reader->layout;
    const char *name = path_name(path);
    struct source_pos pos = {.file = path};
    const char *id = arena_strndup(reader->arena, name, strlen(name) - 3);
    const struct indicator *indicator = catalogue_indicator(layout->catalogue, id);
    if (indicator == NULL) {
        diag_warning(reader->diag, pos, "no indicator is named \"%s\", and the file is left out%s", id,
                     lookup_indicator_meant(&reader->names, id));
        return;
    }
    if (!path_inside(&reader->scope, path)) {
        diag_error(reader->diag, pos, "the file is a link that leads outside the pack's folders");
        return;
    }
    const char *markdown = file_read(reader->arena, path, pos, BYTES_MAX, reader->diag);
    if (markdown == NULL)
        return;
    struct rich_text *rich =
        rich_read(reader->arena, markdown, (struct source_pos){.file = path, .line = 1}, reader->diag);
    if (rich->count == 0) {
        diag_warning(reader->diag, pos, "the file has no words; write the commentary, or take the file away");
        return;
    }
    arena_append(reader->arena, layout->commentaries, layout->commentary_count, layout->commentary_capacity) =
        (struct commentary){.indicator = indicator, .rich = rich, .path = path};
}

/* Figures in its name, and no period. */
static int is_no_period(const struct dirent *entry) {
    return entry->d_name[0] != '.' && strpbrk(entry->d_name, "0123456789") != NULL && !calendar_knows(entry->d_name);
}

/* The period has no folder: one that is meant for it may be named otherwise, such as 2026-3 or Mar-2026. */
static void warn_of_names(const struct layout_reader *reader, const char *folder, const char *period) {
    struct dirent **entries = NULL;
    int count = scan(folder, is_no_period, &entries);
    for (int i = 0; i < count; i++) {
        const char *path = path_join(reader->arena, folder, entries[i]->d_name);
        diag_warning(
            reader->diag, (struct source_pos){.file = path},
            "the name is no period, and nothing is read from here; commentary of the pack's period lies in a folder %s",
            period);
        free(entries[i]);
    }
    free(entries);
}

/* People write in Word: words that are passed over do not vanish in silence. */
static void warn_of_files(const struct layout_reader *reader, const char *period) {
    struct dirent **entries = NULL;
    int count = scan(period, is_other_file, &entries);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        diag_warning(reader->diag, (struct source_pos){.file = path_join(reader->arena, period, name)},
                     "only files that end in .md are read, and this one is passed over; save its words as plain text "
                     "in UTF-8, by the name %.*s.md",
                     (int)strcspn(name, "."), name);
        free(entries[i]);
    }
    free(entries);
}

void commentaries_read(struct layout_reader *reader, const char *folder) {
    const struct layout *layout = reader->layout;
    const char *iso = calendar_iso(reader->arena, layout->catalogue->calendar, layout->period);
    char *period = path_join(reader->arena, folder, iso);
    struct dirent **entries = NULL;
    int count = scan(period, is_markdown, &entries);
    if (count < 0 && errno != ENOENT)
        file_report(period, (struct source_pos){.file = period}, errno, reader->diag);
    else if (count < 0 && layout->catalogue->organisations == NULL)
        warn_of_names(reader, folder, iso);
    if (count >= 0)
        warn_of_files(reader, period);
    for (int i = 0; i < count; i++) {
        read_file(reader, path_join(reader->arena, period, entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
}
