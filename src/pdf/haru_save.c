#include <assert.h>
#include <endian.h>
#include <errno.h>
#include <string.h>

#include "haru_internal.h"
#include "syntax.h"

/*
 * The file: a head, the objects, where each begins, and a trailer. Most objects are text already, and libharu would
 * take 2,000 instructions for each; those that are its own it writes by itself, through a stream that ends here.
 */
struct saving {
    struct haru *haru;
    FILE *stream;
    int failure;    /* errno of the stream; 0: none */
    size_t written; /* of the file, gathered or on its way */
    uint64_t hash[2];
    struct text head; /* of an object */
    size_t gathered;
    union {
        unsigned char bytes[16 * 1024];
        uint64_t words[2 * 1024];
    } gathering;
};

static uint64_t hash_word(uint64_t hash, uint64_t word) {
    return (hash ^ le64toh(word) ^ hash >> 32) * 0x9E3779B97F4A7C15;
}

/* As FNV-1a, of eight bytes a step, by turns in two halves: the identifier has to differ, not to withstand an attack.
 */
static void hash_gathered(struct saving *saving) {
    enum { STEP = 2 * sizeof(uint64_t) };
    size_t count = saving->gathered, rest = count % STEP == 0 ? 0 : STEP - count % STEP;
    memset(saving->gathering.bytes + count, 0, rest);
    for (size_t i = 0; i < (count + rest) / sizeof(uint64_t); i += 2) {
        saving->hash[0] = hash_word(saving->hash[0], saving->gathering.words[i]);
        saving->hash[1] = hash_word(saving->hash[1], saving->gathering.words[i + 1]);
    }
}

static void write_gathered(struct saving *saving) {
    size_t count = saving->gathered;
    hash_gathered(saving);
    saving->gathered = 0;
    if (saving->failure == 0 && fwrite(saving->gathering.bytes, 1, count, saving->stream) != count)
        saving->failure = errno != 0 ? errno : EIO;
}

static void put(struct saving *saving, const void *bytes, size_t count) {
    saving->written += count;
    while (count > 0) {
        size_t room = sizeof(saving->gathering.bytes) - saving->gathered, part = count < room ? count : room;
        memcpy(saving->gathering.bytes + saving->gathered, bytes, part);
        saving->gathered += part;
        bytes = (const unsigned char *)bytes + part;
        count -= part;
        if (part == room)
            write_gathered(saving);
    }
}

static void put_word(struct saving *saving, const char *word) {
    put(saving, word, strlen(word));
}

/* libharu writes a word at a time. */
static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT count) {
    put(stream->attr, bytes, count);
    return HPDF_OK;
}

static void put_head(struct saving *saving, int number) {
    text_clear(&saving->head);
    syntax_integer(&saving->head, number);
    text_append(&saving->head, "0 obj\n", 6);
    put(saving, saving->head.bytes, saving->head.length);
}

/* Those of libharu and then ours, in the order of their numbers; notes where each begins. */
static void put_objects(struct saving *saving) {
    const struct haru *haru = saving->haru;
    HPDF_List entries = haru->pdf->xref->entries;
    HPDF_Stream own = HPDF_CallbackWriter_New(haru->pdf->mmgr, write_bytes, saving);
    for (HPDF_UINT number = 1; number < entries->count; number++) {
        HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, number);
        entry->byte_offset = (HPDF_UINT)saving->written;
        put_head(saving, (int)number);
        HPDF_Obj_WriteValue(entry->obj, own, NULL);
        put_word(saving, "\nendobj\n");
    }
    HPDF_Stream_Free(own);
    for (size_t i = 0; i < haru->text_count; i++) {
        struct haru_text *text = haru->texts[i];
        assert(text->value != NULL);
        text->place = saving->written;
        put_head(saving, haru_number(text));
        put(saving, text->value, text->length);
        put_word(saving, "\nendobj\n");
    }
}

/* A row has twenty bytes: readers leap to it. */
static void put_place(struct saving *saving, size_t place) {
    char row[] = "0000000000 00000 n\r\n";
    for (char *digit = row + 9; place > 0 && digit >= row; place /= 10)
        *digit-- = (char)('0' + place % 10);
    put(saving, row, sizeof(row) - 1);
}

static void put_places(struct saving *saving) {
    const struct haru *haru = saving->haru;
    HPDF_List entries = haru->pdf->xref->entries;
    char head[64];
    put(saving, head, (size_t)snprintf(head, sizeof(head), "xref\n0 %zu\n0000000000 65535 f\r\n", haru_count(haru)));
    for (HPDF_UINT number = 1; number < entries->count; number++)
        put_place(saving, ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, number))->byte_offset);
    for (size_t i = 0; i < haru->text_count; i++)
        put_place(saving, haru->texts[i]->place);
}

static void put_trailer(struct saving *saving, size_t places) {
    const HPDF_Doc pdf = saving->haru->pdf;
    char trailer[256];
    write_gathered(saving);
    unsigned long long first = saving->hash[0], second = saving->hash[1];
    int length = snprintf(trailer, sizeof(trailer),
                          "trailer\n<<\n/Root %d 0 R\n/Info %d 0 R\n/Size %zu\n"
                          "/ID [<%016llX%016llX> <%016llX%016llX>]\n>>\nstartxref\n%zu\n%%%%EOF\n",
                          haru_number(pdf->catalog), haru_number(pdf->info), haru_count(saving->haru), first, second,
                          first, second, places);
    put(saving, trailer, (size_t)length);
    write_gathered(saving);
}

bool haru_save(struct haru *haru, FILE *stream) {
    if (haru_error(haru) != 0)
        return false;
    struct saving saving = {.haru = haru, .stream = stream, .hash = {0x6C62272E07BB0142, 0x62B821756295C58D}};
    put_word(&saving, "%PDF-1.7\n%\267\276\255\252\n");
    put_objects(&saving);
    size_t places = saving.written;
    put_places(&saving);
    put_trailer(&saving, places);
    text_free(&saving.head);
    errno = saving.failure;
    return saving.failure == 0 && haru_error(haru) == 0;
}
