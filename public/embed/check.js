// Checks the source of a school's page that somebody pastes: which of the guide's codes it holds, and what to mend. All of it
// happens here. The page is parsed as a document of its own that is never shown: none of its scripts runs, none of its images
// or frames is loaded; nothing is sent or kept.
(() => {
  "use strict";
  const MOST = 20000; // px: what the guide's script takes for a size
  const SHOWN = 200; // letters of the pasted page that a finding repeats
  const ENOUGH = 20; // codes that are looked at, and findings that are told
  const ADDRESS_LENGTH = 2000; // no address is longer
  const STYLE = "data-pasted-style";
  const SCRIPT = "embed.js";
  const checker = document.querySelector(".checker");
  const { site = new URL("..", location.href).href } = checker.dataset;
  const ids = (name) => checker.dataset[name].split(" ");

  // This page's own policy forbids inline styles, handlers and `<base>`, and Chromium complains of each even in a document that is
  // never shown: they get other names. `<xmp>` holds plain text, as `<style>` does.
  const renamed = (text) =>
    text
      .replace(/(["'\s/])(style|on[a-z]+)(?=\s*=)/gi, "$1 data-pasted-$2")
      .replace(/<(\/?)style\b/gi, "<$1xmp")
      .replace(/<base\b/gi, "<data");
  const parse = (text) => {
    const page = new DOMParser().parseFromString(renamed(text), "text/html");
    // What only those see whose browser runs no script is no code in the page.
    for (const aside of page.querySelectorAll("noscript")) aside.remove();
    return page;
  };
  const webAddress = (text) => {
    try {
      const url = new URL(text);
      return /^https?:$/.test(url.protocol) ? url : null;
    } catch (_) {
      return null;
    }
  };
  const folder = ({ origin, pathname }) => origin + pathname;
  // Where links lead, without what comes behind `?` and `#`.
  const linksIn = (element) => {
    const links = [...element.querySelectorAll("a[href^=http i]")].map((link) => webAddress(link.getAttribute("href")));
    return links.filter((url) => url).map(folder);
  };
  const leadTo = (links, address) => links.some((link) => link.startsWith(address));
  const isNumber = (text) => text > 0 && text <= MOST;

  // The wishes: which values make sense, an example of one, and the finding where none does.
  const WISHES = new Map([
    ["start", { sound: (id) => ids("steps").includes(id), finding: "wish-step" }],
    ["institution", { sound: (id) => ids("institutions").includes(id), finding: "wish-institution" }],
    ["theme", { sound: (theme) => /^(light|dark|auto)$/.test(theme), example: "dark" }],
    ["height", { sound: isNumber, example: "600" }],
    ["width", { sound: isNumber, example: "480" }],
    ["top", { sound: isNumber, example: "80" }],
    ["title", { sound: () => true }],
  ]);
  const asAttribute = (name, value) => `data-${name}="${value}"`;
  const asQuery = (name, value) => `${name}=${value}`;
  const checkWish = (name, value, written, url, say) => {
    const { sound, finding, example } = WISHES.get(name);
    // Another guide has steps and institutions of its own.
    if (!value || sound(value) || (finding && folder(url) !== site)) return;
    if (finding) say(finding, { value });
    else say("wish", { value: written(name, value), example: written(name, example) });
  };

  // The address that the pasted page calls its own.
  const ownAddress = (page) => {
    const canonical = page.querySelector("link[rel=canonical]");
    return (canonical && canonical.getAttribute("href")) || "";
  };
  // The guide's address in a code, if it is one; what is wrong with it otherwise.
  const checkAddress = (text, page, say) => {
    const url = webAddress(text);
    if (!url) {
      say("address", { value: text });
      return null;
    }
    const secure = site.startsWith("https:") || ownAddress(page).startsWith("https:");
    if (url.protocol === "http:" && secure) say("address-http");
    else if (folder(url) !== site && webAddress(site)) say("address-other", { value: folder(url), site });
    return url;
  };

  // Whether a source of a policy (`https:`, `*.example.ru`, `https://example.ru/`) holds an address.
  const holds = (source, url, own) => {
    if (source === "*") return true;
    if (source === "'self'") return !!own && own.origin === url.origin;
    const [whole, scheme, host, port, path] = /^(?:([a-z]+:)(?:\/\/|$))?([^/:']*)(?::(\d+|\*))?(\/.*)?$/i.exec(source) || [];
    if (!whole || (scheme && scheme !== url.protocol && scheme + url.protocol !== "http:https:")) return false;
    if (!host) return !!scheme;
    if (host.startsWith("*.") ? !url.hostname.endsWith(host.slice(1)) : host !== "*" && host !== url.hostname) return false;
    if (port !== "*" && (port || "") !== url.port) return false;
    const asked = url.pathname.toLowerCase();
    return !path || (path.endsWith("/") ? asked.startsWith(path) : asked === path);
  };
  // What the page's own policy forbids. A list with a nonce may let more in than it names.
  const checkPolicy = (page, script, frame, say) => {
    const own = webAddress(ownAddress(page));
    for (const meta of page.querySelectorAll("meta[http-equiv=content-security-policy i]")) {
      const policy = new Map();
      for (const part of (meta.getAttribute("content") || "").toLowerCase().split(";")) {
        const [name, ...sources] = part.trim().split(/\s+/);
        if (!policy.has(name)) policy.set(name, sources);
      }
      const forbids = (names, url) => {
        const sources = names.map((name) => policy.get(name)).find((list) => list);
        return !!url && !!sources && !sources.some((source) => source.startsWith("'nonce-") || holds(source, url, own));
      };
      if (forbids(["script-src-elem", "script-src", "default-src"], script)) {
        say("policy-script", { example: `script-src ${script.origin}` });
      }
      if (forbids(["frame-src", "child-src", "default-src"], frame)) {
        say("policy-frame", { example: `frame-src ${frame.origin} tel: mailto: data:` });
      }
    }
  };

  // The script for a guide at this address: whether it comes from there, and what there is to say of one that does not, or not
  // at once. None where there is no script: written into the page, it is known by what it listens to.
  const findScript = (page, address) => {
    const scripts = [...page.querySelectorAll("script")];
    const from = (script) => script.getAttribute("src") || "";
    const own = (text) => text.startsWith(address + SCRIPT);
    const runs = ({ type }) => /^$|module|javascript|ecmascript/i.test(type);
    if (scripts.some((script) => own(from(script)) && runs(script))) return { own: true };
    if (scripts.some(({ attributes }) => [...attributes].some(({ value }) => own(value)))) return { own: true, note: ["script-delayed"] };
    const copy = scripts.find((script) => /(^|\/)embed\.js($|\?)/.test(from(script)));
    if (copy) return { note: ["script-elsewhere", { value: from(copy) }] };
    return scripts.some(({ textContent }) => textContent.includes("guide:height")) ? {} : null;
  };

  // The code with a script: a place with a link in it.
  const checkPlace = (place, page, say) => {
    const url = checkAddress(place.dataset.guide, page, say);
    if (!url) return;
    const address = folder(url);
    const linked = leadTo(linksIn(place), address);
    const script = findScript(page, address);
    if (linked && script) say("whole");
    if (!linked) say("link-missing");
    if (!script) say("script-missing");
    if (script && script.note) say(...script.note);
    for (const { name, value } of [...place.attributes].filter(({ name }) => /^data-(?!guide$|pasted)/.test(name))) {
      const wish = name.slice("data-".length);
      if (WISHES.has(wish)) checkWish(wish, value, asAttribute, url, say);
      else say("wish-unknown", { value: name });
    }
    checkPolicy(page, script && script.own ? new URL(address + SCRIPT) : null, url, say);
  };

  // Where a frame leads, also one that waits for its turn.
  const target = (frame) => {
    const known = ["src", "data-src", "data-lazy-src"].map((name) => webAddress(frame.getAttribute(name)));
    return known.find((url) => url && (folder(url) === site || url.searchParams.get("embed") === "")) || null;
  };
  const checkFrame = (frame, page, links, say) => {
    const url = checkAddress(target(frame).href, page, say);
    const style = frame.getAttribute(STYLE) || "";
    const property = (name) => (new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, "i").exec(style) || [])[1] || "";
    const width = property("width") || frame.getAttribute("width") || "";
    const linked = leadTo(links, folder(url));
    const shaped = !!property("height");
    const fixed = /^\d+(px)?(\s|$)/.test(width);
    if (linked && shaped && !fixed) say("frame");
    if (!linked) say("frame-link");
    if (fixed) say("frame-width", { value: width });
    if (!shaped) say("frame-style");
    if (!webAddress(frame.getAttribute("src"))) say("frame-delayed");
    const sandbox = (frame.getAttribute("sandbox") || "").toLowerCase().split(/\s+/);
    const lacking = document.querySelector("#sandbox code").textContent.split(" ").filter((right) => !sandbox.includes(right));
    if (frame.hasAttribute("sandbox") && lacking.length) say("frame-sandbox", { value: lacking.join(" ") });
    checkWish("start", url.hash.slice(1), asQuery, url, say);
    for (const name of ["institution", "theme"]) checkWish(name, url.searchParams.get(name), asQuery, url, say);
    checkPolicy(page, null, url, say);
  };

  // A code that readers see as text: pasted into an editor that takes it for words. Quotes may have been set anew.
  const CODE_AS_TEXT = /<\s*(?:(?:div|script)\s[^<>]{0,600}data-guide|iframe\s[^<>]{0,600}\?embed\b)/i;
  const words = (page) => {
    for (const silent of page.querySelectorAll("script, xmp, textarea, title")) silent.remove();
    return page.documentElement.textContent;
  };

  // What there is to say of a text, each once: its name and what to fill in.
  const check = (text) => {
    const found = new Map();
    const say = (name, values = {}) => found.set(name + JSON.stringify(values), { name, values });
    const answer = () => [...found.values()].slice(0, ENOUGH);
    const trimmed = text.trim();
    if (!trimmed) say("empty");
    else if (trimmed.length < ADDRESS_LENGTH && /^(https?:\/\/|www\.)?[^\s<>]+\.[^\s<>]+$/i.test(trimmed)) say("only-address");
    if (found.size) return answer();

    const page = parse(text);
    const links = linksIn(page);
    const all = (selector) => [...page.querySelectorAll(selector)];
    const places = all("[data-guide]:not(script)").slice(0, ENOUGH);
    const frames = all("iframe").filter((frame) => !frame.closest("[data-guide]") && target(frame)).slice(0, ENOUGH);
    const old = all("script[data-guide]").slice(0, ENOUGH);
    for (const place of places) checkPlace(place, page, say);
    for (const frame of frames) checkFrame(frame, page, links, say);
    const addresses = new Set(places.map(({ dataset }) => webAddress(dataset.guide)).filter((url) => url).map(folder));
    if (addresses.size > 1) say("addresses", { value: [...addresses].join(", ") });
    for (const script of old) {
      say("old");
      const url = webAddress(script.getAttribute("src"));
      for (const [name] of WISHES) if (url) checkWish(name, script.dataset[name], asAttribute, new URL(".", url), say);
    }
    const alone = all("script").some((script) => (script.getAttribute("src") || "").startsWith(site + SCRIPT));
    if (alone && !places.length && !old.length) say("place-missing");
    if (CODE_AS_TEXT.test(words(page))) say("as-text");
    if (found.size) return answer();

    if (leadTo(links, site)) say("link");
    else if (/data-guide|guide:height/.test(text) || text.includes(site)) say("hidden");
    else say(/<[a-z!]/i.test(text) ? "nothing" : "not-html");
    return answer();
  };

  const findings = checker.querySelector(".findings");
  const sentences = checker.querySelector("template").content;
  const item = ({ name, values }) => {
    const item = sentences.querySelector(`[data-finding=${name}]`).cloneNode(true);
    const text = item.querySelector("span");
    text.textContent = text.textContent.replace(/\{(\w+)\}/g, (place, key) => (key in values ? values[key].slice(0, SHOWN) : place));
    return item;
  };
  const field = checker.querySelector("textarea");
  const show = (...lists) => {
    findings.textContent = "";
    findings.append(...lists);
  };
  checker.querySelector("button").addEventListener("click", () => {
    show();
    // A live region only now, as an empty one is a stop for those who listen; it has to be there for a while before its text is
    // noticed.
    findings.setAttribute("role", "status");
    setTimeout(() => {
      const list = document.createElement("ul");
      list.append(...check(field.value).map(item));
      show(list);
    }, 200);
  });
  field.addEventListener("input", () => show());
  checker.hidden = false;
})();
