/** The states a page can style: `pipeline-funnel:state(loading)`. Each name as said, true or false. */
export function setCustomStates(
  internals: ElementInternals | null,
  states: Readonly<Record<string, boolean>>,
): void {
  const set = internals?.states;
  if (!set) return;
  for (const [name, isOn] of Object.entries(states)) {
    try {
      if (isOn) set.add(name);
      else set.delete(name);
    } catch {
      // Engines from before 2024 take dashed names only; there the page cannot style states.
    }
  }
}
