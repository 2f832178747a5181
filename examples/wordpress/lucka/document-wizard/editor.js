// As it is, without a build step: WordPress has these on the global object.
(({ blocks, blockEditor, components, element }) => {
  const { createElement } = element;
  const { SelectControl, TextControl } = components;

  const edit = ({ attributes, setAttributes }) =>
    createElement(
      'div',
      blockEditor.useBlockProps(),
      createElement('p', {}, 'Identity documents: the questions are on the published page.'),
      createElement(SelectControl, {
        label: 'Heading level',
        value: String(attributes.headingLevel),
        options: ['2', '3', '4'].map((value) => ({ value, label: value })),
        onChange: (value) => setAttributes({ headingLevel: Number(value) }),
      }),
      createElement(TextControl, {
        label: 'Link for people without the element: text',
        value: attributes.fallbackText,
        onChange: (fallbackText) => setAttributes({ fallbackText }),
      }),
      createElement(TextControl, {
        label: 'Link for people without the element: address',
        type: 'url',
        value: attributes.fallbackAddress,
        onChange: (fallbackAddress) => setAttributes({ fallbackAddress }),
      }),
    );

  // The server writes the page: render.php.
  blocks.registerBlockType('lucka/document-wizard', { edit, save: () => null });
})(window.wp);
