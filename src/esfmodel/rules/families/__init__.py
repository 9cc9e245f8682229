"""The rules, a module for each family of codes or for a part of one."""
