#include "decoding.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "text.h"

/* No file has more lines than an int counts. */
enum { BYTES_MAX = INT_MAX };

const char *const encoding_words[ENCODING_COUNT] = {
    [ENCODING_RECOGNISED] = "",     [ENCODING_UTF_8] = "utf-8",
    [ENCODING_UTF_16] = "utf-16",   [ENCODING_WINDOWS_1252] = "windows-1252",
    [ENCODING_LATIN_1] = "latin-1",
};

static const struct mark {
    const char *bytes;
    size_t length;
    enum encoding encoding;
    bool big_endian;
} marks[] = {
    {.bytes = "\xEF\xBB\xBF", .length = 3, .encoding = ENCODING_UTF_8},
    {.bytes = "\xFF\xFE", .length = 2, .encoding = ENCODING_UTF_16},
    {.bytes = "\xFE\xFF", .length = 2, .encoding = ENCODING_UTF_16, .big_endian = true},
};

static size_t bytes_at_hand(const struct decoding *decoding) {
    return decoding->end - decoding->start;
}

/* Reads on until the block is full or the file ends. */
static void fill(struct decoding *decoding) {
    memmove(decoding->bytes, decoding->bytes + decoding->start, bytes_at_hand(decoding));
    decoding->end -= decoding->start;
    decoding->start = 0;
    while (decoding->left > 0 && decoding->end < DECODING_BLOCK) {
        size_t room = DECODING_BLOCK - decoding->end;
        ssize_t got =
            read(decoding->file, decoding->bytes + decoding->end, room < decoding->left ? room : decoding->left);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            file_report(decoding->path, decoding->from, errno, decoding->diag);
        if (got <= 0)
            decoding->left = 0;
        else {
            decoding->end += (size_t)got;
            decoding->left -= (size_t)got;
        }
    }
}

/* UTF-16 without a mark: text of which a good part is ASCII has a NUL in every pair, always on the same side. */
static bool looks_like_utf_16(const struct decoding *decoding, bool *big_endian) {
    size_t length = decoding->end < 1024 ? decoding->end : 1024, nuls[2] = {0};
    for (size_t i = 0; i + 1 < length; i += 2)
        for (int side = 0; side < 2; side++)
            nuls[side] += decoding->bytes[i + (size_t)side] == '\0';
    *big_endian = nuls[0] > 0;
    return (nuls[0] == 0) != (nuls[1] == 0) && nuls[0] + nuls[1] > length / 4;
}

/* A table of UTF-16 has line ends or commas in it, and one of their bytes is NUL. */
static bool has_nul(const struct decoding *decoding) {
    return memchr(decoding->bytes, '\0', decoding->end) != NULL;
}

static const struct mark *find_mark(const struct decoding *decoding) {
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (decoding->end >= marks[i].length && memcmp(decoding->bytes, marks[i].bytes, marks[i].length) == 0)
            return &marks[i];
    return NULL;
}

/* False, reported, where the mark contradicts what is said. */
static bool settle_encoding(struct decoding *decoding) {
    const struct mark *mark = find_mark(decoding);
    bool big_endian = false, pairs = looks_like_utf_16(decoding, &big_endian);
    decoding->encoding = decoding->said;
    if (mark != NULL && decoding->said != ENCODING_RECOGNISED && decoding->said != mark->encoding) {
        diag_error(decoding->diag, (struct source_pos){.file = decoding->path, .line = 1},
                   "the file begins with the mark of %s; the catalogue says that it is %s",
                   encoding_words[mark->encoding], encoding_words[decoding->said]);
        return false;
    }
    if (mark == NULL && decoding->said == ENCODING_UTF_16 && decoding->end > 0 && !has_nul(decoding)) {
        diag_error(decoding->diag, (struct source_pos){.file = decoding->path, .line = 1},
                   "the file is not UTF-16, which the catalogue says it is; leave encoding=\"utf-16\" out");
        return false;
    }
    if (mark != NULL) {
        decoding->marked = true;
        decoding->encoding = mark->encoding;
        decoding->big_endian = mark->big_endian;
        decoding->start = mark->length;
    } else if (decoding->said == ENCODING_RECOGNISED)
        decoding->encoding = pairs ? ENCODING_UTF_16 : ENCODING_UTF_8;
    if (mark == NULL)
        decoding->big_endian = pairs && big_endian;
    return true;
}

bool decoding_open(struct decoding *decoding, const struct table_request *request, struct diag *diag) {
    decoding->path = request->path;
    decoding->from = request->from;
    decoding->diag = diag;
    decoding->said = request->encoding;
    decoding->start = decoding->end = 0;
    decoding->marked = decoding->big_endian = decoding->beyond_ascii = false;
    decoding->problem = NULL;
    decoding->file = file_open(request->path, request->from, BYTES_MAX, &decoding->left, diag);
    if (decoding->file < 0)
        return false;
    fill(decoding);
    if (settle_encoding(decoding))
        return true;
    decoding_close(decoding);
    return false;
}

void decoding_close(struct decoding *decoding) {
    close(decoding->file);
}

static void __attribute__((format(printf, 2, 3))) fail(struct decoding *decoding, const char *format, ...) {
    va_list args;
    va_start(args, format);
    decoding->problem = arena_vprintf(decoding->diag->arena, format, args);
    va_end(args);
}

static void fail_at_nul(struct decoding *decoding) {
    fail(decoding, "a NUL byte, which no text has; if the file is UTF-16, say encoding=\"utf-16\"");
}

