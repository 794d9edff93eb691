/** What the filters are made of. */

export function Toggle({
  id,
  isOn,
  count,
  toggle,
  children,
}: {
  id: string;
  isOn: boolean;
  count: string;
  toggle: () => void;
  children: preact.ComponentChildren;
}) {
  return (
    <button type="button" id={`toggle-${id}`} class="toggle" aria-pressed={isOn} onClick={toggle}>
      {children}
      <small>{count}</small>
    </button>
  );
}

export function Slider({
  id,
  name,
  value,
  least,
  most,
  shown,
  change,
}: {
  id: string;
  name: string;
  value: number;
  least: number;
  most: number;
  shown: string;
  change: (value: number) => void;
}) {
  return (
    <label class="slider">
      <span>{name}</span>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => change(Number(event.currentTarget.value))}
      />
      <output for={id}>{shown}</output>
    </label>
  );
}

/** The set with the item taken out, or put in. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const changed = new Set(set);
  if (!changed.delete(item)) changed.add(item);
  return changed;
}
