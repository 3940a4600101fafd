// Tables of the world (world/) and of languages (it/, en/), embedded byte for byte.
// Written by scripts/list_tables.py.
#include "CTables.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en_event_titles[] = {
#embed "en/event-titles.tsv"
};

static const unsigned char en_rules[] = {
#embed "en/rules.tsv"
};

static const unsigned char it_abbreviations[] = {
#embed "it/abbreviations.tsv"
};

static const unsigned char it_bodies[] = {
#embed "it/bodies.tsv"
};

static const unsigned char it_claims[] = {
#embed "it/claims.tsv"
};

static const unsigned char it_common_words[] = {
#embed "it/common-words.tsv"
};

static const unsigned char it_event_context[] = {
#embed "it/event-context.tsv"
};

static const unsigned char it_event_domains[] = {
#embed "it/event-domains.tsv"
};

static const unsigned char it_event_frames[] = {
#embed "it/event-frames.tsv"
};

static const unsigned char it_event_modifiers[] = {
#embed "it/event-modifiers.tsv"
};

static const unsigned char it_event_pairs[] = {
#embed "it/event-pairs.tsv"
};

static const unsigned char it_event_prepositions[] = {
#embed "it/event-prepositions.tsv"
};

static const unsigned char it_event_subordinators[] = {
#embed "it/event-subordinators.tsv"
};

static const unsigned char it_event_titles[] = {
#embed "it/event-titles.tsv"
};

static const unsigned char it_event_triggers[] = {
#embed "it/event-triggers.tsv"
};

static const unsigned char it_everybody[] = {
#embed "it/everybody.tsv"
};

static const unsigned char it_figures[] = {
#embed "it/figures.tsv"
};

static const unsigned char it_grammar[] = {
#embed "it/grammar.tsv"
};

static const unsigned char it_institutions[] = {
#embed "it/institutions.tsv"
};

static const unsigned char it_name_articles[] = {
#embed "it/name-articles.tsv"
};

static const unsigned char it_name_cues[] = {
#embed "it/name-cues.tsv"
};

static const unsigned char it_noun_classes[] = {
#embed "it/noun-classes.tsv"
};

static const unsigned char it_numbers[] = {
#embed "it/numbers.tsv"
};

static const unsigned char it_place_prepositions[] = {
#embed "it/place-prepositions.tsv"
};

static const unsigned char it_portfolios[] = {
#embed "it/portfolios.tsv"
};

static const unsigned char it_prenominals[] = {
#embed "it/prenominals.tsv"
};

static const unsigned char it_province_codes[] = {
#embed "it/province-codes.tsv"
};

static const unsigned char it_role_kinds[] = {
#embed "it/role-kinds.tsv"
};

static const unsigned char it_role_synonyms[] = {
#embed "it/role-synonyms.tsv"
};

static const unsigned char it_role_words[] = {
#embed "it/role-words.tsv"
};

static const unsigned char it_roles[] = {
#embed "it/roles.tsv"
};

static const unsigned char it_sections[] = {
#embed "it/sections.tsv"
};

static const unsigned char it_speech_words[] = {
#embed "it/speech-words.tsv"
};

static const unsigned char it_speech[] = {
#embed "it/speech.tsv"
};

static const unsigned char it_stand_ins[] = {
#embed "it/stand-ins.tsv"
};

static const unsigned char it_temporal_examples[] = {
#embed "it/temporal-examples.tsv"
};

static const unsigned char it_temporal[] = {
#embed "it/temporal.tsv"
};

static const unsigned char it_verb_endings[] = {
#embed "it/verb-endings.tsv"
};

static const unsigned char it_verb_groups[] = {
#embed "it/verb-groups.tsv"
};

static const unsigned char it_verbs[] = {
#embed "it/verbs.tsv"
};

static const unsigned char world_borders[] = {
#embed "world/borders.tsv"
};

static const unsigned char world_countries[] = {
#embed "world/countries.tsv"
};

static const unsigned char world_event_types[] = {
#embed "world/event-types.tsv"
};

static const unsigned char world_gazetteer[] = {
#embed "world/gazetteer.bin"
};

static const unsigned char world_given_names[] = {
#embed "world/given-names.tsv"
};

static const unsigned char world_language_words[] = {
#embed "world/language-words.tsv"
};

static const unsigned char world_organizations[] = {
#embed "world/organizations.tsv"
};

