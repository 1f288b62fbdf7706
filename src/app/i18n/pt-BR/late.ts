import type { LateWords } from '../words/words.ts';
import { board } from './board.ts';
import { choice } from './choice.ts';
import { closed } from './closed.ts';
import { failures } from './failures.ts';
import { forget } from './forget.ts';
import { group } from './group.ts';
import { here } from './here.ts';
import { inbox } from './inbox.ts';
import { makeSure } from './make-sure.ts';
import { carried, messages } from './messages.ts';
import { offers } from './offers.ts';
import { ongoing } from './ongoing.ts';
import { blocking, notKept, person } from './person.ts';
import { preview } from './preview.ts';
import { reporting } from './reporting.ts';
import { shared } from './shared.ts';
import { transfers } from './transfers.ts';
import { trouble } from './trouble.ts';
import { warning } from './warning.ts';

export const late: LateWords = {
  ...choice,
  ...offers,
  ...transfers,
  ...failures,
  inbox,
  messages,
  carried,
  onBoard: board,
  closed,
  warning,
  person,
  blocking,
  notKept,
  group,
  makeSure,
  forget,
  reporting,
  shared,
  here,
  trouble,
  ongoing,
  preview,
};
