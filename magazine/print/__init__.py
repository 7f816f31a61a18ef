"""An edition as a PDF: typeset from the same content that the site shows."""
