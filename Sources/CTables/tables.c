// Tables of the world (world/) and of a language (it/), embedded byte for byte.
// One array and one row of `ctables` for each file.
#include "CTables.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char world_countries[] = {
#embed "world/countries.tsv"
};
static const unsigned char world_regions[] = {
#embed "world/regions.tsv"
};
static const unsigned char world_organizations[] = {
#embed "world/organizations.tsv"
};
static const unsigned char world_given_names[] = {
#embed "world/given-names.tsv"
};
static const unsigned char world_gazetteer[] = {
#embed "world/gazetteer.bin"
};

static const unsigned char it_verbs[] = {
#embed "it/verbs.tsv"
};

static const unsigned char it_grammar[] = {
#embed "it/grammar.tsv"
};

static const unsigned char it_abbreviations[] = {
#embed "it/abbreviations.tsv"
};

static const unsigned char it_numbers[] = {
#embed "it/numbers.tsv"
};

static const unsigned char it_prenominals[] = {
#embed "it/prenominals.tsv"
};

static const unsigned char it_verb_groups[] = {
#embed "it/verb-groups.tsv"
};

const ctables_entry ctables[] = {
    {"it/abbreviations.tsv", it_abbreviations, sizeof it_abbreviations},
    {"it/grammar.tsv", it_grammar, sizeof it_grammar},
    {"world/countries.tsv", world_countries, sizeof world_countries},
    {"world/regions.tsv", world_regions, sizeof world_regions},
    {"world/organizations.tsv", world_organizations, sizeof world_organizations},
    {"world/given-names.tsv", world_given_names, sizeof world_given_names},
    {"world/gazetteer.bin", world_gazetteer, sizeof world_gazetteer},
    {"it/numbers.tsv", it_numbers, sizeof it_numbers},
    {"it/prenominals.tsv", it_prenominals, sizeof it_prenominals},
    {"it/verb-groups.tsv", it_verb_groups, sizeof it_verb_groups},
    {"it/verbs.tsv", it_verbs, sizeof it_verbs},
};
const size_t ctables_count = sizeof ctables / sizeof ctables[0];
