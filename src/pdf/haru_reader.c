#include "haru_reader.h"

#include <stdlib.h>
#include <string.h>

/* What the stream's attr points at. */
struct file_reader {
    size_t length, position;
    HPDF_BYTE bytes[];
};

static HPDF_STATUS read_bytes(HPDF_Stream stream, HPDF_BYTE *bytes, HPDF_UINT *count) {
    struct file_reader *reader = stream->attr;
    size_t left = reader->position < reader->length ? reader->length - reader->position : 0;
    bool whole = *count <= left;
    if (!whole)
        *count = (HPDF_UINT)left;
    if (*count > 0)
        memcpy(bytes, reader->bytes + reader->position, *count);
    reader->position += *count;
    return whole ? HPDF_OK : HPDF_STREAM_EOF;
}

static HPDF_STATUS seek(HPDF_Stream stream, HPDF_INT offset, HPDF_WhenceMode mode) {
    struct file_reader *reader = stream->attr;
    long long from = mode == HPDF_SEEK_SET   ? 0
                     : mode == HPDF_SEEK_CUR ? (long long)reader->position
                                             : (long long)reader->length;
    if (from + offset < 0)
        return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
    reader->position = (size_t)(from + offset);
    return HPDF_OK;
}

static HPDF_INT32 tell(HPDF_Stream stream) {
    return (HPDF_INT32)((struct file_reader *)stream->attr)->position;
}

static HPDF_UINT32 size_of(HPDF_Stream stream) {
    return (HPDF_UINT32)((struct file_reader *)stream->attr)->length;
}

static void release(HPDF_Stream stream) {
    free(stream->attr);
    stream->attr = NULL;
}

static struct file_reader *slurp(FILE *file) {
    size_t capacity = 256 * 1024;
    struct file_reader *reader = memory_alloc(sizeof(*reader) + capacity);
    reader->length = reader->position = 0;
    for (size_t got; (got = fread(reader->bytes + reader->length, 1, capacity - reader->length, file)) > 0;) {
        reader->length += got;
        if (reader->length == capacity)
            reader = memory_resize(reader, sizeof(*reader) + (capacity *= 2));
    }
    return reader;
}

HPDF_Stream haru_reader_open(HPDF_MMgr memory, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        HPDF_SetError(memory->error, HPDF_FILE_OPEN_ERROR, 0);
        return NULL;
    }
    struct file_reader *reader = slurp(file);
    bool good = !ferror(file);
    fclose(file);
    HPDF_Stream stream = good ? HPDF_GetMem(memory, sizeof(*stream)) : NULL;
    if (stream == NULL) {
        free(reader);
        HPDF_SetError(memory->error, HPDF_FILE_IO_ERROR, 0);
        return NULL;
    }
    *stream = (HPDF_Stream_Rec){.sig_bytes = HPDF_STREAM_SIG_BYTES,
                                .type = HPDF_STREAM_FILE,
                                .mmgr = memory,
                                .error = memory->error,
                                .read_fn = read_bytes,
                                .seek_fn = seek,
                                .tell_fn = tell,
                                .size_fn = size_of,
                                .free_fn = release,
                                .attr = reader};
    return stream;
}

const unsigned char *haru_reader_bytes(HPDF_Stream stream, size_t *length) {
    const struct file_reader *reader = stream->attr;
    *length = reader->length;
    return reader->bytes;
}
