"""Citations: what they say of each quotation, with and without scripts, and the formats that are copied."""

import json
import re

from run import BrowserTest


def collapsed(text):
    return " ".join(text.split())


class Citations(BrowserTest):
    def setUp(self):
        counts = {}
        for quotation in self.data.quotations:
            counts[quotation["article"]] = counts.get(quotation["article"], 0) + 1
        # Few enough to stand on one page.
        self.article = max((a for a in counts if counts[a] <= 100), key=counts.get)
        self.quotations = [q for q in self.data.quotations if q["article"] == self.article]
        self.source = next(a for a in self.data.articles if a["id"] == self.article)
        self.browser.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        self.browser.open(f"articles/{self.article}/citations.html")

    def section(self, quotation):
        return self.browser.one(f"[id='q{quotation['start']}-{quotation['end']}']")

    def press(self, quotation):
        return collapsed(self.section(quotation).find_element("css selector", "blockquote").text)

    def copied(self, quotation, name):
        section = self.section(quotation)
        self.browser.click(section.find_element("css selector", f"[data-format='{name}']"))
        self.browser.wait(lambda: section.find_element("css selector", ".copied").text)
        return section.find_element("css selector", "pre").get_attribute("textContent")

    def test_every_quotation_is_cited_with_its_words(self):
        self.assertEqual(len(self.browser.all("section.citation")), len(self.quotations))
        for quotation in self.quotations:
            self.assertIn(re.sub(r"[«»“”\"‘’]", "", collapsed(quotation["exact"]))[:60],
                          re.sub(r"[«»“”\"‘’]", "", self.press(quotation)))

    def test_only_what_was_said_stands_in_marks(self):
        for quotation in self.quotations:
            text = self.press(quotation)
            if quotation["kind"] == "indirect":
                self.assertNotRegex(text, "[«“‘]" + re.escape(collapsed(quotation["exact"])))
            else:
                self.assertRegex(text[0], "[«“‘]", text)

    def test_the_reference_says_where_the_words_stand_and_what_is_not_known(self):
        for quotation in self.quotations:
            text = collapsed(self.section(quotation).text)
            self.assertIn(self.source["sha256"], text)
            self.assertIn(f"{quotation['start']}–{quotation['end']}", text)
            for teller in quotation["chain"]:
                self.assertIn(self.data.actor[teller]["name"], text)
            unknown = r"testata ignota|publisher unknown|unknown publisher"
            self.assertEqual(bool(re.search(unknown, text)), self.source["publisher"] is None)
            if quotation["speakers"] and quotation["speakerBasis"] != "editor" and quotation["review"] != "accepted":
                self.assertRegex(text, "attribuzione automatica|attributed automatically")
            if quotation["integrity"] == "damaged":
                self.assertRegex(text, "segni di citazione perduti|marks lost")

    def test_each_format_is_whole(self):
        for quotation in self.quotations[:3]:
            bibtex = self.copied(quotation, "BibTeX")
            self.assertRegex(bibtex, r"^@article\{[A-Za-z0-9:-]+,\n")
            self.assertEqual(len(re.findall(r"(?<!\\)\{", bibtex)), len(re.findall(r"(?<!\\)\}", bibtex)))
            ris = self.copied(quotation, "RIS").split("\n")
            self.assertEqual((ris[0], ris[-1]), ("TY  - NEWS", "ER  - "))
            self.assertTrue(all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris))
            (item,) = json.loads(self.copied(quotation, "CSL-JSON"))
            self.assertEqual(item["id"], quotation["id"])
            self.assertIn(self.source["sha256"], item["note"])
            published = json.loads((self.data.folder / f"articles/{self.article}/citations.csl.json").read_text(encoding="utf-8"))
            self.assertIn(item, published)
            markdown = self.copied(quotation, "Markdown")
            self.assertTrue(all(line.startswith(">") for line in markdown.split("\n")))
            self.assertIn(quotation["href"].split("#")[1], self.copied(quotation, "link"))
            self.assertEqual(collapsed(self.copied(quotation, "press")), self.press(quotation))

    def test_what_is_copied_is_in_the_clipboard(self):
        quotation = self.quotations[0]
        text = self.copied(quotation, "press")
        self.assertEqual(self.browser.run_async("return await navigator.clipboard.readText()"), text)

    def test_an_article_leads_to_the_citation_of_each_quotation(self):
        self.browser.open(self.source["page"])
        links = [a.get_attribute("href") for a in self.browser.all("a[href*='/citations.html#q']")]
        self.assertEqual(len(links), len(self.quotations))


class CitationsWithoutScripts(BrowserTest):
    options = {"scripts": False}

    def test_the_citation_stands_on_the_page(self):
        quotation = max(self.data.quotations, key=lambda q: len(q["exact"]))
        self.browser.open(quotation["href"].split("#")[0])
        link = next(a for a in self.browser.all("a[href*='/citations']") if a.get_attribute("href").endswith(f"#q{quotation['start']}-{quotation['end']}"))
        self.browser.driver.get(link.get_attribute("href"))
        self.assertTrue(self.browser.one("section.citation:target blockquote").is_displayed())
        item = next(
            item for item in json.loads((self.data.folder / f"articles/{quotation['article']}/citations.csl.json").read_text(encoding="utf-8"))
            if item["id"] == quotation["id"])
        self.assertIn(collapsed(quotation["exact"])[:50].strip("«»“”\""), item["abstract"])
