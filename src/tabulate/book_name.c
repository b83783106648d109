#include "book_name.h"

#include <ctype.h>
#include <string.h>

#include "book.h"
#include "text.h"

enum { TABLE_NAME_MAX = 200 };

static char *folded(struct arena *arena, const char *name) {
    char *copy = arena_strdup(arena, name);
    for (char *s = copy; *s != '\0'; s++)
        *s = (char)tolower((unsigned char)*s);
    return copy;
}

/* Programs count units of UTF-16. */
static size_t units(uint32_t codepoint) {
    return codepoint > 0xFFFF ? 2 : 1;
}

/* As much of a name as has room with what stands behind it. */
static const char *joined(struct arena *arena, const char *name, const char *behind, size_t most) {
    size_t left = most - strlen(behind);
    const char *end = name;
    for (const char *next = name; *next != '\0'; end = next) {
        size_t size = units(utf8_next(&next));
        if (size > left)
            break;
        left -= size;
    }
    while (end > name && (end[-1] == ' ' || end[-1] == '\''))
        end--;
    return arena_printf(arena, "%.*s%s", (int)(end - name), name, behind);
}

static const char *unlike(struct book_names *names, struct index *taken, const char *name, const char *mark,
                          size_t most) {
    const char *given = joined(names->arena, name, "", most);
    for (int number = 2; index_find(taken, folded(names->arena, given)) != NULL; number++)
        given = joined(names->arena, name, arena_printf(names->arena, "%s%d", mark, number), most);
    index_add(names->arena, taken, folded(names->arena, given), (void *)given);
    return given;
}

const char *book_name_sheet(struct book_names *names, const char *text) {
    char *name = arena_strdup(names->arena, text);
    for (char *s = name; *s != '\0'; s++)
        if (strchr("[]:*?/\\", *s) != NULL || (unsigned char)*s < ' ')
            *s = ' ';
    name += strspn(name, " '");
    if (*name == '\0')
        name = arena_strdup(names->arena, "1");
    if (names->sheets.count == 0) /* Excel keeps this name for itself */
        index_add(names->arena, &names->sheets, "history", names);
    return unlike(names, &names->sheets, name, " ", BOOK_NAME_MAX);
}

const char *book_name_table(struct book_names *names, const char *text) {
    char *name = arena_strdup(names->arena, text);
    for (char *s = name; *s != '\0'; s++)
        if (!isalnum((unsigned char)*s))
            *s = '_';
    return unlike(names, &names->tables, name, "_", TABLE_NAME_MAX);
}
