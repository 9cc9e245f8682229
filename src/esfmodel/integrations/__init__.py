"""Projects and values in the fields, columns and templates of other packages.

Each module needs its own package, and nothing else imports it: `esfmodel.integrations.django` needs Django,
`esfmodel.integrations.sqlalchemy` SQLAlchemy and `esfmodel.integrations.jinja` Jinja2. Each is installed with its
extra, such as `pip install "esfmodel[django]"`.
"""
