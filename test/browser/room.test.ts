/**
 * One fixture of each kind of page that hints are on (filing, list, search, DNS, the ministry's
 * query), and each window with some of them. All in all: `room.deep.test.ts`.
 */
import { testRoom, WINDOWS } from '../support/browser/room-views.ts';

testRoom(
  (index) => WINDOWS.filter(({ width }) => width === WINDOWS[index % 3]?.width),
  ['aliyun', 'search', 'volcengine', 'dnspod', 'godaddy', 'miit', 'tencent-cloud'],
);
