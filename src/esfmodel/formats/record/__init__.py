"""Read the page of a project in a register, such as Projektbanken, from its text."""
