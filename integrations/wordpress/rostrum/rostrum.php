<?php
/**
 * Plugin Name:       Rostrum
 * Description:       Rostrum's menu, press releases and timeline as a block and a shortcode.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       rostrum
 *
 * @package Rostrum
 */

defined( 'ABSPATH' ) || exit;

/** The address of the folder that `make dist` made: the constant ROSTRUM_URL in wp-config.php, else /rostrum/. */
function rostrum_folder() {
	return trailingslashit( defined( 'ROSTRUM_URL' ) ? ROSTRUM_URL : home_url( '/rostrum/' ) );
}

/** What the attributes of the element may be; a path is one of this host, since // would lead to another. */
function rostrum_rules() {
	$path = '#^/(?!/)[^\s\\\\]*$#D';
	return array(
		'view'    => '#^(menu|press|release|timeline|site)$#D',
		'routing' => '#^(hash|none|path)$#D',
		'lang'    => '#^(ar|de|en|es|fr|it|ru)$#D',
		'theme'   => '#^(light|dark|auto)$#D',
		'route'   => $path,
		'base'    => $path,
		'home'    => $path,
	);
}

/**
 * A piece. What does not follow the rules is left out, as WordPress does with what an editor mistyped.
 *
 * @param array|string $wanted   Attributes of the element.
 * @param string       $fallback HTML that shows until the piece is there.
 * @return string
 */
function rostrum_piece( $wanted, $fallback = '' ) {
	wp_enqueue_script_module( 'rostrum', rostrum_folder() . 'embed.js', array(), null ); // Its name is stable: it is asked for anew each time.
	$attributes = array( 'bundle' => esc_url( rostrum_folder() . 'bundle/' ) );
	foreach ( rostrum_rules() as $name => $rule ) {
		$value = is_array( $wanted ) ? ( $wanted[ $name ] ?? '' ) : '';
		if ( is_string( $value ) && preg_match( $rule, $value ) ) {
			$attributes[ $name ] = esc_attr( $value );
		}
	}
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, $value );
	}
	return sprintf( '<rostrum-app%s>%s</rostrum-app>', $written, wp_kses_post( $fallback ) );
}

/** The block draws the fallback that it holds, its inner blocks, by itself. */
function rostrum_register() {
	add_shortcode(
		'rostrum',
		static function ( $attributes, $content = '' ) {
			return rostrum_piece( $attributes, do_shortcode( (string) $content ) );
		}
	);
	register_block_type(
		__DIR__ . '/block',
		array(
			'render_callback' => static function ( $attributes, $content ) {
				return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), rostrum_piece( $attributes, $content ) );
			},
		)
	);
}
add_action( 'init', 'rostrum_register' );
