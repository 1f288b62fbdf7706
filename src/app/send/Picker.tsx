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
};

/** A computer has no camera that a file input could open. */
const hasCamera = matchMedia('(pointer: coarse)').matches;

export function Picker({ input, wanted, onChoose, onPicked }: Props) {
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
  const picked = (files: readonly ChosenFile[]): void => onPicked(files, false);
  return (
    <div class="picker">
      <input ref={input} type="file" multiple hidden onChange={({ currentTarget }) => picked(taken(currentTarget))} />
      <button ref={button} class="button primary big" type="button" onClick={onChoose}>
        <Icon name="plus" />
        <span>{words.chooseFiles}</span>
      </button>
      {hasCamera && (
        <Source icon="camera" with={CAMERA} onPicked={picked}>
          {words.takePhoto}
        </Source>
      )}
      {canPickFolders() && (
        <Source icon="folder" with={FOLDER} onPicked={picked}>
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
  onPicked: (files: readonly ChosenFile[]) => void;
  children: string;
};

/** Another way to choose; its name is not always shown. */
function Source({ icon, with: attributes, onPicked, children }: SourceProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    for (const [name, value] of Object.entries(attributes)) input.current?.setAttribute(name, value);
  }, [attributes]);
  return (
    <>
      <input ref={input} type="file" hidden onChange={({ currentTarget }) => onPicked(taken(currentTarget))} />
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
