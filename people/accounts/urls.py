"""Addresses of the room."""

from django.urls import path

from people.accounts.views import desk, ending, entrance

urlpatterns = [
    path("sign-in/", entrance.sign_in, name="sign_in"),
    path("sign-out/", entrance.sign_out, name="sign_out"),
    path("demo/<str:login_name>/", entrance.demo_enter, name="demo_enter"),
    path("language/", entrance.set_language, name="set_language"),
    path("look/", entrance.set_look, name="set_look"),
    path("password/", entrance.password_change, name="password_change"),
    path("first-password/<str:uid>/<str:token>/", entrance.password_set, name="password_set"),
    path("join/", desk.join_by_code, name="join"),
    path("installation/accounts/", ending.account_anywhere, name="account_anywhere"),
    path("o/<slug:slug>/accounts/", desk.account_list, name="account_list"),
    path("o/<slug:slug>/accounts/roles/all/", desk.role_list, name="role_list"),
    path("o/<slug:slug>/accounts/roles/", desk.role_grant, name="role_grant"),
    path("o/<slug:slug>/accounts/roles/<int:pk>/end/", ending.role_end, name="role_end"),
    path("o/<slug:slug>/accounts/codes/<int:pk>/", desk.account_code, name="account_code"),
    path("o/<slug:slug>/accounts/<int:pk>/close/", ending.account_close, name="account_close"),
    path("o/<slug:slug>/accounts/<int:pk>/open/", ending.account_open, name="account_open"),
    path("o/<slug:slug>/staff/<int:pk>/invite/", desk.account_invite, name="account_invite"),
]
