// The reader's choice of light or dark, before anything is drawn. Without one the system's setting holds.
(function () {
  "use strict";
  try {
    const theme = localStorage.getItem("dossier-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) {
    // A browser that stores nothing follows the system.
  }
})();
