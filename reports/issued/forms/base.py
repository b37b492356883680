"""What the forms of all kinds share."""

from django import forms

LINE, WORDS = 300, 2000
MOST_HOURS = 2000


def text_area(rows, **options):
    """A text of several lines."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **({"max_length": WORDS} | options))


class PaperForm(forms.Form):
    """A draft of one kind; ``content()`` is what the services take.

    ``paper`` is the draft that is rewritten; ``version`` the one the form was opened on.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, organization, paper=None, initial=None, **kwargs):
        held = {"version": paper.version, **self.held(paper)} if paper else {}
        super().__init__(*args, initial={**held, **(initial or {})}, **kwargs)
        self.organization, self.paper = organization, paper
        self.prepare()

    def held(self, paper):
        """What the draft holds, for the fields: the typed texts unless a form keeps them another way."""
        return dict(paper.fields)

    def prepare(self):
        """Give the fields what the organization has to choose from."""

    def content(self):
        """What the paper is made of (``services.Content``)."""
        raise NotImplementedError

    def typed(self, *names):
        """The cleaned texts of ``names``."""
        return {name: self.cleaned_data[name] for name in names}
