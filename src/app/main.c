#include <getopt.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "booklet.h"
#include "calendar.h"
#include "commands.h"
#include "run_options.h"
#include "status.h"
#include "temporary.h"
#include "text.h"
#include "usage.h"

enum { SIGNAL_BASE = 128, GO_ON = -1 };

enum long_option {
    LONG_PERIOD = 256,
    LONG_PREVIOUS,
    LONG_ORGANISATION,
    LONG_FORMAT,
    LONG_DUMP,
    LONG_PAGE,
    LONG_DPI,
    LONG_ALLOW_OUTSIDE,
    LONG_SHEET,
    LONG_BOOKLET,
    LONG_MARKS,
    LONG_GREY,
    LONG_FOR_EACH,
    LONG_JOBS,
    LONG_SHARD,
    LONG_MANIFEST,
    LONG_RESUME,
    LONG_WITH_DATA,
    LONG_CHART,
    LONG_VERSION
};

/* Where the value of an option is stored, or that it was given; BY_RULE: take_by_rule looks at it first. */
#define INTO(member) offsetof(struct arguments, member)
enum { BY_RULE = 0 }; /* the place of the layout, which is no option */

/* The options: how they are written, whom they are for, and their line of help. */
static const struct {
    const char *name;
    int has_value, value;
    unsigned bit; /* that its command has; 0: every command takes it */
    size_t into;  /* the arguments, as INTO says */
    const char *written, *help;
} options[] = {
    {"period", required_argument, LONG_PERIOD, OPTION_PERIOD, BY_RULE, "--period PERIOD",
     "the period of the pack, as 2018-07 or 2018-19-Q2; without it the layout's, or the latest one with figures"},
    {"previous", required_argument, LONG_PREVIOUS, OPTION_PREVIOUS, INTO(session.previous), "--previous FILE",
     "the figures of the last issue, which changes are told against; {code} in it is the organisation's"},
    {"organisation", required_argument, LONG_ORGANISATION, OPTION_ORGANISATION, INTO(session.code),
     "--organisation CODE", "the organisation whose pack it is, by its code in the file that the catalogue names"},
    {"output", required_argument, 'o', OPTION_OUTPUT, INTO(output), "-o, --output FILE",
     "where the pack, or its figures, are written"},
    {"format", required_argument, LONG_FORMAT, OPTION_FORMAT, BY_RULE, "--format WORD", "what is written"},
    {"page", required_argument, LONG_PAGE, OPTION_PAGE, BY_RULE, "--page ID",
     "one page, or all: each in a file of its own"},
    {"chart", required_argument, LONG_CHART, OPTION_PAGE, BY_RULE, "--chart ID",
     "one chart with its title and source, or all: each in a file of its own"},
    {"dpi", required_argument, LONG_DPI, OPTION_DPI, BY_RULE, "--dpi NUMBER",
     "of a PNG: pixels an inch, 36 to 600; 150 without it"},
    {"dump", required_argument, LONG_DUMP, OPTION_DUMP, BY_RULE, "--dump WORD",
     "print what a stage hands on, and write no pack: model, figures, frames or elements"},
    {"sheet", required_argument, LONG_SHEET, OPTION_SHEET, INTO(sheet), "--sheet NAME",
     "the sheet of a workbook, by its name or number, or the table of a database"},
    {"allow-outside", no_argument, LONG_ALLOW_OUTSIDE, OPTION_ALLOW_OUTSIDE, INTO(session.allow_outside),
     "--allow-outside", "let a layout read files outside its own folders"},
    {"booklet", no_argument, LONG_BOOKLET, OPTION_PRINT, INTO(session.booklet), "--booklet",
     "sheets for print: A5 pages two by two on A4, in the order of a stapled booklet"},
    {"marks", required_argument, LONG_MARKS, OPTION_PRINT, BY_RULE, "--marks WORD",
     "on those sheets: none, crop, fold or both"},
    {"grey", no_argument, LONG_GREY, OPTION_PRINT, INTO(session.grey), "--grey",
     "every colour as a grey, for print in black alone"},
    {"for-each", required_argument, LONG_FOR_EACH, OPTION_RUN, INTO(run.list), "--for-each FILE",
     "a pack for each organisation of a list: columns code, name and any other, which -o takes as {code}"},
    {"jobs", required_argument, LONG_JOBS, OPTION_RUN, BY_RULE, "--jobs N",
     "so many packs at once; without it as many as there are processors"},
    {"shard", required_argument, LONG_SHARD, OPTION_RUN, BY_RULE, "--shard K/N",
     "every Nth pack, from the Kth on: N runs, on as many machines, make them all"},
    {"manifest", required_argument, LONG_MANIFEST, OPTION_RUN, INTO(run.manifest), "--manifest FILE",
     "a CSV of what came of each pack; a shard has its own, FILE-K-of-N"},
    {"resume", no_argument, LONG_RESUME, OPTION_RUN, INTO(run.resume), "--resume",
     "leave out what the manifest has, and is there and up to date"},
    {"with-data", no_argument, LONG_WITH_DATA, OPTION_WITH_DATA, INTO(session.with_data), "--with-data",
     "the figures in a workbook beside the pack, or as the layout attaches them"},
    {"quiet", no_argument, 'q', 0, INTO(session.quiet), "-q, --quiet", "errors only, no progress"},
    {"verbose", no_argument, 'v', 0, INTO(session.verbose), "-v, --verbose", "say what was done"},
    {"help", no_argument, 'h', 0, BY_RULE, "-h, --help", "this text; behind a command, that command's"},
    {"version", no_argument, LONG_VERSION, OPTION_ALONE, BY_RULE, "--version", "the version"},
};
enum { OPTIONS = sizeof options / sizeof options[0] };

