<?php
// The block on the page, from its settings.
?>
<lucka-document-wizard heading-level="<?php echo esc_attr( $attributes['headingLevel'] ); ?>"><p><a href="<?php echo esc_url( $attributes['fallbackAddress'] ); ?>"><?php echo esc_html( $attributes['fallbackText'] ); ?></a></p></lucka-document-wizard>
