"""Addresses of titles."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views.titles import (
    candidates,
    council,
    elsewhere,
    initiatives,
    law,
    rewards,
    teams,
    year,
)

urlpatterns = [
    path("", year.everybody, name="titles"),
    path("cua-toi/", year.mine, name="title_mine"),
    path("nguoi/<uuid:uid>/", year.person, name="title_person"),
    path("mo-nam/", rewards.begin, name="titles_open"),
    path("mau-so/", rewards.base, name="titles_base"),
    path("nam/<uuid:uid>/quyet-dinh/", rewards.write, name="title_decision"),
    path("nam/<uuid:uid>/tu-tep/", elsewhere.files, name="titles_files"),
    path("nam/<uuid:uid>/du-ket-qua/", rewards.conclude_year, name="titles_conclude"),
    path("nam/<uuid:uid>/quy-dinh/", law.choose, name="titles_law"),
    path("tap-the/<uuid:uid>/", teams.team, name="title_team"),
    path("nam/<uuid:uid>/dang-ky/", candidates.register, name="titles_register"),
    path("nam/<uuid:uid>/de-nghi/", candidates.put_forward, name="titles_propose"),
    path("nam/<uuid:uid>/nguoi/<uuid:official>/", candidates.facts, name="title_facts"),
    path("nam/<uuid:uid>/hoi-dong/", council.set_up, name="titles_council"),
    path("nam/<uuid:uid>/bo-phieu/", council.vote, name="titles_vote"),
    path("nam/<uuid:uid>/du-thao/", council.draft, name="titles_draft"),
    path("ten/<uuid:uid>/rut/", candidates.withdraw, name="candidate_void"),
    path("phien/<uuid:uid>/", council.sitting, name="title_sitting"),
    path("phien/<uuid:uid>/bien-ban/", council.minutes, name="sitting_minutes"),
    path("phien/<uuid:uid>/bo/", council.void, name="sitting_void"),
    path("sang-kien/", initiatives.everything, name="initiatives"),
    path("sang-kien/ghi/", initiatives.write, name="initiative_write"),
    path("sang-kien/<uuid:uid>/bo/", initiatives.void, name="initiative_void"),
    path("dong/<uuid:uid>/bo/", rewards.void, name="reward_void"),
]
