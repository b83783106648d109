#include "secrets.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <sql.h>

#include <odbcinst.h>

#include "text.h"

enum { VALUE_MAX = 1024 };

static const char hidden[] = "***";

static const char *of_ini(struct arena *arena, const char *source, const char *const *keys) {
    char value[VALUE_MAX] = "";
    for (; *keys != NULL && value[0] == '\0'; keys++)
        SQLGetPrivateProfileString(source, *keys, "", value, sizeof value, "odbc.ini");
    return arena_strdup(arena, value);
}

static const char *of_environment(const char *name) {
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : NULL;
}

struct secrets secrets_of(struct arena *arena, const char *source) {
    static const char *const users[] = {"Username", "UserName", "UID", "User", NULL};
    static const char *const passwords[] = {"Password", "PWD", "Pass", NULL};
    return (struct secrets){.user = of_environment("BOARDPACK_ODBC_USER"),
                            .password = of_environment("BOARDPACK_ODBC_PASSWORD"),
                            .ini_user = of_ini(arena, source, users),
                            .ini_password = of_ini(arena, source, passwords)};
}

static bool is_word(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* The length of a secret that a text goes on with; 0 where it does not. A short one may be part of any word, and counts
 * where it stands alone. */
static size_t secret_at(const char *text, const char *at, const char *secret) {
    enum { LENGTH_OF_ITS_OWN = 6 };
    size_t length = secret == NULL ? 0 : strlen(secret);
    if (length == 0 || strncmp(at, secret, length) != 0)
        return 0;
    bool alone = (at == text || !is_word(at[-1])) && !is_word(at[length]);
    return alone || length >= LENGTH_OF_ITS_OWN ? length : 0;
}

/* The length of `PWD={...}` or `user=...;`, up to its end. */
static size_t assignment_at(const char *text, const char *at) {
    static const char *const keys[] = {"pwd", "password", "pass", "uid", "user", "username", "user id"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && (at == text || !is_word(at[-1])); i++) {
        size_t length = strlen(keys[i]);
        if (strncasecmp(at, keys[i], length) != 0)
            continue;
        const char *value = at + length + strspn(at + length, " ");
        if (*value != '=')
            continue;
        value += 1 + strspn(value + 1, " ");
        const char *end = *value == '{' || *value == '\'' || *value == '"'
                              ? strchr(value + 1, *value == '{' ? '}' : *value)
                              : value + strcspn(value, ";,) \t\r\n");
        return end == NULL ? strlen(at) : (size_t)(end - at) + (strchr("}'\"", *end) != NULL && *end != '\0');
    }
    return 0;
}

static size_t hidden_at(const struct secrets *secrets, const char *text, const char *at) {
    const char *const known[] = {secrets->password, secrets->ini_password, secrets->user, secrets->ini_user};
    size_t longest = assignment_at(text, at);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t length = secret_at(text, at, known[i]);
        longest = length > longest ? length : longest;
    }
    return longest;
}

const char *secrets_cleanse(struct arena *arena, const struct secrets *secrets, const char *text) {
    struct text clean = {0};
    for (const char *at = text; *at != '\0';) {
        size_t length = hidden_at(secrets, text, at);
        text_append(&clean, length > 0 ? hidden : at, length > 0 ? sizeof hidden - 1 : 1);
        at += length > 0 ? length : 1;
    }
    const char *result = arena_strdup(arena, text_string(&clean));
    text_free(&clean);
    return result;
}
