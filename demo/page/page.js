// The agency's own script: how a page uses the elements.

const terms = document.querySelector('lucka-terms-dialog');
const standing = document.querySelector('#terms-standing');
const swedish = document.documentElement.lang === 'sv';
const day = new Intl.DateTimeFormat(swedish ? 'sv-SE' : 'en-GB', {
  dateStyle: 'long',
  timeZone: 'Europe/Stockholm',
});

document.querySelector('#read-terms').addEventListener('click', () => terms.show());

terms.addEventListener('lucka-terms-accepted', ({ record }) => {
  const date = day.format(new Date(record.decidedAt));
  standing.textContent = swedish
    ? `Du godkände version ${record.version} den ${date}.`
    : `You accepted version ${record.version} on ${date}.`;
});
terms.addEventListener('lucka-terms-declined', () => {
  standing.textContent = swedish ? 'Du har avböjt villkoren.' : 'You have declined the terms.';
});

document.querySelector('#reach').addEventListener('submit', (event) => {
  event.preventDefault();
  const choice = new FormData(event.target).get('way');
  const label = document.querySelector(`[value="${choice}"]`).labels[0].textContent.trim();
  document.querySelector('#reach-saved').textContent = swedish
    ? `Sparat: ${label}.`
    : `Saved: ${label}.`;
});
