// Hover or focus on a link to a person, place, event or passage shows what is there, from the page or from a part of
// the site's data. It can be pointed at, goes away with Escape, and does not come by touch (WCAG 2.2, 1.4.13).
(function () {
  "use strict";
  const { root, load, word, element, place, stretch, settings } = window.dossier;
  const delay = 300;
  const margin = 160;
  const longest = 480;

  const box = element("div", { class: "preview", id: "preview", role: "tooltip", hidden: true });
  let shown = null;
  let wanted = null;
  let timer = 0;

  /** FNV-1a, 32 bits, of the UTF-8 of `id`: the part that holds its card. */
  function hash(id) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(id)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    return value;
  }

  /** What `link` leads to, as a function that makes its preview; null for links without one. */
  function source(link) {
    const [address, anchor = ""] = link.href.split("#");
    const here = window.location.href.split("#")[0].split("?")[0];
    const isHere = address.split("?")[0] === here;
    const path = address.startsWith(root) ? decodeURIComponent(address.slice(root.length).split("?")[0]) : "";
    const passage = /^articles\/([^/]+)\.html$/.exec(path);
    const span = /^c(\d+)-(\d+)$/.exec(anchor);
    if (passage && span) return () => words(passage[1], Number(span[1]), Number(span[2]));
    if (isHere) {
      const target = anchor.startsWith("q") ? document.getElementById(anchor) : null;
      return target && !target.contains(link) ? () => entry(target) : null;
    }
    const thing = /^(actors|locations|events)\/([^/]+)\.html$/.exec(path);
    return thing && !anchor ? () => card(thing[1], thing[2]) : null;
  }

  async function card(kind, id) {
    const count = settings.cards[kind];
    if (!count) return null;
    const cards = await load("cards/" + kind + "-" + (hash(id) % count));
    const found = cards.find(card => card[0] === id);
    if (!found) return null;
    const [, name, line, others] = found;
    return [
      element("strong", {}, name), element("span", { class: "line" }, line),
      others ? element("span", { class: "line" }, word("alsoCalled", { names: others })) : null,
    ];
  }

  async function words(article, first, last) {
    const [title, source, text] = await load("texts/" + article);
    const start = place(text, first);
    const end = start + place(text.slice(start), last - first);
    const { from, to, isCutBefore, isCutAfter } = stretch(text, start, end, margin);
    const isLong = end - start > longest;
    return [
      element("span", { class: "words" },
        (isCutBefore ? "… " : "") + text.slice(from, start),
        element("mark", {}, isLong ? text.slice(start, start + longest) + " …" : text.slice(start, end)),
        isLong ? "" : text.slice(end, to) + (isCutAfter ? " …" : "")),
      element("span", { class: "line" }, title + " · " + source),
    ];
  }

  function entry(target) {
    const lines = [...target.querySelectorAll("p")].slice(0, 2);
    return lines.map((line, at) => element(at ? "span" : "strong", at ? { class: "line" } : {}, line.textContent));
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  function settle(link) {
    const room = document.documentElement.clientWidth;
    const at = [...link.getClientRects()].pop() || link.getBoundingClientRect();
    box.style.setProperty("left", "0");
    box.style.setProperty("top", "0");
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, room - width - 8));
    const isBelow = at.bottom + height + 8 < window.innerHeight || at.top < height + 8;
    box.style.setProperty("left", left + window.scrollX + "px");
    box.style.setProperty("top", (isBelow ? at.bottom + 4 : at.top - height - 4) + window.scrollY + "px");
  }

  async function show(link, make) {
    let nodes = null;
    try {
      nodes = await make();
    } catch (error) {
      return;
    }
    if (!nodes || wanted !== link) return;
    if (shown) shown.removeAttribute("aria-describedby");
    box.replaceChildren(...nodes.filter(node => node));
    if (!box.isConnected) (document.querySelector("main") || document.body).append(box);
    box.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", box.id);
    settle(link);
  }

  function ask(link, after) {
    if (wanted === link) {
      if (shown === link) clearTimeout(timer);
      return;
    }
    const make = source(link);
    if (!make) return;
    clearTimeout(timer);
    wanted = link;
    timer = setTimeout(() => show(link, make), after);
  }

  function leave() {
    clearTimeout(timer);
    if (!shown) wanted = null;
    else timer = setTimeout(hide, delay);
  }

  function link(target) {
    const found = target instanceof Element ? target.closest("a[href]") : null;
    return found && found.closest(".page") ? found : null;
  }

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return;
    if (box.contains(event.target)) return clearTimeout(timer);
    const found = link(event.target);
    if (found) ask(found, delay);
  });
  document.addEventListener("pointerout", event => {
    if (event.pointerType === "touch") return;
    const to = event.relatedTarget;
    const from = box.contains(event.target) ? box : link(event.target);
    if (!from || (to instanceof Node && (from.contains(to) || box.contains(to) || (shown && shown.contains(to))))) return;
    leave();
  });
  document.addEventListener("focusin", event => {
    const found = link(event.target);
    if (found && found.matches(":focus-visible")) ask(found, delay);
  });
  document.addEventListener("focusout", event => {
    if (event.target === wanted || event.target === shown) hide();
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", event => {
    if (!box.contains(event.target)) hide();
  });
})();
