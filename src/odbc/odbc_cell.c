#include "odbc_cell.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "database_module.h"
#include "double_text.h"

enum { PIECE = 4096 };

enum odbc_form odbc_form_of(SQLSMALLINT type, const char *type_name) {
    static const struct {
        SQLSMALLINT type;
        enum odbc_form form;
    } forms[] = {
        {SQL_FLOAT, ODBC_BINARY},
        {SQL_DOUBLE, ODBC_BINARY},
        {SQL_REAL, ODBC_BINARY},
        {SQL_BIT, ODBC_BOOLEAN},
        {SQL_TYPE_DATE, ODBC_DATE},
        {SQL_DATE, ODBC_DATE},
        {SQL_TYPE_TIMESTAMP, ODBC_TIMESTAMP},
        {SQL_TIMESTAMP, ODBC_TIMESTAMP},
        {SQL_TYPE_TIME, ODBC_TIME},
        {SQL_TIME, ODBC_TIME},
        {SQL_BINARY, ODBC_BYTES},
        {SQL_VARBINARY, ODBC_BYTES},
        {SQL_LONGVARBINARY, ODBC_BYTES},
    };
    if (strcasecmp(type_name, "bool") == 0 || strcasecmp(type_name, "boolean") == 0)
        return ODBC_BOOLEAN;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (forms[i].type == type)
            return forms[i].form;
    return ODBC_TEXT;
}

static void add_wide(struct text *text, const SQLWCHAR *wide, size_t count, uint32_t *high) {
    for (size_t i = 0; i < count; i++) {
        uint32_t c = wide[i];
        if (*high != 0 && (c & 0xFC00) == 0xDC00)
            text_add_codepoint(text, 0x10000 + ((*high & 0x3FF) << 10) + (c & 0x3FF));
        else if ((c & 0xFC00) != 0xD800)
            text_add_codepoint(text, c == 0 || (c & 0xF800) == 0xD800 ? 0xFFFD : c);
        *high = (c & 0xFC00) == 0xD800 ? c : 0;
    }
}

/* A text piece by piece, the driver's NUL left out. */
static SQLRETURN read_pieces(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    SQLWCHAR piece[PIECE];
    SQLSMALLINT type = column->narrow ? SQL_C_CHAR : SQL_C_WCHAR;
    size_t unit = column->narrow ? 1 : sizeof(SQLWCHAR), room = sizeof piece - unit;
    uint32_t high = 0;
    SQLLEN length;
    SQLRETURN got;
    do {
        got = SQLGetData(statement, number, type, piece, sizeof piece, &length);
        if (!SQL_SUCCEEDED(got) || length == SQL_NULL_DATA)
            break;
        size_t bytes = length == SQL_NO_TOTAL || (size_t)length > room ? room : (size_t)length;
        if (column->narrow)
            text_append(&column->text, (const char *)piece, bytes);
        else
            add_wide(&column->text, piece, bytes / unit, &high);
    } while (got == SQL_SUCCESS_WITH_INFO && column->text.length <= DATABASE_CELL_MAX);
    return got == SQL_NO_DATA ? SQL_SUCCESS : got;
}

static bool is_refused_type(SQLHSTMT statement) {
    SQLCHAR state[6] = "", text[8];
    SQLINTEGER number;
    SQLSMALLINT length;
    SQLGetDiagRec(SQL_HANDLE_STMT, statement, 1, state, &number, text, sizeof text, &length);
    return strcmp((const char *)state, "07006") == 0 || strcmp((const char *)state, "HYC00") == 0 ||
           strcmp((const char *)state, "HY003") == 0;
}

static bool read_text(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    SQLRETURN got = read_pieces(statement, number, column);
    if (got == SQL_ERROR && !column->narrow && is_refused_type(statement)) {
        column->narrow = true;
        got = read_pieces(statement, number, column);
    }
    return SQL_SUCCEEDED(got);
}

/* The fewest digits that are read as the same number of 32 bits. */
static void add_single(struct text *text, float value) {
    char digits[DOUBLE_TEXT_MAX];
    for (int count = 6; count <= 9; count++) {
        snprintf(digits, sizeof digits, "%.*g", count, (double)value);
        if (strtof(digits, NULL) == value)
            break;
    }
    double_text(digits, strtod(digits, NULL));
    text_add(text, digits);
}

static bool read_binary(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    char digits[DOUBLE_TEXT_MAX];
    double value = 0;
    SQLLEN length;
    if (!SQL_SUCCEEDED(SQLGetData(statement, number, SQL_C_DOUBLE, &value, sizeof value, &length)))
        return false;
    if (length == SQL_NULL_DATA)
        return true;
    if (column->single)
        add_single(&column->text, (float)value);
    else {
        double_text(digits, value);
        text_add(&column->text, digits);
    }
    return true;
}

static bool read_boolean(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    if (!read_text(statement, number, column))
        return false;
    const char *text = text_string(&column->text);
    bool yes = strchr("1tTyY-", text[0]) != NULL;
    if (column->text.length > 0) {
        text_clear(&column->text);
        text_add(&column->text, yes ? "TRUE" : "FALSE");
    }
    return true;
}

static bool read_day(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    SQL_DATE_STRUCT day;
    SQLLEN length;
    if (!SQL_SUCCEEDED(SQLGetData(statement, number, SQL_C_TYPE_DATE, &day, sizeof day, &length)))
        return false;
    if (length != SQL_NULL_DATA)
        text_printf(&column->text, "%04d-%02d-%02d", day.year, day.month, day.day);
    return true;
}

static bool read_moment(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    SQL_TIMESTAMP_STRUCT at;
    SQLLEN length;
    if (!SQL_SUCCEEDED(SQLGetData(statement, number, SQL_C_TYPE_TIMESTAMP, &at, sizeof at, &length)))
        return false;
    if (length == SQL_NULL_DATA)
        return true;
    text_printf(&column->text, "%04d-%02d-%02d", at.year, at.month, at.day);
    if (at.hour + at.minute + at.second > 0 || at.fraction > 0)
        text_printf(&column->text, " %02d:%02d:%02d", at.hour, at.minute, at.second);
    return true;
}

static bool read_time(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    SQL_TIME_STRUCT at;
    SQLLEN length;
    if (!SQL_SUCCEEDED(SQLGetData(statement, number, SQL_C_TYPE_TIME, &at, sizeof at, &length)))
        return false;
    if (length != SQL_NULL_DATA)
        text_printf(&column->text, "%02d:%02d:%02d", at.hour, at.minute, at.second);
    return true;
}

/* That there are bytes, and no more of them. */
static bool read_bytes(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    char none[1];
    SQLLEN length;
    if (!SQL_SUCCEEDED(SQLGetData(statement, number, SQL_C_BINARY, none, sizeof none, &length)))
        return false;
    if (length >= 0)
        text_printf(&column->text, "binary of %ld bytes", (long)length);
    else if (length == SQL_NO_TOTAL)
        text_add(&column->text, "binary");
    return true;
}

bool odbc_cell_read(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column) {
    static bool (*const readers[])(SQLHSTMT, SQLUSMALLINT, struct odbc_column *) = {
        [ODBC_TEXT] = read_text,   [ODBC_BINARY] = read_binary,    [ODBC_BOOLEAN] = read_boolean,
        [ODBC_DATE] = read_day,    [ODBC_TIMESTAMP] = read_moment, [ODBC_TIME] = read_time,
        [ODBC_BYTES] = read_bytes,
    };
    text_clear(&column->text);
    return readers[column->form](statement, number, column);
}
