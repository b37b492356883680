"""What is promised of the demonstration, and which surnames must not stand in it."""

EVERYWHERE = {"active", "completed", "in_order"}


BROAD = EVERYWHERE | {"terminated", "declined", "proposed", "mentor_agreed"}


PROMISED = {
    "school-3": {
        # One of them works in the kindergarten and helps here.
        "staff": 46,
        "pairs": BROAD | {"agreed", "mentee_agreed"},
        "orders": {"registered", "submitted", "draft"},
        "programs": {"running", "agreed", "draft", "completed"},
        "consents": {"given", "requested", "refused", "withdrawn"},
        "roadmaps": {(2025, "closed"), (2026, "running")},
    },
    "lastochka": {
        "staff": 28,
        "pairs": EVERYWHERE | {"mentee_agreed"},
        "orders": {"registered", "submitted"},
        "programs": {"running", "agreed", "completed"},
        "consents": {"given", "requested", "withdrawn"},
        "roadmaps": {(2025, "closed"), (2026, "submitted")},
    },
    "cdutt": {
        "staff": 40,
        "pairs": BROAD | {"suspended"},
        "orders": {"registered", "submitted", "draft"},
        "programs": {"running", "agreed", "draft", "completed"},
        "consents": {"given", "requested", "refused", "withdrawn"},
        "roadmaps": {(2025, "closed"), (2026, "running")},
    },
    "malinovskaya": {
        "staff": 25,
        "pairs": EVERYWHERE | {"proposed"},
        "orders": {"registered", "submitted"},
        "programs": {"running", "completed"},
        "consents": {"given", "requested", "refused"},
        "roadmaps": {(2025, "closed"), (2026, "running")},
    },
    "lyceum-136": {
        "staff": 60,
        "pairs": BROAD | {"agreed"},
        "orders": {"registered", "submitted", "draft"},
        "programs": {"running", "agreed", "draft", "completed"},
        "consents": {"given", "requested", "refused", "withdrawn"},
        "roadmaps": {(2025, "closed"), (2026, "running")},
    },
}


# SHA-256 of the surnames of living people in the five regulations, in small letters, without a last «а».
LIVING = {
    "13cd03e9bf063f4ec06743079c2f5c1b199ab7e2f0ac63740edda98e905dfff6",
    "34035fea1d1b13311e47b412f067c2daf39d3256070ae10e3d565f13bc822f22",
    "6690fe94fd81909982f44f6c69ab59bdefd49ffe89e12b1e84c7bd686c0e6438",
    "c661292d36dc1a05c4fb24e3b661eadc31b2fbe6706b48cdb089c09027f1905f",
    "db070a23c515ce75106b041a08898662c5b99e1620a88bf8ac7aaa9cde965f15",
    "e944aea6aae8e02f7d69886e3729c70fc702da92fa4deec8434ac2f16941c807",
    "e9f78da636fef685159352291eae2a8b07d7cdaed39335dc20ef3ce74bfd7c3b",
}
