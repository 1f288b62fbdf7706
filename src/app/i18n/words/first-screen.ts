/** The words that are loaded before the first screen, and no others. `{name}` marks a place to fill. */
import type { ToldKind } from '../../../protocol/signaling.ts';
import type { Connection } from '../../model/model.ts';
import type { Forms } from './forms.ts';
import type { ShellWords } from './shell.ts';

export type FirstWords = {
  readonly language: string;
  readonly connection: Readonly<Record<Connection, string>>;
  /** What a person can do about it; the other states have a separate screen. */
  readonly connectionHelp: Readonly<Record<'connecting' | 'reconnecting', string>>;
  /** This Wi-Fi has none: beside the name of the router. */
  readonly withoutInternet: string;
  /** What the tabs are, for screen readers, and the tabs. */
  readonly tabs: string;
  readonly people: string;
  readonly bringIn: string;
  /** Titles above some of many people; another place has its name. */
  readonly sections: Readonly<Record<'known' | 'recent' | 'here' | 'new', string>>;
  readonly board: string;
  readonly received: string;
  readonly notSavedYet: Forms;

  /** Names of the pictures that tell people apart (`mark.ts`). */
  readonly pictures: readonly string[];
  /** A mark in words: its picture and its digits. */
  readonly mark: string;
  readonly yourMark: string;
  /** Somebody within a text. `{name}` and `{mark}`, as above. */
  readonly withMark: string;
  /** Beside a name that resembles another one. */
  readonly alike: string;
  /** Beside somebody who was made sure of. */
  readonly known: string;
  /** Somebody is in a group of the owner of this device. `{name}`. */
  readonly ofGroup: string;
  /** About a stranger whose name is like that of a known person, by whose label `{name}`. */
  readonly notThem: string;
  /** The way to a person's screen. `{name}`. */
  readonly aboutPerson: string;
  /** What a known person calls themselves, behind their label. `{name}`. */
  readonly callsItself: string;

  readonly yourName: string;

  readonly chooseFiles: string;
  readonly chooseFolder: string;
  /** Opens the camera of a phone. */
  readonly takePhoto: string;
  readonly dropHint: string;
  readonly looking: string;
  readonly files: Forms;
  readonly more: Forms;

  readonly devices: string;
  readonly pressToChoose: string;
  readonly pressToSend: string;
  readonly several: string;
  readonly hasLeft: string;
  readonly kind: Readonly<Record<ToldKind, string>>;
  readonly away: string;
  readonly behind: string;
  readonly devicesLater: string;

  readonly outdated: string;
  readonly outdatedHelp: string;
  readonly reload: string;
  readonly replaced: string;
  readonly replacedHelp: string;
  readonly useHere: string;
  readonly shell: ShellWords;
};
