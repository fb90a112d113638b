/**
 * The local facts of a mission, as the facilitator filled them in on the front door. Two keys, so that a page of the
 * participants never reads what is for the team only.
 */
export interface Profile {
  checkedOn: string;
  values: Record<string, string>;
}

export interface ProfileField {
  id: string;
  label: string;
  required: boolean;
  private: boolean;
  /** What the build itself was given (profile/mission.yaml). */
  value: string;
}

const KEY = 'profile';
const PRIVATE_KEY = 'profile-private';
export const CHECKED_ON = 'checked-on';

/** The browser's storage, or null where it is refused (a private window, a strict setting). */
export function storage(): Storage | null {
  try {
    const probe = `${KEY}-probe`;
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

/** What is saved; empty where nothing is, or where it cannot be read. */
export function readProfile(withPrivate: boolean, from: Storage | null = storage()): Profile {
  const open = parsed(from?.getItem(KEY));
  if (!withPrivate) return open;
  return { ...open, values: { ...open.values, ...parsed(from?.getItem(PRIVATE_KEY)).values } };
}

/** @returns false where the browser refuses. */
export function saveProfile(
  profile: Profile,
  fields: readonly ProfileField[],
  to: Storage | null = storage(),
): boolean {
  const of = (wanted: boolean): Record<string, string> =>
    Object.fromEntries(
      fields
        .filter((f) => f.private === wanted && profile.values[f.id])
        .map((f) => [f.id, profile.values[f.id] as string]),
    );
  try {
    if (!to) return false;
    to.setItem(KEY, JSON.stringify({ checkedOn: profile.checkedOn, values: of(false) }));
    to.setItem(PRIVATE_KEY, JSON.stringify({ values: of(true) }));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string | null | undefined): Profile {
  const empty: Profile = { checkedOn: '', values: {} };
  if (!text) return empty;
  try {
    const found = JSON.parse(text) as Partial<Profile> | null;
    const values = Object.entries(found?.values ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return {
      checkedOn: typeof found?.checkedOn === 'string' ? found.checkedOn : '',
      values: Object.fromEntries(values),
    };
  } catch {
    return empty;
  }
}

/** Puts saved facts into every `[data-profile]` below a node; a fact that nobody saved stays as it was built. */
export function applyProfile(root: ParentNode, profile: Profile, withPrivate: boolean): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-profile]')) {
    if (!withPrivate && 'private' in place.dataset) continue;
    const id = place.dataset.profile ?? '';
    const value = (id === CHECKED_ON ? profile.checkedOn : profile.values[id])?.trim();
    if (!value) continue;
    place.className = 'profile-value';
    place.textContent = value;
  }
}
