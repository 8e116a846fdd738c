"""The ledger of reports (填报): what a body handed in for a month, who looked at it, and the evidence beside it."""
