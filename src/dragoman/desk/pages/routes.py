"""All pages under one router. In: nothing. Out: the router that the application includes."""

from fastapi import APIRouter

from dragoman.desk.pages import entering, places, reports, reviewing, start, tables, trying

router = APIRouter(include_in_schema=False)
for _part in (start, tables, reports, places, trying, reviewing, entering):
    router.include_router(_part.router)
