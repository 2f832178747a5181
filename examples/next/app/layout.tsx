import type { ReactNode } from 'react';
import './theme.css';

export const metadata = { title: 'My page' };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
