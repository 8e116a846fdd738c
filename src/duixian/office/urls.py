"""The addresses of the room; each goes through the gate."""

from functools import partial

from duixian.office import order_moves
from duixian.office.gate import READ, WRITE, page
from duixian.office.views import (
    accounts,
    activity,
    award_bodies,
    award_filing,
    award_papers,
    award_plans,
    award_totals,
    awards,
    board,
    commitment,
    comparison,
    inspections,
    orders,
    progress,
    review,
    sources,
)

app_name = "office"
urlpatterns = [
    page("", board.show, name="board"),
    page("commitments/<int:pk>/", commitment.show, name="commitment"),
    page("commitments/release/", commitment.release, name="release", methods=WRITE),
    page("commitments/<int:pk>/withdraw/", commitment.withdraw, name="withdraw", methods=WRITE),
    page("targets/<int:pk>/report/", progress.post, name="post_progress", methods=READ + WRITE),
    page("postings/<int:pk>/correct/", progress.correct, name="correct_progress", methods=READ + WRITE),
    page("sources/", sources.show, name="sources"),
    page("sources/add/", sources.add, name="add_source", methods=WRITE),
    page("sources/<int:pk>/file/", sources.file, name="source_file"),
    page("sources/compare/", comparison.show, name="compare"),
    page("documents/<int:pk>/", review.show, name="review"),
    page("documents/<int:pk>/accept/", review.accept, name="accept", methods=WRITE),
    page("documents/<int:pk>/adopt/", review.adopt, name="adopt", methods=WRITE),
    page("proposals/<int:pk>/", review.decide, name="decide", methods=WRITE),
    page("activity/", activity.show, name="activity"),
    page("accounts/", accounts.show, name="accounts"),
    page("accounts/create/", accounts.create, name="create_account", methods=READ + WRITE),
    page("accounts/<int:pk>/switch/", accounts.switch, name="switch_account", methods=WRITE),
    page("accounts/<int:pk>/password/", accounts.reset, name="reset_password", methods=READ + WRITE),
    page("awards/", awards.show_all, name="awards"),
    page("awards/file/", award_filing.file, name="file_award_claim", methods=READ + WRITE),
    page("awards/<int:pk>/", awards.show, name="award"),
    page("awards/papers/<int:pk>/", awards.paper, name="award_paper"),
    page("awards/<int:pk>/opinion/", awards.opine, name="give_award_opinion", methods=WRITE),
    page("awards/<int:pk>/review/", awards.review, name="review_award_claim", methods=WRITE),
    page("awards/<int:pk>/notice/", awards.notice, name="open_award_notice", methods=WRITE),
    page("awards/objections/<int:pk>/settle/", awards.settle, name="settle_award_objection", methods=WRITE),
    page("awards/<int:pk>/payment/", awards.pay, name="record_award_payment", methods=WRITE),
    page("awards/<int:pk>/cancel/", awards.cancel, name="cancel_award", methods=WRITE),
    page("awards/<int:pk>/recovery/", awards.recover, name="recover_award", methods=WRITE),
    page("awards/payees/<int:pk>/identity/", awards.identity, name="show_identity", methods=WRITE),
    page("awards/plans/", award_plans.show, name="award_plans"),
    page("awards/plans/make/", award_plans.make, name="make_award_plan", methods=WRITE),
    page("awards/plans/<int:pk>/approve/", award_plans.approve, name="approve_award_plan", methods=WRITE),
    page("awards/plans/<int:pk>/list/", award_plans.list_payments, name="list_award_payments", methods=WRITE),
    page("awards/<int:pk>/decision.docx", award_papers.decision, name="award_decision"),
    page("awards/plans/<int:pk>/plan.docx", award_papers.plan, name="award_plan_document"),
    page("awards/plans/<int:pk>/payments.xlsx", award_papers.payments, name="payment_list"),
    page("awards/what-if/", award_totals.show, name="award_what_if", methods=READ + WRITE),
    page("awards/bodies/", award_bodies.show, name="award_bodies"),
    page("awards/bodies/name/", award_bodies.assign, name="name_act_body", methods=WRITE),
    page("orders/", orders.show_all, name="orders"),
    page("orders/new/", orders.register, name="register_order", methods=READ + WRITE),
    page("orders/<int:pk>/", orders.show, name="order"),
    page("orders/papers/<int:pk>/", orders.paper, name="order_paper"),
    *(
        page(f"orders/<int:pk>/{verb}/", partial(orders.move, verb=verb), name=verb, methods=WRITE)
        for verb in order_moves.MOVES
    ),
    page("inspections/", inspections.show_all, name="inspections"),
    page("inspections/new/", inspections.propose, name="propose_inspection", methods=READ + WRITE),
    page("inspections/<int:pk>/", inspections.show, name="inspection"),
    *(
        page(f"inspections/<int:pk>/{verb}/", partial(inspections.step, verb=verb), name=verb, methods=WRITE)
        for verb in inspections.STEPS
    ),
]
