#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

/// Exchanges two paths of one file system in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failure.
int csystem_exchange(const char *first, const char *second);

/// Memory of the thread that asks for it: blocks are taken one behind the other and given back all at
/// once, when the outermost `begin` has met its `end`. What is freed before stays where it is.
void csystem_arena_begin(void);
void csystem_arena_end(void);

/// As `calloc`, `realloc` and `free`, between `begin` and `end`; without memory the program ends.
void *csystem_arena_calloc(size_t count, size_t size);
void *csystem_arena_realloc(void *block, size_t size);
void csystem_arena_free(void *block);
#endif
