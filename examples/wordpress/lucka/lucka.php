<?php
/**
 * Plugin Name: Lucka
 * Description: Blocks for the elements of Lucka. Copy cdn/ of the package into this folder as lucka/cdn/.
 * Version: 0.2.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: EUPL-1.2
 *
 * The blocks are saved as a comment with their settings and written by the server, so that WordPress does not remove the tag when somebody
 * saves a text who may not save unfiltered HTML.
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		register_block_type( __DIR__ . '/document-wizard' );
	}
);

// The loader is a module, and is on every page: it loads only the elements that are there.
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_script( 'lucka', plugins_url( 'cdn/lucka.js', __FILE__ ), array(), null );
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
