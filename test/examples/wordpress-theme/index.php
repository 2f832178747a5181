<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><?php wp_head(); ?></head>
<body>
<?php
while ( have_posts() ) {
	the_post();
	echo '<main>';
	the_content();
	echo '</main>';
}
wp_footer();
?>
</body>
</html>
