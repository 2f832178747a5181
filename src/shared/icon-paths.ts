const circle = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0';

// 24 units, stroke 2, round joins. The shape tells the kind: a circle informs, a triangle warns, an octagon stops, a
// ticked circle is done.
export const infoIcon = `${circle}M12 11v5.5M12 7.2v.3`;
export const warningIcon = 'M12 3.5 2.6 20h18.8zM12 10v4.5M12 17.2v.1';
export const doneIcon = `${circle}M7.8 12.4l2.9 2.9 5.5-6`;
export const clockIcon = `${circle}M12 6.8V12l3.4 2.6`;
export const calendarIcon = 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4';
export const workIcon = 'M3 7h18v7H3zM7 14v6.5M17 14v6.5M11 7l-3.5 7M17 7l-3.5 7';
export const shutIcon = 'M4 20.5h16M6 20.5v-17h12v17M9 12h6';
export const copyIcon = 'M8.5 8.5h11v12h-11zM15.5 5.5v-2h-11v12h2';
export const printIcon = 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z';
export const saveIcon = 'M12 3.5v11M7 10l5 5 5-5M4 20h16';
export const phoneIcon = 'M7 3h10v18H7zM10.5 17.8h3';
