#include "xls_record.h"

enum { HEAD = 4, IS_WIDE = 1, HAS_PHONETIC = 4, HAS_RUNS = 8, RUN_BYTES = 4 };

bool xls_record_at(const struct xls_stream *stream, size_t at, struct xls_record *record) {
    if (at > stream->length || stream->length - at < HEAD)
        return false;
    *record = (struct xls_record){.kind = compound_16(stream->bytes + at),
                                  .length = compound_16(stream->bytes + at + 2),
                                  .bytes = stream->bytes + at + HEAD};
    if (record->length > stream->length - at - HEAD)
        return false;
    record->next = at + HEAD + record->length;
    return true;
}

/* Goes on in the record behind, where that continues this one. */
static bool go_on(struct xls_text_reader *reader) {
    struct xls_record next;
    if (!xls_record_at(reader->stream, reader->record.next, &next) || next.kind != XLS_CONTINUE)
        return false;
    reader->record = next;
    reader->at = 0;
    return true;
}

bool xls_text_ended(struct xls_text_reader *reader) {
    while (reader->at >= reader->record.length)
        if (!go_on(reader))
            return true;
    return false;
}

unsigned long xls_text_number(struct xls_text_reader *reader, int bytes) {
    unsigned long number = 0;
    for (int i = 0; i < bytes && !xls_text_ended(reader); i++)
        number |= (unsigned long)reader->record.bytes[reader->at++] << 8 * i;
    return number;
}

static void pass(struct xls_text_reader *reader, unsigned long bytes) {
    while (bytes > 0 && !xls_text_ended(reader)) {
        size_t left = reader->record.length - reader->at, passed = bytes < left ? bytes : left;
        reader->at += passed;
        bytes -= passed;
    }
}

/* Letters; each record that continues them says anew whether they are wide. */
static void read_letters(struct xls_text_reader *reader, unsigned long count, bool wide, struct text *text) {
    unsigned long high = 0;
    for (; count > 0; count--) {
        if (reader->at >= reader->record.length) {
            if (!go_on(reader))
                return;
            if (!reader->stream->before_97)
                wide = xls_text_number(reader, 1) & IS_WIDE;
        }
        unsigned long letter = xls_text_number(reader, wide ? 2 : 1);
        if (reader->stream->before_97 && codepoint_of_windows_1252((unsigned char)letter) != 0)
            letter = codepoint_of_windows_1252((unsigned char)letter);
        if (letter >= 0xDC00 && letter < 0xE000 && high != 0)
            letter = 0x10000 + ((high - 0xD800) << 10) + (letter - 0xDC00);
        high = letter >= 0xD800 && letter < 0xDC00 ? letter : 0;
        if (high == 0 && letter != 0)
            text_add_codepoint(text, (uint32_t)(letter >= 0xD800 && letter < 0xE000 ? 0xFFFD : letter));
    }
}

void xls_text_read(struct xls_text_reader *reader, int count_bytes, struct text *text) {
    unsigned long count = xls_text_number(reader, count_bytes), flags = 0, runs = 0, phonetic = 0;
    if (!reader->stream->before_97) {
        flags = xls_text_number(reader, 1);
        runs = flags & HAS_RUNS ? xls_text_number(reader, 2) : 0;
        phonetic = flags & HAS_PHONETIC ? xls_text_number(reader, 4) : 0;
    }
    read_letters(reader, count, flags & IS_WIDE, text);
    pass(reader, runs * RUN_BYTES);
    pass(reader, phonetic);
}
