"""Words of a paper are divided, names and the months of dates are not."""

from mentoring.lib.hyphens import Pyphen


def divided(word):
    return [f"{start}-{end}" for start, end in Pyphen(lang="ru_RU", left=3, right=3).iterate(word)]


def test_only_words_with_small_letters_and_long_ones_that_begin_a_sentence_are_divided():
    assert "наставни-чества" in divided("наставничества")
    assert "Исследова-тельская" in divided("Исследовательская")
    assert [divided(word) for word in ("Левченко", "Тимербулатова", "сентября")] == [[], [], []]
