#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

#include "arguments.h"

/* Which options a command takes, as bits. */
enum option_bit {
    OPTION_PERIOD = 1 << 0,
    OPTION_OUTPUT = 1 << 1,
    OPTION_FORMAT = 1 << 2,
    OPTION_DUMP = 1 << 3,
    OPTION_ALLOW_OUTSIDE = 1 << 4,
    OPTION_PRINT = 1 << 5, /* booklet, marks, grey */
    OPTION_PAGE = 1 << 6,
    OPTION_DPI = 1 << 7,
    OPTION_ORGANISATION = 1 << 9,
    OPTION_RUN = 1 << 10, /* of many packs */
    OPTION_WITH_DATA = 1 << 11,
    OPTION_SHEET = 1 << 12,
    OPTION_PREVIOUS = 1 << 13,
    OPTION_ALONE = 1 << 8, /* no command takes it */
};

/* What stands behind a command, without an option. */
enum operand { OPERAND_NONE, OPERAND_LAYOUT, OPERAND_TABLE, OPERAND_FOLDER, OPERAND_DATA, OPERAND_COUNT };
enum { OPERANDS_MAX = 2 };

struct command {
    const char *name;
    const char *synopsis;    /* behind the name */
    const char *summary;     /* one line */
    const char *help;        /* the rest */
    unsigned options;        /* of enum option_bit */
    const char *formats;     /* words of --format, the first the default, separated by blanks; NULL: none */
    bool output_says_format; /* the ending of -o does, where --format does not */
    enum operand operands[OPERANDS_MAX];
    int (*run)(const struct arguments *arguments); /* gives the exit status */
};

extern const struct command commands[];
extern const size_t command_count;

#endif
