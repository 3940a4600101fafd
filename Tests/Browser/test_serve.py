"""The preview: what is saved comes into the window, faults stand in it, and nobody else gets anything."""

import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from browser import KEYS, Browser
from run import PROGRAM


@unittest.skipUnless(PROGRAM.exists(), f"there is no {PROGRAM}")
class Serve(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.work)
        self.seeds = self.work / "seeds"
        self.seeds.mkdir()
        (self.seeds / "uno.txt").write_text("Il ponte di Grova è chiuso.\n")
        (self.seeds / "dossier.yml").write_text("title: Prima\narticles: {uno.txt: {published: 2031-05-02}}\n")
        self.program = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--no-cache"], cwd=self.work, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(self.end)
        address = re.search(r"http://127\.0\.0\.1:\d+/", self.program.stdout.readline())[0]
        self.browser = Browser(self.work / "site", address=address)
        self.addCleanup(self.browser.close)

    def end(self):
        if self.program.poll() is None:
            self.program.send_signal(signal.SIGINT)
        self.program.communicate(timeout=20)

    def heading(self):
        """The page's heading, also while the page is being replaced."""
        return "".join(self.browser.texts("h1"))

    def test_the_window_follows_what_is_saved(self):
        self.browser.open("index.html")
        self.browser.wait(lambda: "Prima" in self.heading(), "the first site did not appear")
        self.browser.open("articles/uno.html")
        self.browser.run("window.scrollTo(0, 1)")
        start = time.monotonic()
        (self.seeds / "uno.txt").write_text("Il ponte di Grova è aperto.\n")
        self.browser.wait(
            lambda: "Grova è aperto" in "".join(self.browser.texts("[data-text]")), "the window did not follow")
        print(f"seen after {time.monotonic() - start:.2f} s ", end="", flush=True)
        self.assertEqual(self.browser.listen(), [])
        self.assertEqual(self.browser.all(".dossier-serve"), [])

    def test_a_fault_stands_in_the_page_until_it_is_mended(self):
        self.browser.open("index.html")
        self.browser.wait(lambda: "Prima" in self.heading(), "the first site did not appear")
        good = (self.seeds / "dossier.yml").read_text()
        (self.seeds / "dossier.yml").write_text("title: Dopo\ntittle: <img src=x onerror=alert(1)>\n")
        panel = self.browser.one(".dossier-serve[role=alert]")
        self.assertIn("seeds/dossier.yml:2:1", panel.text)
        self.assertIn("unknown key \"tittle\"", panel.text)
        self.assertIn("1 error", panel.text)
        self.assertEqual(self.browser.all(".dossier-serve img"), [])
        self.assertIn("Prima", self.heading())
        # It can be put away, and says so of itself on other pages too.
        self.browser.press(KEYS.ESCAPE)
        self.browser.wait(lambda: not self.browser.all(".dossier-serve details[open]"), "it did not close")
        self.browser.open("events.html")
        self.assertTrue(self.browser.one(".dossier-serve details[open] li").is_displayed())
        self.browser.resize(320, 700)
        self.assertLessEqual(self.browser.overflow, 0)
        self.browser.resize(1280)
        (self.seeds / "dossier.yml").write_text(good.replace("Prima", "Dopo"))
        self.browser.wait(lambda: not self.browser.all(".dossier-serve"), "it did not go")
        self.browser.open("index.html")
        self.assertIn("Dopo", self.heading())
        self.assertEqual(self.browser.listen(), [])

    def test_a_warning_waits_behind_a_button(self):
        (self.seeds / "vuoto.txt").write_text("")
        self.browser.open("index.html")
        summary = self.browser.one(".dossier-serve summary")
        self.assertIn("1 warning", summary.text)
        self.assertEqual(self.browser.all(".dossier-serve details[open]"), [])
        self.browser.click(summary)
        self.assertIn("seeds/vuoto.txt", self.browser.one(".dossier-serve details[open] li").text)

    def test_the_files_are_those_that_build_writes(self):
        self.browser.open("index.html")
        self.browser.wait(lambda: "Prima" in self.heading(), "the first site did not appear")
        for page in (self.work / "site").rglob("*.html"):
            self.assertNotIn(b"dossier-serve", page.read_bytes())

    def test_it_ends_cleanly_and_the_page_says_so(self):
        self.browser.open("index.html")
        self.browser.wait(lambda: "Prima" in self.heading(), "the first site did not appear")
        self.program.send_signal(signal.SIGINT)
        self.assertIn("has ended", self.program.communicate(timeout=20)[0])
        self.assertEqual(self.program.returncode, 0)
        self.assertIn("has ended", self.browser.one(".dossier-serve").text)
        self.assertEqual(sorted(file.name for file in self.work.iterdir()), ["seeds", "site"])
