/** Who gets a copy: each participant, each reader of a case, each group, each member of the team; or one a room. */
export const COPIES = ['participant', 'case', 'group', 'team', 'room'] as const;
export type Copies = (typeof COPIES)[number];

const TEAM = 4;

/**
 * Copies of a sheet for a number of participants. Groups are two under 12 people, eight over 32, else four
 * (shared/source/timing.md). A case is read by everyone in the groups that have it: two groups have two cases, eight
 * have each case twice.
 */
export function copiesFor(copies: Copies, participants: number, cases = 0): number {
  const groups = participants < 12 ? 2 : participants > 32 ? 8 : 4;
  switch (copies) {
    case 'participant':
      return participants;
    case 'case':
      return Math.ceil(participants / Math.max(1, Math.min(groups, cases)));
    case 'group':
      return groups;
    case 'team':
      return TEAM;
    case 'room':
      return 1;
  }
}
