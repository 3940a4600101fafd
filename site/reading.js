// What the site's scripts share: parts of its data, its words, and texts taken apart into words.
// Nothing is fetched: a part is a classic script beside the pages, added when it is needed, that calls
// dossierIndex(name, value).
(function () {
  "use strict";

  const own = document.currentScript.src;
  const root = own.slice(0, own.lastIndexOf("/") + 1);
  const parts = new Map();
  let settings = { language: "it", words: {}, letters: {}, cards: {} };
  const plain = new Map();

  function part(name) {
    if (!parts.has(name)) {
      const slot = { isAsked: false };
      slot.promise = new Promise((resolve, reject) => Object.assign(slot, { resolve, reject }));
      parts.set(name, slot);
    }
    return parts.get(name);
  }

  window.dossierIndex = function (name, value) {
    if (name === "settings") {
      settings = value;
      for (const [letters, marked] of Object.entries(value.letters)) {
        for (const letter of marked) plain.set(letter, letters.toLowerCase());
      }
    }
    part(name).resolve(value);
  };

  /** The part `name` of the site's data, which is loaded once. */
  function load(name) {
    const slot = part(name);
    if (!slot.isAsked) {
      slot.isAsked = true;
      const script = document.createElement("script");
      script.src = root + "search/" + name.split("/").map(encodeURIComponent).join("/") + ".js";
      script.onload = () => script.remove();
      script.onerror = () => {
        script.remove();
        parts.delete(name);
        slot.reject(new Error(name));
      };
      document.head.append(script);
    }
    return slot.promise;
  }

  /** The site's words for `key`, with {name} filled in. */
  function word(key, values = {}) {
    const text = settings.words[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  /** `count` things: the words for one or for many. */
  function counted(key, count) {
    return word(count === 1 ? key + ".one" : key + ".many", { n: number(count) });
  }

  function number(value) {
    return value.toLocaleString(settings.language, { useGrouping: true });
  }

  // Words of texts: as SearchWords.swift takes them apart.

  const isLetter = /[\p{L}\p{N}\p{M}]/u;
  const isFormat = /\p{Cf}/u;
  const isMark = /\p{Mn}/u;

  /** The words of `text` as they are searched: small letters without marks, with their UTF-16 places. */
  function tokens(text) {
    const found = [];
    let key = "";
    let start = 0;
    let end = 0;
    let isSearchable = true;
    function finish() {
      if (key) found.push({ key: isSearchable ? key : "\uFFFD", start, end });
      key = "";
      isSearchable = true;
    }
    for (let i = 0; i < text.length; ) {
      const code = text.codePointAt(i);
      const next = i + (code > 0xffff ? 2 : 1);
      let letters = null;
      if (code < 0x80) {
        if (code >= 97 && code <= 122 || code >= 48 && code <= 57) letters = text[i];
        else if (code >= 65 && code <= 90) letters = String.fromCharCode(code + 32);
      } else {
        const sign = text.slice(i, next);
        if (code >= 0x300 && code <= 0x36f || isFormat.test(sign)) {
          if (key && isMark.test(sign)) end = next;
          i = next;
          continue;
        }
        if (plain.has(sign)) letters = plain.get(sign);
        else if (isLetter.test(sign)) letters = sign.toLowerCase();
        if (code > 0xffff && letters) isSearchable = false;
      }
      if (letters === null) {
        finish();
      } else {
        if (!key) start = i;
        key += letters;
        end = next;
      }
      i = next;
    }
    finish();
    return found;
  }

  /** A word without what Italian changes at its end for number and gender: soldato, soldati; amica, amiche. */
  function stem(key) {
    if (key.length < 5 || !/^[a-z]+$/.test(key)) return key;
    const last = key[key.length - 1];
    if (!"aeio".includes(last)) return key;
    const before = key[key.length - 2];
    const isLong = before === "i" || (before === "h" && (last === "e" || last === "i"));
    return key.slice(0, isLong ? -2 : -1);
  }

  // Queries

  const quotes = /["“”«»„]/;
  const apostrophes = /['’‘ʼ]/;

  /**
   * What a reader looks for: clauses, each a row of words that follow each other. Words in quotation marks are
   * taken as they are written, others with all their endings; the last may be unfinished.
   */
  function parse(text) {
    const clauses = [];
    let isQuoted = false;
    const pieces = text.split(quotes);
    pieces.forEach((piece, at) => {
      const isLast = at === pieces.length - 1;
      if (isQuoted) {
        const keys = tokens(piece).map(token => token.key);
        if (keys.length) clauses.push({ keys, isExact: true, isOpen: isLast });
      } else {
        for (const chunk of piece.split(/\s+/)) {
          const keys = withoutElision(chunk);
          if (keys.length) clauses.push({ keys, isExact: false, isOpen: false });
        }
        const last = clauses[clauses.length - 1];
        if (isLast && last && !last.isExact && piece && !/\s$/.test(piece)) last.isOpen = true;
      }
      isQuoted = !isQuoted;
    });
    const ignored = new Set(tokens(word("ignored")).map(token => token.key));
    const isIdle = clause => !clause.isExact && clause.keys.length === 1 && ignored.has(clause.keys[0]);
    const telling = clauses.filter(clause => !isIdle(clause));
    return telling.length ? telling : clauses;
  }

  /** The words of `dell'accordo` without the article, which drops its vowel; those of `Sana'a` are two. */
  function withoutElision(chunk) {
    const parts = chunk.split(apostrophes);
    return parts.flatMap((part, at) => {
      const keys = tokens(part).map(token => token.key);
      const isElided = at < parts.length - 1 && parts[at + 1] && keys.length === 1 && !/[aeiou\d]$/.test(keys[0]);
      return isElided ? [] : keys;
    });
  }

  /** How well the word `key` answers to `wanted`: 1 if it is the same, less for another ending, 0 if not. */
  function likeness(key, wanted, isExact, isOpen) {
    if (key === wanted) return 1;
    if (!isExact && stem(key) === stem(wanted)) return 0.6;
    if (isOpen && wanted.length > 1 && key.startsWith(wanted)) return 0.45;
    return 0;
  }

  /** Which of `found` (words of a text) answer to `clauses`: by their numbers. */
  function matches(found, clauses) {
    const hits = new Set();
    for (const { keys, isExact, isOpen } of clauses) {
      const last = keys.length - 1;
      for (let i = 0; i + last < found.length; i++) {
        const isHit = keys.every((key, k) => likeness(found[i + k].key, key, isExact, isOpen && k === last) > 0);
        if (isHit) for (let k = 0; k <= last; k++) hits.add(i + k);
      }
    }
    return hits;
  }

  // Pages

  /** An element with attributes and children; nothing is read as HTML. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== false && value != null) made.setAttribute(key, value);
    }
    made.append(...children.filter(child => child != null && child !== ""));
    return made;
  }

  /** `text` between two places as nodes, with the words that answer to `clauses` marked. */
  function marked(text, start, end, found, hits) {
    const nodes = [];
    let at = start;
    found.forEach((token, i) => {
      if (token.end <= start || token.start >= end || !hits.has(i)) return;
      nodes.push(text.slice(at, token.start), element("mark", {}, text.slice(token.start, token.end)));
      at = token.end;
    });
    nodes.push(text.slice(at, end));
    return nodes.filter(node => node !== "");
  }

  /** The UTF-16 place of the code point number `count` of `text`. */
  function place(text, count) {
    let i = 0;
    for (let n = 0; n < count && i < text.length; n++) i += text.codePointAt(i) > 0xffff ? 2 : 1;
    return i;
  }

  /** The stretch of `text` from about `margin` letters before `start` to as many after `end`, whole words. */
  function stretch(text, start, end, margin) {
    let from = Math.max(0, start - margin);
    if (from > 0) while (from < start && !/\s/.test(text[from - 1])) from++;
    let to = Math.min(text.length, end + margin);
    if (to < text.length) while (to > end && !/\s/.test(text[to])) to--;
    // A passage does not go on into the next paragraph.
    const before = text.slice(from, start).lastIndexOf("\n");
    if (before >= 0) from += before + 1;
    const after = text.slice(end, to).indexOf("\n");
    if (after >= 0) to = end + after;
    return { from, to, isCutBefore: from > 0 && text[from - 1] !== "\n", isCutAfter: to < text.length && text[to] !== "\n" };
  }

  window.dossier = {
    root, load, word, counted, number, tokens, stem, parse, likeness, matches, element, marked, place, stretch,
    get settings() { return settings; },
  };
})();
