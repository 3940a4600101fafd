import DossierModel

/// The words in which the head and the foot of an article state where, when and by whom it was
/// published, in Italian and English, folded to lower-case ASCII.
enum HeadWords {
  private static let months: [String: Int] = {
    let names = [
      ["gennaio", "gen", "genn", "january", "jan"], ["febbraio", "feb", "febb", "february"],
      ["marzo", "mar", "march"], ["aprile", "apr", "april"], ["maggio", "mag", "magg", "may"],
      ["giugno", "giu", "june", "jun"], ["luglio", "lug", "lugl", "july", "jul"],
      ["agosto", "ago", "ag", "august", "aug"],
      ["settembre", "set", "sett", "september", "sep", "sept"],
      ["ottobre", "ott", "october", "oct"], ["novembre", "nov", "november"],
      ["dicembre", "dic", "december", "dec"],
    ]
    var table: [String: Int] = [:]
    for (i, forms) in names.enumerated() { for form in forms { table[form] = i + 1 } }
    return table
  }()

  private static let weekdays: Set<String> = [
    "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "lun", "mar",
    "mer", "gio", "ven", "sab", "dom", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday",
  ]

  /// Words that introduce the date of publication.
  static let published: Set<String> = [
    "date", "data", "pubblicato", "pubblicata", "pubblicazione", "published", "posted",
  ]
  /// Words that introduce the date of a later change.
  static let changed: Set<String> = [
    "aggiornato", "aggiornata", "aggiornamento", "modificato", "modifica", "updated",
  ]
  /// Words that may stand between such a word and its date.
  static let links: Set<String> = [
    "il", "in", "di", "del", "dell", "data", "alle", "ore", "ora", "on", "at", "h", "ultimo",
    "ultima", "last", "lo",
  ]

  /// Words that introduce the author.
  static let by: Set<String> = ["di", "by"]
  /// Small words inside names of people.
  static let particles: Set<String> = [
    "de", "di", "del", "della", "dei", "degli", "dello", "da", "dal", "dalla", "van", "von", "der",
    "den", "al", "el", "bin", "ibn", "d", "la", "le", "lo", "ter",
  ]
  /// Small words inside names of places.
  static let placeParticles: Set<String> = [
    "di", "del", "della", "dei", "de", "da", "dal", "al", "el", "as", "sul", "sulla", "in", "do",
    "d", "a", "upon", "of", "e",
  ]
  /// Words that start a sentence and name nothing by themselves.
  static let openers: Set<String> = [
    "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "nel", "nella", "nello", "nei",
    "negli", "nelle", "al", "allo", "alla", "ai", "agli", "alle", "dal", "dallo", "dalla", "dai",
    "dagli", "dalle", "del", "dello", "della", "dei", "degli", "delle", "sul", "sulla", "sui",
    "sulle", "di", "a", "da", "in", "con", "su", "per", "tra", "fra", "e", "ed", "o", "ma", "se",
    "non", "si", "che", "chi", "come", "dove", "quando", "quanto", "anche", "ancora", "dopo",
    "prima", "oggi", "ieri", "domani", "ora", "ormai", "poi", "intanto", "tuttavia", "secondo",
    "durante", "mentre", "sono", "ha", "hanno", "ci", "questo", "questa", "quello", "quella",
    "nessuno", "nessun", "nessuna", "ecco", "the", "an",
  ]
  /// What a byline says in the place of a name.
  static let desk: Set<String> = ["redazione", "redazionale"]
  /// Words with which a claim of rights starts.
  static let rights = [
    "riproduzione riservata", "riproduzione vietata", "tutti i diritti", "all rights reserved",
    "copyright", "diritti riservati", "c copyright",
  ]
  /// Words that, before a colon, say where a text or picture comes from.
  static let credits: Set<String> = [
    "foto", "photo", "fonte", "source", "credits", "crediti", "immagine", "video",
  ]
  /// Signs between parentheses that close a report or say that it goes on.
  static let closings: Set<String> = [
    "segue", "fine", "continua", "res", "red", "nota", "ndr", "mf", "ats",
  ]

  /// The number of the month that `word` names, 1 to 12.
  static func month(_ word: String) -> Int? { months[word] }
  /// Whether `word` names a day of the week.
  static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }
}
