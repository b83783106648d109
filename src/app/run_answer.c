#include "run_answer.h"

#include <assert.h>
#include <string.h>

enum { NO_STRING = 0, STRING = 1 };

static void put_number(struct text *bytes, size_t number) {
    text_append(bytes, (const char *)&number, sizeof(number));
}

static void put_string(struct text *bytes, const char *string) {
    put_number(bytes, string == NULL ? NO_STRING : STRING);
    if (string != NULL)
        text_append(bytes, string, strlen(string) + 1);
}

void run_answer_put(struct text *bytes, const struct run_answer *answer) {
    put_number(bytes, answer->outcome);
    put_string(bytes, answer->period);
    put_string(bytes, answer->file);
    put_string(bytes, answer->sha256);
    put_string(bytes, answer->data_sha256);
    put_string(bytes, answer->fingerprint);
    put_number(bytes, answer->message_count);
    for (size_t i = 0; i < answer->message_count; i++) {
        const struct diag_message *message = &answer->messages[i];
        put_number(bytes, message->level);
        put_string(bytes, message->pos.file);
        put_string(bytes, message->pos.sheet);
        put_number(bytes, (size_t)message->pos.line);
        put_number(bytes, (size_t)message->pos.column);
        put_string(bytes, message->text);
        put_string(bytes, message->kind);
    }
}

/* Bytes that are read from the front. */
struct cursor {
    struct arena *arena;
    const char *bytes;
    size_t left;
};

static size_t get_number(struct cursor *cursor) {
    size_t number;
    assert(cursor->left >= sizeof(number));
    memcpy(&number, cursor->bytes, sizeof(number));
    cursor->bytes += sizeof(number);
    cursor->left -= sizeof(number);
    return number;
}

static const char *get_string(struct cursor *cursor) {
    if (get_number(cursor) == NO_STRING)
        return NULL;
    size_t length = strnlen(cursor->bytes, cursor->left);
    assert(length < cursor->left);
    const char *string = arena_strndup(cursor->arena, cursor->bytes, length);
    cursor->bytes += length + 1;
    cursor->left -= length + 1;
    return string;
}

static struct diag_message get_message(struct cursor *cursor) {
    struct diag_message message = {.level = (enum diag_level)get_number(cursor)};
    message.pos.file = get_string(cursor);
    message.pos.sheet = get_string(cursor);
    message.pos.line = (int)get_number(cursor);
    message.pos.column = (int)get_number(cursor);
    message.text = get_string(cursor);
    message.kind = get_string(cursor);
    return message;
}

struct run_answer run_answer_get(struct arena *arena, const struct text *bytes) {
    struct cursor cursor = {.arena = arena, .bytes = bytes->bytes, .left = bytes->length};
    struct run_answer answer = {.outcome = (enum run_outcome)get_number(&cursor)};
    answer.period = get_string(&cursor);
    answer.file = get_string(&cursor);
    answer.sha256 = get_string(&cursor);
    answer.data_sha256 = get_string(&cursor);
    answer.fingerprint = get_string(&cursor);
    answer.message_count = get_number(&cursor);
    answer.messages = arena_new_array(arena, answer.message_count + 1, struct diag_message);
    for (size_t i = 0; i < answer.message_count; i++)
        answer.messages[i] = get_message(&cursor);
    return answer;
}
