/// The script and the style that the preview adds to the pages it sends.
enum PreviewAssets {
  /// Reloads the page when another edition of the site is served, and shows what the build had to tell.
  ///
  /// It asks again and again instead of holding a connection open: browsers allow six to one server, and
  /// a seventh window would wait for ever. A window that nobody sees does not ask.
  static let script = #"""
    (function () {
      "use strict";
      var PAUSE = 200, LATER = 1000;
      var own = document.currentScript.dataset.edition;
      var address = new URL("status.json", document.currentScript.src).href;
      var shown = "", closed = false, panel = null, timer = 0;

      function element(name, className, text) {
        var made = document.createElement(name);
        if (className) made.className = className;
        if (text) made.textContent = text;
        return made;
      }

      function counted(number, one) { return number + " " + one + (number === 1 ? "" : "s"); }

      function close() {
        closed = true;
        render(JSON.parse(shown));
      }

      function list(status) {
        var list = element("ol");
        status.diagnostics.forEach(function (diagnostic) {
          var item = element("li", "is-" + diagnostic.severity);
          if (diagnostic.place) item.appendChild(element("code", "place", diagnostic.place));
          item.appendChild(element("span", "severity", diagnostic.severity + ":"));
          item.appendChild(element("span", "message", diagnostic.message));
          item.appendChild(element("span", "code", "[" + diagnostic.code + "]"));
          list.appendChild(item);
        });
        return list;
      }

      // Errors open the panel; warnings wait behind a button, since most are there all the time.
      function render(status) {
        if (panel) panel.remove();
        panel = null;
        var count = status.errors + status.warnings;
        var isFailed = status.phase === "failed";
        if (!count && !isFailed && status.phase !== "gone") return;
        panel = element("aside", "dossier-serve");
        panel.lang = "en";
        panel.setAttribute("aria-label", "dossier serve");
        panel.setAttribute("role", isFailed ? "alert" : "status");
        if (status.phase === "gone") {
          panel.appendChild(element("p", "heading", "The preview has ended: dossier serve answers no more."));
        } else {
          var words = [];
          if (status.errors) words.push(counted(status.errors, "error"));
          if (status.warnings) words.push(counted(status.warnings, "warning"));
          var heading = words.join(", ") || "The build failed";
          if (isFailed) heading += " – this page is of the last build that succeeded";
          var details = element("details");
          details.open = isFailed && !closed;
          details.appendChild(element("summary", "heading", heading));
          details.appendChild(list(status));
          var more = count - status.diagnostics.length;
          if (more > 0) details.appendChild(element("p", "", "and " + more + " more in the terminal"));
          panel.appendChild(details);
        }
        document.body.appendChild(panel);
      }

      function show(text) {
        if (text === shown) return;
        var before = shown ? JSON.parse(shown) : null;
        shown = text;
        var status = JSON.parse(text);
        if (!before || before.phase !== status.phase) closed = false;
        render(status);
      }

      document.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && panel && panel.querySelector("details[open]")) close();
      });

      function ask() {
        clearTimeout(timer);
        if (document.hidden) return;
        fetch(address, { cache: "no-store" }).then(function (answer) {
          if (!answer.ok) throw new Error(answer.status);
          return answer.text();
        }).then(function (text) {
          var status = JSON.parse(text);
          if (status.edition !== own) {
            location.reload();
            return;
          }
          // What is being built is no news yet: what was told before stays.
          if (status.phase !== "building") show(text);
          timer = setTimeout(ask, PAUSE);
        }).catch(function () {
          show('{"phase":"gone","errors":0,"warnings":0,"diagnostics":[]}');
          timer = setTimeout(ask, LATER);
        });
      }

      document.addEventListener("visibilitychange", ask);
      ask();
    })();

    """#

  /// The look of what that script shows.
  static let style = """
    .dossier-serve {
      position: fixed; inset: auto 0.75rem 0.75rem auto; z-index: 2147483647;
      box-sizing: border-box; max-width: min(52rem, calc(100vw - 1.5rem)); max-height: 70vh;
      overflow: auto; padding: 0.5rem 0.75rem; border: 1px solid #8a8a8a; border-radius: 0.4rem;
      background: #fff; color: #1a1a1a; box-shadow: 0 0.2rem 1rem rgb(0 0 0 / 35%);
      font: 0.875rem/1.45 system-ui, sans-serif; text-align: left;
    }
    .dossier-serve[role="alert"] { border: 2px solid #b3261e; }
    .dossier-serve .heading { margin: 0; font-weight: 600; cursor: default; }
    .dossier-serve summary.heading { cursor: pointer; }
    .dossier-serve ol { margin: 0.5rem 0 0; padding: 0; list-style: none; }
    .dossier-serve li { margin: 0; padding: 0.35rem 0; border-top: 1px solid #d0d0d0; overflow-wrap: anywhere; }
    .dossier-serve .place { display: block; font: 0.8125rem/1.4 ui-monospace, monospace; background: none; color: inherit; padding: 0; }
    .dossier-serve .severity { margin-right: 0.35em; font-weight: 600; }
    .dossier-serve .is-error .severity { color: #b3261e; }
    .dossier-serve .is-warning .severity { color: #7a5200; }
    .dossier-serve .code { margin-left: 0.35em; color: #595959; }
    .dossier-serve-notice { margin: 15vh auto; max-width: 40rem; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; }
    @media (prefers-color-scheme: dark) {
      .dossier-serve { background: #1e1e1e; color: #ececec; border-color: #777; }
      .dossier-serve[role="alert"] { border-color: #ff897d; }
      .dossier-serve li { border-color: #444; }
      .dossier-serve .is-error .severity { color: #ff897d; }
      .dossier-serve .is-warning .severity { color: #ffcc66; }
      .dossier-serve .code { color: #b0b0b0; }
    }
    @media print { .dossier-serve { display: none; } }

    """
}
