"""What the rules of petrovich miss, as data.

All words are in lower case; endings run from genitive to prepositional.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Parts of a Turkic patronymic or surname that freeze the whole of it.
MALE_PARTICLES = frozenset({"оглы", "улы", "уулу", "оглу", "ұлы", "угли"})
FEMALE_PARTICLES = frozenset({"кызы", "гызы", "кизи", "қызы", "кизы"})
FREEZING_PARTICLES = MALE_PARTICLES | FEMALE_PARTICLES | {"заде", "паша"}

# Words that stay as they are when another word of the same name follows.
UNCHANGING_FIRST_PARTS = _words(
    "фон ван де дер ди да дос ла ле дю дель ибн бен бин аль эль ас аш эд о мак сан сен сент тер"
    " бонч грум дрейзен кара хан шах жан ага абдул абдель мелик"
)

# Second parts before which the first part of a Turkic or Tuvan name stays as it is: Каадыр-оола, Батыр-бека.
UNCHANGING_BEFORE = _words("хан бек бей оол али гирей ага мирза")

# French and other surnames with a stressed last vowel, and those with a vowel before -а.
INDECLINABLE_SURNAMES = _words("дюма золя дега тома петипа труайя гулиа гарсиа моруа дюруа эредиа бенуа")

# Surnames of women in -ва, -на that are nouns; the others are possessive and decline like «Иванова».
NOUN_SURNAMES_OF_WOMEN = _words("сова корова голова подкова обнова дубрава бова кучерена")
# Georgian surnames in -ая that are not adjectives.
NOUN_SURNAMES_IN_AYA = _words("шенгелая кварацхелая цулая беселая")

# Surnames of German origin; other surnames in -их do not decline.
DECLINABLE_SURNAMES_IN_IKH = _words(
    "дитрих эрлих фридрих рерих мюних ульрих генрих гейдрих либих фрейндлих эмрих гинрих вюнрих"
)

# The ending is stressed, so the instrumental has «о» after a sibilant or «ц».
STRESSED_MASCULINE_ENDING = _words(
    "борщ плющ хвощ хрущ кулиш драч деркач рогач горбач пугач калач кравец донец голубец горобец"
)
STRESSED_FEMININE_ENDING = _words(
    "лапша левша паша ханжа саранча парча каланча свеча душа овца пыльца межа алыча баржа"
)

# One syllable in -ой that is nevertheless an adjective; the others (Цой, Бой, Строй) are nouns.
ONE_SYLLABLE_ADJECTIVES = frozenset({"злой"})

# Names in stressed -ия: dative and prepositional in -ие («Зульфие»), unlike «Марии».
NAMES_IN_STRESSED_IYA = _words(
    "алия альфия ания асия бадрия галия гания закия зия зумрия зульфия кадрия накия нурия рабия разия"
    " ракия рузия савия салия сания сафия суфия фазия хадия хания шамсия энзия"
)
# Names in -ия with a one-syllable stem: «Лие», «Ие» (Lopatin, Rules of Russian Spelling and Punctuation, 2006).
NAMES_WITH_SHORT_STEM_IN_IYA = frozenset({"ия", "лия", "вия", "мия"})

# Names of men in -а that petrovich leaves unchanged.
NAMES_OF_MEN_IN_A = frozenset({"шота", "заза", "вахушта"})

# The only names of women in a soft consonant that decline; Айгуль, Гузель, Николь stay. After the reference book
# of Kalakutskaya, with Нинель after the dictionary of Superanskaya.
DECLINABLE_NAMES_IN_SOFT_SIGN = _words("любовь агарь рахиль руфь суламифь эсфирь юдифь рашель жизель нинель")

ENDINGS_STRESSED_IYA = ("ии", "ие", "ию", "иёй", "ие")
ENDINGS_SHORT_IYA = ("ии", "ие", "ию", "ией", "ие")
ENDINGS_A = ("ы", "е", "у", "ой", "е")
ENDINGS_A_AFTER_SIBILANT = ("и", "е", "у", "ей", "е")
ENDINGS_YA = ("и", "е", "ю", "ей", "е")
ENDINGS_I_KRATKOYE = ("я", "ю", "я", "ем", "е")
ENDINGS_ADJECTIVE_AFTER_VELAR = ("ого", "ому", "ого", "им", "ом")
ENDINGS_CONSONANT = ("а", "у", "а", "ом", "е")
