// On the pages of citations: the same citation for notes and for reference managers, to be copied.
(function () {
  "use strict";
  const { root, load, word, element } = window.dossier;
  const sections = document.querySelectorAll("section.citation[id]");
  const path = decodeURIComponent(window.location.href.split(/[?#]/)[0].slice(root.length));
  const article = /^articles\/([^/]+)\/citations/.exec(path);
  if (!sections.length || !article) return;

  /** The address of the words: whole on a web host, from the site's folder where the site is read from disk. */
  function address(item) {
    const isHosted = /^https?:$/.test(window.location.protocol);
    return isHosted ? new URL(item.custom.link, root).href : item.custom.link;
  }

  function note(item) {
    return item.note + ". " + address(item);
  }

  /** The whole reference, as it stands on the page. */
  function reference(section) {
    return section.querySelector("blockquote ~ p:not(.copied)").textContent.trim();
  }

  function dateParts(item) {
    return item.issued["date-parts"] ? item.issued["date-parts"][0] : [];
  }

  /** `text` for LaTeX, in braces so that nothing in it is changed. */
  function latex(text) {
    const signs = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
    return "{" + text.replace(/[\\{}&%$#_~^]/g, sign => signs[sign] || "\\" + sign) + "}";
  }

  function bibtex(item) {
    const [year, month, day] = dateParts(item);
    const two = value => String(value).padStart(2, "0");
    const fields = [
      ["author", latex("{" + item.author[0].literal + "}").replace(/^\{\\\{(.*)\\\}\}$/s, "{{$1}}")],
      ["title", latex(item.title)], ["journal", latex(item["container-title"])],
      ["date", year ? "{" + [year, month, day].filter(Boolean).map(two).join("-") + "}" : null],
      ["year", year ? "{" + year + "}" : latex(item.issued.literal || "")],
      ["url", item.URL ? "{" + item.URL.replace(/[{}\\]/g, encodeURIComponent) + "}" : null],
      ["langid", "{" + item.language + "}"], ["abstract", latex(item.abstract)], ["note", latex(note(item))],
    ];
    const lines = fields.filter(([, value]) => value && value !== "{}").map(([name, value]) => "  " + name + " = " + value);
    return "@article{" + item.id.replace(/[^A-Za-z0-9:-]/g, "-") + ",\n" + lines.join(",\n") + "\n}";
  }

  function ris(item) {
    const [year, month, day] = dateParts(item);
    const two = value => (value ? String(value).padStart(2, "0") : "");
    const line = (tag, value) => (value ? tag + "  - " + String(value).replace(/\s+/g, " ") : null);
    return [
      line("TY", "NEWS"), line("ID", item.id), line("AU", item.author[0].literal), line("TI", item.title),
      line("T2", item["container-title"]), line("PY", year || item.issued.literal),
      line("DA", year ? [year, two(month), two(day)].join("/") + "/" : null), line("LA", item.language),
      line("UR", item.URL), line("SP", item.custom.start), line("EP", item.custom.end), line("AB", item.abstract),
      line("N1", note(item)), "ER  - ",
    ].filter(Boolean).join("\n");
  }

  function markdown(section, item) {
    const escaped = text => text.replace(/[\\`*_[\]<>#~&|]/g, "\\$&");
    const target = address(item).replace(/[<>\s]/g, encodeURIComponent);
    return "> " + escaped(item.abstract) + "\n>\n> — " + escaped(reference(section)) + " [→](<" + target + ">)";
  }

  const formats = [
    ["press", section => section.querySelector("blockquote").textContent.trim()],
    ["reference", (section, item) => reference(section) + " " + address(item)],
    ["Markdown", markdown],
    ["BibTeX", (section, item) => bibtex(item)],
    ["RIS", (section, item) => ris(item)],
    ["CSL-JSON", (section, item) => JSON.stringify([item], null, 1)],
    ["link", (section, item) => address(item)],
  ];

  async function copy(text, shown) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      const range = document.createRange();
      range.selectNodeContents(shown);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return false;
    }
  }

  for (const section of sections) {
    const span = /^q(\d+)-(\d+)$/.exec(section.id);
    if (!span) continue;
    const status = element("p", { role: "status", class: "copied" });
    const shown = element("pre", { tabindex: "0", hidden: true });
    const bar = element("div", { class: "copies", role: "group", "aria-label": word("citeCopy") }, element("span", {}, word("citeCopy") + " "));
    for (const [name, make] of formats) {
      const label = word("cite." + name) === "cite." + name ? name : word("cite." + name);
      const button = element("button", { type: "button", "data-format": name }, label);
      button.addEventListener("click", async () => {
        const [source, items] = await load("citations/" + article[1]);
        const own = items.find(({ custom }) => custom.start === Number(span[1]) && custom.end === Number(span[2]));
        const item = { ...source, ...own };
        const text = make(section, item);
        shown.textContent = text;
        shown.hidden = false;
        shown.setAttribute("aria-label", label);
        status.textContent = word((await copy(text, shown)) ? "copied" : "copyYourself", { format: label });
      });
      bar.append(button);
    }
    section.querySelector("blockquote").after(bar, status, shown);
  }
  // What was added above it has moved the place that the address names.
  const target = document.getElementById(window.location.hash.slice(1));
  if (target) target.scrollIntoView({ behavior: "instant" });
})();
