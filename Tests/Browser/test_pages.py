"""Every kind of page: from disk, narrow, printed, dark, and without scripts."""

import base64
import unittest

from browser import KEYS
from run import BrowserTest


class Pages(BrowserTest):
    def test_each_opens_with_a_heading_and_a_main_part(self):
        for page in self.data.pages:
            with self.subTest(page):
                self.browser.open(page)
                self.assertEqual(len(self.browser.all("h1")), 1)
                self.assertEqual(len(self.browser.all("main")), 1)
                self.assertTrue(self.browser.one("h1").text.strip())
                self.assertEqual(self.browser.listen(), [])

    def test_nothing_sticks_out_at_320_pixels(self):
        self.browser.resize(320, 700)
        try:
            for page in self.data.pages:
                with self.subTest(page):
                    self.browser.open(page)
                    self.assertLessEqual(self.browser.overflow, 0, self.browser.wide_elements())
        finally:
            self.browser.resize(1280)

    def test_the_first_tab_offers_the_way_to_the_content(self):
        for page in self.data.pages[:3]:
            with self.subTest(page):
                self.browser.open(page).press(KEYS.TAB)
                self.assertEqual(self.browser.focused.get_attribute("href").split("#")[-1], "main")

    def test_paper_holds_the_page_without_its_controls(self):
        for page in self.data.pages:
            with self.subTest(page):
                self.browser.open(page).media(kind="print")
                try:
                    self.assertEqual(self.browser.shown("nav, button, input, select, .skip"), [])
                    self.assertTrue(self.browser.one("h1").is_displayed())
                    self.assertEqual(base64.b64decode(self.browser.print_pages())[:4], b"%PDF")
                finally:
                    self.browser.media()


class PagesWithoutScripts(BrowserTest):
    options = {"scripts": False}

    def test_each_can_be_read(self):
        for page in self.data.pages:
            with self.subTest(page):
                self.browser.open(page)
                self.assertTrue(self.browser.one("main").text.strip())
                self.assertEqual(bool(self.browser.shown("main a")), bool(self.browser.all("main a")))

    def test_no_control_stands_there_that_does_nothing(self):
        for page in self.data.pages:
            with self.subTest(page):
                self.browser.open(page)
                self.assertEqual([e.get_attribute("outerHTML") for e in self.browser.shown("button, input, select")], [])

    def test_every_quotation_is_marked_in_its_article(self):
        for article in self.data.articles[:5]:
            with self.subTest(article["id"]):
                self.browser.open(article["page"])
                marked = {mark.get_attribute("data-quotation") for mark in self.browser.all("[data-quotation]")}
                told = {q["id"] for q in self.data.quotations if q["article"] == article["id"]}
                self.assertEqual(marked, told)


if __name__ == "__main__":
    unittest.main()
