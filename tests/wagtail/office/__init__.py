"""A site made with Wagtail, as an organisation could have one, for Rostrum to be embedded in."""
