<?php
// Nothing: the plugin brings the loader.
