"""How a sum of points is read: lines «15–18: words», written by the curator."""

import re

LINE = re.compile(r"(\d{1,4})\s*[-–—]\s*(\d{1,4})\s*:\s*(\S.*)")


def read_lines(text):
    """The bands of ``text``: [(low, high, words), …]. Raises ValueError with the first line that is no band."""
    bands = []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = LINE.fullmatch(line)
        if not found or int(found[1]) > int(found[2]):
            raise ValueError(line)
        bands.append((int(found[1]), int(found[2]), found[3]))
    return bands


def words_for(text, points):
    """The words of the band ``points`` fall in, or nothing."""
    return next((words for low, high, words in read_lines(text) if low <= points <= high), "")


def points_of(questions, answers):
    """The sum of the questions that count and the most it can be, or None where one has no answer."""
    counting = [question for question in questions if question.counts]
    if not counting or any(question.code not in answers for question in counting):
        return None
    most = sum(max(len(question.options) - 1, 0) for question in counting)
    return sum(answers[question.code] for question in counting), most
