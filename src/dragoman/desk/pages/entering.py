"""Coming in: the token of a desk that others can reach, once a browser.

In: a form. Out: a cookie that scripts cannot read and other sites cannot send.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk.api.answers import TheDesk
from dragoman.desk.guard import COOKIE, same, session
from dragoman.desk.pages.phrasing import LONGEST_PATH, own_path
from dragoman.desk.pages.trying import OwnForm
from dragoman.desk.pages.views import page

router = APIRouter()


@router.get("/login")
def ask(request: Request, next: Annotated[str, Query(max_length=LONGEST_PATH)] = "/") -> Response:
    """The form."""
    return page(request, "login.html", title="Token needed", message="", next=own_path(next))


@router.post("/login", dependencies=[OwnForm])
def enter(
    request: Request,
    desk: TheDesk,
    token: Annotated[str, Form(max_length=300)] = "",
    next: Annotated[str, Form(max_length=LONGEST_PATH)] = "/",
) -> Response:
    """Let in who knows the token."""
    if not same(token.strip(), desk.options.token):
        said = "That is not the token. It was printed where the desk was started."
        return page(request, "login.html", title="Token needed", status=401, message=said, next=own_path(next))
    answer = RedirectResponse(own_path(next), status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, session(desk.options), httponly=True, samesite="strict", secure=secure, path="/")
    return answer
