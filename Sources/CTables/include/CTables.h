#ifndef CTABLES_H
#define CTABLES_H
#include <stddef.h>

/// A file embedded in the program: its path inside this folder, its bytes and how many.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} ctables_entry;

/// All embedded tables, and how many there are.
extern const ctables_entry ctables[];
extern const size_t ctables_count;

/// The table at `index`, which is less than `ctables_count`.
static inline const ctables_entry *ctables_at(size_t index) { return &ctables[index]; }
#endif
