/* global document, NodeFilter -- these run in the page */
/** Replaces what is different on every machine and at every run: `now` is the moment the pictures show, as an ISO local time. */
export const makeSame = (page, now) =>
  page.evaluate((day) => {
    const user = document.querySelector('.user .ellipsis')?.textContent;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let text = node.data;
      // A pair of day and time is an event of this run; a day alone belongs to the example.
      text = text.replace(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/g, `${day}, 09:41`);
      text = text.replace(/\d{2}\.\d{2}\.\d{4} bis \d{2}\.\d{2}\.\d{4}/g, `${day} bis 02.11.2028`);
      text = text.replace(/^Gespeichert \d{2}:\d{2}$/, 'Gespeichert 09:41');
      const isNamed =
        text === user || text.endsWith(` · ${user}`) || text.startsWith(`${user}, `) || text.includes(` von ${user}`);
      if (user && isNamed) text = text.replace(user, 'm.muster');
      if (text !== node.data) node.data = text;
    }
  }, now.slice(0, 10).split('-').reverse().join('.'));
