/** Hands the words of the chosen language to every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';
import { createFormat } from './format.ts';
import type { Text } from './language.ts';

export const TextContext = createContext<Text>({ tag: 'en', words: en, format: createFormat('en') });
export const useText = (): Text => useContext(TextContext);
