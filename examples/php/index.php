<?php
// The strict policy: scripts, styles and requests only of this server.
header( "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html lucka" );

/** Text as the value of an attribute or as words of the page. */
function escape( string $text ): string {
	return htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' );
}

/** Data inside a script tag: nothing in it can end the tag. */
function json_for_script( array $data ): string {
	return json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
}

// In place of your database.
$case_id = $_GET['case'] ?? '12-345678';
$notices = array(
	array(
		'id'          => 'slow',
		'revision'    => 1,
		'kind'        => 'disruption',
		'reason'      => 'operational',
		'scope'       => 'part',
		'publishedAt' => '2026-01-01T00:00:00Z',
		'startsAt'    => '2026-01-01T00:00:00Z',
		'affected'    => array( 'messages' ),
		'impact'      => 'slow',
		'title'       => array( 'en' => 'Messages are slow', 'sv' => 'Meddelanden går trögt' ),
		'body'        => array( 'en' => 'It may take a while until you see your message.', 'sv' => 'Det kan dröja innan du ser ditt meddelande.' ),
	),
);
$message = $_POST['message'] ?? null;
?>
<!doctype html>
<html lang="en">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>My page</title>
	<link rel="stylesheet" href="/theme.css">
	<script type="module" src="/lucka/lucka.js"></script>
</head>
<body>
	<lucka-maintenance-banner storage="none">
		<script type="application/json"><?= json_for_script( array( 'notices' => $notices ) ) ?></script>
		<p><a href="/service-status.html">Service status</a></p>
	</lucka-maintenance-banner>
	<main>
		<h1>My page</h1>
<?php if ( $message !== null ) : ?>
		<p role="status">Received about case <?= escape( $_POST['case'] ?? '' ) ?>: <?= escape( $message ) ?></p>
<?php endif; ?>
		<h2>Ask about your case</h2>
		<form method="post" action="/">
			<input type="hidden" name="case" value="<?= escape( $case_id ) ?>">
			<lucka-message-composer name="message" heading-level="3" case-id="<?= escape( $case_id ) ?>">
				<p>Write to us: Agency, Box 1, 123 45 Town</p>
			</lucka-message-composer>
		</form>
	</main>
</body>
</html>
