// Tables of the world (world/) and of a language (it/), embedded byte for byte.
// One array and one row of `ctables` for each file.
#include "CTables.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char it_verbs[] = {
#embed "it/verbs.tsv"
};

static const unsigned char it_grammar[] = {
#embed "it/grammar.tsv"
};

static const unsigned char it_abbreviations[] = {
#embed "it/abbreviations.tsv"
};

const ctables_entry ctables[] = {
    {"it/abbreviations.tsv", it_abbreviations, sizeof it_abbreviations},
    {"it/grammar.tsv", it_grammar, sizeof it_grammar},
    {"it/verbs.tsv", it_verbs, sizeof it_verbs},
};
const size_t ctables_count = sizeof ctables / sizeof ctables[0];
