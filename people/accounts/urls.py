"""Addresses of the room."""

from django.urls import path

from people.accounts import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("demo/<str:login_name>/", views.demo_enter, name="demo_enter"),
    path("language/", views.set_language, name="set_language"),
    path("look/", views.set_look, name="set_look"),
    path("password/", views.password_change, name="password_change"),
]
