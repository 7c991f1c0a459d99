/** What is typed after the keyword in the address bar. Firefox for Android has no keywords. */
export interface Suggestions {
  /** What is said of the text as it stands; Enter takes it. */
  readonly first: string;
  /** Other texts to take instead, with what is said of them. */
  readonly others: readonly { readonly text: string; readonly words: string }[];
}

/** Where the browser wants it to be opened: Alt or Ctrl with Enter asks for another tab. */
export type Place = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/**
 * Says what is typed in the address bar comes to, and does what Enter asks for. To be registered in
 * the first tick.
 */
export function onAddressBar(
  suggest: (text: string) => Promise<Suggestions>,
  enter: (text: string, place: Place) => void,
): void {
  const bar: typeof chrome.omnibox | undefined = chrome.omnibox;
  if (bar === undefined) return;
  let typed = '';
  let last: Promise<unknown> = Promise.resolve();

  /** What was typed since has its own answer. */
  const isOld = (text: string) => text !== typed;

  function say(text: string, show: (results: chrome.omnibox.SuggestResult[]) => void): void {
    typed = text;
    // Chromium takes its time over each, and does not keep their order: one after the other.
    last = last
      .catch(() => {})
      .then(async () => {
        if (isOld(text)) return;
        const { first, others } = await suggest(text);
        if (isOld(text)) return;
        // The first row before the others: once those are there, Chromium draws no more.
        await Promise.resolve(bar?.setDefaultSuggestion({ description: described(first) })).catch(() => {});
        if (!isOld(text)) show(others.map((one) => ({ content: one.text, description: described(one.words) })));
      });
  }

  // Else the last verdict of before would greet who types the keyword.
  bar.onInputStarted.addListener(() => say('', () => {}));
  bar.onInputChanged.addListener(say);
  bar.onInputEntered.addListener(enter);
}

/** Chromium reads descriptions as XML and refuses what is none; Firefox shows them as they are. */
function described(words: string): string {
  const text = words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  if ('getBrowserInfo' in chrome.runtime) return text;
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
