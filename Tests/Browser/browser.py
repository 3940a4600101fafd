"""A headless Chromium that opens a built site, from disk or from its preview, and tells on it.

Debian's `python3-selenium`, `chromium` and `chromium-driver` are all it needs. Names of hosts resolve to nothing,
and every request that a page makes is taken down: `Browser.requests` holds those that went beyond the site's folder.
"""

import json
import pathlib
import shutil
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")

KEYS = Keys


class Browser:
    """One window on the site in the folder `site`."""

    def __init__(self, site, scripts=True, width=1280, height=900, dark=False, touch=False, address=None):
        if not CHROMIUM or not DRIVER:
            raise SystemExit("chromium and chromedriver are needed: apt-get install chromium chromium-driver")
        self.site = pathlib.Path(site).resolve()
        self.address = address or "file://" + urllib.parse.quote(str(self.site)) + "/"
        options = Options()
        options.binary_location = CHROMIUM
        for flag in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--window-size={width},{height}", "--force-device-scale-factor=1",
        ):
            options.add_argument(flag)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(60)
        if touch:
            self.command("Emulation.setTouchEmulationEnabled", enabled=True)
        self.resize(width, height)
        if dark:
            self.media(scheme="dark")
        self.requests, self.messages = [], []

    def close(self):
        self.driver.quit()

    def command(self, name, **arguments):
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def resize(self, width, height=900):
        """The window's size in CSS pixels, which may be less than a real window allows."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, kind="", scheme=""):
        """The medium (`print`) and the colour scheme (`dark`, `light`) that the page is shown in."""
        features = [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []
        self.command("Emulation.setEmulatedMedia", media=kind, features=features)

    # Pages

    def url(self, path):
        """The address of the file at `path` in the site; a query and a fragment may follow."""
        file, rest = path, ""
        for sign in "?#":
            if sign in file:
                at = file.index(sign)
                file, rest = file[:at], file[at:] + rest
        return self.address + urllib.parse.quote(file) + rest

    def open(self, path):
        """Opens a page of the site; the same page with another fragment is loaded anew."""
        if self.driver.current_url.split("#")[0] == self.url(path).split("#")[0]:
            self.driver.get("about:blank")
        self.driver.get(self.url(path))
        return self

    @property
    def path(self):
        """Where the window is, relative to the site, with query and fragment."""
        return urllib.parse.unquote(self.driver.current_url)[len(urllib.parse.unquote(self.address)):]

    def listen(self):
        """Takes down what the pages have asked for and complained of since the last call."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                inside = urllib.parse.unquote(url).startswith(urllib.parse.unquote(self.address))
                if not inside and not url.startswith(("data:", "about:")):
                    self.requests.append(url)
        for entry in self.driver.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                self.messages.append(entry["message"])
        return self.requests + self.messages

    # Elements

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        """The first element for `selector`, waited for."""
        return self.wait(lambda: next(iter(self.all(selector)), None), f"nothing for {selector}")

    def shown(self, selector):
        """The elements for `selector` that can be seen."""
        return [element for element in self.all(selector) if element.is_displayed()]

    def texts(self, selector):
        return self.run("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector)

    def run(self, script, *arguments):
        """What `script` returns, run in the page."""
        return self.driver.execute_script(script, *arguments)

    def run_async(self, body, *arguments):
        """What the asynchronous function with this body returns, run in the page."""
        script = f"const done = arguments[arguments.length - 1]; (async (...given) => {{ {body} }})(...arguments)"
        answer = self.driver.execute_async_script(
            script + ".then(value => done({ value }), error => done({ error: String(error) }))", *arguments)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("value")

    def wait(self, condition, message="it did not happen", seconds=15):
        return WebDriverWait(self.driver, seconds, poll_frequency=0.02).until(lambda _: condition(), message)

    # Hands

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def hover(self, element):
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def hover_away(self):
        ActionChains(self.driver).move_by_offset(1, 1).perform()
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)

    @property
    def focused(self):
        return self.driver.switch_to.active_element

    def click(self, element):
        """Clicks an element, brought into view without the page's slow scrolling."""
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        element.click()

    def is_in_view(self, element):
        """Whether a part of the element stands in the window."""
        return self.run(
            "const r = arguments[0].getBoundingClientRect();"
            "return r.bottom > 0 && r.top < window.innerHeight && r.right > 0 && r.left < window.innerWidth", element)

    # Looks

    @property
    def overflow(self):
        """How many pixels the page is wider than the window."""
        return self.run("const e = document.documentElement; return e.scrollWidth - e.clientWidth")

    def wide_elements(self):
        """The elements that stick out of the window, for the message of a failed test."""
        return self.run(
            "const w = document.documentElement.clientWidth;"
            "return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > w + 1)"
            ".slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))")

    def print_pages(self):
        """The page as a PDF, base64."""
        return self.command("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]

    def screenshot(self, file):
        self.driver.save_screenshot(str(file))
