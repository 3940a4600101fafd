// Words that were searched for, marked on the page that a result leads to: ?h=words, and &at=N for the word of an
// article's text at which to begin.
(function () {
  "use strict";
  const { counted, word, element, tokens, parse, matches } = window.dossier;
  const asked = new URLSearchParams(window.location.search);
  const query = asked.get("h");
  if (!query) return;

  const blocks = new Set(["P", "LI", "DIV", "SECTION", "H1", "H2", "H3", "H4", "TD", "TH", "DT", "DD", "BLOCKQUOTE", "TR"]);

  /** The text of `place` as it is read, with the node behind each stretch of it. */
  function read(place) {
    const stretches = [];
    let text = "";
    function walk(node) {
      if (node.nodeType === Node.TEXT_NODE) {
        stretches.push({ node, start: text.length });
        text += node.data;
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      if (node.hasAttribute("data-apparatus") || /^(SCRIPT|STYLE|NAV|FORM|NOSCRIPT|svg)$/.test(node.tagName)) return;
      const isBlock = blocks.has(node.tagName);
      if (isBlock) text += "\n";
      for (const child of [...node.childNodes]) walk(child);
      if (isBlock) text += "\n";
    }
    walk(place);
    return { text, stretches };
  }

  /** Marks the words of `found` with the numbers `hits`; returns the marks of each word. */
  function mark(stretches, found, hits) {
    const marks = new Map();
    // From the end, so that the places before stay what they are.
    let s = stretches.length - 1;
    for (let i = found.length - 1; i >= 0; i--) {
      if (!hits.has(i)) continue;
      const { start, end } = found[i];
      while (s >= 0 && stretches[s].start >= end) s--;
      const made = [];
      for (let k = s; k >= 0; k--) {
        const { node, start: from } = stretches[k];
        const to = from + node.data.length;
        if (to <= start) break;
        const range = document.createRange();
        range.setStart(node, Math.max(start, from) - from);
        range.setEnd(node, Math.min(end, to) - from);
        const hit = element("mark", { class: "hit" });
        range.surroundContents(hit);
        made.unshift(hit);
      }
      if (made.length) marks.set(i, made);
    }
    return marks;
  }

  const place = document.querySelector("[data-text]") || document.querySelector("main");
  if (!place) return;
  const { text, stretches } = read(place);
  const found = tokens(text);
  const marks = mark(stretches, found, matches(found, parse(query)));
  const numbers = [...marks.keys()].sort((a, b) => a - b);

  // Where the words are: one after the other, and away with the marks.

  let current = -1;

  function show(index, isAsked) {
    if (!numbers.length) return;
    for (const old of place.querySelectorAll("mark.here")) old.classList.remove("here");
    current = (index + numbers.length) % numbers.length;
    const made = marks.get(numbers[current]);
    for (const hit of made) hit.classList.add("here");
    made[0].scrollIntoView({ block: "center", behavior: "instant" });
    made[0].tabIndex = -1;
    if (!isAsked) made[0].focus({ preventScroll: true });
    status.textContent = word("hitOf", { n: String(current + 1), all: String(numbers.length) });
  }

  function clear() {
    for (const hit of place.querySelectorAll("mark.hit")) hit.replaceWith(...hit.childNodes);
    place.normalize();
    bar.remove();
    const url = new URL(window.location.href);
    url.searchParams.delete("h");
    url.searchParams.delete("at");
    try {
      window.history.replaceState(null, "", url.search + url.hash || url.pathname);
    } catch (error) {
      // The address keeps the words.
    }
  }

  function button(key, act) {
    const made = element("button", { type: "button", "aria-label": word(key), title: word(key) }, word(key + ".sign"));
    made.addEventListener("click", act);
    return made;
  }

  const status = element("span", { role: "status" });
  const bar = element(
    "div", { class: "hits", role: "region", "aria-label": word("hits") },
    element("span", {}, "«" + query + "» "), status);
  if (numbers.length > 1) {
    bar.append(button("hitBefore", () => show(current - 1, true)), button("hitNext", () => show(current + 1, true)));
  }
  bar.append(button("hitsAway", clear));
  document.body.append(bar);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && bar.isConnected && !document.querySelector(".preview:not([hidden])")) clear();
  });

  if (!numbers.length) {
    status.textContent = word("hitNone");
  } else if (window.location.hash.length > 1 && document.getElementById(window.location.hash.slice(1))) {
    status.textContent = counted("hitCount", numbers.length);
    const target = document.getElementById(window.location.hash.slice(1));
    current = numbers.findIndex(i => target.contains(marks.get(i)[0])) - 1;
    target.scrollIntoView({ block: "center", behavior: "instant" });
  } else {
    const at = Number(asked.get("at"));
    const first = place.hasAttribute("data-text") && asked.has("at") ? numbers.findIndex(i => i >= at) : 0;
    show(Math.max(first, 0), false);
  }
})();
