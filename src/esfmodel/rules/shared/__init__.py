"""What rules of several families share: facts of a project, figures, days, lines of cost, and messages."""
