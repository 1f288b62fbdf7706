/** What is needed of the model to show who has written. */
import type { Model } from '../model/model.ts';

export type Props = { model: Pick<Model, 'devices' | 'offers' | 'transfers' | 'people' | 'words'> };
