/** The chunk that is loaded right after the first screen: none of it is needed before somebody sends. */
import './styles/sending.css';
import './styles/transfers.css';
import './styles/batch.css';
import './styles/nobody.css';
import './styles/rename.css';
import './styles/secure.css';

export { ClosedBar } from './closed/ClosedBar.tsx';
export { examine } from './files/examine.ts';
export { CertificateEnded } from './frame/CertificateEnded.tsx';
export { NameField } from './frame/NameField.tsx';
export { UpdateBar } from './frame/UpdateBar.tsx';
export { Offers } from './offer/Offers.tsx';
export { Ongoing } from './ongoing/Ongoing.tsx';
export { AboutChosen } from './send/AboutChosen.tsx';
export { Asides } from './send/Asides.tsx';
export { Departing } from './send/Departing.tsx';
export { MarkPlace } from './send/MarkAll.tsx';
export { SendBar } from './send/SendBar.tsx';
export { Tray } from './send/Tray.tsx';
export { Transfers } from './transfers/Transfers.tsx';
export { NotProven } from './warning/NotProven.tsx';

import './styles/large.css'; // after all that it narrows
