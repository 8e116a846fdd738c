"""Pages for officials: no rule, no arithmetic, no writing except through an action."""
