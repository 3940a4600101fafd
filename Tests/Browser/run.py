#!/usr/bin/python3
"""Drives a built site in headless Chromium, from disk.

    run.py SITE [NAME…]      the tests of Tests/Browser/test_*.py, or those whose names hold one of NAME

Exit status 0: all hold. Each file is a unittest; `BrowserTest` gives it the window and the site's data.
The preview is tested with the program that the environment variable DOSSIER names, else .build/debug/dossier.
"""

import os
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("DOSSIER") or HERE.parent.parent / ".build/debug/dossier")


class BrowserTest(unittest.TestCase):
    """A test with a window of its own, which must not have asked for anything outside the site nor complained."""

    site = None
    options = {}

    @classmethod
    def setUpClass(cls):
        from browser import Browser
        from site_data import SiteData

        cls.data = SiteData(BrowserTest.site)
        cls.browser = Browser(BrowserTest.site, **cls.options)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def tearDown(self):
        heard = self.browser.listen()
        self.browser.requests, self.browser.messages = [], []
        self.assertEqual(heard, [], "requests beyond the site, or complaints of the browser")


def main(arguments):
    if not arguments:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    site = pathlib.Path(arguments[0])
    if not (site / "index.html").exists():
        print(f"{site}: there is no index.html", file=sys.stderr)
        return 2
    sys.path.insert(0, str(HERE))
    sys.modules["run"] = sys.modules[__name__]
    BrowserTest.site = site
    loader = unittest.TestLoader()
    if arguments[1:]:
        loader.testNamePatterns = [f"*{name}*" for name in arguments[1:]]
    suite = loader.discover(str(HERE), pattern="test_*.py")
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
