import type { MessageKey } from '../../locale/index.ts';
import type { RoomData } from '../../model/index.ts';
import { t } from '../strings.ts';
import { caseOfPhase } from './phases.ts';

/** A phase in words. */
export function phaseName(phase: string, room: RoomData): string {
  const about = caseOfPhase(phase);
  if (!about) return t(`deck.phase.${phase}` as MessageKey);
  const number = room.cases.find((c) => c.id === about)?.number ?? about;
  return t(phase.startsWith('report:') ? 'deck.phase.report' : 'deck.phase.settle', { number });
}
