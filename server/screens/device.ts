const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Samsung TV", /\bTizen\b/],
  ["LG TV", /\bWeb0S\b|\bwebOS\b/i],
  ["Edge", /\bEdg(?:A|iOS)?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Firefox", /\bFirefox\/(\d+)/],
  ["Chrome", /\bChrom(?:e|ium)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+)[\d.]* .*Safari\//],
];
const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Android TV", /\bAndroid\b.*\b(?:TV|AFT\w*|BRAVIA)\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["iPad, iPhone", /\b(?:iPad|iPhone)\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b|\bX11\b/],
];
const longestMax = 80;

/**
 * What somebody recognises a screen's browser by before letting it in: "Chrome 131, Linux". Made from what the browser
 * says of itself; of one that we do not know, its first words.
 */
export function deviceOf(userAgent = ""): string {
  const named = [found(browsers, userAgent), found(systems, userAgent)].filter((name) => name !== null);
  if (named.length > 0) return named.join(", ");
  // Shown to a person: no line breaks, nothing that turns the direction of the text.
  return userAgent.replace(/[^\p{L}\p{N}\p{P} ]/gu, "").slice(0, longestMax);
}

function found(list: typeof browsers, userAgent: string): string | null {
  for (const [name, sign] of list) {
    const match = sign.exec(userAgent);
    if (match) return match[1] === undefined ? name : `${name} ${match[1]}`;
  }
  return null;
}
