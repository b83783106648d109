#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { KIND_PRINTED_MAX = 20 };

static const char *const level_words[] = {
    [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error", [DIAG_SYSTEM] = "error"};

void diag_init(struct diag *diag, struct arena *arena) {
    *diag = (struct diag){.arena = arena};
}

void diag_add_message(struct diag *diag, struct diag_message message) {
    arena_append(diag->arena, diag->messages, diag->count, diag->capacity) = message;
    diag->errors += message.level == DIAG_ERROR;
    diag->warnings += message.level == DIAG_WARNING;
    diag->system += message.level == DIAG_SYSTEM;
}

static void __attribute__((format(printf, 4, 0)))
diag_add(struct diag *diag, enum diag_level level, struct source_pos pos, const char *format, va_list args) {
    const char *text = arena_vprintf(diag->arena, format, args);
    diag_add_message(diag, (struct diag_message){level, pos, text, strcmp(format, "%s") == 0 ? text : format});
}

void diag_move(struct diag *diag, struct diag *from) {
    for (size_t i = 0; i < from->count; i++)
        diag_add_message(diag, from->messages[i]);
    diag_init(from, from->arena);
}

void diag_note(struct diag *diag, struct source_pos pos, const char *format, ...) {
    va_list args;
    if (!diag->verbose)
        return;
    va_start(args, format);
    diag_add(diag, DIAG_NOTE, pos, format, args);
    va_end(args);
}

void diag_error(struct diag *diag, struct source_pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag_add(diag, DIAG_ERROR, pos, format, args);
    va_end(args);
}

void diag_warning(struct diag *diag, struct source_pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag_add(diag, DIAG_WARNING, pos, format, args);
    va_end(args);
}

void diag_system(struct diag *diag, struct source_pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag_add(diag, DIAG_SYSTEM, pos, format, args);
    va_end(args);
}

bool diag_failed(const struct diag *diag) {
    return diag->errors > 0 || diag->system > 0;
}

static int compare_names(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

static int compare_places(const struct source_pos *a, const struct source_pos *b) {
    int order = compare_names(a->file, b->file);
    order = order != 0 ? order : compare_names(a->sheet, b->sheet);
    if (order != 0)
        return order;
    return a->line != b->line ? (a->line > b->line) - (a->line < b->line)
                              : (a->column > b->column) - (a->column < b->column);
}

static int compare_messages(const void *a, const void *b) {
    const struct diag_message *left = a, *right = b;
    int order = compare_places(&left->pos, &right->pos);
    if (order == 0)
        order = (int)right->level - (int)left->level;
    return order != 0 ? order : strcmp(left->text, right->text);
}

/* A file's name or its text may hold what would move the cursor or turn the line round. */
static void print_safe(const char *string, FILE *stream) {
    for (const char *s = string, *start = s; *s != '\0'; start = s) {
        uint32_t c = utf8_next(&s);
        if (codepoint_is_control(c) || c < 0x20 || c == 0xFFFD)
            fprintf(stream, "\\u{%X}", c == 0xFFFD ? (unsigned char)*start : (unsigned)c);
        else
            fwrite(start, 1, (size_t)(s - start), stream);
    }
}

void diag_column_letters(char letters[COLUMN_LETTERS], size_t column) {
    char reversed[COLUMN_LETTERS];
    size_t length = 0;
    for (; column > 0 && length < COLUMN_LETTERS - 1; column = (column - 1) / 26)
        reversed[length++] = (char)('A' + (column - 1) % 26);
    letters[length] = '\0';
    for (size_t i = 0; i < length; i++)
        letters[i] = reversed[length - 1 - i];
}

const char *diag_line_words(struct arena *arena, struct source_pos pos) {
    return arena_printf(arena, "%s %d", pos.sheet == NULL ? "line" : "row", pos.line);
}

const char *diag_cell_words(struct arena *arena, struct source_pos pos) {
    char letters[COLUMN_LETTERS];
    diag_column_letters(letters, (size_t)pos.column);
    return pos.sheet == NULL ? arena_printf(arena, "line %d, column %d", pos.line, pos.column)
                             : arena_printf(arena, "cell %s%d", letters, pos.line);
}

/* `:KPIs!D14`, or as much of it as is known. */
static void print_cell(const struct source_pos *pos, FILE *stream) {
    char letters[COLUMN_LETTERS];
    diag_column_letters(letters, pos->column > 0 ? (size_t)pos->column : 0);
    fputc(':', stream);
    print_safe(pos->sheet, stream);
    if (pos->line > 0)
        fprintf(stream, "!%s%d", letters, pos->line);
    else if (pos->column > 0)
        fprintf(stream, "!%s", letters);
}

static void print_place(const struct source_pos *pos, FILE *stream) {
    print_safe(pos->file != NULL ? pos->file : "boardpack", stream);
    if (pos->sheet != NULL)
        print_cell(pos, stream);
    else if (pos->line > 0) {
        fprintf(stream, ":%d", pos->line);
        if (pos->column > 0)
            fprintf(stream, ":%d", pos->column);
    }
}

char *diag_line(struct arena *arena, const struct diag_message *message) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    if (stream == NULL)
        memory_exhausted();
    print_place(&message->pos, stream);
    fputs(": ", stream);
    print_safe(message->text, stream);
    if (fclose(stream) != 0)
        memory_exhausted();
    char *line = arena_strndup(arena, bytes, length);
    free(bytes);
    return line;
}

/* more   errors of its kind that are not printed */
static void print_message(const struct diag_message *message, size_t more, FILE *stream) {
    print_place(&message->pos, stream);
    fprintf(stream, ": %s: ", level_words[message->level]);
    print_safe(message->text, stream);
    if (more > 0)
        fprintf(stream, "; and %zu more of this kind in the file", more);
    fputc('\n', stream);
}

struct diag_message *diag_sorted(const struct diag *diag, size_t *count) {
    struct diag_message *sorted = arena_new_array(diag->arena, diag->count + 1, struct diag_message);
    *count = 0;
    if (diag->count > 0) {
        memcpy(sorted, diag->messages, diag->count * sizeof(*sorted));
        qsort(sorted, diag->count, sizeof(*sorted), compare_messages);
    }
    for (size_t i = 0; i < diag->count; i++)
        if (i == 0 || compare_messages(&sorted[*count - 1], &sorted[i]) != 0)
            sorted[(*count)++] = sorted[i];
    return sorted;
}

size_t diag_count(const struct diag *diag, enum diag_level level) {
    size_t count, found = 0;
    const struct diag_message *sorted = diag_sorted(diag, &count);
    for (size_t i = 0; i < count; i++)
        found += sorted[i].level == level;
    return found;
}

const struct diag_message *diag_first_failure(const struct diag *diag) {
    const struct diag_message *first = NULL;
    for (size_t i = 0; i < diag->count; i++)
        if (diag->messages[i].level > DIAG_WARNING &&
            (first == NULL || compare_messages(&diag->messages[i], first) < 0))
            first = &diag->messages[i];
    return first;
}

static bool same_file(const struct diag_message *a, const struct diag_message *b) {
    return compare_names(a->pos.file, b->pos.file) == 0;
}

/* Errors of one kind in a file. */
struct kind {
    const char *name;
    size_t count, printed;
};

static struct kind *find_kind(struct kind *kinds, size_t *count, const char *name) {
    for (size_t i = 0; i < *count; i++)
        if (kinds[i].name == name)
            return &kinds[i];
    kinds[*count] = (struct kind){.name = name};
    return &kinds[(*count)++];
}

static void print_file(const struct diag *diag, const struct diag_message *messages, size_t count, FILE *stream,
                       bool quiet) {
    struct kind *kinds = arena_new_array(diag->arena, count, struct kind);
    size_t kind_count = 0;
    for (size_t i = 0; i < count; i++)
        if (messages[i].level > DIAG_WARNING)
            find_kind(kinds, &kind_count, messages[i].kind)->count++;
    for (size_t i = 0; i < count; i++) {
        if (messages[i].level <= DIAG_WARNING) {
            if (!quiet)
                print_message(&messages[i], 0, stream);
            continue;
        }
        struct kind *kind = find_kind(kinds, &kind_count, messages[i].kind);
        if (kind->printed++ < KIND_PRINTED_MAX)
            print_message(&messages[i], kind->printed == KIND_PRINTED_MAX ? kind->count - KIND_PRINTED_MAX : 0, stream);
    }
}

void diag_print(const struct diag *diag, FILE *stream, bool quiet) {
    size_t count, start = 0;
    const struct diag_message *sorted = diag_sorted(diag, &count);
    for (size_t i = 1; i <= count; i++)
        if (i == count || !same_file(&sorted[start], &sorted[i])) {
            print_file(diag, sorted + start, i - start, stream, quiet);
            start = i;
        }
}
