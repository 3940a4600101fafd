// The built-in copy of Templates/, embedded byte for byte: one array and one row for each file.
#include "CTemplates.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char actor_md[] = {
#embed "../../Templates/actor.md"
};
static const unsigned char actors_md[] = {
#embed "../../Templates/actors.md"
};
static const unsigned char article_md[] = {
#embed "../../Templates/article.md"
};
static const unsigned char articles_md[] = {
#embed "../../Templates/articles.md"
};
static const unsigned char changes_md[] = {
#embed "../../Templates/changes.md"
};
static const unsigned char citation_js[] = {
#embed "../../Templates/citation.js"
};
static const unsigned char citations_md[] = {
#embed "../../Templates/citations.md"
};
static const unsigned char codebook_md[] = {
#embed "../../Templates/codebook.md"
};
static const unsigned char coverage_md[] = {
#embed "../../Templates/coverage.md"
};
static const unsigned char event_md[] = {
#embed "../../Templates/event.md"
};
static const unsigned char events_md[] = {
#embed "../../Templates/events.md"
};
static const unsigned char highlight_js[] = {
#embed "../../Templates/highlight.js"
};
static const unsigned char index_md[] = {
#embed "../../Templates/index.md"
};
static const unsigned char layout_html[] = {
#embed "../../Templates/layout.html"
};
static const unsigned char list_md[] = {
#embed "../../Templates/list.md"
};
static const unsigned char location_md[] = {
#embed "../../Templates/location.md"
};
static const unsigned char locations_md[] = {
#embed "../../Templates/locations.md"
};
static const unsigned char lookup_js[] = {
#embed "../../Templates/lookup.js"
};
static const unsigned char map_md[] = {
#embed "../../Templates/map.md"
};
static const unsigned char method_md[] = {
#embed "../../Templates/method.md"
};
static const unsigned char names_md[] = {
#embed "../../Templates/names.md"
};
static const unsigned char network_md[] = {
#embed "../../Templates/network.md"
};
static const unsigned char preview_js[] = {
#embed "../../Templates/preview.js"
};
static const unsigned char quotations_md[] = {
#embed "../../Templates/quotations.md"
};
static const unsigned char reading_js[] = {
#embed "../../Templates/reading.js"
};
static const unsigned char reading_md[] = {
#embed "../../Templates/reading.md"
};
static const unsigned char review_md[] = {
#embed "../../Templates/review.md"
};
static const unsigned char search_html[] = {
#embed "../../Templates/search.html"
};
static const unsigned char search_js[] = {
#embed "../../Templates/search.js"
};
static const unsigned char site_js[] = {
#embed "../../Templates/site.js"
};
static const unsigned char style_css[] = {
#embed "../../Templates/style.css"
};
static const unsigned char theme_js[] = {
#embed "../../Templates/theme.js"
};
static const unsigned char timeline_js[] = {
#embed "../../Templates/timeline.js"
};
static const unsigned char timeline_md[] = {
#embed "../../Templates/timeline.md"
};
static const unsigned char versions_md[] = {
#embed "../../Templates/versions.md"
};
static const unsigned char words_en_txt[] = {
#embed "../../Templates/words/en.txt"
};
static const unsigned char words_it_txt[] = {
#embed "../../Templates/words/it.txt"
};

const ctemplates_entry ctemplates[] = {
    {"actor.md", actor_md, sizeof actor_md},
    {"actors.md", actors_md, sizeof actors_md},
    {"article.md", article_md, sizeof article_md},
    {"articles.md", articles_md, sizeof articles_md},
    {"changes.md", changes_md, sizeof changes_md},
    {"citation.js", citation_js, sizeof citation_js},
    {"citations.md", citations_md, sizeof citations_md},
    {"codebook.md", codebook_md, sizeof codebook_md},
    {"coverage.md", coverage_md, sizeof coverage_md},
    {"event.md", event_md, sizeof event_md},
    {"events.md", events_md, sizeof events_md},
    {"highlight.js", highlight_js, sizeof highlight_js},
    {"index.md", index_md, sizeof index_md},
    {"layout.html", layout_html, sizeof layout_html},
    {"list.md", list_md, sizeof list_md},
    {"location.md", location_md, sizeof location_md},
    {"locations.md", locations_md, sizeof locations_md},
    {"lookup.js", lookup_js, sizeof lookup_js},
    {"map.md", map_md, sizeof map_md},
    {"method.md", method_md, sizeof method_md},
    {"names.md", names_md, sizeof names_md},
    {"network.md", network_md, sizeof network_md},
    {"preview.js", preview_js, sizeof preview_js},
    {"quotations.md", quotations_md, sizeof quotations_md},
    {"reading.js", reading_js, sizeof reading_js},
    {"reading.md", reading_md, sizeof reading_md},
    {"review.md", review_md, sizeof review_md},
    {"search.html", search_html, sizeof search_html},
    {"search.js", search_js, sizeof search_js},
    {"site.js", site_js, sizeof site_js},
    {"style.css", style_css, sizeof style_css},
    {"theme.js", theme_js, sizeof theme_js},
    {"timeline.js", timeline_js, sizeof timeline_js},
    {"timeline.md", timeline_md, sizeof timeline_md},
    {"versions.md", versions_md, sizeof versions_md},
    {"words/en.txt", words_en_txt, sizeof words_en_txt},
    {"words/it.txt", words_it_txt, sizeof words_it_txt},
};
const size_t ctemplates_count = sizeof ctemplates / sizeof ctemplates[0];
