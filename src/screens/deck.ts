/** The deck's windows. The address decides once what a window is for, and it stays that. */
import type { WindowRole } from '../session/index.ts';
import { dropSpeaker, readRoom, readSpeaker } from './data.ts';
import { goLive } from './live.ts';
import { startProjector } from './projector/index.ts';
import { startReport } from './report/index.tsx';
import { startSpeaker } from './speaker/index.tsx';

const asked = new URLSearchParams(location.search);
const role: WindowRole = asked.has('speaker') ? 'speaker' : asked.has('report') ? 'report' : 'room';
if (role === 'room') dropSpeaker();

const live = goLive(readRoom(), role);
if (role === 'speaker') startSpeaker(live, readSpeaker());
else if (role === 'report') startReport(live);
else void startProjector(live);
