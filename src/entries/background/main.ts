import { onCommand } from '../../browser-api/commands.ts';
import { onManagedPolicyChanged } from '../../browser-api/managed-policy.ts';
import { onMenu } from '../../browser-api/menus.ts';
import { onAddressBar } from '../../browser-api/omnibox.ts';
import { onHostPermissionsChanged } from '../../browser-api/permissions.ts';
import { keepStorageToOwnPages, onFirstRun, onMessage, onStart, own } from '../../browser-api/runtime.ts';
import { onStorageChanged } from '../../browser-api/storage.ts';
import { dispatch } from '../../messaging/protocol.ts';
import { readSender } from '../../messaging/sender.ts';
import { followMenu } from './context-menu.ts';
import { KEEP_COMMAND, keepInView } from './handle-commands.ts';
import {
  engine,
  followHints,
  followSettings,
  handlers,
  showIcon,
  showOwnMenus,
  suggestions,
  syncGrantedHosts,
  welcome,
} from './handlers.ts';
import { followEntry } from './omnibox-suggestions.ts';

keepStorageToOwnPages();
// Registered in the first tick: a worker that wakes for a message must already listen when it
// arrives.
onMessage((message, sender) => dispatch(message, readSender(sender, own()), handlers));
onHostPermissionsChanged(() => {
  void syncGrantedHosts();
  followHints();
});
onManagedPolicyChanged(followHints);
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
onStorageChanged(followSettings);
