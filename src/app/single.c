#include "single.h"

#include <string.h>

#include "artwork.h"
#include "condition.h"
#include "dump.h"
#include "excerpt.h"
#include "export.h"
#include "index.h"
#include "output_path.h"
#include "pack_file.h"
#include "paint.h"
#include "progress.h"
#include "text.h"

enum { USUAL_DPI = 150, NAMES_TOLD = 12 };

/* Pages on their way into files of their own. */
struct single {
    struct session *session;
    const struct arguments *arguments;
    struct document *whole;
    const char **ids; /* of all pages, in order, each once */
    size_t *sides;    /* of each */
    size_t id_count;
    const char *folder;    /* NULL: the user named a file */
    struct export *export; /* NULL for PDF */
};

static void find_ids(struct single *single) {
    struct index seen = {0};
    struct arena *arena = single->session->arena;
    single->ids = arena_new_array(arena, single->whole->page_count + 1, const char *);
    single->sides = arena_new_array(arena, single->whole->page_count + 1, size_t);
    for (size_t p = 0; p < single->whole->page_count; p++) {
        const char *id = single->whole->pages[p].id;
        size_t *sides = id != NULL ? index_find(&seen, id) : NULL;
        if (id != NULL && sides == NULL) {
            sides = &single->sides[single->id_count];
            single->ids[single->id_count++] = id;
            index_add(arena, &seen, id, sides);
        }
        if (sides != NULL)
            ++*sides;
    }
}

static const char *noun_of(const struct single *single) {
    return single->session->options.charts ? "chart" : "page";
}

static const char *known_ids(struct single *single) {
    const char *list = "";
    for (size_t i = 0; i < single->id_count && i < NAMES_TOLD; i++)
        list = arena_printf(single->session->arena, "%s%s%s", list, i > 0 ? ", " : "", single->ids[i]);
    return arena_printf(single->session->arena, "%s%s", list, single->id_count > NAMES_TOLD ? " ..." : "");
}

/* True, reported, for a page that its condition leaves out. */
static bool is_left_out(struct single *single, const char *wanted) {
    struct session *session = single->session;
    for (size_t i = 0; i < session->layout->left_out_count; i++) {
        const struct left_out *out = &session->layout->left_out[i];
        if (out->block != NULL || !text_equal(out->page->id, wanted))
            continue;
        diag_error(&session->diag, out->page->pos, "the page \"%s\" is left out%s", wanted,
                   out->when == NULL
                       ? ", since no more than its heading is left of it"
                       : arena_printf(session->arena, ", since when=\"%s\" does not hold", out->when->written));
        return true;
    }
    return false;
}

/* Leaves the one id that was asked for, where it is not all. */
static bool choose(struct single *single, const char *wanted) {
    struct session *session = single->session;
    if (single->id_count == 0) {
        diag_error(&session->diag, session->layout->pos, "the pack has no %s", noun_of(single));
        return false;
    }
    if (wanted == NULL || strcmp(wanted, "all") == 0)
        return true;
    for (size_t i = 0; i < single->id_count; i++)
        if (strcmp(single->ids[i], wanted) == 0) {
            single->ids = &single->ids[i];
            single->sides = &single->sides[i];
            single->id_count = 1;
            return true;
        }
    if (is_left_out(single, wanted))
        return false;
    const char *nearest = text_nearest(wanted, single->ids, single->id_count), *noun = noun_of(single);
    if (nearest != NULL)
        diag_error(&session->diag, session->layout->pos, "no %s \"%s\" among %zu; did you mean \"%s\"?", noun, wanted,
                   single->id_count, nearest);
    else
        diag_error(&session->diag, session->layout->pos, "no %s \"%s\" among %zu: %s", noun, wanted, single->id_count,
                   known_ids(single));
    return false;
}

/* How many files a page takes: a PDF has all its sides. */
static size_t file_count(const struct single *single, size_t page) {
    return strcmp(single->arguments->format, "pdf") == 0 ? 1 : single->sides[page];
}

