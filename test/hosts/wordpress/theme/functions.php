<?php
// As stories/embedding/content-systems.mdx has it.
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_script( 'lucka', home_url( '/cdn/lucka.js' ), array(), null );
	}
);
add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		return 'lucka' === $handle ? str_replace( '<script ', '<script type="module" ', $tag ) : $tag;
	},
	10,
	2
);
