"""What is measured, topic by topic: each module has a function `cases` that makes its cases anew."""
