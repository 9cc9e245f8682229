"""A portal of Django 5: an application is filled in, kept, listed and shown, in Swedish or English."""
