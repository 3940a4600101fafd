// The world's map and the tables of its names, embedded byte for byte.
#include "CWorldMap.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char world[] = {
#embed "world.map"
};
static const unsigned char disputed_areas[] = {
#embed "disputed-areas.tsv"
};
static const unsigned char disputed_lines[] = {
#embed "disputed-lines.tsv"
};
static const unsigned char toponyms[] = {
#embed "toponyms.tsv"
};

const cworldmap_file cworldmap_world = {world, sizeof world};
const cworldmap_file cworldmap_disputed_areas = {disputed_areas, sizeof disputed_areas};
const cworldmap_file cworldmap_disputed_lines = {disputed_lines, sizeof disputed_lines};
const cworldmap_file cworldmap_toponyms = {toponyms, sizeof toponyms};
