"""What each part counts in an organization."""

from programs.matching.models import MatchWeights
from programs.matching.scoring import full


def weights_of(organization):
    """The weights of ``organization`` by the code of the part; the defaults where it set none."""
    row = MatchWeights.objects.filter(organization=organization).first()
    return full(row.weights if row else {})
