<?php
// Run once, in WordPress's own folder: its tables, an administrator, an author, our theme.
define( 'WP_INSTALLING', true );
$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress' );
$_SERVER['HTTP_HOST'] = '127.0.0.1';

// In place of WordPress's own: nobody is written to.
function wp_mail() {
	return true;
}

require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Agency', 'administrator', 'administrator@example.org', false, '', 'password' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'password', 'role' => 'author' ) );
switch_theme( 'agency' );
if ( getenv( 'WORDPRESS_PLUGIN' ) ) {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';
	$plugin = getenv( 'WORDPRESS_PLUGIN' );
	activate_plugin( "$plugin/$plugin.php" );
}
echo $wp_version;
