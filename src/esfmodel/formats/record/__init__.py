"""The printed record of a project in Projektbanken, read line by line."""
