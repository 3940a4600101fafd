// What every page has with scripts: a search box and a switch of light and dark in its head; `/` leads to the search.
(function () {
  "use strict";
  const { root, word, element } = window.dossier;

  // Light and dark

  const themes = ["auto", "light", "dark"];

  function stored() {
    try {
      return localStorage.getItem("dossier-theme");
    } catch (error) {
      return null;
    }
  }

  function store(theme) {
    try {
      if (theme === "auto") localStorage.removeItem("dossier-theme");
      else localStorage.setItem("dossier-theme", theme);
    } catch (error) {
      // The choice holds for this page.
    }
  }

  function themeSwitch() {
    const button = element("button", { type: "button", class: "theme" });
    let theme = themes.includes(stored()) ? stored() : "auto";
    function show() {
      if (theme === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      button.textContent = word("theme." + theme);
    }
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      store(theme);
      show();
    });
    show();
    return button;
  }

  // Search

  function searchBox(link) {
    const input = element("input", {
      type: "search", name: "q", placeholder: word("searchHere"), "aria-label": word("searchHere"), autocomplete: "off",
    });
    const form = element("form", { role: "search", class: "box", action: link.href }, input);
    form.addEventListener("submit", event => {
      event.preventDefault();
      const query = input.value.trim();
      window.location.href = root + "search.html" + (query ? "?q=" + encodeURIComponent(query) : "");
    });
    return form;
  }

  const tools = document.querySelector(".masthead .search");
  const link = tools && tools.querySelector("a");
  if (tools) tools.append(themeSwitch());
  if (link && !document.getElementById("query")) link.replaceWith(searchBox(link));

  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const place = event.target;
    if (place instanceof HTMLElement && (place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName))) return;
    const input = document.querySelector("#query, .masthead input[type=search]");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
