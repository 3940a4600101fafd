// The filters of the timeline. Their choices stand in the address (?type=…&actor=…&place=…&article=…), so
// that a view can be sent. The events are loaded on first use, in parts.
(function () {
  "use strict";
  const box = document.querySelector("[data-timeline]");
  if (!box) return;
  const { load, word, counted, element } = window.dossier;
  const keys = ["type", "actor", "place", "article"];
  const opener = box.querySelector("button");
  const form = box.querySelector("form");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".results");
  const portion = 200;
  let names = null;
  let turn = 0;

  // An event is a list, a choice too, to keep the files small.
  const page = event => "events/" + event[0] + ".html";
  const [DATE, TITLE, TYPE, ACTORS, PLACES, ARTICLES, YEAR, STATE] = [1, 2, 3, 4, 5, 6, 7, 8];
  const [COUNT, NUMBER, SHARDS] = [2, 3, 4];
  const tests = {
    type: (event, choice) => event[TYPE] === choice[0],
    actor: (event, choice) => event[ACTORS].includes(choice[NUMBER]),
    place: (event, choice) => event[PLACES].includes(choice[NUMBER]),
    article: (event, choice) => event[ARTICLES].includes(choice[NUMBER]),
  };

  /** Fills the form with what can be chosen. */
  async function prepare() {
    if (names) return;
    status.textContent = word("timeline.loading");
    const found = await load("timeline/names");
    status.textContent = "";
    if (names) return;
    names = found;
    for (const key of keys) {
      for (const choice of names[key]) {
        form.elements[key].append(element("option", { value: choice[0] }, `${choice[1]} (${choice[COUNT]})`));
      }
    }
  }

  async function open() {
    await prepare();
    form.hidden = false;
    opener.setAttribute("aria-expanded", "true");
  }

  /** The parts that can hold an event that answers to all choices. */
  function parts(choices) {
    let all = [...Array(names.shards).keys()];
    for (const [, choice] of choices) {
      if (choice[SHARDS]) all = all.filter(number => choice[SHARDS].includes(number));
    }
    return all;
  }

  function item(event) {
    const state = [];
    for (let i = 0; i < event[STATE].length; i += 2) {
      state.push(" ", element("span", { class: "chip " + event[STATE][i] }, event[STATE][i + 1]));
    }
    return element("li", {}, element("em", {}, event[DATE]), " ", element("a", { href: page(event) }, event[TITLE]), ...state);
  }

  /** The events from `start` on, by year; then a button for the next. */
  function show(found, start) {
    let year = start > 0 ? found[start - 1][YEAR] : null;
    let list = start > 0 ? results.querySelector("section:last-of-type ul") : null;
    for (const event of found.slice(start, start + portion)) {
      if (!list || event[YEAR] !== year) {
        year = event[YEAR];
        list = element("ul");
        results.append(element("section", { class: "group" }, element("h2", {}, year), list));
      }
      list.append(item(event));
    }
    if (found.length <= start + portion) return;
    const more = element("button", { type: "button" }, word("timeline.more"));
    more.addEventListener("click", () => {
      more.remove();
      show(found, start + portion);
      results.querySelectorAll("li a")[start + portion].focus();
    });
    results.append(more);
  }

  /** In a picture of all events, those that do not answer step back. */
  function dim(found) {
    const pages = found && new Set(found.map(page));
    for (const link of document.querySelectorAll(".figure.timeline svg a")) {
      const isOff = pages !== null && !pages.has(link.getAttribute("href"));
      link.classList.toggle("off", isOff);
      if (isOff) link.setAttribute("tabindex", "-1");
      else link.removeAttribute("tabindex");
    }
  }

  async function filter() {
    const own = ++turn;
    const choices = keys.map(key => [key, names[key].find(choice => choice[0] === form.elements[key].value)])
      .filter(([, choice]) => choice);
    results.replaceChildren();
    document.querySelector("main").classList.toggle("filtered", choices.length > 0);
    if (choices.length === 0) {
      status.textContent = "";
      dim(null);
      return;
    }
    status.textContent = word("timeline.loading");
    const found = [];
    for (const number of parts(choices)) {
      const events = await load("timeline/" + (number + 1));
      if (own !== turn) return;
      found.push(...events.filter(event => choices.every(([key, choice]) => tests[key](event, choice))));
    }
    status.textContent = found.length ? counted("timeline.found", found.length) : word("timeline.none");
    show(found, 0);
    if (box.dataset.timeline === "whole") dim(found);
  }

  function address() {
    const query = new URLSearchParams();
    for (const key of keys) if (form.elements[key].value) query.set(key, form.elements[key].value);
    history.replaceState(null, "", query.toString() ? "?" + query : location.pathname);
  }

  /** What the address asks for; a value that nothing has is shown and finds nothing. */
  async function read() {
    const query = new URLSearchParams(location.search);
    if (!keys.some(key => query.get(key))) return;
    await open();
    for (const key of keys) {
      const value = query.get(key) || "";
      if (value && !names[key].some(choice => choice[0] === value)) {
        names[key].push([value, value, 0, -2, []]);
        form.elements[key].append(element("option", { value }, value));
      }
      form.elements[key].value = value;
    }
    await filter();
  }

  const broken = () => { status.textContent = word("timeline.broken"); };

  opener.addEventListener("click", () => {
    if (form.hidden) {
      open().then(() => form.elements.type.focus(), broken);
    } else {
      form.hidden = true;
      opener.setAttribute("aria-expanded", "false");
    }
  });
  function changed() {
    address();
    filter().catch(broken);
  }
  form.addEventListener("change", changed);
  form.addEventListener("submit", event => event.preventDefault());
  // The fields are empty after the event only.
  form.addEventListener("reset", () => setTimeout(changed));
  box.hidden = false;
  read().catch(broken);
})();
