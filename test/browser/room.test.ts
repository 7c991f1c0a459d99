/**
 * A console of filings, a registrar's search and offers in little room, each in windows of another
 * width. All in all: `room.deep.test.ts`.
 */
import { testRoom, WINDOWS } from '../support/browser/room-views.ts';

testRoom((index) => WINDOWS.filter(({ width }) => width === WINDOWS[index % 3]?.width), ['aliyun', 'search', 'cards']);
