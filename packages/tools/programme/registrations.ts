import type {
  Customer,
  Registration,
  RegistrationEvent,
  RegistrationState,
} from '@pipeline-kit/model/schema';
import { asWritten } from './customers.js';
import { DAY, instantOf, minuteOf } from './log.js';
import type { Scene } from './storylines/scene.js';
import { indexAt } from './world.js';

/** The registrations that claim an opportunity: its partner's, and now and then a rival's for the same customer. */
export function registrationsOf(scene: Scene): Registration[] {
  const { deal, random } = scene;
  if (!deal.registered || !deal.partner) return [];
  const submitted = deal.createdDay - random.integer(-2, 9);
  const own = registration(scene, '', deal.partner.partner.id, submitted, true);
  if (!random.chance(0.05)) return [own];
  const rival = scene.world.partners[indexAt(scene.world.partnerTotals, random.next())]!.partner.id;
  return [own, registration(scene, '-B', rival, submitted + random.integer(0, 25), false)];
}

function registration(
  scene: Scene,
  suffix: string,
  partner: string,
  day: number,
  own: boolean,
): Registration {
  const { deal, random, world } = scene;
  const events = stateEvents(scene, day, own);
  const past = events
    .filter(({ minute }) => minute < world.plan.lastDay * DAY + 22 * 60)
    .map(({ minute, what }): RegistrationEvent => ({ at: instantOf(minute), ...what }));
  const approved = past.some((event) => 'state' in event && event.state === 'approved');
  const customer: Customer =
    own && random.chance(0.6) ? deal.customer.customer : asWritten(deal.customer, random.next());
  return {
    id: `RG-${deal.id.slice(3)}${suffix}`,
    partner,
    customer,
    products: own ? deal.products : deal.products.slice(0, 1),
    amount: random.chance(0.15) ? null : Math.round(deal.size / 100_000) * 100_000 || 100_000,
    currency: deal.currency,
    opportunityId: own && approved ? deal.id : null,
    history: past,
  };
}

interface StateEvent {
  readonly minute: number;
  readonly what: { readonly state: RegistrationState } | { readonly extend: true };
}

/** Draft, submission, review and decision; extended where it takes long, converted where it works out. */
function stateEvents(scene: Scene, day: number, own: boolean): StateEvent[] {
  const { end, random } = scene;
  const events: StateEvent[] = [];
  let minute = minuteOf(day, random);
  const state = (after: number, state: RegistrationState): void => {
    minute += Math.max(1, Math.round(after));
    events.push({ minute, what: { state } });
  };
  if (random.chance(0.5)) state(0, 'draft');
  state(random.integer(5, 300), 'submitted');
  state(random.logNormal(240, 0.8), 'underReview');
  if (random.chance(0.2)) state(random.logNormal(600, 0.8), 'pendingApproval');
  const decision = random.next();
  if (decision > 0.985) return events;
  if (decision > 0.95) {
    state(random.logNormal(2 * DAY, 0.6), random.chance(0.7) ? 'withdrawn' : 'cancelled');
    return events;
  }
  const approved = own ? decision < 0.84 : decision < 0.3;
  state(random.logNormal(1.4 * DAY, 0.9), approved ? 'approved' : 'rejected');
  if (!approved) return events;
  const approvedAt = minute;
  if (own && random.chance(0.4)) state(random.integer(DAY, 12 * DAY), 'converted');
  if (end - approvedAt > 75 * DAY && random.chance(0.55)) {
    events.push({ minute: approvedAt + random.integer(70, 89) * DAY, what: { extend: true } });
  }
  return events.toSorted((a, b) => a.minute - b.minute);
}
