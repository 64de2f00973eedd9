// The site's address as people write it: without the protocol, and with the host's name in its own letters.
(() => {
  "use strict";
  // Decodes one label of a host's name from punycode (RFC 3492, 6.2).
  const decode = (label) => {
    if (!label.startsWith("xn--")) return label;
    const text = label.slice(4);
    const plain = text.lastIndexOf("-");
    const letters = [...text.slice(0, Math.max(plain, 0))];
    let [at, code, position, bias] = [plain > 0 ? plain + 1 : 0, 128, 0, 72];
    while (at < text.length) {
      const before = position;
      for (let weight = 1, base = 36; ; base += 36) {
        if (at >= text.length) return label;
        const letter = text.charCodeAt(at++);
        const digit = letter - (letter < 58 ? 22 : 97);
        const threshold = Math.min(Math.max(base - bias, 1), 26);
        position += digit * weight;
        if (digit < threshold) break;
        weight *= 36 - threshold;
      }
      const count = letters.length + 1;
      let delta = Math.floor((position - before) / (before ? 2 : 700));
      delta += Math.floor(delta / count);
      let base = 0;
      for (; delta > 455; base += 36) delta = Math.floor(delta / 35);
      bias = base + Math.floor((36 * delta) / (delta + 38));
      code += Math.floor(position / count);
      position %= count;
      letters.splice(position++, 0, String.fromCodePoint(code));
    }
    return letters.join("");
  };

  const site = document.querySelector(".choose").dataset.site;
  const { host, pathname } = new URL(site || "..", location.href);
  // The folder is decoded too, unless a browser would read the decoded text as another address.
  let folder = pathname.replace(/\/$/, "");
  try {
    const decoded = decodeURIComponent(folder);
    if (!/[\s%?#&"'<>\\]/.test(decoded)) folder = decoded;
  } catch (_) {}
  const short = host.split(".").map(decode).join(".") + folder;
  for (const part of document.querySelectorAll("[data-part=short]")) part.textContent = short;
})();
