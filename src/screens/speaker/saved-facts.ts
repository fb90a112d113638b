import type { SpeakerData } from '../../model/index.ts';
import { applyProfile, CHECKED_ON, type Profile } from '../shared/profile.ts';

/** The notes with what the facilitator has saved on the front door; what nobody saved stays as it was built. */
export function withSavedFacts(data: SpeakerData, saved: Profile): SpeakerData {
  const filled = inTexts(data, saved) as SpeakerData;
  const profile = data.profile.map((field) => ({
    ...field,
    value: (field.id === CHECKED_ON ? saved.checkedOn : saved.values[field.id]) || field.value,
    checkedOn: saved.checkedOn || field.checkedOn,
  }));
  return { ...filled, profile };
}

/** Every piece of HTML that has a place for a fact. */
function inTexts(value: unknown, saved: Profile): unknown {
  if (typeof value === 'string') {
    if (!value.includes('data-profile')) return value;
    const holder = document.createElement('template');
    holder.innerHTML = value; // sanitised by the compiler
    applyProfile(holder.content, saved, true);
    return holder.innerHTML;
  }
  if (Array.isArray(value)) return value.map((one) => inTexts(one, saved));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inTexts(one, saved)]));
}
