"""The engine: dated values, amounts with traces, refusals, decisions. It knows no subject; acts bring theirs.

>>> from decimal import Decimal
>>> from duixian.policy.engine.amounts import supplied
>>> supplied(Decimal(120), None).amount
Decimal('120.00')
"""
