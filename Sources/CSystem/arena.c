#include "CSystem.h"
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Chunks of memory, the newest first. A block stands behind its size.
typedef struct chunk {
  struct chunk *before;
  size_t size, used;
  size_t padding;
} chunk;

typedef struct {
  chunk *newest;
  unsigned depth;
} arena;

enum { head = 16, least = 256 << 10, kept = 1 << 20, most = 16 << 20 };

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static _Thread_local arena *own;

static char *memory(chunk *chunk) { return (char *)(chunk + 1); }

static void drop(void *all) {
  arena *arena = all;
  for (chunk *each = arena->newest; each;) {
    chunk *before = each->before;
    free(each);
    each = before;
  }
  free(arena);
}

static void make_key(void) {
  if (pthread_key_create(&key, drop) != 0) abort();
}

static size_t rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static void *allocate(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t whole = head + rounded(size);
  if (!own) csystem_arena_begin(), own->depth--;
  chunk *last = own->newest;
  if (!last || last->size - last->used < whole) {
    size_t wanted = last ? last->size * 2 : least;
    if (wanted > most) wanted = most;
    if (wanted < whole) wanted = whole;
    chunk *next = malloc(sizeof(chunk) + wanted);
    if (!next) abort();
    *next = (chunk){last, wanted, 0, 0};
    own->newest = last = next;
  }
  char *block = memory(last) + last->used;
  last->used += whole;
  *(size_t *)block = size;
  return block + head;
}

void csystem_arena_begin(void) {
  if (!own) {
    pthread_once(&once, make_key);
    own = calloc(1, sizeof(arena));
    if (!own || pthread_setspecific(key, own) != 0) abort();
  }
  own->depth++;
}

void csystem_arena_end(void) {
  if (--own->depth) return;
  // The newest is the largest; what an unusual page took is given back.
  chunk *first = own->newest;
  while (first && first->before && first->size > kept) {
    chunk *before = first->before;
    free(first);
    first = before;
  }
  if (!first) return;
  for (chunk *each = first->before; each;) {
    chunk *before = each->before;
    free(each);
    each = before;
  }
  first->before = NULL;
  first->used = 0;
  own->newest = first;
  if (first->size > kept) {
    free(first);
    own->newest = NULL;
  }
}

void *csystem_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *block = allocate(count * size);
  memset(block, 0, count * size);
  return block;
}

void *csystem_arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  size_t *old = (size_t *)((char *)block - head);
  if (size <= *old) return block;
  chunk *last = own->newest;
  char *end = (char *)block + rounded(*old);
  if (end == memory(last) + last->used && size <= SIZE_MAX / 4) {
    size_t more = rounded(size) - rounded(*old);
    if (last->size - last->used >= more) {
      last->used += more;
      *old = size;
      return block;
    }
  }
  void *moved = allocate(size);
  memcpy(moved, block, *old);
  return moved;
}

void csystem_arena_free(void *block) { (void)block; }
