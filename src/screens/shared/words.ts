import { duration, type Pace, type Status } from '../../syllabus/index.ts';
import { lang, t } from '../strings.ts';

/** Clock time of day, `15:07`. */
const time = new Intl.DateTimeFormat(lang, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
export const clockTime = (at: number): string => time.format(at);

/** A length in words: "6 min", "45 s". */
export function lengthWords(ms: number): string {
  const { minutes, seconds, about } = duration(ms);
  return minutes ? t('speaker.min', { minutes: about }) : t('speaker.sec', { seconds });
}

/** A length to the half minute, for tables and cuts: "1.5". */
const half = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
export const minutesNumber = (ms: number): string => half.format(Math.round(ms / 30_000) / 2);

/** The pace as one says it. */
export function paceWords(state: Status): string {
  switch (state.phase) {
    case 'not-started':
      return t('speaker.pace.notStarted');
    case 'finished':
      return t('speaker.pace.finished', { pace: words(state.pace) });
    case 'paused':
      return t('speaker.pace.paused', { pace: words(state.pace) });
    case 'running':
      return words(state.pace);
  }
}

/** To the minute: a live region that changed every second would never be quiet. */
function words({ state, ms, about }: Pace): string {
  if (state === 'on-time' || ms < 1_000) return t('speaker.pace.onTime');
  const behind = state === 'behind';
  if (ms < 60_000) return t(behind ? 'speaker.pace.behindLess' : 'speaker.pace.aheadLess');
  return t(behind ? 'speaker.pace.behind' : 'speaker.pace.ahead', { minutes: about });
}
