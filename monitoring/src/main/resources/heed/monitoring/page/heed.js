// Keeps the page up to date: the server says that figures changed, the page is fetched again and its main part swapped.
"use strict";
(() => {
  const root = document.documentElement;
  const live = document.getElementById("live");
  const unheardMs = Number(live.dataset.unheardMs);
  const announce = document.getElementById("announce");
  let asOf = live.dataset.asOf;
  let heard = Date.now();
  // What is said here stands on the page, in its language.
  const words = announce.dataset;
  let drops = null;
  let title = document.title;
  const unseen = new Set();
  let wanted = document.getElementById("main").dataset.version;
  let fetching = false;

  function show(state, text) {
    if (root.dataset.state !== state) {
      root.dataset.state = state;
      if (state === "stopped") say(words.sayStopped);
    }
    if (live.textContent !== text) live.textContent = text;
  }

  function say(news) {
    announce.textContent = news;
  }

  function tellOfNewDrops(open) {
    const news = drops === null ? [] : open.filter(([id]) => !drops.has(id));
    drops = new Set(open.map(([id]) => id));
    if (news.length > 0) say(words.sayDrop + ": " + news.map(([, title]) => title).join("; "));
    news.forEach(([id]) => unseen.add(id));
    unseen.forEach((id) => drops.has(id) || unseen.delete(id));
    if (!document.hidden) unseen.clear();
    entitle();
  }

  // How many drops are new since somebody looked at this tab.
  function entitle() {
    document.title = unseen.size > 0 ? "(" + unseen.size + ") " + title : title;
  }

  function hear(event) {
    const news = JSON.parse(event.data);
    heard = Date.now();
    asOf = news.asOf;
    show(news.state, news.text);
    tellOfNewDrops(news.drops);
    wanted = news.version;
    refresh();
  }

  // Nothing heard is a broken connection: whatever the reason, the figures are old.
  function watch() {
    const silent = Date.now() - heard;
    if (silent > unheardMs) {
      const seconds = Math.floor(silent / 1000);
      const stretch = seconds < 120
        ? words.saySilentSeconds.replace("0", seconds)
        : words.saySilentMinutes.replace("0", Math.floor(seconds / 60));
      show("stopped", stretch + (asOf ? ", " + words.sayFigures + " " + asOf : ""));
    }
  }

  function sameElement(old, nth) {
    if (old.id) return document.getElementById(old.id);
    const selector = old.tagName.toLowerCase();
    const all = [...document.getElementById("main").querySelectorAll(selector)];
    const href = old.getAttribute("href");
    const twins = all.filter((each) => href !== null && each.getAttribute("href") === href);
    return twins[Math.min(nth, twins.length - 1)] || null;
  }

  // A page may link to one place more than once: which of those links it is.
  function place(main, old) {
    const href = old.getAttribute("href");
    return [...main.querySelectorAll(old.tagName.toLowerCase())]
      .filter((each) => each.getAttribute("href") === href)
      .indexOf(old);
  }

  // What a figure is of, as far as the page says it: the drop or the row that it is in, and where there.
  function figures(main) {
    const found = new Map();
    for (const within of main.querySelectorAll("[data-drop], tbody tr")) {
      const link = within.querySelector("th a[href]");
      const of = within.dataset.drop || (link && link.getAttribute("href"));
      if (!of) continue;
      within.querySelectorAll("dd, td").forEach((each, at) => found.set(of + " " + at, each));
    }
    return found;
  }

  function markChanges(before, after) {
    const was = new Map([...figures(before)].map(([of, each]) => [of, each.textContent]));
    for (const [of, each] of figures(after)) {
      if (was.has(of) && was.get(of) !== each.textContent) each.classList.add("changed");
    }
    const known = new Set([...before.querySelectorAll("[data-drop]")].map((each) => each.dataset.drop));
    for (const each of after.querySelectorAll("[data-drop]")) {
      if (!known.has(each.dataset.drop)) each.classList.add("changed");
    }
  }

  function swap(next) {
    const main = document.getElementById("main");
    const focused = main.contains(document.activeElement) ? document.activeElement : null;
    const typed = [...main.querySelectorAll("input:not([type=range]), select, textarea")].map((each) => [each.id, each.value]);
    const opened = [...main.querySelectorAll("details[open]")].map((each) => each.id);
    const scrolled = [...main.querySelectorAll(".wrap")].map((each) => [each.scrollLeft, each.scrollTop]);
    const caret = focused && focused.matches("input:not([type=range]), textarea") ? [focused.selectionStart, focused.selectionEnd] : null;
    const nth = focused ? place(main, focused) : 0;
    const y = window.scrollY;

    markChanges(main, next);
    main.replaceWith(next);
    document.dispatchEvent(new Event("heed:renewed"));
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    for (const id of opened) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    }
    next.querySelectorAll(".wrap").forEach((each, at) => {
      if (scrolled[at]) [each.scrollLeft, each.scrollTop] = scrolled[at];
    });
    if (focused) {
      const same = focused === main ? next : sameElement(focused, nth);
      if (same) {
        same.focus({ preventScroll: true });
        if (caret && same.setSelectionRange) same.setSelectionRange(caret[0], caret[1]);
      }
    }
    window.scrollTo({ top: y, behavior: "instant" });
  }

  async function fetchPage() {
    const answer = await fetch(window.location.href, { cache: "no-store", headers: { "Heed-By-Itself": "yes" } });
    // Whoever was signed in no longer is: what is shown stays theirs alone.
    if (answer.redirected) {
      window.location.reload();
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("main");
    if (!next) return null;
    const marked = page.getElementById("simulated");
    document.getElementById("simulated").className = marked.className;
    title = page.title;
    entitle();
    // A page that answers what somebody sent stands still: what is on it is not at its address.
    if (document.getElementById("main").dataset.still) return page;
    if (next.dataset.version !== document.getElementById("main").dataset.version) swap(document.adoptNode(next));
    return page;
  }

  async function refresh() {
    if (fetching) return;
    fetching = true;
    try {
      let asked = null;
      while (wanted !== asked && wanted !== document.getElementById("main").dataset.version) {
        asked = wanted;
        await fetchPage();
      }
    } catch {
      // The server is away: the watch above says so, and the next event tries again.
    } finally {
      fetching = false;
    }
  }

  // Where the server has no stream for it, the page asks by itself.
  async function poll() {
    try {
      const page = await fetchPage();
      if (page) {
        heard = Date.now();
        asOf = page.getElementById("live").dataset.asOf;
        show(page.documentElement.dataset.state, page.getElementById("live").textContent);
      }
    } catch {
      // As above.
    }
  }

  // Whoever may not have the events would be denied them again and again, and the audit say so.
  async function ask() {
    await poll();
    window.setTimeout(ask, 4000);
  }

  function connect() {
    const lang = new URLSearchParams(window.location.search).get("lang");
    const events = new EventSource("/events" + (lang ? "?lang=" + encodeURIComponent(lang) : ""));
    events.addEventListener("changed", hear);
    events.addEventListener("alive", hear);
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) {
        poll();
        window.setTimeout(connect, 4000);
      }
    });
  }

  // Whoever chooses is shown it at once; without this there is the button.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form.find");
    if (form && event.target.matches("select")) form.requestSubmit();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen.clear();
    entitle();
  });
  // A page may have been open for hours when it is printed.
  window.addEventListener("beforeprint", () => {
    const at = document.getElementById("printed");
    const month = root.lang === "cy" ? "2-digit" : "long";
    const now = new Date().toLocaleString("en-GB", { day: "numeric", month, year: "numeric", hour: "2-digit", minute: "2-digit" });
    if (at) at.textContent = words.sayPrinted + " " + now.replace(" at ", ", ") + ".";
  });

  const source = live.dataset.news;
  if (source === "events") connect();
  if (source === "page") window.setTimeout(ask, 4000);
  if (source) window.setInterval(watch, 500);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