static const char option_letters[] = ":o:qvh";

/* The table as getopt wants it, which ends with an empty row. */
static void list_options(struct option list[OPTIONS + 1]) {
    for (size_t i = 0; i < OPTIONS; i++)
        list[i] = (struct option){.name = options[i].name, .has_arg = options[i].has_value, .val = options[i].value};
    list[OPTIONS] = (struct option){0};
}

static bool takes(const struct command *command, size_t option) {
    return (options[option].bit & command->options) == options[option].bit;
}

static size_t find_option(int value) {
    size_t option = 0;
    while (options[option].value != value)
        option++;
    return option;
}

static void print_option(FILE *stream, size_t option) {
    fprintf(stream, "  %-19s %s\n", options[option].written, options[option].help);
}

static void print_help(FILE *stream) {
    fputs("boardpack publishes performance report packs as tagged PDF.\n\n", stream);
    for (size_t i = 0; i < command_count; i++)
        fprintf(stream, "  boardpack %-8s %-55s %s\n", commands[i].name, commands[i].synopsis, commands[i].summary);
    fputc('\n', stream);
    for (size_t i = 0; i < OPTIONS; i++)
        print_option(stream, i);
    fputs("\nExit status: 0 done, 1 the input has errors, 2 wrong usage, 3 the system failed.\n", stream);
}

static void print_command_help(const struct command *command) {
    printf("boardpack %s %s\n\n%s.\n%s\n", command->name, command->synopsis, command->summary, command->help);
    for (size_t i = 0; i < OPTIONS; i++)
        if (takes(command, i))
            print_option(stdout, i);
    if (command->formats != NULL)
        printf("\nThe words of --format: %s. The first holds without it.\n", command->formats);
}

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static bool word_among(const char *word, const char *words) {
    size_t length = strlen(word);
    for (const char *s = words; *s != '\0'; s += strcspn(s, " "), s += strspn(s, " "))
        if (strncmp(s, word, length) == 0 && (s[length] == ' ' || s[length] == '\0'))
            return length > 0;
    return false;
}

static int take_period(struct arguments *arguments, const char *value) {
    arguments->session.period = value;
    return calendar_knows(value)
               ? EXIT_STATUS_DONE
               : usage_error("--period takes a period such as 2018-07 or 2018-19-Q2, not \"%s\"", value);
}

static int take_marks(struct arguments *arguments, const char *value) {
    for (unsigned marks = 0; booklet_marks_words[marks] != NULL; marks++)
        if (strcmp(value, booklet_marks_words[marks]) == 0) {
            arguments->session.marks = marks;
            return EXIT_STATUS_DONE;
        }
    return usage_error("--marks takes none, crop, fold or both, not \"%s\"", value);
}

static int take_dpi(struct arguments *arguments, const char *value) {
    enum { LEAST = 36, GREATEST = 600 };
    char *end;
    long dpi = strtol(value, &end, 10);
    if (*value < '0' || *value > '9' || *end != '\0' || dpi < LEAST || dpi > GREATEST)
        return usage_error("--dpi takes a whole number from %d to %d, not \"%s\"", LEAST, GREATEST, value);
    arguments->dpi = (int)dpi;
    return EXIT_STATUS_DONE;
}

