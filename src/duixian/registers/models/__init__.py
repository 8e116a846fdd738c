"""Every register's rows."""

from duixian.registers.models.accounts import Account, Role
from duixian.registers.models.act_bodies import ActBody, ActPart
from duixian.registers.models.assignments import Assignment, AssignmentBody, AssignmentOfficial, Part
from duixian.registers.models.commitments import Allocation, Commitment, Measure, Milestone, Target
from duixian.registers.models.places import Body, Place, Site
from duixian.registers.models.sources import Decision, Document, Proposal, ProposalKind, Source

__all__ = [
    "Account",
    "ActBody",
    "ActPart",
    "Allocation",
    "Assignment",
    "AssignmentBody",
    "AssignmentOfficial",
    "Body",
    "Commitment",
    "Decision",
    "Document",
    "Measure",
    "Milestone",
    "Part",
    "Place",
    "Proposal",
    "ProposalKind",
    "Role",
    "Site",
    "Source",
    "Target",
]
