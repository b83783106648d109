#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static const char *const level_words[] = {
    [DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error", [DIAG_SYSTEM] = "error"};

void diag_init(struct diag *diag, struct arena *arena) {
    *diag = (struct diag){.arena = arena};
}

static void __attribute__((format(printf, 4, 0)))
diag_add(struct diag *diag, enum diag_level level, struct source_pos pos, const char *format, va_list args) {
    const char *text = arena_vprintf(diag->arena, format, args);
    arena_append(diag->arena, diag->messages, diag->count, diag->capacity) = (struct diag_message){level, pos, text};
    diag->errors += level == DIAG_ERROR;
    diag->warnings += level == DIAG_WARNING;
    diag->system += level == DIAG_SYSTEM;
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

static int compare_places(const struct source_pos *a, const struct source_pos *b) {
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
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

static void print_message(const struct diag_message *message, FILE *stream) {
    print_safe(message->pos.file != NULL ? message->pos.file : "boardpack", stream);
    if (message->pos.line > 0)
        fprintf(stream, ":%d", message->pos.line);
    if (message->pos.line > 0 && message->pos.column > 0)
        fprintf(stream, ":%d", message->pos.column);
    fprintf(stream, ": %s: ", level_words[message->level]);
    print_safe(message->text, stream);
    fputc('\n', stream);
}

void diag_print(const struct diag *diag, FILE *stream, bool quiet) {
    struct diag_message *sorted = arena_new_array(diag->arena, diag->count, struct diag_message);
    if (diag->count > 0) {
        memcpy(sorted, diag->messages, diag->count * sizeof(*sorted));
        qsort(sorted, diag->count, sizeof(*sorted), compare_messages);
    }
    for (size_t i = 0; i < diag->count; i++) {
        if (quiet && sorted[i].level <= DIAG_WARNING)
            continue;
        if (i > 0 && compare_messages(&sorted[i - 1], &sorted[i]) == 0)
            continue;
        print_message(&sorted[i], stream);
    }
}
