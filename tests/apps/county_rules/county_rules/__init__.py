"""What a county asks of the projects that it finances: a rule, and the pack with the value that it reads."""
