"""The refusals in the order in which they are tested; the first that applies returns the whole claim.

A check is tested on every result before the next check is. After these comes ``nothing_left``, then ``release``.
"""

from collections.abc import Callable

from duixian.policy.acts.sports_awards import (
    addon,
    claim_window,
    conduct,
    county,
    effect,
    individual,
    inputs,
    one_owner,
    placing,
    scope,
    selection,
    sportsmanship,
    team,
    training_time,
    transfer,
)
from duixian.policy.acts.sports_awards.assessment import Assessment
from duixian.policy.engine.decision import Refusal

CHECKS: tuple[Callable[[Assessment], Refusal | None], ...] = (
    inputs.incomplete,  # INPUT_INCOMPLETE
    scope.unknown_games,  # UNKNOWN_GAMES
    effect.not_in_force,  # BEFORE_EFFECTIVE_DATE, ACT_NO_LONGER_IN_FORCE
    claim_window.window_expired,  # CLAIM_WINDOW_EXPIRED
    scope.out_of_scope,  # OUT_OF_SCOPE
    scope.mixed_team,  # MIXED_TEAM_NO_RULE
    conduct.fraud,  # FRAUD
    conduct.doping,  # DOPING
    conduct.disqualified,  # CONDUCT_DISQUALIFIED
    selection.not_national_delegation,  # NOT_NATIONAL_DELEGATION
    selection.not_main_squad,  # NOT_MAIN_SQUAD
    transfer.destination_not_covered,  # TRANSFER_DESTINATION_NOT_COVERED
    transfer.not_regularised,  # NOT_REGULARISED
    team.no_team_standard,  # NO_TEAM_STANDARD
    placing.wrong_scale,  # PLACING_SCALE_MISMATCH
    team.ball_variant,  # BALL_VARIANT_UNCLEAR
    placing.rank_not_awarded,  # RANK_NOT_AWARDED
    placing.rank_not_rewarded_there,  # RANK_NOT_IN_COMPETITION_REGS
    individual.external_standard_required,  # EXTERNAL_STANDARD_REQUIRED
    team.roster_mismatch,  # ROSTER_MISMATCH
    team.no_split_inside_team,  # NO_INTRA_TEAM_SPLIT
    training_time.team_clock_not_uniform,  # TEAM_CLOCK_NOT_UNIFORM
    training_time.coach_changed_after_entry,  # COACH_CHANGED_AFTER_ENTRY
    one_owner.multiple_coaches,  # MULTIPLE_COACHES_NO_SPLIT
    county.county_split,  # COUNTY_SPLIT_NO_RULE
    placing.bonus_gold,  # BONUS_GOLD_NO_AMOUNT
    addon.games_not_covered,  # ADDON_GAMES_NOT_COVERED
    addon.record_not_confirmed,  # RECORD_NOT_CONFIRMED
    addon.grade_below,  # GRADE_BELOW_LEVEL_1
    addon.no_amount,  # ADDON_NO_AMOUNT
    sportsmanship.games_not_covered,  # SPORTSMANSHIP_GAMES_NOT_COVERED
    sportsmanship.individual_without_amount,  # SPORTSMANSHIP_INDIVIDUAL_NO_AMOUNT
)
