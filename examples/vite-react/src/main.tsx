import { createRoot } from 'react-dom/client';
import { Page } from './page';
import './theme.css';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
