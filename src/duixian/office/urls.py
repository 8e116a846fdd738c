"""The addresses of the room; each goes through the gate."""

from duixian.office.gate import READ, WRITE, page
from duixian.office.views import accounts, activity, board, commitment, progress, review, sources

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
    page("documents/<int:pk>/", review.show, name="review"),
    page("documents/<int:pk>/accept/", review.accept, name="accept", methods=WRITE),
    page("documents/<int:pk>/adopt/", review.adopt, name="adopt", methods=WRITE),
    page("proposals/<int:pk>/", review.decide, name="decide", methods=WRITE),
    page("activity/", activity.show, name="activity"),
    page("accounts/", accounts.show, name="accounts"),
    page("accounts/create/", accounts.create, name="create_account", methods=READ + WRITE),
    page("accounts/<int:pk>/switch/", accounts.switch, name="switch_account", methods=WRITE),
    page("accounts/<int:pk>/password/", accounts.reset, name="reset_password", methods=READ + WRITE),
]
