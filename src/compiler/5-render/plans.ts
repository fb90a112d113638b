import type { Plan, Segment } from '../../model/index.ts';
import type { SyllabusFile, Texts } from '../2-parse/schemas.ts';

const ms = (minutes: number): number => Math.round(minutes * 60_000);

/** The standard plan and its variants, as the clock reads them: texts in one language, times in milliseconds. */
export function plansOf(
  s: SyllabusFile,
  lang: string,
  minutesTitle: (minutes: number) => string,
): Plan[] {
  const text = (texts: Texts): string => texts[lang] ?? '';
  const segments = s.segments.map(
    (g): Segment => ({
      id: g.id,
      part: g.part,
      title: text(g.title),
      kind: g.kind,
      plannedMs: ms(g.minutes),
      leastMs: ms(g.least),
      keep: g.keep,
      slides: g.slides,
      presenters: g.presenters.map((p) => ({
        role: p.role,
        ...(p.fromSlide ? { fromSlide: p.fromSlide } : {}),
      })),
      talkMs: ms(g.talk),
      cues: g.cues.map((c, i) => ({
        id: `${g.id}.${i + 1}`,
        segment: g.id,
        atMs: ms(c.at),
        kind: c.kind,
        text: text(c.text),
        handouts: c.handouts,
        ...(c.role ? { role: c.role } : {}),
      })),
    }),
  );
  const standard: Plan = {
    module: s.module,
    lang,
    variant: String(s.minutes),
    variantTitle: minutesTitle(s.minutes),
    totalMs: ms(s.minutes),
    wordsPerMinute: s.wordsPerMinute,
    parts: s.parts.map((p) => ({ id: p.id, title: text(p.title), plannedMs: ms(p.minutes) })),
    segments,
    roles: s.roles.map((r) => ({ id: r.id, name: text(r.name) })),
    checkpoints: s.checkpoints,
    cuts: s.cuts.map((c) => ({
      id: c.id,
      text: text(c.text),
      takes: Object.entries(c.takes).map(([segment, minutes]) => ({ segment, ms: ms(minutes) })),
    })),
    stretches: s.stretches.map((x) => ({
      id: x.id,
      text: text(x.text),
      segment: x.segment,
      ms: ms(x.minutes),
    })),
  };
  return [standard, ...s.variants.map((v) => variantOf(standard, v, text))];
}

/** A variant has the same segments with other minutes; talk and cues move in proportion. */
function variantOf(
  standard: Plan,
  v: SyllabusFile['variants'][number],
  text: (t: Texts) => string,
): Plan {
  const segments = standard.segments.flatMap((g): Segment[] => {
    const plannedMs = ms(v.segments[g.id] ?? 0);
    const ratio = g.plannedMs ? plannedMs / g.plannedMs : 0;
    const scaled: Segment = {
      ...g,
      plannedMs,
      leastMs: Math.min(g.leastMs, plannedMs),
      talkMs: Math.round(g.talkMs * ratio),
      cues: g.cues.map((c) => ({ ...c, atMs: Math.round(c.atMs * ratio) })),
    };
    const pauses = v.breaks.filter((b) => b.after === g.id);
    return [
      scaled,
      ...pauses.map(
        (pause): Segment => ({
          id: pause.id,
          part: g.part,
          title: text(pause.title),
          kind: 'break',
          plannedMs: ms(pause.minutes),
          leastMs: 0,
          keep: 'shorten',
          slides: [],
          presenters: [],
          talkMs: 0,
          cues: [],
        }),
      ),
    ];
  });
  return {
    ...standard,
    variant: v.id,
    variantTitle: text(v.title),
    totalMs: ms(v.minutes),
    parts: standard.parts.map((p) => ({ ...p, plannedMs: ms(v.parts[p.id] ?? 0) })),
    segments,
  };
}
