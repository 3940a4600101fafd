// The filters of the timeline. Everything can be read without this script; it only adds a form whose
// choices stand in the address (?type=…&actor=…&place=…&article=…), so that a view can be sent.
// The data are classic scripts in data/timeline/, loaded on first use: pages opened from disk may load
// nothing else.
"use strict";
(function () {
  var box = document.querySelector("[data-timeline]");
  if (!box) return;
  var keys = ["type", "actor", "place", "article"];
  var opener = box.querySelector("button");
  var form = box.querySelector("form");
  var status = box.querySelector("[role=status]");
  var results = box.querySelector(".results");
  var main = document.querySelector("main");
  var pageSize = 200;

  // Shards: a script calls dossierShard(name, value).
  var waiting = {};
  var loaded = {};
  var others = window.dossierShard;
  window.dossierShard = function (name, value) {
    if (name.indexOf("timeline/") !== 0) {
      if (others) others(name, value);
      return;
    }
    loaded[name] = value;
  };
  function load(name, done) {
    if (loaded[name]) return done(loaded[name]);
    if (waiting[name]) return void waiting[name].push(done);
    waiting[name] = [done];
    var script = document.createElement("script");
    function finish() {
      var all = waiting[name];
      delete waiting[name];
      all.forEach(function (next) { next(loaded[name]); });
    }
    script.onload = script.onerror = finish;
    script.src = "data/" + name + ".js";
    document.head.appendChild(script);
  }

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  // A number with its thousands marked off as everywhere on the site.
  function number(count) {
    var sign = box.dataset.thousand.replace(/\d/g, "");
    return String(count).replace(/\B(?=(\d{3})+$)/g, sign);
  }

  // The choices, filled in when they are first needed.
  var names = null;
  function prepare(done) {
    if (names) return done();
    status.textContent = box.dataset.loading;
    load("timeline/names", function (value) {
      if (!value) {
        status.textContent = box.dataset.failed;
        return;
      }
      status.textContent = "";
      if (!names) {
        names = value;
        keys.forEach(function (key) {
          value[key].forEach(function (choice) {
            var option = element("option", "", choice[1] + " (" + choice[2][0] + ")");
            option.value = choice[0];
            form.elements[key].appendChild(option);
          });
        });
      }
      done();
    });
  }

  function open(done) {
    prepare(function () {
      form.hidden = false;
      opener.setAttribute("aria-expanded", "true");
      if (done) done();
    });
  }

  function choice(key) {
    var value = form.elements[key].value;
    return value && names[key].filter(function (one) { return one[0] === value; })[0];
  }

  // Which shards can hold an event that matches all choices.
  function shards(choices) {
    var all = [];
    for (var number = 0; number < names.shards[0]; number += 1) all.push(number);
    choices.forEach(function (one) {
      if (one[3]) all = all.filter(function (number) { return one[3].indexOf(number) >= 0; });
    });
    return all;
  }

  function matches(event, chosen) {
    return (!chosen.type || event[3] === chosen.type[0]) &&
      (!chosen.actor || event[4].indexOf(chosen.actor[2][1]) >= 0) &&
      (!chosen.place || event[5].indexOf(chosen.place[2][1]) >= 0) &&
      (!chosen.article || event[6].indexOf(chosen.article[2][1]) >= 0);
  }

  function page(event) { return "events/" + event[0] + ".html"; }

  function item(event) {
    var line = element("li");
    line.appendChild(element("em", "", event[1]));
    line.appendChild(document.createTextNode(" "));
    var link = element("a", "", event[2]);
    link.href = page(event);
    line.appendChild(link);
    for (var i = 0; i < event[8].length; i += 2) {
      line.appendChild(document.createTextNode(" "));
      line.appendChild(element("span", "chip " + event[8][i], event[8][i + 1]));
    }
    return line;
  }

  // The events from `start` on, by year; then a button for the next.
  function show(found, start) {
    var section = null;
    var year = start > 0 ? found[start - 1][7] : null;
    var list = start > 0 ? results.querySelector("section:last-of-type ul") : null;
    found.slice(start, start + pageSize).forEach(function (event) {
      if (event[7] !== year || !list) {
        year = event[7];
        section = element("section", "group");
        section.appendChild(element("h2", "", year || box.dataset.undated));
        list = element("ul");
        section.appendChild(list);
        results.appendChild(section);
      }
      list.appendChild(item(event));
    });
    if (found.length > start + pageSize) {
      var more = element("button", "", box.dataset.more);
      more.type = "button";
      more.addEventListener("click", function () {
        more.remove();
        show(found, start + pageSize);
        var link = results.querySelectorAll("li a")[start + pageSize];
        if (link) link.focus();
      });
      results.appendChild(more);
    }
  }

  // In a picture that has all events, those that do not match step back.
  function dim(found) {
    var pages = found && found.map(page);
    document.querySelectorAll(".figure.timeline svg a").forEach(function (link) {
      var isOff = !!pages && pages.indexOf(link.getAttribute("href")) < 0;
      link.classList.toggle("off", isOff);
      if (isOff) link.setAttribute("tabindex", "-1");
      else link.removeAttribute("tabindex");
    });
  }

  var turn = 0;
  function filter() {
    var own = turn += 1;
    var chosen = {};
    var choices = [];
    keys.forEach(function (key) {
      chosen[key] = choice(key);
      if (chosen[key]) choices.push(chosen[key]);
    });
    results.textContent = "";
    status.textContent = "";
    main.classList.toggle("filtered", choices.length > 0);
    if (!choices.length) return dim(null);
    status.textContent = box.dataset.loading;
    var wanted = shards(choices);
    var found = [];
    (function next(place) {
      if (own !== turn) return;
      if (place < wanted.length) {
        return load("timeline/" + (wanted[place] + 1), function (events) {
          if (own !== turn) return;
          if (!events) {
            status.textContent = box.dataset.failed;
            return;
          }
          events.forEach(function (event) { if (matches(event, chosen)) found.push(event); });
          next(place + 1);
        });
      }
      var count = found.length === 1 ? box.dataset.one
        : box.dataset.many.replace("{n}", number(found.length));
      status.textContent = found.length ? count : box.dataset.none;
      show(found, 0);
      if (box.dataset.timeline === "whole") dim(found);
    })(0);
  }

  function address() {
    var query = new URLSearchParams();
    keys.forEach(function (key) {
      if (form.elements[key].value) query.set(key, form.elements[key].value);
    });
    var text = query.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  // What the address asks for; a value that nothing has stays visible and finds nothing.
  function read() {
    var query = new URLSearchParams(location.search);
    var isAsked = keys.some(function (key) { return query.get(key); });
    if (!isAsked) return;
    open(function () {
      keys.forEach(function (key) {
        var value = query.get(key) || "";
        var select = form.elements[key];
        if (value && !names[key].some(function (one) { return one[0] === value; })) {
          names[key].push([value, value, [0, -1], []]);
          var option = element("option", "", value);
          option.value = value;
          select.appendChild(option);
        }
        select.value = value;
      });
      filter();
    });
  }

  opener.addEventListener("click", function () {
    if (form.hidden) {
      open(function () { form.elements.type.focus(); });
    } else {
      form.hidden = true;
      opener.setAttribute("aria-expanded", "false");
    }
  });
  form.addEventListener("change", function () { address(); filter(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    setTimeout(function () { address(); filter(); }, 0);
  });
  box.hidden = false;
  read();
})();
