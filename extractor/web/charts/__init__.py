"""Charts as data for the templates' SVG: every number of the drawing is made here, no script draws."""
