// The search itself: which things answer to a query, from the parts of the index that hold its words.
(function () {
  "use strict";
  const { load, parse, stem, likeness } = window.dossier;

  const kinds = ["actors", "locations", "events", "quotations", "articles"];
  // More of the index than this (bytes) is not loaded for the beginning of a word; its whole words are found.
  const mostForBeginning = 1200000;
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < 64; i++) {
    values["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charCodeAt(i)] = i;
  }

  /** Reads a row of postings: for each thing the places of the word. */
  function decode(text) {
    const things = new Map();
    let i = 0;
    function next() {
      let value = 0;
      let shift = 0;
      for (;;) {
        const digit = values[text.charCodeAt(i++)];
        value += (digit & 31) * 2 ** shift;
        if (digit < 32) return value;
        shift += 5;
      }
    }
    let thing = -1;
    while (i < text.length) {
      const head = next();
      thing += Math.floor(head / 2);
      const count = head % 2 ? 1 : next();
      const places = new Array(count);
      let at = 0;
      for (let k = 0; k < count; k++) places[k] = at += next();
      things.set(thing, places);
    }
    return things;
  }

  /** The numbers of the parts whose words may begin with `beginning`. */
  function range(directory, beginning) {
    const { firsts } = directory;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= beginning) low = middle + 1;
      else high = middle;
    }
    const numbers = low > 0 ? [low - 1] : [];
    for (let part = low; part < firsts.length && firsts[part] < beginning + "\uFFFF"; part++) numbers.push(part);
    return numbers;
  }

  /** The words of the index that answer to `wanted`, with how well and where they stand. */
  async function forms(directory, wanted, isExact, isOpen) {
    let beginning = isExact && !isOpen ? wanted : stem(wanted);
    let parts = range(directory, beginning);
    const size = parts.reduce((sum, part) => sum + directory.sizes[part], 0);
    if (isOpen && (wanted.length < 2 || size > mostForBeginning)) {
      isOpen = false;
      beginning = isExact ? wanted : stem(wanted);
      parts = range(directory, beginning);
    }
    if (isExact && !isOpen) parts = parts.slice(0, 1);
    const found = [];
    for (const [keys, rows] of await Promise.all(parts.map(part => load("terms/" + part)))) {
      let low = 0;
      let high = keys.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (keys[middle] < beginning) low = middle + 1;
        else high = middle;
      }
      for (; low < keys.length && keys[low].startsWith(beginning); low++) {
        const weight = likeness(keys[low], wanted, isExact, isOpen);
        if (weight > 0) found.push({ key: keys[low], weight, row: rows[low] });
      }
    }
    return found;
  }

  // What the words of the last queries have found: a reader types on.
  const remembered = new Map();

  /** For each kind the things that hold one word in any of its forms: how well it answers, and its places. */
  function holding(directory, wanted, isExact, isOpen) {
    const name = [wanted, isExact, isOpen].join(" ");
    if (!remembered.has(name)) {
      if (remembered.size >= 40) remembered.delete(remembered.keys().next().value);
      const found = gathered(directory, wanted, isExact, isOpen);
      found.catch(() => remembered.delete(name));
      remembered.set(name, found);
    }
    return remembered.get(name);
  }

  async function gathered(directory, wanted, isExact, isOpen) {
    const result = kinds.map(() => new Map());
    for (const { weight, row } of await forms(directory, wanted, isExact, isOpen)) {
      row.split(".").forEach((postings, kind) => {
        for (const [thing, places] of decode(postings)) {
          const known = result[kind].get(thing);
          if (known) {
            known.weight = Math.max(known.weight, weight);
            known.places = known.places.concat(places);
          } else {
            result[kind].set(thing, { weight, places });
          }
        }
      });
    }
    return result;
  }

  /** For each kind the things in which the words of `clause` follow each other. */
  async function answering(directory, { keys, isExact, isOpen }) {
    const last = keys.length - 1;
    const each = await Promise.all(keys.map((key, k) => holding(directory, key, isExact, isOpen && k === last)));
    if (last === 0) return each[0];
    return kinds.map((_, kind) => {
      const result = new Map();
      for (const [thing, first] of each[0][kind]) {
        const rest = each.slice(1).map(word => word[kind].get(thing));
        if (!rest.every(Boolean)) continue;
        const sets = rest.map(word => new Set(word.places));
        const places = first.places.filter(at => sets.every((set, k) => set.has(at + k + 1)));
        const weight = Math.min(first.weight, ...rest.map(word => word.weight));
        if (places.length) result.set(thing, { weight, places });
      }
      return result;
    });
  }

  /** The shortest stretch that holds a place of every list: its length and where it begins. */
  function nearest(lists) {
    const all = lists.flatMap((places, list) => places.map(at => [at, list])).sort((a, b) => a[0] - b[0]);
    const counts = lists.map(() => 0);
    let missing = lists.length;
    let first = 0;
    let best = { length: Infinity, at: all[0][0] };
    for (const [at, list] of all) {
      if (counts[list]++ === 0) missing--;
      while (missing === 0) {
        const [start, owner] = all[first++];
        if (at - start < best.length) best = { length: at - start, at: start };
        if (--counts[owner] === 0) missing++;
      }
    }
    return best;
  }

  /** What of one kind holds all clauses, the best first; of equals the one that comes first in the dossier. */
  function ranked(found, kind, directory) {
    const lists = found.map(clause => clause[kind]);
    const rarity = lists.map(list => Math.log(1 + directory.counts[kinds[kind]] / (1 + list.size)) + 0.1);
    const order = lists.map((_, i) => i).sort((a, b) => lists[a].size - lists[b].size);
    const results = [];
    for (const thing of lists[order[0]].keys()) {
      const own = lists.map(list => list.get(thing));
      if (!own.every(Boolean)) continue;
      let score = 0;
      own.forEach(({ weight, places }, i) => {
        const isNamed = places.some(at => at < directory.body);
        score += weight * rarity[i] * (isNamed ? 3 : 1) * (1 + 0.4 * Math.log(places.length));
      });
      // In a text the words that stand together count, and show where to look.
      const bodies = own.map(({ places }) => places.filter(at => at >= directory.body));
      let at = null;
      if (bodies.every(places => places.length)) {
        const near = nearest(bodies);
        at = near.at - directory.body;
        if (own.length > 1) score += rarity.reduce((a, b) => a + b, 0) * 2 / (1 + near.length / own.length);
      } else if (bodies.some(places => places.length)) {
        at = nearest(bodies.filter(places => places.length)).at - directory.body;
      }
      results.push({ kind: kinds[kind], number: thing, score, at });
    }
    return results.sort((a, b) => b.score - a.score || a.number - b.number);
  }

  /** What answers to `query`, by kind. */
  async function lookup(query) {
    const clauses = parse(query);
    const results = Object.fromEntries(kinds.map(kind => [kind, []]));
    const isLetter = clauses.length === 1 && !clauses[0].isExact && clauses[0].keys.join("").length < 2;
    if (!clauses.length || isLetter) return { clauses, results };
    const directory = await load("directory");
    const found = await Promise.all(clauses.map(clause => answering(directory, clause)));
    kinds.forEach((name, kind) => (results[name] = ranked(found, kind, directory)));
    return { clauses, results };
  }

  /** How many letters must be changed, added, left out or exchanged to make `b` of `a`; `most` + 1 for more. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = null;
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = a[i - 1] === b[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
        if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  /** The word of the index that is most like `wanted` and begins like it; null if none is near. */
  async function similar(directory, wanted) {
    if (wanted.length < 4) return null;
    const most = wanted.length > 6 ? 2 : 1;
    const beginning = wanted.slice(0, 2);
    const parts = range(directory, beginning);
    if (parts.reduce((sum, part) => sum + directory.sizes[part], 0) > mostForBeginning) return null;
    let best = null;
    for (const [keys, rows] of await Promise.all(parts.map(part => load("terms/" + part)))) {
      keys.forEach((key, i) => {
        if (!key.startsWith(beginning)) return;
        const apart = distance(wanted, key, most);
        if (apart > most) return;
        const found = { key, apart, size: rows[i].length };
        if (!best || found.apart < best.apart || (found.apart === best.apart && found.size > best.size)) best = found;
      });
    }
    return best && best.key;
  }

  /** `query` with the words that nothing holds replaced by the most similar; null if that makes no other query. */
  async function suggestion(query) {
    const directory = await load("directory");
    const made = [];
    let isOther = false;
    for (const clause of parse(query)) {
      const keys = [];
      for (const key of clause.keys) {
        const isKnown = (await forms(directory, key, clause.isExact, clause.isOpen)).length > 0;
        const other = isKnown ? null : await similar(directory, key);
        if (other) isOther = true;
        keys.push(other || key);
      }
      made.push(clause.isExact ? '"' + keys.join(" ") + '"' : keys.join(" "));
    }
    return isOther ? made.join(" ") : null;
  }

  Object.assign(window.dossier, { lookup, suggestion, holding, kinds });
})();
