/** The big button for files, the smaller ones for the camera and for a folder, and the inputs behind them. */
import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chosenFiles } from '../files/files.ts';
import { canPickFolders } from '../files/folders.ts';
import { useText } from '../i18n/context.ts';
import type { ChosenFile } from '../model/model.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';

type Props = {
  input: Ref<HTMLInputElement> & { current: HTMLInputElement | null };
  /** How often a shortcut of the installed app has asked for it. A page may not open the picker without a tap. */
  wanted: number;
  onChoose: () => void;
  /** The chosen files: none when a folder is empty, or when the picker was closed. */
  onPicked: (files: readonly ChosenFile[], wasClosed: boolean) => void;
  /**
   * From the camera, or a folder. Never for whom the big button's picker was opened: one that was closed without a word (old
   * browsers have no event for that) would send to that person what was taken afterwards.
   */
  onBrought: (files: readonly ChosenFile[]) => void;
};

/** A computer has no camera that a file input could open. */
const hasCamera = matchMedia('(pointer: coarse)').matches;

export function Picker({ input, wanted, onChoose, onPicked, onBrought }: Props) {
  const { words } = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const field = input.current;
    const closed = (): void => onPicked([], true);
    field?.addEventListener('cancel', closed);
    return () => field?.removeEventListener('cancel', closed);
  }, [onPicked]);
  useEffect(() => {
    if (wanted > 0) button.current?.focus();
  }, [wanted]);
  return (
    <div class="picker">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => onPicked(taken(currentTarget), false)}
      />
      <button ref={button} class="button primary big" type="button" onClick={onChoose}>
        <Icon name="plus" />
        <span>{words.chooseFiles}</span>
      </button>
      {hasCamera && (
        <Source icon="camera" with={CAMERA} onBrought={onBrought}>
          {words.takePhoto}
        </Source>
      )}
      {canPickFolders() && (
        <Source icon="folder" with={FOLDER} onBrought={onBrought}>
          {words.chooseFolder}
        </Source>
      )}
      <p class="hint drop-hint">{words.dropHint}</p>
    </div>
  );
}

/** Attributes that Preact's types or HTML do not have. */
const CAMERA = { accept: 'image/*', capture: 'environment' } as const;
const FOLDER = { webkitdirectory: '' } as const;

type SourceProps = {
  icon: IconName;
  with: Readonly<Record<string, string>>;
  onBrought: Props['onBrought'];
  children: string;
};

/** Another way to choose; its name is not always shown. */
function Source({ icon, with: attributes, onBrought, children }: SourceProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    for (const [name, value] of Object.entries(attributes)) input.current?.setAttribute(name, value);
  }, [attributes]);
  return (
    <>
      <input ref={input} type="file" hidden onChange={({ currentTarget }) => onBrought(taken(currentTarget))} />
      <button class="button source" type="button" onClick={() => input.current?.click()}>
        <Icon name={icon} />
        <span>{children}</span>
      </button>
    </>
  );
}

function taken(input: HTMLInputElement): readonly ChosenFile[] {
  const files = chosenFiles(input.files ?? []);
  input.value = ''; // or the same file could not be chosen twice in a row
  return files;
}
