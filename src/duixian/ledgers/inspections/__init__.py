"""The ledger of inspections (督查) by 国令733号: plan, visits, conclusion, objection, decision, who took part."""
