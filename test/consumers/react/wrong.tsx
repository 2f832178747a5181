import type {} from 'lucka/types/react.d.ts';

export const Page = () => (
  <lucka-terms-dialog mode="sideways" onlucka-terms-accepted={({ nothing }) => nothing} />
);
