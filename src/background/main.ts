import { dispatch } from '../messages/protocol.ts';
import { readSender } from '../messages/sender.ts';
import { onAddressBar } from '../platform/address-bar.ts';
import {
  keepStorageToOwnPages,
  onFirstRun,
  onMessage,
  onSitesChanged,
  onStart,
  onStored,
  own,
  runOnAddedSites,
} from '../platform/browser.ts';
import { onCommand } from '../platform/commands.ts';
import { onMenu } from '../platform/menus.ts';
import { followEntry, followMenu, KEEP_COMMAND, keepInView } from './at-hand.ts';
import { engine, followSettings, handlers, showIcon, showOwnMenus, suggestions, welcome } from './handlers.ts';

keepStorageToOwnPages();
// Registered in the first tick: a worker that wakes for a message must already listen when it arrives.
onMessage((message, sender) => dispatch(message, readSender(sender, own()), handlers));
onSitesChanged(() => void runOnAddedSites());
onMenu((click) => void followMenu(click, engine));
onCommand((name, tab) => {
  if (name === KEEP_COMMAND) void keepInView(tab, engine);
});
onAddressBar(suggestions, followEntry);
onFirstRun(() => void welcome());
onStart(() => {
  void showIcon();
  void showOwnMenus();
});
onStored(followSettings);
