"""Reading figures and periods strictly: the whole text is one, or an error states why not."""
