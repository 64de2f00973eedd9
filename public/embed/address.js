// The site's address as people say it: without what browsers need, its host in its own letters.
(() => {
  "use strict";
  // One label of a host's name out of punycode (RFC 3492, 6.2).
  const decoded = (label) => {
    if (!label.startsWith("xn--")) return label;
    const text = label.slice(4);
    const plain = text.lastIndexOf("-");
    const letters = [...text.slice(0, Math.max(plain, 0))];
    let [at, code, place, bias] = [plain > 0 ? plain + 1 : 0, 128, 0, 72];
    while (at < text.length) {
      const before = place;
      for (let weight = 1, base = 36; ; base += 36) {
        if (at >= text.length) return label;
        const letter = text.charCodeAt(at++);
        const digit = letter - (letter < 58 ? 22 : 97);
        const least = Math.min(Math.max(base - bias, 1), 26);
        place += digit * weight;
        if (digit < least) break;
        weight *= 36 - least;
      }
      const count = letters.length + 1;
      let delta = Math.floor((place - before) / (before ? 2 : 700));
      delta += Math.floor(delta / count);
      let base = 0;
      for (; delta > 455; base += 36) delta = Math.floor(delta / 35);
      bias = base + Math.floor((36 * delta) / (delta + 38));
      code += Math.floor(place / count);
      place %= count;
      letters.splice(place++, 0, String.fromCodePoint(code));
    }
    return letters.join("");
  };

  const site = document.querySelector(".choose").dataset.site;
  const { host, pathname } = new URL(site || "..", location.href);
  // A folder too, where a browser reads it the same.
  let folder = pathname.replace(/\/$/, "");
  try {
    const read = decodeURIComponent(folder);
    if (!/[\s%?#&"'<>\\]/.test(read)) folder = read;
  } catch (_) {}
  const short = host.split(".").map(decoded).join(".") + folder;
  for (const place of document.querySelectorAll("[data-part=short]")) place.textContent = short;
})();
