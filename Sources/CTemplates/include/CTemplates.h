#ifndef CTEMPLATES_H
#define CTEMPLATES_H
#include <stddef.h>

/// A file of the built-in copy of Templates/: its path inside that folder, its bytes and how many.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} ctemplates_entry;

/// The built-in templates, and how many there are.
extern const ctemplates_entry ctemplates[];
extern const size_t ctemplates_count;

/// The template at `index`, which is less than `ctemplates_count`.
static inline const ctemplates_entry *ctemplates_at(size_t index) { return &ctemplates[index]; }
#endif