static const char *path_of(struct single *single, size_t page, size_t file) {
    size_t side = file_count(single, page) == 1 ? 0 : file + 1;
    if (single->folder == NULL)
        return output_path_of_side(single->session, single->arguments->output, side);
    return output_path_in(single->session, single->folder, single->ids[page], side, single->arguments->format);
}

/* A page `visits-2` and the second side of a page `visits` want one name. */
static bool check_paths(struct single *single) {
    struct session *session = single->session;
    struct index taken = {0};
    bool good = true;
    for (size_t i = 0; i < single->id_count; i++)
        for (size_t file = 0; file < file_count(single, i); file++) {
            const char *path = path_of(single, i, file), *other = index_find(&taken, path);
            if (other != NULL)
                diag_error(&session->diag, session->layout->pos,
                           "the %ss \"%s\" and \"%s\" would both be %s; give one of them another id", noun_of(single),
                           other, single->ids[i], path);
            good &= other == NULL;
            index_add(session->arena, &taken, path, (void *)single->ids[i]);
        }
    return good;
}

static bool write_pictures(struct single *single, struct document *document, size_t page) {
    session_describe(single->session, document);
    for (size_t i = 0; i < document->page_count; i++)
        if (!export_write(single->export, document, i, path_of(single, page, i)))
            return false;
    return true;
}

static bool write_pdf(struct single *single, struct document *document, size_t page) {
    return session_draw(single->session, document) &&
           pack_file_write(single->session, document, path_of(single, page, 0));
}

static bool write_page(struct single *single, size_t page) {
    struct arena *arena = arena_create();
    struct document *document = excerpt_create(arena, single->whole, single->ids[page]);
    bool written = true;
    if (single->arguments->dump != NULL) {
        session_describe(single->session, document);
        dump_document(document, single->arguments->dump, stdout);
    } else {
        written = single->export != NULL ? write_pictures(single, document, page) : write_pdf(single, document, page);
    }
    arena_destroy(arena);
    return written;
}

static bool write_pages(struct single *single) {
    struct session *session = single->session;
    struct progress progress = progress_start(session->options.charts ? "publishing charts" : "publishing pages",
                                              single->id_count, session->options.quiet);
    bool good = true;
    for (size_t i = 0; i < single->id_count && good; i++) {
        good = write_page(single, i);
        progress_step(&progress);
    }
    progress_finish(&progress);
    return good;
}

static struct export *open_export(struct single *single) {
    const struct arguments *arguments = single->arguments;
    const struct export_options options = {
        .format = strcmp(arguments->format, "svg") == 0 ? EXPORT_SVG : EXPORT_PNG,
        .dpi = arguments->dpi != 0 ? arguments->dpi : USUAL_DPI,
        .paint_chart = chart_paint,
        .paint_image = artwork_paint,
        .software = "boardpack " BOARDPACK_VERSION,
    };
    return strcmp(arguments->format, "pdf") == 0
               ? NULL
               : export_create(single->whole->fonts, &options, &single->session->diag);
}

void single_publish(struct session *session, const struct arguments *arguments) {
    struct single single = {.session = session, .arguments = arguments, .whole = session->document};
    find_ids(&single);
    if (!choose(&single, arguments->page))
        return;
    bool all = arguments->page == NULL || strcmp(arguments->page, "all") == 0;
    single.folder = output_path_of_pages(session, arguments->output, all);
    if (!check_paths(&single) ||
        (arguments->dump == NULL && single.folder != NULL && !output_path_make_folder(single.folder, &session->diag)))
        return;
    single.export = open_export(&single);
    if (write_pages(&single) && session->options.verbose)
        fprintf(stderr, "%s: %zu %s%s\n", single.folder != NULL ? single.folder : arguments->output, single.id_count,
                noun_of(&single), single.id_count == 1 ? "" : "s");
    export_destroy(single.export);
}
