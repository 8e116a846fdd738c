"""Every register's rows."""

from duixian.registers.models.accounts import AccessToken, Account, Role
from duixian.registers.models.act_bodies import ActBody, ActPart
from duixian.registers.models.assignments import Assignment, AssignmentBody, AssignmentOfficial, Part
from duixian.registers.models.boundaries import Boundary
from duixian.registers.models.commitments import (
    LEVEL_UNITS,
    RATE_UNITS,
    Allocation,
    Commitment,
    Counter,
    Counting,
    LinkState,
    Measure,
    Milestone,
    Nature,
    SubAllocation,
    Target,
    TargetLink,
)
from duixian.registers.models.coordination import Coordination, Seat, SeatPart, Succession
from duixian.registers.models.names import BodyName, NameKind, NameState
from duixian.registers.models.paper_templates import PaperTemplate
from duixian.registers.models.places import Body, Place, Site
from duixian.registers.models.posts import Holder, Liaison, Post
from duixian.registers.models.sources import Decision, Document, Proposal, ProposalKind, Source

__all__ = [
    "LEVEL_UNITS",
    "RATE_UNITS",
    "AccessToken",
    "Account",
    "ActBody",
    "ActPart",
    "Allocation",
    "Assignment",
    "AssignmentBody",
    "AssignmentOfficial",
    "Body",
    "BodyName",
    "Boundary",
    "Commitment",
    "Coordination",
    "Counter",
    "Counting",
    "Decision",
    "Document",
    "Holder",
    "Liaison",
    "LinkState",
    "Measure",
    "Milestone",
    "NameKind",
    "NameState",
    "Nature",
    "PaperTemplate",
    "Part",
    "Place",
    "Post",
    "Proposal",
    "ProposalKind",
    "Role",
    "Seat",
    "SeatPart",
    "Site",
    "Source",
    "SubAllocation",
    "Succession",
    "Target",
    "TargetLink",
]
