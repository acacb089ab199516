/* Stands before the C library (LD_PRELOAD) and makes the disk full for the files of one folder, as long as the file that
 * FULL_DISK names is there. A real small disk would need the rights to mount one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int full(int file) {
    const char *sign = getenv("FULL_DISK"), *folder = getenv("FULL_FOLDER");
    char link[64], path[4096];
    if (!sign || !folder || access(sign, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

#define BEFORE(result, name, parameters, arguments)                          \
    result name parameters {                                                 \
        static result(*real) parameters;                                     \
        if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);     \
        if (full(file)) return errno = ENOSPC, -1;                           \
        return real arguments;                                               \
    }

BEFORE(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count))
BEFORE(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
BEFORE(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at))
