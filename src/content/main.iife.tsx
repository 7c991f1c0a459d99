/**
 * The content script of the consoles. It knows no site: it asks what to look for here, looks, and shows what it is told.
 * When the extension is updated or removed under the page, it takes everything away again.
 */

import { hintOf, matcherOf } from '../core/matcher.ts';
import { type NameNote, request } from '../messages/protocol.ts';
import { isAlive, send } from '../platform/page.ts';
import { asker } from './asker.ts';
import { CARD, cardsOn } from './cards.tsx';
import { CHIP, chipsOn } from './chips.ts';
import { fieldsOn, NOTE } from './fields.ts';
import { MAY_NAME, namesIn } from './names.ts';
import { PILL, pillOn } from './pill.tsx';
import { readPage } from './reader.ts';
import { topicAt } from './topic.ts';

/** How often in milliseconds a page with hints checks that the extension is still there, and where it is. */
const CHECK = 2000;
/** On these pages names are offered or listed, and so marked; on those, a form takes them. */
const LISTING = ['search', 'domains'];
const FORMS = ['filing'];

async function start(): Promise<void> {
  // Firefox starts an updated extension's script in open pages: what the old one left is dead.
  for (const leftover of document.querySelectorAll([CARD, CHIP, NOTE, PILL].join())) leftover.remove();

  // Inherited in about:blank and srcdoc frames, where `location` tells nothing.
  const host = /^https:\/\/([^/:]+)/.exec(self.origin)?.[1];
  if (host === undefined) return;
  const info = await request(send, 'page', { host });
  if (info === null || info.kinds.length === 0) return;
  const { site, lang, kinds, everywhere } = info;

  const contentOf = (id: string) => request(send, 'guidance', { id });
  const names = asker<NameNote>((asked) => request(send, 'names', { names: asked }));
  const topic = () => topicAt(info.pages, location.href);
  const isTop = self.top === self;

  const prompts = kinds.includes('cards') ? info.prompts : [];
  const match = matcherOf(prompts);
  const mayMatch = hintOf(prompts);
  const mayMatchOrName = hintOf(prompts, [MAY_NAME]);
  const cards = cardsOn(document, info, contentOf, (prompt, state) => {
    void request(send, 'remember', { site, prompt, state });
  });
  const chips = chipsOn(document, lang, names);
  const fields = kinds.includes('fields') && (everywhere || isForm()) ? fieldsOn(document, lang, names) : null;
  const pill =
    kinds.includes('pages') && isTop
      ? pillOn(
          document,
          (id) => request(send, 'topic', { topic: id }),
          contentOf,
          (what) => {
            void request(send, 'switchOff', { what, which: what === 'kind' ? 'pages' : site });
            if (what === 'kind') pill?.stop();
            else stop();
          },
        )
      : null;

  let listing = isListing();
  const reader = readPage(document, {
    wants: (text) => (listing ? mayMatchOrName(text) : mayMatch(text)),
    tell(block, pieces) {
      const found = match(pieces).map((one) => ({ ...one, block }));
      const named = listing ? namesIn(pieces) : [];
      cards.update(block, found);
      chips.update(block, named);
      return found.length + named.length > 0;
    },
    changed: check,
  });
  const timer = setInterval(check, CHECK);
  check();

  function isListing(): boolean {
    return kinds.includes('chips') && (everywhere || LISTING.includes(topic() ?? ''));
  }

  function isForm(): boolean {
    return info?.pages.some((page) => FORMS.includes(page.topic)) === true;
  }

  /** Single-page consoles tell nobody that they show another page. */
  function check(): void {
    if (!isAlive()) {
      stop();
      return;
    }
    if (listing !== isListing()) {
      listing = !listing;
      chips.reset();
      reader.again();
    }
    cards.sweep();
    chips.sweep();
    fields?.sweep();
    void pill?.show(topic());
  }

  function stop(): void {
    clearInterval(timer);
    reader.stop();
    cards.clear();
    chips.clear();
    fields?.stop();
    pill?.stop();
  }
}

void start();