static const unsigned char world_persons[] = {
#embed "world/persons.tsv"
};

static const unsigned char world_regions[] = {
#embed "world/regions.tsv"
};

static const unsigned char world_surnames[] = {
#embed "world/surnames.tsv"
};

const ctables_entry ctables[] = {
    {"en/event-titles.tsv", en_event_titles, sizeof en_event_titles},
    {"en/rules.tsv", en_rules, sizeof en_rules},
    {"it/abbreviations.tsv", it_abbreviations, sizeof it_abbreviations},
    {"it/bodies.tsv", it_bodies, sizeof it_bodies},
    {"it/claims.tsv", it_claims, sizeof it_claims},
    {"it/common-words.tsv", it_common_words, sizeof it_common_words},
    {"it/event-context.tsv", it_event_context, sizeof it_event_context},
    {"it/event-domains.tsv", it_event_domains, sizeof it_event_domains},
    {"it/event-frames.tsv", it_event_frames, sizeof it_event_frames},
    {"it/event-modifiers.tsv", it_event_modifiers, sizeof it_event_modifiers},
    {"it/event-pairs.tsv", it_event_pairs, sizeof it_event_pairs},
    {"it/event-prepositions.tsv", it_event_prepositions, sizeof it_event_prepositions},
    {"it/event-subordinators.tsv", it_event_subordinators, sizeof it_event_subordinators},
    {"it/event-titles.tsv", it_event_titles, sizeof it_event_titles},
    {"it/event-triggers.tsv", it_event_triggers, sizeof it_event_triggers},
    {"it/everybody.tsv", it_everybody, sizeof it_everybody},
    {"it/figures.tsv", it_figures, sizeof it_figures},
    {"it/grammar.tsv", it_grammar, sizeof it_grammar},
    {"it/institutions.tsv", it_institutions, sizeof it_institutions},
    {"it/name-articles.tsv", it_name_articles, sizeof it_name_articles},
    {"it/name-cues.tsv", it_name_cues, sizeof it_name_cues},
    {"it/noun-classes.tsv", it_noun_classes, sizeof it_noun_classes},
    {"it/numbers.tsv", it_numbers, sizeof it_numbers},
    {"it/place-prepositions.tsv", it_place_prepositions, sizeof it_place_prepositions},
    {"it/portfolios.tsv", it_portfolios, sizeof it_portfolios},
    {"it/prenominals.tsv", it_prenominals, sizeof it_prenominals},
    {"it/province-codes.tsv", it_province_codes, sizeof it_province_codes},
    {"it/role-kinds.tsv", it_role_kinds, sizeof it_role_kinds},
    {"it/role-synonyms.tsv", it_role_synonyms, sizeof it_role_synonyms},
    {"it/role-words.tsv", it_role_words, sizeof it_role_words},
    {"it/roles.tsv", it_roles, sizeof it_roles},
    {"it/sections.tsv", it_sections, sizeof it_sections},
    {"it/speech-words.tsv", it_speech_words, sizeof it_speech_words},
    {"it/speech.tsv", it_speech, sizeof it_speech},
    {"it/stand-ins.tsv", it_stand_ins, sizeof it_stand_ins},
    {"it/temporal-examples.tsv", it_temporal_examples, sizeof it_temporal_examples},
    {"it/temporal.tsv", it_temporal, sizeof it_temporal},
    {"it/verb-endings.tsv", it_verb_endings, sizeof it_verb_endings},
    {"it/verb-groups.tsv", it_verb_groups, sizeof it_verb_groups},
    {"it/verbs.tsv", it_verbs, sizeof it_verbs},
    {"world/borders.tsv", world_borders, sizeof world_borders},
    {"world/countries.tsv", world_countries, sizeof world_countries},
    {"world/event-types.tsv", world_event_types, sizeof world_event_types},
    {"world/gazetteer.bin", world_gazetteer, sizeof world_gazetteer},
    {"world/given-names.tsv", world_given_names, sizeof world_given_names},
    {"world/language-words.tsv", world_language_words, sizeof world_language_words},
    {"world/organizations.tsv", world_organizations, sizeof world_organizations},
    {"world/persons.tsv", world_persons, sizeof world_persons},
    {"world/regions.tsv", world_regions, sizeof world_regions},
    {"world/surnames.tsv", world_surnames, sizeof world_surnames},
};
const size_t ctables_count = sizeof ctables / sizeof ctables[0];
