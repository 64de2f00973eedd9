// Checks the source of a school's page that somebody pastes: which of the guide's codes it contains, and what to correct. All
// of it happens in this browser. The source is parsed into a document that is never shown: none of its scripts runs, none of
// its images or frames is loaded; nothing is sent or stored. Without the shared scripts the checker stays hidden.
((announce) => {
  "use strict";
  const MAX_SIZE = 20000; // px: the largest size that `embed.js` accepts
  const MAX_QUOTED = 200; // characters of the pasted source that a finding repeats
  const MAX_ITEMS = 20; // codes that are checked, and findings that are shown
  const MAX_ADDRESS_LENGTH = 2000; // what is longer is not taken for an address
  const STYLE = "data-pasted-style";
  const SCRIPT = "embed.js";
  const checker = document.querySelector(".checker");
  const { site = new URL("..", location.href).href } = checker.dataset;
  const ids = (name) => checker.dataset[name].split(" ");

  // This page's own policy forbids inline styles, handlers and `<base>`, and Chromium reports each to the console even in a
  // document that is never shown. So they get other names. `<xmp>` contains plain text, as `<style>` does.
  const renamed = (text) =>
    text
      .replace(/(["'\s/])(style|on[a-z]+)(?=\s*=)/gi, "$1 data-pasted-$2")
      .replace(/<(\/?)style\b/gi, "<$1xmp")
      .replace(/<base\b/gi, "<data");
  const parse = (text) => {
    const page = new DOMParser().parseFromString(renamed(text), "text/html");
    // A code that works only in browsers without scripts does not count.
    for (const element of page.querySelectorAll("noscript")) element.remove();
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
  // The addresses of links, without query and fragment.
  const linksIn = (element) => {
    const links = [...element.querySelectorAll("a[href^=http i]")].map((link) => webAddress(link.getAttribute("href")));
    return links.filter((url) => url).map(folder);
  };
  const anyLeadsTo = (links, address) => links.some((link) => link.startsWith(address));
  const isNumber = (text) => text > 0 && text <= MAX_SIZE;

  // The options: which values are valid, an example of one, and the finding for another value.
  const OPTIONS = new Map([
    ["start", { isValid: (id) => ids("steps").includes(id), finding: "wish-step" }],
    ["institution", { isValid: (id) => ids("institutions").includes(id), finding: "wish-institution" }],
    ["theme", { isValid: (theme) => /^(light|dark|auto)$/.test(theme), example: "dark" }],
    ["height", { isValid: isNumber, example: "600" }],
    ["width", { isValid: isNumber, example: "480" }],
    ["top", { isValid: isNumber, example: "80" }],
    ["title", { isValid: () => true }],
  ]);
  const asAttribute = (name, value) => `data-${name}="${value}"`;
  const asQuery = (name, value) => `${name}=${value}`;
  const checkOption = (name, value, write, url, report) => {
    const { isValid, finding, example } = OPTIONS.get(name);
    // Another guide has its own steps and institutions.
    if (!value || isValid(value) || (finding && folder(url) !== site)) return;
    if (finding) report(finding, { value });
    else report("wish", { value: write(name, value), example: write(name, example) });
  };

  // The address that the pasted page gives as its own.
  const ownAddress = (page) => {
    const canonical = page.querySelector("link[rel=canonical]");
    return (canonical && canonical.getAttribute("href")) || "";
  };
  // The guide's address in a code. Null if it is no address.
  const checkAddress = (text, page, report) => {
    const url = webAddress(text);
    if (!url) {
      report("address", { value: text });
      return null;
    }
    const secure = site.startsWith("https:") || ownAddress(page).startsWith("https:");
    if (url.protocol === "http:" && secure) report("address-http");
    else if (folder(url) !== site && webAddress(site)) report("address-other", { value: folder(url), site });
    return url;
  };

  // Whether a source of a policy (`https:`, `*.example.ru`, `https://example.ru/`) allows an address.
  const allows = (source, url, own) => {
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
  // Reports what the page's own policy forbids. A list with a nonce may allow more than it names.
  const checkPolicy = (page, script, frame, report) => {
    const own = webAddress(ownAddress(page));
    for (const meta of page.querySelectorAll("meta[http-equiv=content-security-policy i]")) {
      const policy = new Map();
      for (const part of (meta.getAttribute("content") || "").toLowerCase().split(";")) {
        const [name, ...sources] = part.trim().split(/\s+/);
        if (!policy.has(name)) policy.set(name, sources);
      }
      const forbids = (names, url) => {
        const sources = names.map((name) => policy.get(name)).find((list) => list);
        return !!url && !!sources && !sources.some((source) => source.startsWith("'nonce-") || allows(source, url, own));
      };
      if (forbids(["script-src-elem", "script-src", "default-src"], script)) {
        report("policy-script", { example: `script-src ${script.origin}` });
      }
      if (forbids(["frame-src", "child-src", "default-src"], frame)) {
        report("policy-frame", { example: `frame-src ${frame.origin} tel: mailto: data:` });
      }
    }
  };

  // The script for a guide at this address: whether it is loaded from there, and the finding about one that is loaded from
  // elsewhere or later. An inline copy is recognised by the message that it listens to. Null where there is no script.
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

  // The code with a script: an element with a link in it.
  const checkElement = (element, page, report) => {
    const url = checkAddress(element.dataset.guide, page, report);
    if (!url) return;
    const address = folder(url);
    const linked = anyLeadsTo(linksIn(element), address);
    const script = findScript(page, address);
    if (linked && script) report("whole");
    if (!linked) report("link-missing");
    if (!script) report("script-missing");
    if (script && script.note) report(...script.note);
    for (const { name, value } of [...element.attributes].filter(({ name }) => /^data-(?!guide$|pasted)/.test(name))) {
      const option = name.slice("data-".length);
      if (OPTIONS.has(option)) checkOption(option, value, asAttribute, url, report);
      else report("wish-unknown", { value: name });
    }
    checkPolicy(page, script && script.own ? new URL(address + SCRIPT) : null, url, report);
  };

  // The guide's address in a frame, also in one that another script loads later. Null if it is none of the guide's frames.
  const target = (frame) => {
    const addresses = ["src", "data-src", "data-lazy-src"].map((name) => webAddress(frame.getAttribute(name)));
    return addresses.find((url) => url && (folder(url) === site || url.searchParams.get("embed") === "")) || null;
  };
  const checkFrame = (frame, page, links, report) => {
    const url = checkAddress(target(frame).href, page, report);
    const style = frame.getAttribute(STYLE) || "";
    const property = (name) => (new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, "i").exec(style) || [])[1] || "";
    const width = property("width") || frame.getAttribute("width") || "";
    const linked = anyLeadsTo(links, folder(url));
    const hasHeight = !!property("height");
    const fixed = /^\d+(px)?(\s|$)/.test(width);
    if (linked && hasHeight && !fixed) report("frame");
    if (!linked) report("frame-link");
    if (fixed) report("frame-width", { value: width });
    if (!hasHeight) report("frame-style");
    if (!webAddress(frame.getAttribute("src"))) report("frame-delayed");
    const sandbox = (frame.getAttribute("sandbox") || "").toLowerCase().split(/\s+/);
    const lacking = document.querySelector("#sandbox code").textContent.split(" ").filter((right) => !sandbox.includes(right));
    if (frame.hasAttribute("sandbox") && lacking.length) report("frame-sandbox", { value: lacking.join(" ") });
    checkOption("start", url.hash.slice(1), asQuery, url, report);
    for (const name of ["institution", "theme"]) checkOption(name, url.searchParams.get(name), asQuery, url, report);
    checkPolicy(page, null, url, report);
  };

  // A code that readers see as text, because the editor escaped it. Its quotes may have been replaced.
  const CODE_AS_TEXT = /<\s*(?:(?:div|script)\s[^<>]{0,600}data-guide|iframe\s[^<>]{0,600}\?embed\b)/i;
  const visibleText = (page) => {
    for (const element of page.querySelectorAll("script, xmp, textarea, title")) element.remove();
    return page.documentElement.textContent;
  };

  // The findings about a text, each once: its name and the values of its placeholders.
  const check = (text) => {
    const found = new Map();
    const report = (name, values = {}) => found.set(name + JSON.stringify(values), { name, values });
    const findings = () => [...found.values()].slice(0, MAX_ITEMS);
    const trimmed = text.trim();
    if (!trimmed) report("empty");
    else if (trimmed.length < MAX_ADDRESS_LENGTH && /^(https?:\/\/|www\.)?[^\s<>]+\.[^\s<>]+$/i.test(trimmed)) report("only-address");
    if (found.size) return findings();

    const page = parse(text);
    const links = linksIn(page);
    const all = (selector) => [...page.querySelectorAll(selector)];
    const elements = all("[data-guide]:not(script)").slice(0, MAX_ITEMS);
    const frames = all("iframe").filter((frame) => !frame.closest("[data-guide]") && target(frame)).slice(0, MAX_ITEMS);
    const old = all("script[data-guide]").slice(0, MAX_ITEMS);
    for (const element of elements) checkElement(element, page, report);
    for (const frame of frames) checkFrame(frame, page, links, report);
    const addresses = new Set(elements.map(({ dataset }) => webAddress(dataset.guide)).filter((url) => url).map(folder));
    if (addresses.size > 1) report("addresses", { value: [...addresses].join(", ") });
    for (const script of old) {
      report("old");
      const url = webAddress(script.getAttribute("src"));
      for (const [name] of OPTIONS) if (url) checkOption(name, script.dataset[name], asAttribute, new URL(".", url), report);
    }
    const hasScript = all("script").some((script) => (script.getAttribute("src") || "").startsWith(site + SCRIPT));
    if (hasScript && !elements.length && !old.length) report("place-missing");
    if (CODE_AS_TEXT.test(visibleText(page))) report("as-text");
    if (found.size) return findings();

    if (anyLeadsTo(links, site)) report("link");
    else if (/data-guide|guide:height/.test(text) || text.includes(site)) report("hidden");
    else report(/<[a-z!]/i.test(text) ? "nothing" : "not-html");
    return findings();
  };

  const output = checker.querySelector(".findings");
  const sentences = checker.querySelector("template").content;
  const item = ({ name, values }) => {
    const item = sentences.querySelector(`[data-finding=${name}]`).cloneNode(true);
    const text = item.querySelector("span");
    text.textContent = text.textContent.replace(/\{(\w+)\}/g, (hole, key) => (key in values ? values[key].slice(0, MAX_QUOTED) : hole));
    return item;
  };
  const field = checker.querySelector("textarea");
  const show = (...lists) => {
    output.textContent = "";
    output.append(...lists);
  };
  checker.querySelector("button").addEventListener("click", () => {
    const list = document.createElement("ul");
    list.append(...check(field.value).map(item));
    show(list);
    announce([...list.children].map(({ textContent }) => textContent).join(" "));
  });
  field.addEventListener("input", () => show());
  checker.hidden = false;
})(announce);
