#include "module.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Where modules are, from the folder of the program: in a build, and installed. */
static const char *const folders[] = {"modules", MODULE_FOLDER};

/* Libraries ask the module before all others; sanitizers refuse that. */
#ifdef SANITIZED
enum { GUARD = 0 };
#else
enum { GUARD = RTLD_DEEPBIND };
#endif

enum { FOLDER_COUNT = sizeof(folders) / sizeof(*folders) };

/* The folder that the program stands in, behind links; NULL where the system does not say. */
static const char *program_folder(struct arena *arena) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
    if (length <= 0 || length == sizeof(path))
        return NULL;
    while (length > 1 && path[length - 1] != '/')
        length--;
    return arena_strndup(arena, path, (size_t)length);
}

/* The module's file; NULL, reported, where there is none. */
static const char *find(const struct module_need *need, struct source_pos pos, struct diag *diag) {
    const char *program = program_folder(diag->arena), *paths[FOLDER_COUNT];
    if (program == NULL) {
        diag_system(diag, pos, "%s need the module %s.so, which is found by /proc/self/exe; mount /proc", need->use,
                    need->name);
        return NULL;
    }
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        paths[i] = arena_printf(diag->arena, "%s%s/%s.so", program, folders[i], need->name);
        if (access(paths[i], F_OK) == 0)
            return paths[i];
    }
    diag_system(diag, pos, "%s need the module %s.so, which is neither %s nor %s; install the whole of boardpack",
                need->use, need->name, paths[0], paths[1]);
    return NULL;
}

const void *module_open(const struct module_need *need, struct source_pos pos, struct diag *diag) {
    const char *path = find(need, pos, diag);
    if (path == NULL)
        return NULL;
    int guard = need->guarded ? GUARD : 0;
    errno = 0;
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL | guard); /* where it is open already: the same again */
    if (library == NULL && errno == ENOMEM)
        memory_exhausted();
    if (library == NULL) {
        diag_system(diag, pos, "%s need a module that cannot be opened (%s); install the package %s", need->use,
                    dlerror(), need->package);
        return NULL;
    }
    const struct module_head *head = dlsym(library, "module");
    if (head != NULL && strcmp(head->version, BOARDPACK_VERSION) == 0 && head->size == need->size)
        return head;
    diag_system(diag, pos,
                "%s need the module %s, which is of another boardpack than this " BOARDPACK_VERSION
                "; install the whole of boardpack",
                need->use, path);
    return NULL;
}
