// The switch between light and dark. Without it, the reader's system decides; the choice is kept where
// the browser can keep it, which from disk not every browser does.
(function () {
  "use strict";
  var key = "dossier-theme";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }
  function keep(theme) {
    try {
      if (theme) { localStorage.setItem(key, theme); } else { localStorage.removeItem(key); }
    } catch (error) { /* The choice holds for this page. */ }
  }
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  }

  var theme = stored();
  if (theme === "dark" || theme === "light") { root.dataset.theme = theme; }

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("theme");
    if (!button) { return; }
    function show() { button.setAttribute("aria-pressed", String(isDark())); }
    button.addEventListener("click", function () {
      var wanted = isDark() ? "light" : "dark";
      var isSystems = (wanted === "dark") === system.matches;
      if (isSystems) { delete root.dataset.theme; } else { root.dataset.theme = wanted; }
      keep(isSystems ? null : wanted);
      show();
    });
    system.addEventListener("change", show);
    button.hidden = false;
    show();
  });
})();
