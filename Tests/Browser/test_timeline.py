"""The timeline and the network: filters in the address, keyboard, without scripts, small windows."""

import pathlib
import urllib.parse

from browser import KEYS
from run import BrowserTest


def pictures(browser):
    """The labels of the pictures' links: how many there are, how many say nothing, how many touch another's words."""
    return browser.run("""
        const links = [...document.querySelectorAll('.figure svg a')];
        const boxes = links.map(a => [...a.querySelectorAll('text')].map(t => t.getBoundingClientRect()));
        let touching = 0;
        boxes.forEach((own, i) => boxes.slice(i + 1).forEach(other => own.forEach(a => other.forEach(b => {
            if (a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2) touching += 1;
        }))));
        return { links: links.length, touching,
                 unnamed: links.filter(a => !(a.querySelector('title') ?? a).textContent.trim() && !a.getAttribute('aria-label')).length };
    """)


class Timeline(BrowserTest):
    def ask(self, **choices):
        """Opens the timeline with filters and waits for the answer: the pages of the events found."""
        self.browser.open("timeline.html?" + urllib.parse.urlencode(choices))
        self.browser.wait(lambda: self.answer, "no answer")
        self.browser.wait(lambda: not self.answer.endswith("…"), "the answer does not end")
        return self.found

    @property
    def answer(self):
        return self.browser.one("[role=status]").text

    @property
    def found(self):
        return [urllib.parse.unquote(a.get_attribute("href")).split("/events/")[1] for a in self.browser.all(".results li a")]

    def expected(self, test):
        return sorted(pathlib.PurePath(event["page"]).name for event in self.data.events if test(event))

    def busiest(self):
        """The actor, the place and the type with most events."""
        def most(values):
            counts = {}
            for value in values:
                counts[value] = counts.get(value, 0) + 1
            return max(sorted(counts), key=counts.get)
        events = self.data.events
        return (most(p for e in events for p in {p["actor"] for p in e["participants"]}),
                most(p for e in events for p in {p["location"] for p in e["locations"]}),
                most(e["type"] for e in events))

    def check(self, expected, **choices):
        found = self.ask(**choices)
        self.assertTrue(expected)
        # Long answers come in portions.
        self.assertLessEqual(set(found), set(expected))
        self.assertEqual(len(found), min(len(expected), 200))

    def test_each_filter_finds_its_events(self):
        actor, place, kind = self.busiest()
        article = self.data.events[0]["evidence"][0]["article"]
        self.check(self.expected(lambda e: e["type"] == kind), type=kind)
        self.check(self.expected(lambda e: any(p["actor"] == actor for p in e["participants"])), actor=actor)
        self.check(self.expected(lambda e: any(p["location"] == place for p in e["locations"])), place=place)
        self.check(self.expected(lambda e: any(s["article"] == article for s in e["evidence"])), article=article)

    def test_filters_together_and_what_nothing_has(self):
        event = next(e for e in self.data.events if e["participants"])
        actor = event["participants"][0]["actor"]
        self.check(
            self.expected(lambda e: e["type"] == event["type"] and any(p["actor"] == actor for p in e["participants"])),
            type=event["type"], actor=actor)
        self.assertEqual(self.ask(actor="nobody-of-this-name", type=event["type"]), [])
        self.assertTrue(self.browser.shown("[role=status]"))

    def test_nothing_is_loaded_before_it_is_needed(self):
        self.browser.open("timeline.html")
        choices = "return document.querySelector('select[name=actor]').length"
        self.assertFalse(self.browser.shown(".filters form"))
        self.assertEqual(self.browser.run(choices), 1)
        self.browser.click(self.browser.one(".filters > button"))
        self.browser.wait(lambda: self.browser.shown(".filters form"), "the form does not open")
        self.assertGreater(self.browser.run(choices), 1)

    def test_the_keyboard_alone_chooses_and_the_address_tells(self):
        kind = self.busiest()[2]
        self.browser.open("timeline.html")
        self.browser.run("document.querySelector('.filters > button').focus()")
        self.browser.press(KEYS.ENTER)
        self.browser.wait(lambda: self.browser.shown(".filters form"), "the form does not open")
        self.browser.wait(lambda: self.browser.focused.get_attribute("name") == "type", "the focus stays behind")
        label = self.browser.run(
            "return [...document.querySelector('select[name=type]').options].find(o => o.value === arguments[0]).text", kind)
        self.browser.press(label[:12])
        self.browser.wait(lambda: f"type={kind}" in self.browser.path, "the address does not tell")
        self.browser.wait(lambda: self.found, "nothing found")
        self.assertFalse(self.browser.shown(".figure.timeline > section"))
        self.browser.run("document.querySelector('.filters [type=reset]').focus()")
        self.browser.press(KEYS.ENTER)
        self.browser.wait(lambda: self.browser.path == "timeline.html", "the address keeps the filters")
        self.assertTrue(self.browser.shown(".figure.timeline > section"))
        self.assertEqual(self.found, [])

    def test_the_pictures_name_their_links_and_no_words_touch(self):
        for page in ("timeline.html", "network.html", "index.html"):
            self.browser.open(page)
            seen = pictures(self.browser)
            self.assertGreater(seen["links"], 0, page)
            self.assertEqual((seen["unnamed"], seen["touching"]), (0, 0), page)

    def test_the_page_is_no_wider_than_a_phone(self):
        for width in (320, 360):
            self.browser.resize(width)
            for page in ("timeline.html", "timeline.html?type=" + self.busiest()[2], "network.html", "index.html"):
                self.browser.open(page)
                self.assertLessEqual(self.browser.overflow, 0, (page, width, self.browser.wide_elements()))
        self.browser.resize(1280)


class WithoutScripts(BrowserTest):
    options = {"scripts": False}

    def test_everything_is_there_but_the_filters(self):
        self.browser.open("timeline.html")
        self.assertTrue(self.browser.shown(".figure.timeline section li a"))
        self.assertTrue(self.browser.shown(".figure.timeline svg a"))
        self.assertFalse(self.browser.shown(".filters"))
        self.browser.open("network.html")
        self.assertTrue(self.browser.shown(".figure.network table a"))
        self.assertTrue(self.browser.shown(".figure.network svg a"))
