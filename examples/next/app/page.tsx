import { Elements } from './elements';

export default function Page() {
  return (
    <main>
      <h1>My page</h1>
      <Elements />
    </main>
  );
}
