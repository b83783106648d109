#include "compound.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum {
    HEADER = 512,
    SECTORS_IN_HEADER = 109,
    ENTRY = 128,
    MINI_SECTOR = 64,
    ENTRY_ROOT = 5,
    ENTRY_STREAM = 2,
    NAME_LENGTH_MAX = 31
};

#define SECTOR_NONE 0xFFFFFFFAul /* from here on they mean something else */

/* A file while it is taken apart. */
struct compound {
    const unsigned char *bytes;
    size_t size, sector_size;
    unsigned long *next; /* of each sector, the one behind it */
    size_t sector_count;
};

unsigned compound_16(const unsigned char *bytes) {
    return (unsigned)bytes[0] | (unsigned)bytes[1] << 8;
}

unsigned long compound_32(const unsigned char *bytes) {
    return compound_16(bytes) | (unsigned long)compound_16(bytes + 2) << 16;
}

/* The bytes of a sector; NULL where the file ends before it. A last sector may be cut short. */
static const unsigned char *sector_at(const struct compound *file, unsigned long sector, size_t *length) {
    size_t start = (sector + 1) * file->sector_size;
    if (sector >= SECTOR_NONE || start >= file->size)
        return NULL;
    *length = file->size - start < file->sector_size ? file->size - start : file->sector_size;
    return file->bytes + start;
}

/* Takes the part of the table of chains that stands in a sector. */
static bool take_table(struct compound *file, unsigned long sector, size_t *known) {
    size_t length;
    const unsigned char *bytes = sector_at(file, sector, &length);
    if (bytes == NULL)
        return false;
    for (size_t i = 0; i + 4 <= length && *known < file->sector_count; i += 4)
        file->next[(*known)++] = compound_32(bytes + i);
    return true;
}

/* The table of chains: its first sectors are named in the header, more in a chain of their own. */
static bool read_table(struct compound *file) {
    size_t known = 0, length;
    file->sector_count = file->size / file->sector_size;
    file->next = memory_alloc((file->sector_count + 1) * sizeof *file->next);
    for (size_t i = 0; i <= file->sector_count; i++)
        file->next[i] = SECTOR_NONE;
    for (int i = 0; i < SECTORS_IN_HEADER; i++)
        if (!take_table(file, compound_32(file->bytes + 76 + 4 * i), &known))
            return known > 0;
    unsigned long sector = compound_32(file->bytes + 68);
    for (size_t steps = 0; steps < file->sector_count; steps++) {
        const unsigned char *bytes = sector_at(file, sector, &length);
        if (bytes == NULL || length < file->sector_size)
            break;
        for (size_t i = 0; i + 8 <= length; i += 4)
            if (!take_table(file, compound_32(bytes + i), &known))
                return true;
        sector = compound_32(bytes + length - 4);
    }
    return true;
}

/* The sectors of a chain, one behind the other; at most `most` bytes. NULL where there are none. */
static unsigned char *read_chain(const struct compound *file, unsigned long sector, size_t most, size_t *length) {
    size_t capacity = 0, got;
    unsigned char *bytes = NULL;
    *length = 0;
    for (size_t steps = 0; steps <= file->sector_count && *length < most; steps++) {
        const unsigned char *from = sector_at(file, sector, &got);
        if (from == NULL)
            break;
        if (*length + got > capacity) {
            capacity = 2 * capacity + 16 * file->sector_size;
            bytes = memory_resize(bytes, capacity);
        }
        memcpy(bytes + *length, from, got);
        *length += got;
        sector = sector < file->sector_count ? file->next[sector] : SECTOR_NONE;
    }
    *length = *length < most ? *length : most;
    return bytes;
}

/* Small streams lie in small sectors of one stream, with a table of their own. */
static unsigned char *read_small(const struct compound *file, const unsigned char *root, const unsigned char *entry,
                                 size_t *length) {
    size_t held_length, table_length, size = compound_32(entry + 120);
    unsigned char *held = read_chain(file, compound_32(root + 116), file->size, &held_length);
    unsigned char *table = read_chain(file, compound_32(file->bytes + 60), file->size, &table_length);
    unsigned char *bytes = memory_alloc(size + MINI_SECTOR);
    unsigned long sector = compound_32(entry + 116);
    for (*length = 0; *length < size; *length += MINI_SECTOR) {
        if (sector >= SECTOR_NONE || (sector + 1) * MINI_SECTOR > held_length || (sector + 1) * 4 > table_length)
            break;
        memcpy(bytes + *length, held + sector * MINI_SECTOR, MINI_SECTOR);
        sector = compound_32(table + sector * 4);
    }
    *length = *length < size ? *length : size;
    free(held);
    free(table);
    return bytes;
}

/* True where an entry of the directory has that name, which is ASCII, in any case. */
static bool is_called(const unsigned char *entry, const char *name) {
    size_t length = strlen(name);
    if (entry[66] != ENTRY_STREAM || length > NAME_LENGTH_MAX || compound_16(entry + 64) != 2 * (length + 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (tolower((int)(compound_16(entry + 2 * i) & 0x7F)) != tolower((unsigned char)name[i]))
            return false;
    return true;
}

static unsigned char *find_stream(const struct compound *file, const char *name, size_t *length) {
    size_t directory_length;
    unsigned char *stream = NULL;
    unsigned char *directory = read_chain(file, compound_32(file->bytes + 48), file->size, &directory_length);
    for (size_t at = 0; stream == NULL && at + ENTRY <= directory_length; at += ENTRY) {
        const unsigned char *entry = directory + at;
        if (!is_called(entry, name))
            continue;
        size_t size = compound_32(entry + 120);
        if (size < compound_32(file->bytes + 56) && directory[66] == ENTRY_ROOT)
            stream = read_small(file, directory, entry, length);
        else
            stream = read_chain(file, compound_32(entry + 116), size, length);
    }
    free(directory);
    return stream;
}

unsigned char *compound_stream(const unsigned char *bytes, size_t size, const char *name, size_t *length) {
    struct compound file = {.bytes = bytes, .size = size};
    unsigned shift = size < HEADER ? 0 : compound_16(bytes + 30);
    if (shift != 9 && shift != 12)
        return NULL;
    file.sector_size = (size_t)1 << shift;
    unsigned char *stream = read_table(&file) ? find_stream(&file, name, length) : NULL;
    free(file.next);
    return stream;
}
