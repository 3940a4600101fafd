// The search page: what is typed is looked up at once; the address keeps query and kind, so that results can be sent.
(function () {
  "use strict";
  const { root, load, word, counted, number, tokens, matches, element, marked, place, stretch, lookup, suggestion, kinds } = window.dossier;

  const form = document.getElementById("search");
  const input = document.getElementById("query");
  const list = document.getElementById("results");
  const status = document.querySelector(".status");
  const ways = document.querySelector(".ways");
  if (!form || !input || !list) return;

  // How many of each kind stand among all, and how many more a reader gets at once.
  const few = { actors: 3, locations: 3, events: 4, quotations: 5, articles: 5 };
  const page = 20;
  const margin = 130;

  let turn = 0;
  let limit = page;
  const title = document.title;

  const kind = () => form.elements.kind.value;

  // Entries

  async function entry(result) {
    const { blockSize } = await load("directory");
    const block = await load("entries/" + result.kind + "-" + Math.floor(result.number / blockSize));
    return block[result.number % blockSize];
  }

  /** The words of `text` that answer to the query, marked. */
  function withMarks(text, clauses) {
    const found = tokens(text);
    return marked(text, 0, text.length, found, matches(found, clauses));
  }

  function thing(result, [id, name, line, others], clauses, query) {
    const link = element("a", { href: root + result.kind + "/" + id + ".html?h=" + encodeURIComponent(query) }, ...withMarks(name, clauses));
    const about = element("p", { class: "about" }, line);
    const isOther = others && matches(tokens(others), clauses).size > 0;
    const names = isOther ? element("p", { class: "about" }, ...withMarks(word("alsoCalled", { names: others }), clauses)) : null;
    return element("li", { class: "result" }, element("p", {}, link), names, about);
  }

  /** A passage around the word number `at` of `text`. */
  function passage(text, at, clauses) {
    const found = tokens(text);
    const hits = matches(found, clauses);
    const near = found[Math.min(at, found.length - 1)] || { start: 0, end: 0 };
    const cut = stretch(text, near.start, near.end, margin);
    return { nodes: marked(text, cut.from, cut.to, found, hits), isCutBefore: cut.isCutBefore, isCutAfter: cut.isCutAfter };
  }

  async function article(result, [id, name, source], clauses, query) {
    const at = result.at ?? 0;
    const address = root + "articles/" + id + ".html?h=" + encodeURIComponent(query) + (result.at === null ? "" : "&at=" + at);
    const link = element("a", { href: address }, ...withMarks(name, clauses));
    const item = element("li", { class: "result" }, element("p", {}, link));
    const [, , text] = await load("texts/" + id);
    const { nodes, isCutBefore, isCutAfter } = passage(text, at, clauses);
    item.append(
      element("p", { class: "passage" }, isCutBefore ? "… " : "", ...nodes, isCutAfter ? " …" : ""),
      element("p", { class: "about" }, source));
    return item;
  }

  async function quotation(result, [id, first, last, sort, speakers, source], clauses, query) {
    const [, , text] = await load("texts/" + id);
    const start = place(text, first);
    const end = start + place(text.slice(start), last - first);
    const own = text.slice(start, end);
    const { nodes, isCutBefore, isCutAfter } = passage(own, result.at ?? 0, clauses);
    const isSaid = sort !== "indirect";
    const address = root + "articles/" + id + ".html?h=" + encodeURIComponent(query) + "#c" + first + "-" + last;
    const link = element("a", { href: address },
      isSaid ? word("marks.open") : "", isCutBefore ? "… " : "", ...nodes, isCutAfter ? " …" : "", isSaid ? word("marks.close") : "");
    return element("li", { class: "result" },
      element("p", {}, link), element("p", { class: "about" }, ...withMarks(speakers, clauses), " · " + word("said." + sort) + " · " + source + " · ",
        element("a", { href: root + "articles/" + id + "/citations.html#q" + first + "-" + last }, word("citeOpen"))));
  }

  const writers = { actors: thing, locations: thing, events: thing, quotations: quotation, articles: article };

  async function item(result, clauses, query) {
    return writers[result.kind](result, await entry(result), clauses, query);
  }

  // Results

  /** What leads to a result, apart from what else stands there. */
  const leads = ".result > p:first-child a";

  async function group(name, results, clauses, query, isAlone) {
    const count = isAlone ? limit : few[name];
    const shown = results.slice(0, count);
    const items = await Promise.all(shown.map(result => item(result, clauses, query)));
    const section = element("section", { "aria-labelledby": "found-" + name });
    section.append(element("h2", { id: "found-" + name }, word("kind." + name) + " ", element("span", {}, number(results.length))));
    section.append(element("ol", {}, ...items));
    if (results.length > shown.length) {
      const more = element("button", { type: "button", class: "more" },
        isAlone ? counted("more", Math.min(page, results.length - shown.length)) : word("all." + name, { n: number(results.length) }));
      more.addEventListener("click", async () => {
        if (isAlone) limit += page;
        else form.elements.kind.value = name;
        await run(true);
        const links = list.querySelectorAll(leads);
        const next = links[isAlone ? shown.length : 0];
        if (next) next.focus();
      });
      section.append(more);
    }
    return section;
  }

  function tell(results) {
    for (const choice of form.querySelectorAll("[name=kind]")) {
      const count = choice.value
        ? results[choice.value].length : kinds.reduce((sum, name) => sum + results[name].length, 0);
      let badge = choice.parentElement.querySelector(".count");
      if (!badge) choice.parentElement.append((badge = element("span", { class: "count" })));
      badge.textContent = " " + number(count);
    }
  }

  function forget() {
    for (const badge of form.querySelectorAll(".count")) badge.remove();
  }

  function address(query) {
    const asked = new URLSearchParams();
    if (query) asked.set("q", query);
    if (query && kind()) asked.set("kind", kind());
    const text = asked.toString();
    return window.location.pathname + (text ? "?" + text : "");
  }

  function keep(query, isStep) {
    try {
      if (isStep) window.history.pushState(null, "", address(query));
      else window.history.replaceState(null, "", address(query));
    } catch (error) {
      // The results are there without an address.
    }
  }

  /** Offers another spelling for words that are nowhere. */
  async function suggest(query, mine) {
    const other = await suggestion(query).catch(() => null);
    if (!other || mine !== turn) return;
    const button = element("button", { type: "button", class: "more" }, word("didYouMean", { query: other }));
    button.addEventListener("click", () => {
      input.value = other;
      input.focus();
      run(true);
    });
    list.replaceChildren(button);
  }

  /** Looks up what stands in the box; a step is one that the way back returns from. */
  async function run(isStep) {
    const mine = ++turn;
    const query = input.value;
    const asked = query.trim();
    ways.hidden = asked !== "";
    if (!asked) {
      list.replaceChildren();
      status.textContent = "";
      forget();
      document.title = title;
      return keep("", isStep);
    }
    let found;
    try {
      found = await lookup(query);
    } catch (error) {
      if (mine === turn) status.textContent = word("searchBroken");
      return;
    }
    if (mine !== turn) return;
    const { clauses, results } = found;
    const names = kinds.filter(name => results[name].length && (!kind() || kind() === name));
    const sections = await Promise.all(names.map(name => group(name, results[name], clauses, asked, kind() === name)));
    if (mine !== turn) return;
    tell(results);
    list.replaceChildren(...sections);
    const total = names.reduce((sum, name) => sum + results[name].length, 0);
    const others = kinds.reduce((sum, name) => sum + results[name].length, 0) - total;
    if (total) status.textContent = counted("results", total);
    else if (others) status.textContent = counted("resultsElsewhere", others);
    else status.textContent = asked.length < 2 ? word("searchMore") : word("resultsNone", { query: asked });
    ways.hidden = total + others > 0;
    if (!total && !others) suggest(asked, mine);
    document.title = asked + " – " + title;
    keep(asked, isStep);
    window.dossier.answered = { query: asked, at: performance.now() };
  }

  // Hands

  form.addEventListener("submit", event => {
    event.preventDefault();
    limit = page;
    run(true);
  });
  input.addEventListener("input", () => {
    limit = page;
    run(false);
  });
  for (const choice of form.querySelectorAll("[name=kind]")) {
    choice.addEventListener("change", () => {
      limit = page;
      run(true);
    });
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...list.querySelectorAll(leads)];
    const at = links.indexOf(document.activeElement);
    const isInBox = document.activeElement === input;
    if (event.key === "ArrowDown" && (isInBox || at >= 0)) {
      const next = links[at + 1];
      if (next) next.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] || input).focus();
    } else if (event.key === "Escape" && at >= 0) {
      input.focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  function restore() {
    const asked = new URLSearchParams(window.location.search);
    input.value = asked.get("q") || "";
    form.elements.kind.value = kinds.includes(asked.get("kind")) ? asked.get("kind") : "";
    limit = page;
    return run(false);
  }

  window.addEventListener("popstate", restore);
  form.hidden = false;
  load("directory").catch(() => {});
  restore();
  if (!input.value) input.focus();
})();
