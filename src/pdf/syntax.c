#include "syntax.h"

#include <assert.h>
#include <math.h>

static const char digits[] = "0123456789ABCDEF";

/* Writes the decimal digits of value so that they end before `end`, at least `least` of them. */
static char *digits_before(char *end, unsigned long long value, int least) {
    while (value != 0 || least > 0) {
        *--end = digits[value % 10];
        value /= 10;
        least--;
    }
    return end;
}

void syntax_number(struct text *text, double value, int decimals) {
    static const int scales[] = {1, 10, 100, 1000, 10000};
    assert(decimals >= 0 && decimals <= 4 && fabs(value) < 1e9);
    long long scaled = llround(value * scales[decimals]);
    bool negative = scaled < 0;
    unsigned long long rest = negative ? 0ULL - (unsigned long long)scaled : (unsigned long long)scaled;
    char buffer[32], *end = buffer + sizeof(buffer), *start = end;
    for (; decimals > 0 && rest % 10 == 0; decimals--)
        rest /= 10;
    if (decimals > 0) {
        start = digits_before(start, rest % (unsigned)scales[decimals], decimals);
        *--start = '.';
        rest /= (unsigned)scales[decimals];
    }
    start = digits_before(start, rest, 1);
    if (negative)
        *--start = '-';
    text_append(text, start, (size_t)(end - start));
}

void syntax_integer(struct text *text, long long value) {
    char buffer[32], *end = buffer + sizeof(buffer);
    *--end = ' ';
    char *start = digits_before(end, value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value, 1);
    if (value < 0)
        *--start = '-';
    text_append(text, start, (size_t)(buffer + sizeof(buffer) - start));
}

void syntax_reference(struct text *text, int object) {
    syntax_integer(text, object);
    text_append(text, "0 R ", 4);
}

static bool is_regular(unsigned char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           byte == '-' || byte == '+' || byte == '_' || byte == '.' || byte == ',';
}

void syntax_name(struct text *text, const char *name) {
    text_append(text, "/", 1);
    for (const unsigned char *byte = (const unsigned char *)name; *byte != '\0'; byte++) {
        if (is_regular(*byte))
            text_append(text, (const char *)byte, 1);
        else
            text_append(text, (char[]){'#', digits[*byte >> 4], digits[*byte & 15]}, 3);
    }
}

void syntax_hex4(struct text *text, uint32_t value) {
    text_append(
        text, (char[]){digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]},
        4);
}

static bool is_plain(const char *utf8) {
    for (; *utf8 != '\0'; utf8++)
        if (*utf8 < ' ' || *utf8 > '~')
            return false;
    return true;
}

static void literal(struct text *text, const char *ascii) {
    text_append(text, "(", 1);
    for (; *ascii != '\0'; ascii++) {
        if (*ascii == '(' || *ascii == ')' || *ascii == '\\')
            text_append(text, "\\", 1);
        text_append(text, ascii, 1);
    }
    text_append(text, ")", 1);
}

void syntax_string(struct text *text, const char *utf8) {
    if (is_plain(utf8)) {
        literal(text, utf8);
        return;
    }
    text_add(text, "<FEFF");
    for (uint32_t code; (code = utf8_next(&utf8)) != 0;) {
        if (code > 0xFFFF) {
            syntax_hex4(text, 0xD800 + ((code - 0x10000) >> 10));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        syntax_hex4(text, code);
    }
    text_append(text, ">", 1);
}

void syntax_address(struct text *text, const char *uri) {
    struct text ascii = {0};
    for (const unsigned char *byte = (const unsigned char *)uri; *byte != '\0'; byte++) {
        if (*byte > ' ' && *byte <= '~')
            text_append(&ascii, (const char *)byte, 1);
        else
            text_append(&ascii, (char[]){'%', digits[*byte >> 4], digits[*byte & 15]}, 3);
    }
    literal(text, text_string(&ascii));
    text_free(&ascii);
}
