import type { Reporter } from '../../messages/index.ts';
import type { Texts } from '../2-parse/schemas.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** The syllabus adds up, names what exists, and shows each slide in exactly one segment. */
export function checkSyllabus(module: ModuleSource, reporter: Reporter): void {
  checkMinutes(module, reporter);
  checkNames(module, reporter);
  checkSlides(module, reporter);
  checkTexts(module, reporter);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
const round = (n: number): number => Math.round(n * 100) / 100;

function checkMinutes(module: ModuleSource, reporter: Reporter): void {
  const { value: s, placeOf } = module.syllabus;
  for (const [i, part] of s.parts.entries()) {
    const sum = s.segments.filter((g) => g.part === part.id).reduce((n, g) => n + g.minutes, 0);
    if (!near(sum, part.minutes)) {
      reporter.report('syllabus/part-minutes', placeOf(['parts', i, 'minutes']), {
        part: part.id,
        sum: round(sum),
        minutes: part.minutes,
        variant: '',
      });
    }
  }
  const total = s.parts.reduce((n, p) => n + p.minutes, 0);
  if (!near(total, s.minutes)) {
    reporter.report('syllabus/module-minutes', placeOf(['minutes']), {
      sum: round(total),
      minutes: s.minutes,
      variant: '',
    });
  }
  for (const [i, g] of s.segments.entries()) {
    if (g.least > g.minutes)
      reporter.report('syllabus/least', placeOf(['segments', i, 'least']), {
        segment: g.id,
        least: g.least,
        minutes: g.minutes,
        variant: '',
      });
    if (g.talk > g.minutes)
      reporter.report('syllabus/talk', placeOf(['segments', i, 'talk']), {
        segment: g.id,
        talk: g.talk,
        minutes: g.minutes,
      });
    for (const [j, cue] of g.cues.entries()) {
      if (cue.at > g.minutes)
        reporter.report('syllabus/cue-time', placeOf(['segments', i, 'cues', j, 'at']), {
          segment: g.id,
          at: round(cue.at),
          minutes: g.minutes,
        });
    }
  }
  for (const [i, v] of s.variants.entries()) {
    const minutesOf = (id: string): number | undefined =>
      Object.hasOwn(v.segments, id) ? v.segments[id] : undefined;
    for (const g of s.segments) {
      const minutes = minutesOf(g.id);
      if (minutes === undefined)
        reporter.report('syllabus/variant-segment', placeOf(['variants', i, 'segments']), {
          segment: g.id,
          variant: v.id,
        });
      else if (minutes > 0 && minutes < g.least) {
        reporter.report('syllabus/least', placeOf(['variants', i, 'segments', g.id]), {
          segment: g.id,
          least: g.least,
          minutes,
          variant: v.id,
        });
      }
    }
    for (const part of s.parts) {
      const sum = s.segments
        .filter((g) => g.part === part.id)
        .reduce((n, g) => n + (minutesOf(g.id) ?? 0), 0);
      const minutes = Object.hasOwn(v.parts, part.id) ? (v.parts[part.id] ?? 0) : 0;
      if (!near(sum, minutes))
        reporter.report('syllabus/part-minutes', placeOf(['variants', i, 'parts', part.id]), {
          part: part.id,
          sum: round(sum),
          minutes,
          variant: v.id,
        });
    }
    const sum =
      Object.values(v.parts).reduce((n, x) => n + x, 0) +
      v.breaks.reduce((n, b) => n + b.minutes, 0);
    if (!near(sum, v.minutes))
      reporter.report('syllabus/module-minutes', placeOf(['variants', i, 'minutes']), {
        sum: round(sum),
        minutes: v.minutes,
        variant: v.id,
      });
  }
}

function checkNames(module: ModuleSource, reporter: Reporter): void {
  const { value: s, placeOf, placeOfKey } = module.syllabus;
  const base = `handouts/${module.module}/${module.lang}`;
  const list = (names: Iterable<string>): string => [...names].map((n) => `\`${n}\``).join(', ');
  const roles = new Set(s.roles.map((r) => r.id));
  const parts = new Set(s.parts.map((p) => p.id));
  const segments = new Set(s.segments.map((g) => g.id));
  const slides = new Set(module.slides.map((x) => x.meta.id));
  const handouts = new Set(module.handouts.map((h) => h.meta.id));
  const brokenSlide = (id: string): boolean =>
    [...module.broken].some((path) => path.startsWith('slides/') && path.endsWith(`-${id}.md`));
  const role = (name: string | undefined, path: PropertyKey[]): void => {
    if (name !== undefined && !roles.has(name))
      reporter.report('reference/role', placeOf(path), { role: name, known: list(roles) });
  };
  const segment = (name: string, path: PropertyKey[], place = placeOf): void => {
    if (!segments.has(name))
      reporter.report('reference/segment', place(path), { id: name, known: list(segments) });
  };
  const part = (id: string, path: PropertyKey[], place = placeOf): void => {
    if (!parts.has(id))
      reporter.report('reference/segment', place(path), { what: 'part', id, known: list(parts) });
  };
  for (const [i, g] of s.segments.entries()) {
    part(g.part, ['segments', i, 'part']);
    for (const [j, p] of g.presenters.entries()) {
      role(p.role, ['segments', i, 'presenters', j, 'role']);
      if (p.fromSlide && !g.slides.includes(p.fromSlide))
        reporter.report('reference/slide', placeOf(['segments', i, 'presenters', j, 'fromSlide']), {
          id: p.fromSlide,
          of: 'segment',
        });
    }
    for (const [j, id] of g.slides.entries()) {
      if (!slides.has(id) && !brokenSlide(id))
        reporter.report('reference/slide', placeOf(['segments', i, 'slides', j]), { id });
    }
    for (const [j, cue] of g.cues.entries()) {
      role(cue.role, ['segments', i, 'cues', j, 'role']);
      for (const [k, id] of cue.handouts.entries()) {
        if (!handouts.has(id) && !module.broken.has(`${base}/${id}.md`)) {
          reporter.report('reference/handout', placeOf(['segments', i, 'cues', j, 'handouts', k]), {
            id,
            known: list(handouts),
            path: `${base}/${id}.md`,
          });
        }
      }
    }
  }
  for (const [i, id] of s.checkpoints.entries()) segment(id, ['checkpoints', i]);
  for (const [i, cut] of s.cuts.entries())
    for (const id of Object.keys(cut.takes)) segment(id, ['cuts', i, 'takes', id], placeOfKey);
  for (const [i, x] of s.stretches.entries()) segment(x.segment, ['stretches', i, 'segment']);
  for (const [i, v] of s.variants.entries()) {
    for (const id of Object.keys(v.segments))
      segment(id, ['variants', i, 'segments', id], placeOfKey);
    for (const id of Object.keys(v.parts)) part(id, ['variants', i, 'parts', id], placeOfKey);
    for (const [j, b] of v.breaks.entries())
      segment(b.after, ['variants', i, 'breaks', j, 'after']);
  }
}

function checkSlides(module: ModuleSource, reporter: Reporter): void {
  const { value: s, placeOf } = module.syllabus;
  const shown = new Map<string, PropertyKey[]>();
  for (const [i, g] of s.segments.entries()) {
    for (const [j, id] of g.slides.entries()) {
      const path = ['segments', i, 'slides', j];
      const first = shown.get(id);
      if (first)
        reporter.report(
          'syllabus/slide-in-two-segments',
          placeOf(path),
          { id },
          { place: placeOf(first), what: 'the first segment' },
        );
      else shown.set(id, path);
    }
  }
  for (const slide of module.slides) {
    if (!shown.has(slide.meta.id))
      reporter.report('syllabus/slide-without-segment', slide.placeOf(['id']), {
        id: slide.meta.id,
      });
  }
}

function checkTexts(module: ModuleSource, reporter: Reporter): void {
  const { value: s, placeOf } = module.syllabus;
  const { lang } = module;
  const has = (texts: Texts | undefined, path: PropertyKey[], what: string): void => {
    if (texts && !Object.hasOwn(texts, lang))
      reporter.report('syllabus/language', placeOf(path), { lang, what });
  };
  has(s.title, ['title'], 'the title');
  has(s.subtitle, ['subtitle'], 'the subtitle');
  for (const [i, p] of s.parts.entries()) has(p.title, ['parts', i, 'title'], `part ${p.id}`);
  for (const [i, r] of s.roles.entries()) has(r.name, ['roles', i, 'name'], `role ${r.id}`);
  for (const [i, g] of s.segments.entries()) {
    has(g.title, ['segments', i, 'title'], `segment ${g.id}`);
    for (const [j, c] of g.cues.entries())
      has(c.text, ['segments', i, 'cues', j, 'text'], `a cue of ${g.id}`);
  }
  for (const [i, c] of s.cuts.entries()) has(c.text, ['cuts', i, 'text'], `cut ${c.id}`);
  for (const [i, x] of s.stretches.entries())
    has(x.text, ['stretches', i, 'text'], `stretch ${x.id}`);
  for (const [i, v] of s.variants.entries()) {
    has(v.title, ['variants', i, 'title'], `variant ${v.id}`);
    has(v.note, ['variants', i, 'note'], `the note of variant ${v.id}`);
    for (const [j, b] of v.breaks.entries())
      has(b.title, ['variants', i, 'breaks', j, 'title'], `the break ${b.id}`);
  }
}
