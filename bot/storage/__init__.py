"""The database: SQLite for one machine, PostgreSQL for many. SQLAlchemy lives here and nowhere else."""
