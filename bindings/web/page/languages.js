// How the browser's languages are spelt in the core's tags: `ar-EG` is `ar`, `zh-CN` is `zh-Hans`, `tl` is `fil`.

/** The browser's languages in the reader's order. */
export function languagesOf(browser) {
  const tags = browser.map((tag) => {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === "zh" ? `zh-${script}` : language;
  });
  return [...new Set(tags)];
}

/** Those that there are; Italian where there is none. */
export function among(known, wanted) {
  const there = wanted.filter((tag) => known.includes(tag));
  return there.length > 0 ? there : ["it"];
}
