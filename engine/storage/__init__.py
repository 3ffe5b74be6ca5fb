"""What the engine remembers: one SQL database, SQLite by default, PostgreSQL by URL.

`schema` names every table, `database` opens it and brings it up to date, and one module a concern holds its statements:
`learners`, `scenes`, `attempts`, `rounds`, `inbox`, `outbox`, `reports`, `forgetting`.
"""