/* The format that the name of -o says, `png` of page.png; NULL where it says none of the command's. */
static const char *output_format(const struct command *command, const struct arguments *arguments) {
    const char *output = arguments->output, *dot = output != NULL ? strrchr(output, '.') : NULL;
    return dot != NULL && command->formats != NULL && word_among(dot + 1, command->formats) ? dot + 1 : NULL;
}

/* A name such as page.png says what the file is, as --format does. */
static int check_output(const struct command *command, const struct arguments *arguments) {
    const char *output = arguments->output, *named = output_format(command, arguments);
    if (output == NULL && word_among(arguments->format, "xlsx ods") && isatty(STDOUT_FILENO))
        return usage_error("a workbook is not for a terminal; name a file by -o");
    if (named == NULL)
        return EXIT_STATUS_DONE;
    if (strcmp(named, arguments->format) != 0)
        return usage_error("%s is named as another format than %s; add --format %s, or name it otherwise", output,
                           arguments->format, named);
    if (!(command->options & OPTION_PAGE))
        return EXIT_STATUS_DONE;
    bool all = arguments->page != NULL ? strcmp(arguments->page, "all") == 0 : strcmp(arguments->format, "pdf") != 0;
    return all ? usage_error(
                     "all pages go into a folder, and %s is named as a file; name a folder, or one page by --page",
                     output)
               : EXIT_STATUS_DONE;
}

/* What options say together; gives an exit status. */
static int check_options(const struct command *command, const struct arguments *arguments) {
    if (arguments->session.marks != 0 && !arguments->session.booklet)
        return usage_error("--marks are for the sheets of a --booklet");
    if (arguments->session.booklet && arguments->format != NULL && strcmp(arguments->format, "pdf") != 0)
        return usage_error("a --booklet is a PDF, not %s", arguments->format);
    if (arguments->session.booklet && arguments->page != NULL)
        return usage_error("a --booklet has the whole pack, and takes no --page or --chart");
    if (arguments->session.with_data && (arguments->page != NULL || arguments->session.booklet ||
                                         arguments->dump != NULL || strcmp(arguments->format, "pdf") != 0))
        return usage_error("--with-data is for a whole pack as PDF");
    if (arguments->dpi != 0 && strcmp(arguments->format, "png") != 0)
        return usage_error("--dpi is for --format png");
    int status = run_options_check(arguments);
    return status == EXIT_STATUS_DONE && arguments->format != NULL ? check_output(command, arguments) : status;
}

/* Stores a value that is not any text; gives an exit status. */
static int take_by_rule(const struct command *command, struct arguments *arguments, int option, const char *value) {
    switch (option) {
    case LONG_PERIOD:
        return take_period(arguments, value);
    case LONG_FORMAT:
        arguments->format = value;
        return word_among(value, command->formats)
                   ? EXIT_STATUS_DONE
                   : usage_error("--format takes one of: %s; not \"%s\"", command->formats, value);
    case LONG_DUMP:
        arguments->dump = value;
        return word_among(value, "model figures frames elements")
                   ? EXIT_STATUS_DONE
                   : usage_error("--dump takes model, figures, frames or elements, not \"%s\"", value);
    case LONG_PAGE:
    case LONG_CHART:
        if (arguments->page != NULL && arguments->session.charts != (option == LONG_CHART))
            return usage_error("--page and --chart are two ways to publish a part; take one of them");
        arguments->session.charts = option == LONG_CHART;
        arguments->page = value;
        return EXIT_STATUS_DONE;
    case LONG_DPI:
        return take_dpi(arguments, value);
    case LONG_MARKS:
        return take_marks(arguments, value);
    case LONG_JOBS:
        return run_options_jobs(&arguments->run, value);
    default:
        return run_options_shard(&arguments->run, value);
    }
}

/* Stores an option in the arguments; gives an exit status. */
static int take_option(const struct command *command, struct arguments *arguments, size_t option, const char *value) {
    char *into = (char *)arguments + options[option].into;
    if (options[option].into == BY_RULE)
        return take_by_rule(command, arguments, options[option].value, value);
    if (options[option].has_value == no_argument)
        *(bool *)into = true;
    else
        *(const char **)into = value;
    return EXIT_STATUS_DONE;
}

