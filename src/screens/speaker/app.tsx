import { useSignal } from '@preact/signals';
import { t } from '../strings.ts';
import { Ahead } from './ahead.tsx';
import { Asks } from './asks.tsx';
import { BeforeStart } from './before-start.tsx';
import { Capture } from './capture.tsx';
import { Care } from './care.tsx';
import { CutOrStretch } from './cut-or-stretch.tsx';
import { type DialogId, useDesk } from './desk.ts';
import { FinishDialog, ImportDialog, NewSessionDialog, SessionFiles } from './end-dialogs.tsx';
import { kindHere } from './exercise-actions.ts';
import { FoldedNotes } from './folded.tsx';
import { GroupWork } from './group-work.tsx';
import { GroupsDialog } from './groups-dialog.tsx';
import { HandoutsDue } from './handouts-due.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LocalFacts } from './local-facts.tsx';
import { ModelAnswer } from './model-answer.tsx';
import { Moments } from './moments.tsx';
import { MustSay } from './must-say.tsx';
import { NextAction } from './next-action.tsx';
import { Pictures } from './pictures.tsx';
import { QuizControl } from './quiz-control.tsx';
import { type Found, GapQuestion, KeepingNotices, Recovery } from './recovery.tsx';
import { Timeline } from './timeline.tsx';
import { TopLine } from './top-line.tsx';
import { UndoLine } from './undo-line.tsx';

/** The trainer's screen: time above, words in the middle, what to do next at the edge. */
export function App({ found }: { found: Found | null }) {
  const desk = useDesk();
  const unfinished = useSignal(found);
  const slide = desk.slide.value;
  const reports = kindHere(desk) === 'reports';
  const { phase, pace } = desk.live.state.value;
  const red = phase === 'running' && pace.severity === 'red';
  return (
    <div class="desk">
      <TopLine />
      <Timeline />
      <main class="middle" aria-label={t('speaker.title')}>
        {unfinished.value && (phase === 'running' || phase === 'paused') && (
          <Recovery
            found={unfinished.value}
            done={() => {
              unfinished.value = null;
            }}
          />
        )}
        <GapQuestion />
        <KeepingNotices />
        <BeforeStart />
        <h1 class="slide-name">
          <span class="number">{slide?.number}</span> {slide?.headline}
        </h1>
        <MustSay />
        <GroupWork />
        <QuizControl />
        {/* While a group reports, the right analysis stands beside it. */}
        {reports && <ModelAnswer />}
        <Asks />
        <Care />
        {!reports && <ModelAnswer />}
        <LocalFacts />
        <FoldedNotes />
      </main>
      <aside class="edge" aria-label={t('speaker.edge')}>
        {/* More than three minutes late, what to cut comes first. */}
        {red && <CutOrStretch key="cuts" />}
        <NextAction key="next" />
        {!red && <CutOrStretch key="cuts" />}
        <HandoutsDue />
        <Ahead />
        <UndoLine />
      </aside>
      <aside class="side" aria-label={t('speaker.slides')}>
        <Pictures />
        <Capture />
        <SessionFiles />
        <p class="notice" role="status">
          {desk.notice.value}
        </p>
      </aside>
      <nav class="phone-nav" aria-label={t('speaker.slides')}>
        <button type="button" onClick={() => desk.step(-1)}>
          {t('speaker.back')}
        </button>
        <button type="button" class="main" onClick={() => desk.step(1)}>
          {t('speaker.next')}
        </button>
      </nav>
      <OpenDialog id={desk.dialog.value} />
    </div>
  );
}

function OpenDialog({ id }: { id: DialogId | null }) {
  switch (id) {
    case 'keys':
      return <KeysHelp />;
    case 'moments':
      return <Moments />;
    case 'finish':
      return <FinishDialog />;
    case 'new-session':
      return <NewSessionDialog />;
    case 'groups':
      return <GroupsDialog />;
    case 'import':
      return <ImportDialog />;
    default:
      return null;
  }
}
