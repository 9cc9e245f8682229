"""Read the announcement of a project, such as a news item, as a draft of the project."""