/* Stores what stands behind the options; gives an exit status. */
static int take_operands(const struct command *command, struct arguments *arguments, int count, char **operands) {
    static const char *const names[OPERAND_COUNT] = {[OPERAND_LAYOUT] = "a layout",
                                                     [OPERAND_TABLE] = "a published table",
                                                     [OPERAND_FOLDER] = "a folder",
                                                     [OPERAND_DATA] = "a data file"};
    const char **operand_values[OPERAND_COUNT] = {[OPERAND_LAYOUT] = &arguments->session.layout_path,
                                                  [OPERAND_TABLE] = &arguments->table,
                                                  [OPERAND_FOLDER] = &arguments->folder,
                                                  [OPERAND_DATA] = &arguments->data};
    int taken = 0;
    for (; taken < OPERANDS_MAX && command->operands[taken] != OPERAND_NONE; taken++) {
        if (taken == count)
            return usage_error("boardpack %s needs %s", command->name, names[command->operands[taken]]);
        *operand_values[command->operands[taken]] = operands[taken];
    }
    return taken == count ? EXIT_STATUS_DONE : usage_error("one argument too many: \"%s\"", operands[count - 1]);
}

static int unknown_option(const char *written, const struct option *list) {
    const char *names[OPTIONS];
    size_t count = 0;
    for (; list[count].name != NULL; count++)
        names[count] = list[count].name;
    const char *nearest = strncmp(written, "--", 2) == 0 ? text_nearest(written + 2, names, count) : NULL;
    return nearest != NULL ? usage_error("unknown option %s; did you mean --%s?", written, nearest)
                           : usage_error("unknown option %s", written);
}

/* Stores the options, and what was given to each; gives an exit status where the run ends with that, else GO_ON. */
static int take_options(const struct command *command, struct arguments *arguments, const char **given, int argc,
                        char **argv) {
    struct option list[OPTIONS + 1];
    list_options(list);
    opterr = 0;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, option_letters, list, NULL)) != -1;) {
        if (option == '?' || option == ':')
            return option == ':' ? usage_error("%s needs a value", argv[optind - 1])
                                 : unknown_option(argv[optind - 1], list);
        if (option == 'h') {
            print_command_help(command);
            return EXIT_STATUS_DONE;
        }
        size_t known = find_option(option);
        if (!takes(command, known))
            return usage_error("boardpack %s does not take --%s", command->name, options[known].name);
        given[known] = optarg != NULL ? optarg : "";
        int status = take_option(command, arguments, known, optarg);
        if (status != EXIT_STATUS_DONE)
            return status;
    }
    return GO_ON;
}

/* The options that make a pack another one, in the order of the table: not where it goes, nor with which others. */
static void tell_shaping(struct text *shaping, const char *const *given) {
    for (size_t i = 0; i < OPTIONS; i++)
        if (given[i] != NULL && options[i].bit != 0 && (options[i].bit & (OPTION_OUTPUT | OPTION_RUN)) == 0)
            text_printf(shaping, "--%s=%s\n", options[i].name, given[i]);
}

static int run_command(const struct command *command, int argc, char **argv) {
    struct arguments arguments = {0};
    struct text shaping = {0};
    const char *given[OPTIONS] = {0};
    char first[32] = "";
    if (command->formats != NULL) {
        snprintf(first, sizeof(first), "%.*s", (int)strcspn(command->formats, " "), command->formats);
        arguments.format = first;
    }
    int status = take_options(command, &arguments, given, argc, argv);
    if (status != GO_ON)
        return status;
    status = take_operands(command, &arguments, argc - optind, argv + optind);
    if (command->output_says_format && arguments.format == first && output_format(command, &arguments) != NULL)
        arguments.format = output_format(command, &arguments);
    if (status == EXIT_STATUS_DONE)
        status = check_options(command, &arguments);
    if (status != EXIT_STATUS_DONE)
        return status;
    tell_shaping(&shaping, given);
    arguments.run.shaping = text_string(&shaping);
    status = command->run(&arguments);
    text_free(&shaping);
    return status;
}

static void on_signal(int signal_number) {
    temporary_discard();
    _exit(SIGNAL_BASE + signal_number);
}

static void catch_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGABRT};
    struct sigaction action = {.sa_handler = on_signal};
    for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
        sigaction(signals[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a write that fails is told */
}

int main(int argc, char **argv) {
    catch_signals();
    if (argc < 2) {
        print_help(stderr);
        return EXIT_STATUS_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return EXIT_STATUS_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("boardpack " BOARDPACK_VERSION);
        return EXIT_STATUS_DONE;
    }
    const struct command *command = find_command(argv[1]);
    if (command != NULL)
        return run_command(command, argc - 1, argv + 1);
    const char *names[8] = {0};
    for (size_t i = 0; i < command_count && i < 8; i++)
        names[i] = commands[i].name;
    const char *nearest = text_nearest(argv[1], names, command_count);
    return nearest != NULL ? usage_error("unknown command \"%s\"; did you mean %s?", argv[1], nearest)
                           : usage_error("unknown command \"%s\"", argv[1]);
}
