"""What the rules of several families share: facts of a project, its figures, days and lines of cost."""
