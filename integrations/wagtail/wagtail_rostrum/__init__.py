"""Rostrum's pieces in pages of Wagtail."""
