/** The buttons beside the search box. */

import { reportOf } from '../output/report.ts';
import { saveCsv, saveGexf, savePng, saveReport, saveSvg } from '../output/save.ts';
import type { Page } from '../panel/parts.tsx';
import type { Scene } from '../scene/scene.ts';
import { nodesOf } from '../state/actions.ts';

const SCALES = [1, 2, 3, 4];

interface Props {
  readonly page: Page;
  readonly scene: Scene | null;
}

export function Toolbar({ page, scene }: Props) {
  const { graph, source, state, words, actions } = page;
  const { language, table, help, steps } = state;
  /** Closes the menu, and tells when the file could not be made. */
  const saving =
    (save: () => void | Promise<void>) =>
    async ({ currentTarget }: { currentTarget: Element }) => {
      currentTarget.closest('details')?.removeAttribute('open');
      actions.show({ unsaved: false });
      try {
        await save();
      } catch (error) {
        console.error(error);
        actions.show({ unsaved: true });
      }
    };
  return (
    <div id="toolbar" role="toolbar" aria-label={words.title}>
      <Icon id="undo" name={words.undo} sign="↶" isOff={steps.at === 0} press={actions.undo} />
      <Icon
        id="redo"
        name={words.redo}
        sign="↷"
        isOff={steps.at === steps.last}
        press={actions.redo}
      />
      {scene && (
        <>
          <Icon id="fit" name={words.fit} sign="⤢" press={scene.showAll} />
          <Icon id="zoom-in" name={words.zoomIn} sign="+" press={() => scene.zoom(0.6)} />
          <Icon id="zoom-out" name={words.zoomOut} sign="−" press={() => scene.zoom(1 / 0.6)} />
        </>
      )}
      <Icon
        id="show-table"
        name={words.table}
        sign="☰"
        isPressed={table}
        press={() => actions.table(!table)}
      />
      <details id="save" onFocusOut={closeWhenLeft}>
        <summary title={words.save} aria-label={words.save}>
          ⤓
        </summary>
        <div class="menu">
          {scene &&
            SCALES.map((scale) => (
              <button
                key={scale}
                type="button"
                id={`save-png-${scale}`}
                onClick={saving(() => savePng(scene.picture(scale)))}
              >
                {words.savePng(scale)}
              </button>
            ))}
          {scene && (
            <button type="button" id="save-svg" onClick={saving(() => saveSvg(scene.svg()))}>
              {words.saveSvg}
            </button>
          )}
          <button
            type="button"
            id="save-gexf"
            onClick={saving(() => saveGexf(graph, source, state.cut))}
          >
            {words.saveGexf}
          </button>
          <button
            type="button"
            id="save-csv"
            onClick={saving(() => saveCsv(graph, source, state.cut))}
          >
            {words.saveCsv}
          </button>
          <button
            type="button"
            id="save-report"
            disabled={nodesOf(state.focus).length === 0}
            onClick={saving(async () => saveReport(await reportOf(graph, source, state, words)))}
          >
            {words.saveReport}
          </button>
        </div>
      </details>
      <button
        type="button"
        id="language"
        title={words.otherLanguageName}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => actions.language(language === 'zh' ? 'en' : 'zh')}
      >
        {words.otherLanguage}
      </button>
      <Icon
        id="show-help"
        name={words.help}
        sign="?"
        isPressed={help}
        press={() => actions.show({ help: !help })}
      />
    </div>
  );
}

/** A menu is closed by whatever else is pressed. */
function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (!menu.contains(relatedTarget as Node | null)) menu.open = false;
}

function Icon({
  id,
  name,
  sign,
  isPressed,
  isOff = false,
  press,
}: {
  id: string;
  name: string;
  sign: string;
  isPressed?: boolean;
  isOff?: boolean;
  press: () => void;
}) {
  return (
    <button
      type="button"
      id={id}
      title={name}
      aria-label={name}
      aria-pressed={isPressed}
      disabled={isOff}
      onClick={press}
    >
      {sign}
    </button>
  );
}
