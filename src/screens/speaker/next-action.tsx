import type { Cue, Segment } from '../../model/index.ts';
import { type CueStatus, mmss } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { tick } from './cue-actions.ts';
import { useDesk } from './desk.ts';

/** What to do next: who takes over, which pile goes out; a warning 60 seconds before; ticked when done. */
export function NextAction() {
  const desk = useDesk();
  const { live } = desk;
  const { cues, plan, current, phase } = live.state.value;
  const segment = plan.segments.find((s) => s.id === current?.id);
  const roles = segment ? speakersOf(segment, desk.place.value.slide).join(', ') : '';
  const urgent = cues.due.length > 0 || cues.next?.soon;
  return (
    <Card id="next-action" title={t('speaker.nextAction')} tone={urgent ? 'time' : undefined}>
      {roles && <p class="presenters">{t('speaker.nowSpeaks', { roles })}</p>}
      <ul class="cues">
        {cues.due.map((c, i) => (
          <CueLine key={c.cue.id} cue={c.cue} when={t('speaker.now')} state="due" first={i === 0} />
        ))}
        {cues.next && (
          <CueLine
            key={cues.next.cue.id}
            cue={cues.next.cue}
            when={whenWords(cues.next, phase !== 'not-started')}
            state={cues.next.soon ? 'soon' : 'later'}
            first={cues.next.soon && !cues.due.length}
          />
        )}
      </ul>
      {cues.missed.length > 0 && (
        <>
          <p class="missed-title">{t('speaker.missed')}</p>
          <ul class="cues">
            {cues.missed.map((cue) => (
              <li key={cue.id} class="cue is-missed">
                <p class="cue-text">{cue.text}</p>
                <button type="button" class="tick quiet" onClick={() => tick(desk, cue.id, true)}>
                  {t('speaker.tick')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!cues.due.length && !cues.next && !cues.missed.length && (
        <p class="none">{t(phase === 'finished' ? 'speaker.allDone' : 'speaker.noAction')}</p>
      )}
    </Card>
  );
}

/** Who speaks on this slide: those who take over at it or at an earlier one, else those who begin the segment. */
function speakersOf({ presenters, slides }: Segment, slide: string): string[] {
  const at = slides.indexOf(slide);
  const from = (p: Segment['presenters'][number]): number =>
    p.fromSlide === undefined ? -1 : slides.indexOf(p.fromSlide);
  const last = Math.max(...presenters.map(from).filter((i) => i <= at));
  return [...new Set(presenters.filter((p) => from(p) === last).map((p) => p.role))];
}

/** Of a segment that should have begun: when it begins. Nobody counts down to what is late. */
function whenWords({ cue, soon, dueInMs }: CueStatus, started: boolean): string {
  if (dueInMs <= 0)
    return started ? t('speaker.withSegment', { segment: cue.segment }) : t('speaker.withStart');
  return t(soon ? 'speaker.inSoon' : 'speaker.in', { time: mmss(dueInMs, 'left') });
}

function CueLine({
  cue,
  when,
  state,
  first,
}: {
  cue: Cue;
  when: string;
  state: 'due' | 'soon' | 'later';
  /** The one that the key ticks. */
  first: boolean;
}) {
  const desk = useDesk();
  const handouts = desk.speaker.handouts.filter((h) => cue.handouts.includes(h.id));
  return (
    <li class={`cue is-${state}`}>
      <p class="cue-when">
        {[
          when,
          ...(cue.kind === 'do' ? [] : [t(`speaker.cue.${cue.kind}`)]),
          ...(state === 'later' ? [cue.segment] : []),
        ].join(' · ')}
      </p>
      <p class="cue-text">{cue.text}</p>
      {handouts.length > 0 && (
        <p class="cue-links">
          {handouts.map((h) => (
            <a key={h.id} href={h.href} target="_blank" rel="noopener">
              {h.title}
            </a>
          ))}
        </p>
      )}
      <button type="button" class="tick" onClick={() => tick(desk, cue.id, true)}>
        {t('speaker.tick')}
        {first && <kbd>T</kbd>}
      </button>
    </li>
  );
}
