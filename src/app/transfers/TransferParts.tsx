/** What is fetched together when the first screen is up. */
import '../styles/transfers.css';

export { ArrivedBar } from './ArrivedBar.tsx';
export { Transfers } from './Transfers.tsx';
