"""Which subjects stand close to one another."""

from programs.mentorships.managing import beginnings

# Beginnings of the words of subjects whose teachers understand each other's lessons.
_CLOSE = {
    "exact": "матема алгебр геомет физика информ астрон робото програ черчен",
    "words": "русски литера чтение словес башкир татарс родной",
    "history": "истори общест право краеве эконом",
    "nature": "биолог химия геогра естест эколог природ окружа",
    "languages": "англий немецк францу китайс иностр испанс",
    "arts": "музыка изобра изо рисова хореог театра вокал дирижи искусс дизайн",
    "crafts": "технол труд моделир авиамо судомо констр станоч",
    "body": "физиче физкул спорт обж обзр безопа туризм плаван",
    "primary": "началь",
    "nursery": "младша старша средня подгот ясли раннег дошкол",
    "support": "логопе дефект психол",
}
_GROUPS = {beginning: group for group, words in _CLOSE.items() for beginning in beginnings(words)}


def groups_of(subjects):
    """The groups of close subjects to which ``subjects`` belong; a subject of no group stands alone."""
    return frozenset(_GROUPS[subject] for subject in subjects if subject in _GROUPS)
