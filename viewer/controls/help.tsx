import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../panel/parts.tsx';

/** What the picture means, and the keys. */
export function Help({ page }: { page: Page }) {
  const { words, actions } = page;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => actions.show({ help: false });
  return (
    <dialog id="help" ref={dialog} aria-label={words.help} onClose={close}>
      <h2>{words.help}</h2>
      {words.helpLines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <dl>
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="tool" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