/* What is done about a byte that is no UTF-8: one of windows-1252 where nothing speaks against it, else a problem. */
static void meet_bad_byte(struct decoding *decoding, unsigned char byte) {
    if (byte == '\0')
        fail_at_nul(decoding);
    else if (decoding->said == ENCODING_UTF_8)
        fail(decoding, "the byte 0x%02X is not UTF-8, which the catalogue says the file is", byte);
    else if (decoding->marked)
        fail(decoding, "the byte 0x%02X is not UTF-8, which the file's mark says it is; save the file anew", byte);
    else if (decoding->beyond_ascii)
        fail(decoding,
             "the byte 0x%02X is not UTF-8, and what stands above is; save the file as UTF-8, or say how it is "
             "written: encoding=\"windows-1252\"",
             byte);
    else
        decoding->encoding = ENCODING_WINDOWS_1252;
}

static size_t read_utf_8(struct decoding *decoding, char *text, size_t room) {
    enum { LONGEST = 4 };
    size_t length = bytes_at_hand(decoding) < room ? bytes_at_hand(decoding) : room;
    const char *bytes = (const char *)decoding->bytes + decoding->start;
    ptrdiff_t bad = utf8_first_bad(bytes, length);
    /* A character that is cut off by the end of what is at hand comes whole the next time. */
    bool cut =
        bad >= 0 && (size_t)bad + LONGEST > length && (length == room || decoding->left > 0) && bytes[bad] != '\0';
    size_t good = bad < 0 ? length : (size_t)bad;
    for (size_t i = 0; i < good && !decoding->beyond_ascii; i++)
        decoding->beyond_ascii = (unsigned char)bytes[i] >= 0x80;
    if (bad >= 0 && !(cut && bad > 0))
        meet_bad_byte(decoding, decoding->bytes[decoding->start + good]);
    memcpy(text, bytes, good);
    decoding->start += good;
    return good;
}

/* Windows-1252 and Latin-1. */
static size_t read_bytes(struct decoding *decoding, char *text, size_t room) {
    enum { LONGEST = 3 };
    size_t length = 0;
    while (decoding->start < decoding->end && length + LONGEST <= room) {
        unsigned char byte = decoding->bytes[decoding->start];
        uint32_t character = decoding->encoding == ENCODING_WINDOWS_1252 ? codepoint_of_windows_1252(byte) : byte;
        if (byte == '\0')
            fail_at_nul(decoding);
        else if (character == 0)
            fail(decoding,
                 "the byte 0x%02X is neither UTF-8 nor windows-1252; say how the file is written: encoding=\"latin-1\"",
                 byte);
        if (character == 0)
            break;
        length += utf8_put(text + length, character);
        decoding->start++;
    }
    return length;
}

static uint32_t unit_at(const struct decoding *decoding, size_t offset) {
    const unsigned char *pair = decoding->bytes + decoding->start + offset;
    return decoding->big_endian ? (uint32_t)pair[0] << 8 | pair[1] : (uint32_t)pair[1] << 8 | pair[0];
}

static size_t read_utf_16(struct decoding *decoding, char *text, size_t room) {
    enum { LONGEST = 4, HALF = 0xD800, SECOND = 0xDC00, HALVES_END = 0xE000 };
    size_t length = 0;
    while (bytes_at_hand(decoding) >= 2 && length + LONGEST <= room) {
        uint32_t unit = unit_at(decoding, 0), second = 0;
        bool half = unit >= HALF && unit < HALVES_END;
        if (half && bytes_at_hand(decoding) < 4 && decoding->left > 0)
            return length;
        if (half && bytes_at_hand(decoding) >= 4)
            second = unit_at(decoding, 2);
        bool whole = !half || (unit < SECOND && second >= SECOND && second < HALVES_END);
        if (!whole)
            fail(decoding, "half a character of UTF-16 (0x%04X) without its other half; save the file as UTF-8", unit);
        else if (unit == 0)
            fail(decoding, "a NUL character, which no text has; save the file as UTF-8");
        if (decoding->problem != NULL)
            return length;
        length += utf8_put(text + length, half ? 0x10000 + ((unit - HALF) << 10) + (second - SECOND) : unit);
        decoding->start += half ? 4 : 2;
    }
    if (bytes_at_hand(decoding) == 1 && decoding->left == 0)
        fail(decoding, "the file is UTF-16 and ends within a character; save it as UTF-8");
    return length;
}

size_t decoding_read(struct decoding *decoding, char *text, size_t room) {
    typedef size_t reader(struct decoding * decoding, char *text, size_t room);
    static reader *const readers[ENCODING_COUNT] = {
        [ENCODING_UTF_8] = read_utf_8,
        [ENCODING_UTF_16] = read_utf_16,
        [ENCODING_WINDOWS_1252] = read_bytes,
        [ENCODING_LATIN_1] = read_bytes,
    };
    size_t length = 0;
    while (length == 0 && decoding->problem == NULL) {
        if (bytes_at_hand(decoding) < DECODING_BLOCK / 2 && decoding->left > 0)
            fill(decoding);
        if (bytes_at_hand(decoding) == 0)
            return 0;
        length = readers[decoding->encoding](decoding, text, room);
    }
    return length;
}

const char *decoding_describe(const struct decoding *decoding) {
    static const char *const names[ENCODING_COUNT] = {
        [ENCODING_UTF_8] = "UTF-8",
        [ENCODING_UTF_16] = "UTF-16",
        [ENCODING_WINDOWS_1252] = "windows-1252",
        [ENCODING_LATIN_1] = "Latin-1",
    };
    const char *by = decoding->marked                        ? ", as its mark says"
                     : decoding->said == ENCODING_RECOGNISED ? " (recognised)"
                                                             : "";
    return arena_printf(decoding->diag->arena, "%s%s", names[decoding->encoding], by);
}
