#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit_write.h"
#include "choose.h"
#include "data_file.h"
#include "figures_write.h"
#include "look.h"
#include "new_pack.h"
#include "publish.h"
#include "published_read.h"
#include "raw_places.h"
#include "run.h"
#include "schema.h"
#include "status.h"
#include "unexplained.h"
#include "unreported.h"

static int finish(struct session *session) {
    int status = session_report(session);
    session_destroy(session);
    return status;
}

static int publish(const struct arguments *arguments) {
    if (arguments->run.list != NULL)
        return run_publish(arguments);
    struct session_options options = arguments->session;
    options.alone = arguments_of_pages(arguments);
    struct session *session = session_create(&options);
    if (session_read(session))
        publish_write(session, arguments);
    return finish(session);
}

static void print_counts(const struct diag *diag) {
    size_t errors = diag_count(diag, DIAG_ERROR), warnings = diag_count(diag, DIAG_WARNING);
    fprintf(stderr, "%zu error%s, %zu warning%s\n", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

static int check(const struct arguments *arguments) {
    struct session *session = session_create(&arguments->session);
    bool good = session_read(session) && publish_compose(session);
    if (good)
        raw_places_tell(session->layout, session->document, &session->diag);
    bool drawn = good && session_draw(session, session->document); /* a chart without room is found by drawing it */
    if (good && session_impose(session) && drawn && arguments->dump != NULL)
        publish_dump(session, arguments->dump);
    session->diag.verbose = true;
    if (session->layout != NULL) {
        choose_tell(session->layout, &session->diag);
        if (good && session->figures != NULL)
            unreported_tell(session->layout, session->figures, session->period, &session->diag);
        if (session->layout->catalogue != NULL)
            unexplained_tell(session->layout, session->arena, &session->diag);
    }
    int status = session_report(session);
    if (!session->options.quiet && session->diag.system == 0)
        print_counts(&session->diag);
    session_destroy(session);
    return status;
}

static int figures(const struct arguments *arguments) {
    struct session *session = session_create(&arguments->session);
    bool good = session_read(session) && session_gather_peers(session);
    if (good && arguments->output != NULL) {
        data_file_save(session, arguments->format, arguments->output);
    } else if (good) {
        data_file_write(session, arguments->format, stdout);
        publish_flush(session, stdout);
    }
    return finish(session);
}

static int audit(const struct arguments *arguments) {
    struct session *session = session_create(&arguments->session);
    struct published_table table = {0};
    size_t differing = 0;
    if (session_read(session) && session_gather_peers(session)) {
        session_compute(session);
        published_read(session->arena, arguments->table, session->layout->catalogue, &table, &session->diag);
        if (!diag_failed(&session->diag)) {
            const struct audit *found = audit_table(session->arena, &table, session->figures);
            audit_write_csv(found, stdout);
            publish_flush(session, stdout);
            if (!session->options.quiet)
                audit_write_summary(found, stderr);
            differing = found->verdicts[VERDICT_DIFFERS];
        }
    }
    int status = finish(session);
    return status == EXIT_STATUS_DONE && differing > 0 ? EXIT_STATUS_INPUT : status;
}

/* What it has to say of how the file was read is part of what it tells. */
static int look(const struct arguments *arguments) {
    struct session_options options = arguments->session;
    options.quiet = true;
    struct session *session = session_create(&options);
    look_write(session->arena, arguments->data, arguments->sheet, &session->diag, stdout);
    publish_flush(session, stdout);
    return finish(session);
}

static int new_pack(const struct arguments *arguments) {
    struct session *session = session_create(&arguments->session);
    new_pack_write(session, arguments->folder);
    if (!diag_failed(&session->diag) && !session->options.quiet)
        fprintf(stderr, "%s: a pack; publish it by: boardpack publish %s/layouts/pack.xml\n", arguments->folder,
                arguments->folder);
    return finish(session);
}

static int schema(const struct arguments *arguments) {
    static const char *const words[SCHEMA_COUNT] = {
        [SCHEMA_LAYOUT] = "layout", [SCHEMA_CATALOGUE] = "catalogue", [SCHEMA_THEME] = "theme",
        [SCHEMA_FONTS] = "fonts",   [SCHEMA_WORDS] = "words",
    };
    if (strcmp(arguments->format, "markdown") == 0)
        reference_write(stdout);
    for (enum schema_kind kind = 0; kind < SCHEMA_COUNT; kind++)
        if (strcmp(arguments->format, words[kind]) == 0)
            schema_write(stdout, kind);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_STATUS_DONE;
    fputs("standard output: error: cannot be written: no room, or closed\n", stderr);
    return EXIT_STATUS_SYSTEM;
}

const struct command commands[] = {
    {"publish",
     "LAYOUT [--period 2018-07] [--page ID] [-o FILE]",
     "writes the pack as a tagged PDF, or pages of it",
     "Without -o the pack lands in output/ beside the layout's folder. It is written beside the target and renamed,\n"
     "so that a reader never meets half a file; an error leaves the old file as it was.\n\n"
     "--page writes one page as ID.pdf, or as a picture by --format svg or png; --page all, or a picture without\n"
     "--page, writes each page into a folder. A picture holds one side: a page of two sides gives ID-1 and ID-2.\n"
     "-o names the file, or a folder that takes files named by their pages. Page numbers stay as in the pack.\n\n"
     "--chart writes one chart in the same ways, on a page of its own size, with its title, subtitle and source.\n\n"
     "--with-data writes the figures beside the pack, NAME.xlsx; a layout's attach-data puts them into the PDF.\n\n"
     "With --booklet the pages stand two by two on A4 sheets: print on both sides, turn on the short edge, fold, "
     "staple.\n\n"
     "With --for-each there is a pack for each organisation of a file, and -o is a pattern: "
     "'out/{code}-{period}.pdf'.\n"
     "One that fails stops no other. The exit status is 1 where some have errors in their data, 3 where the system\n"
     "failed for some.\n",
     OPTION_PERIOD | OPTION_ORGANISATION | OPTION_OUTPUT | OPTION_FORMAT | OPTION_DUMP | OPTION_ALLOW_OUTSIDE |
         OPTION_PRINT | OPTION_PAGE | OPTION_DPI | OPTION_RUN | OPTION_WITH_DATA | OPTION_PREVIOUS,
     "pdf svg png",
     false,
     {OPERAND_LAYOUT},
     publish},
    {"check",
     "LAYOUT [--period 2018-07] [--booklet]",
     "tells every error and warning, and writes nothing",
     "Messages are file:line:column: level: message. Warnings alone leave the exit status 0.\n",
     OPTION_PERIOD | OPTION_ORGANISATION | OPTION_DUMP | OPTION_ALLOW_OUTSIDE | OPTION_PRINT | OPTION_PREVIOUS,
     NULL,
     false,
     {OPERAND_LAYOUT},
     check},
    {"figures",
     "LAYOUT [--period 2018-07] [-o FILE.xlsx]",
     "prints every computed figure, or writes a workbook",
     "Columns: indicator,field,period,value,printed,status. The value is unrounded, in the unit printed.\n\n"
     "-o writes a file; its ending says the format: .csv, .json, or .xlsx and .ods for a workbook with a cover,\n"
     "contents, notes, the latest figures and a sheet for each indicator, made to be accessible.\n",
     OPTION_PERIOD | OPTION_ORGANISATION | OPTION_OUTPUT | OPTION_FORMAT | OPTION_ALLOW_OUTSIDE,
     "csv json xlsx ods",
     true,
     {OPERAND_LAYOUT},
     figures},
    {"audit",
     "LAYOUT PUBLISHED.csv [--period 2018-07]",
     "recomputes a published table and lists what disagrees",
     "The table has the columns indicator,field,period,printed. Each cell is printed again with what the data give, a\n"
     "verdict (agrees, rounding, differs, cannot_recompute) and the slip that would give what was printed. What was "
     "found\n"
     "is summed up on standard error. The exit status is 1 where a cell differs.\n",
     OPTION_PERIOD | OPTION_ORGANISATION | OPTION_ALLOW_OUTSIDE,
     NULL,
     false,
     {OPERAND_LAYOUT, OPERAND_TABLE},
     audit},
    {"schema",
     "[--format layout|catalogue|theme|fonts|words|markdown]",
     "prints the XSD of a kind of file, or the reference",
     "For editors that complete and check XML; markdown prints the reference of all words.\n",
     OPTION_FORMAT,
     "layout catalogue theme fonts words markdown",
     false,
     {OPERAND_NONE},
     schema},
    {"look",
     "FILE [--sheet NAME]",
     "tells how a data file is understood",
     "How it is read, what each column holds, its first rows, and a <source> to paste into a catalogue. Nothing is\n"
     "read by it that a catalogue does not say: it is where to begin with a file that is new to you. Of a workbook it\n"
     "tells which sheets, tables and names there are, and looks at the likeliest, or at the sheet that --sheet "
     "names;\nof a database of SQLite which tables and views, and looks at the first or at that of --sheet.\n",
     OPTION_SHEET,
     NULL,
     false,
     {OPERAND_DATA},
     look},
    {"new",
     "DIR",
     "writes a pack to start from, which publishes as it stands",
     "Layout, catalogue, counts, commentary, theme, fonts, and the schemas for an editor; all figures are made up.\n"
     "The folder is made, or is empty.\n",
     0,
     NULL,
     false,
     {OPERAND_FOLDER},
     new_pack},
};
const size_t command_count = sizeof(commands) / sizeof(*commands);
