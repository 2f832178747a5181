/** Files for any web server: no Node server at run time. @type {import('next').NextConfig} */
export default { output: 'export' };
