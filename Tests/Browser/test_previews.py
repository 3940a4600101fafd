"""Previews of links: by pointer and by keyboard, never by touch; and the switch of light and dark."""

import re

from browser import KEYS
from run import BrowserTest


class Previews(BrowserTest):
    def setUp(self):
        event = max(self.data.events, key=lambda e: (len(e["participants"]) > 0, len(e["quotations"])))
        self.browser.open(event["page"])
        self.browser.hover_away()

    def actor_link(self):
        for link in self.browser.shown("main a[href*='/actors/'], main a[href*='../actors/']"):
            if "#" not in link.get_attribute("href"):
                return link
        raise AssertionError("no actor is named on the page")

    def preview(self):
        return self.browser.wait(lambda: next(iter(self.browser.shown(".preview")), None), "no preview came")

    def actor(self, link):
        return self.data.actor[re.search(r"/actors/([^/?#]+)\.html", link.get_attribute("href")).group(1)]

    def gone(self):
        self.browser.wait(lambda: not self.browser.shown(".preview"), "the preview stayed")

    def test_a_pointer_on_a_name_shows_who_it_is(self):
        link = self.actor_link()
        self.browser.hover(link)
        self.assertIn(self.actor(link)["name"], self.preview().text)
        self.assertEqual(link.get_attribute("aria-describedby"), self.preview().get_attribute("id"))
        self.assertEqual(self.preview().get_attribute("role"), "tooltip")

    def test_the_preview_can_be_pointed_at_and_goes_with_the_pointer(self):
        self.browser.hover(self.actor_link())
        self.browser.hover(self.preview())
        self.browser.run_async("await new Promise(done => setTimeout(done, 700))")
        self.assertTrue(self.browser.shown(".preview"))
        self.browser.hover_away()
        self.gone()

    def test_escape_sends_it_away(self):
        self.browser.hover(self.actor_link())
        self.preview()
        self.browser.press(KEYS.ESCAPE)
        self.gone()

    def test_the_keyboard_shows_it_too(self):
        link = self.actor_link()
        self.browser.press(KEYS.TAB)
        self.browser.run("arguments[0].focus()", link)
        self.assertIn(self.actor(link)["name"], self.preview().text)
        self.browser.press(KEYS.TAB)
        self.browser.wait(lambda: link.get_attribute("aria-describedby") is None)

    def test_a_finger_does_not(self):
        self.browser.run(
            "arguments[0].dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' }))",
            self.actor_link())
        self.browser.run_async("await new Promise(done => setTimeout(done, 700))")
        self.assertEqual(self.browser.shown(".preview"), [])

    def test_a_source_shows_the_words_it_leads_to(self):
        link = next(
            a for a in self.browser.shown("main a[href*='/articles/']") if re.search(r"#c\d+-\d+$", a.get_attribute("href")))
        article, start, end = re.search(r"/articles/([^/]+)\.html#c(\d+)-(\d+)$", link.get_attribute("href")).groups()
        self.browser.hover(link)
        words = self.data.text(article)[int(start):int(end)]
        self.assertEqual(
            " ".join(self.preview().find_element("css selector", "mark").get_attribute("textContent").split())[:100],
            " ".join(words.split())[:100])

    def test_it_fits_the_window(self):
        self.browser.resize(320, 700)
        try:
            link = self.actor_link()
            self.browser.run("arguments[0].scrollIntoView({ block: 'center' })", link)
            self.browser.hover(link)
            self.preview()
            self.assertLessEqual(self.browser.overflow, 0, self.browser.wide_elements())
        finally:
            self.browser.resize(1280)


class Theme(BrowserTest):
    def paper(self):
        """How light the page is, 0 to 255."""
        red, green, blue = map(float, re.findall(r"[\d.]+", self.browser.run(
            "return getComputedStyle(document.body).backgroundColor"))[:3])
        return (red + green + blue) / 3

    def test_the_reader_chooses_light_or_dark_and_keeps_it(self):
        self.browser.media(scheme="light")
        self.browser.open("index.html")
        self.assertGreater(self.paper(), 200)
        button = self.browser.one("button.theme")
        for expected in (lambda: self.paper() > 200, lambda: self.paper() < 60):
            button.click()
            self.assertTrue(expected())
        self.browser.open("events.html")
        self.assertLess(self.paper(), 60)
        self.browser.one("button.theme").click()
        self.assertGreater(self.paper(), 200)
        self.browser.media(scheme="dark")
        self.assertLess(self.paper(), 60)
        self.browser.media()

    def test_a_browser_that_stores_nothing_is_no_fault(self):
        script = self.browser.command(
            "Page.addScriptToEvaluateOnNewDocument",
            source="Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
        try:
            self.browser.open("events.html")
            button = self.browser.one("button.theme")
            button.click()
            button.click()
            self.assertLess(self.paper(), 60)
        finally:
            self.browser.command("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])
