"""Writing figures, periods and lists."""
