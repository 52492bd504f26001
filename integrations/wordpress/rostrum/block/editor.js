/**
 * The block in the editor: what is set, and the words that stand there until the piece does. The piece
 * itself is drawn on the page alone, where its links lead somewhere.
 */
( ( { blocks, blockEditor, components, element, i18n } ) => {
	const { createElement: draw } = element;
	const { __ } = i18n;
	const { InnerBlocks, InspectorControls, useBlockProps, useInnerBlocksProps } = blockEditor;

	const CHOICES = {
		view: [ __( 'What it shows', 'rostrum' ), {
			press: __( 'Press releases', 'rostrum' ),
			menu: __( 'Menu', 'rostrum' ),
			release: __( 'One press release', 'rostrum' ),
			timeline: __( 'Timeline of chairpersonships', 'rostrum' ),
			site: __( 'The whole site', 'rostrum' ),
		} ],
		routing: [ __( 'Where its place stands', 'rostrum' ), {
			hash: __( 'After # in the address', 'rostrum' ),
			none: __( 'Not in the address', 'rostrum' ),
			path: __( 'In the path', 'rostrum' ),
		} ],
		theme: [ __( 'Light or dark', 'rostrum' ), {
			'': __( 'As the visitor’s system is', 'rostrum' ),
			light: __( 'Light', 'rostrum' ),
			dark: __( 'Dark', 'rostrum' ),
		} ],
	};

	function edit( { attributes, setAttributes } ) {
		const selects = Object.entries( CHOICES ).map( ( [ name, [ label, options ] ] ) =>
			draw( components.SelectControl, {
				key: name,
				label,
				value: attributes[ name ],
				options: Object.entries( options ).map( ( [ value, text ] ) => ( { value, label: text } ) ),
				onChange: ( value ) => setAttributes( { [ name ]: value } ),
			} )
		);
		const route = draw( components.TextControl, {
			key: 'route',
			label: __( 'Where it begins', 'rostrum' ),
			help: __( 'A path of the site, such as /countries/kazakhstan/.', 'rostrum' ),
			value: attributes.route,
			onChange: ( value ) => setAttributes( { route: value } ),
		} );
		const panel = draw( components.PanelBody, { title: __( 'Piece', 'rostrum' ) }, selects, route );
		const words = useInnerBlocksProps( useBlockProps(), {
			template: [ [ 'core/paragraph', { placeholder: __( 'Shows until the piece is there: a link to the same on another page', 'rostrum' ) } ] ],
		} );
		const title = draw( 'strong', { key: 'title' }, `Rostrum: ${ CHOICES.view[ 1 ][ attributes.view ] }` );
		const { children, ...wrapper } = words;
		return draw( element.Fragment, null, draw( InspectorControls, null, panel ), draw( 'div', wrapper, title, children ) );
	}

	blocks.registerBlockType( 'rostrum/piece', { edit, save: () => draw( InnerBlocks.Content ) } );
} )( window.wp );
