#ifndef CWORLDMAP_H
#define CWORLDMAP_H
#include <stddef.h>

/// A file embedded in the program: its bytes and how many.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} cworldmap_file;

/// The land of the world, its areas and disputed lines: see scripts/make_map.py.
extern const cworldmap_file cworldmap_world;
/// disputed-areas.tsv, disputed-lines.tsv and toponyms.tsv.
extern const cworldmap_file cworldmap_disputed_areas;
extern const cworldmap_file cworldmap_disputed_lines;
extern const cworldmap_file cworldmap_toponyms;
#endif
