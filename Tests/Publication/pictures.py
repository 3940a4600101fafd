#!/usr/bin/env python3
"""Take the pictures of the README: a page on a wide screen in the light, one on a phone in the dark.

    pictures.py SITE WIDE-PAGE NARROW-PAGE FOLDER

A page may end in the place to show, `articles/a.html#c10-20`.
"""
import base64, pathlib, sys

from playwright.sync_api import sync_playwright

SHOTS = [("wide.webp", "light", {"width": 1200, "height": 860}), ("narrow.webp", "dark", {"width": 390, "height": 860})]


def main():
    site, *pages, folder = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        for (name, scheme, size), path in zip(SHOTS, pages):
            page = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()
            file, _, place = path.partition("#")
            page.goto((pathlib.Path(site).resolve() / file).as_uri() + (place and "#" + place))
            # Chromium writes WebP, which is a fifth of the PNG, through its own protocol only.
            shot = page.context.new_cdp_session(page).send(
                "Page.captureScreenshot", {"format": "webp", "quality": 82})
            (pathlib.Path(folder) / name).write_bytes(base64.b64decode(shot["data"]))
        browser.close()


main()
