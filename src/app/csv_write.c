#include "csv_write.h"

#include <string.h>

static void write_quoted(const char *string, FILE *stream) {
    if (strpbrk(string, ",\"\r\n") == NULL) {
        fputs(string, stream);
        return;
    }
    fputc('"', stream);
    for (; *string != '\0'; string++) {
        if (*string == '"')
            fputc('"', stream);
        fputc(*string, stream);
    }
    fputc('"', stream);
}

void csv_write_row(const char *const *cells, size_t count, FILE *stream) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            fputc(',', stream);
        write_quoted(cells[i], stream);
    }
    fputc('\n', stream);
}
