import { useSignal } from '@preact/signals';
import { t } from '../strings.ts';
import { AfterFinish } from './after-finish.tsx';
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
import { GapQuestion, KeepingNotices } from './notices.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Pictures } from './pictures.tsx';
import { QuizControl } from './quiz-control.tsx';
import { type Found, Recovery } from './recovery.tsx';
import { Timeline } from './timeline.tsx';
import { TopLine } from './top-line.tsx';
import { UndoLine } from './undo-line.tsx';

/** The trainer's screen: time above, words in the middle, what to do next at the edge. */
export function App({ found }: { found: Found | null }) {
  const desk = useDesk();
  const unfinished = useSignal(found);
  const slide = desk.slide.value;
  const kind = kindHere(desk);
  const reports = kind === 'reports';
  // While the room works or answers, its countdown is what the trainer looks for; before, what is said.
  const works = reports || kind === 'case-work' || kind === 'quiz-answers';
  const { phase, pace, forecast } = desk.live.state.value;
  const late = pace.severity === 'red' || forecast.severity === 'red';
  const red = phase === 'running' && late;
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
        <AfterFinish />
        <h1 class="slide-name">
          <span class="number">{slide?.number}</span> {slide?.headline}
        </h1>
        {!works && <MustSay />}
        <GroupWork />
        <QuizControl />
        {/* While a group reports, the right analysis stands beside it. */}
        {reports && <ModelAnswer />}
        {works && <MustSay />}
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
      </aside>
      <PhoneBar />
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
