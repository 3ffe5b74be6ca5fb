"""A push that was not taken is kept, and a claim has a lease."""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("payload", sa.Text(), nullable=False, server_default=""))
    op.add_column("deliveries", sa.Column("lease_until", sa.BigInteger(), nullable=True))
    op.add_column("deliveries", sa.Column("not_before", sa.BigInteger(), nullable=True))
