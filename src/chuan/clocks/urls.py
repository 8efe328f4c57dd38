"""Addresses of Việc của tôi."""

from django.urls import path

from chuan.clocks.notices import views as notices
from chuan.clocks.views import feed, mine, starting

app_name = "clocks"
urlpatterns = [
    path("", mine.mine, name="mine"),
    path("tat-ca/", mine.everything, name="everything"),
    path("bat-dau/", starting.first, name="first_steps"),
    path("thong-bao/", notices.listed, name="notices"),
    path("thong-bao/da-doc/", notices.read, name="notice_read"),
    path("thong-bao/cach-bao/", notices.choose, name="notice_choice"),
    path("lich/", feed.page, name="feed_page"),
    path("lich/lap-khoa/", feed.make, name="feed_make"),
    path("lich/bo-khoa/", feed.end, name="feed_end"),
    path("lich/viec-den-han.ics", feed.file, name="feed_file"),
    path("lich/theo-doi.ics", feed.subscribed, name="feed"),
]
