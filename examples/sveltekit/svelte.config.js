import adapter from '@sveltejs/adapter-static';

/** Files for any web server: no Node server at run time. @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter() } };
