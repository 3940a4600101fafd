import DossierModel
import Testing

@testable import Extraction

/// The quantities of `text` that are more than an article, each as "words: low, high, qualifier".
func quantities(of text: String) throws -> [String] {
  let language = try #require(Language.italian)
  let tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
    .tokenize(ArticleText(text))
  return NumberReader(text: tokens, language: language).quantities()
    .filter { $0.wording != .article }
    .map { quantity in
      let (low, high) = (quantity.low.map(String.init), quantity.high.map(String.init))
      let bounds = low == high ? low ?? "?" : "\(low ?? "..")-\(high ?? "..")"
      return "\(tokens.string(quantity.tokens)): \(bounds) \(quantity.qualifier.rawValue)"
    }
}

@Suite struct NumbersTests {
  @Test(arguments: [
    ("Circa 30.000 persone", "Circa 30.000: 30000 about"),
    ("sono 1.234.567 gli sfollati", "1.234.567: 1234567 exact"),
    ("6,5 milioni di profughi", "6,5 milioni: 6500000 exact"),
    ("2,5 milioni", "2,5 milioni: 2500000 exact"),
    ("3 milioni", "3 milioni: 3000000 exact"),
    ("1.5 milioni di persone", "1.5 milioni: 1500000 exact"),
    ("20mila soldati", "20mila: 20000 exact"),
    ("20 mila soldati", "20 mila: 20000 exact"),
    ("2,5mila case", "2,5mila: 2500 exact"),
    ("30 000 abitanti", "30 000: 30000 exact"),
    ("30\u{202F}000 abitanti", "30\u{202F}000: 30000 exact"),
    ("30’000 abitanti", "30’000: 30000 exact"),
    ("30,000 persone", "30,000: 30000 exact"),
    ("due soldati", "due: 2 exact"),
    ("ventuno feriti", "ventuno: 21 exact"),
    ("ventitré feriti", "ventitré: 23 exact"),
    ("ventotto", "ventotto: 28 exact"),
    ("centottanta case", "centottanta: 180 exact"),
    ("centocinquanta morti", "centocinquanta: 150 exact"),
    ("duecentoquarantotto", "duecentoquarantotto: 248 exact"),
    ("tremila uomini", "tremila: 3000 exact"),
    ("ventunomila uomini", "ventunomila: 21000 exact"),
    ("millenovecentonovantanove", "millenovecentonovantanove: 1999 exact"),
    ("trecentomila", "trecentomila: 300000 exact"),
    ("un milione e mezzo di profughi", "un milione e mezzo: 1500000 exact"),
    ("due milioni e 300mila persone", "due milioni e 300mila: 2300000 exact"),
    ("mezzo milione di persone", "mezzo milione: 500000 about"),
    ("una dozzina di feriti", "una dozzina: 12 about"),
    ("più di una dozzina sono rimasti", "più di una dozzina: 12-.. at-least"),
    ("decine di morti", "decine: 20-.. at-least"),
    ("una decina di morti", "una decina: 10 about"),
    ("una ventina di case", "una ventina: 20 about"),
    ("una trentina", "una trentina: 30 about"),
    ("un centinaio di civili", "un centinaio: 100 about"),
    ("un migliaio di civili", "un migliaio: 1000 about"),
    ("centinaia di persone", "centinaia: 100-.. at-least"),
    ("alcune centinaia di persone", "alcune centinaia: 100-.. at-least"),
    ("qualche decina di persone", "qualche decina: 10-.. at-least"),
    ("migliaia di residenti", "migliaia: 1000-.. at-least"),
    ("decine di migliaia di case", "decine di migliaia: 20000-.. at-least"),
    ("centinaia di migliaia", "centinaia di migliaia: 100000-.. at-least"),
    ("decine e decine di arresti", "decine e decine: 20-.. at-least"),
    ("milioni di persone", "milioni: 1000000-.. at-least"),
    ("due dozzine di razzi", "due dozzine: 24 about"),
    ("un paio di colpi", "un paio: 2 about"),
    ("mezza dozzina di colpi", "mezza dozzina: 6 about"),
    ("Più di 6.500 persone", "Più di 6.500: 6500-.. at-least"),
    ("oltre 100.000 persone", "oltre 100.000: 100000-.. at-least"),
    ("oltre i 300 morti", "oltre i 300: 300-.. at-least"),
    ("almeno tre morti", "almeno tre: 3-.. at-least"),
    ("non meno di 40 razzi", "non meno di 40: 40-.. at-least"),
    ("ben oltre cento", "ben oltre cento: 100-.. at-least"),
    ("20 o più feriti", "20 o più: 20-.. at-least"),
    ("intorno ai 200 uomini", "intorno ai 200: 200 about"),
    ("pressappoco 50", "pressappoco 50: 50 about"),
    ("50 circa", "50 circa: 50 about"),
    ("circa una dozzina", "circa una dozzina: 12 about"),
    ("quasi 400 morti", "quasi 400: ..-400 about"),
    ("fino a 30 razzi", "fino a 30: ..-30 about"),
    ("meno di dieci uomini", "meno di dieci: ..-10 about"),
    ("non più di 15 uomini", "non più di 15: ..-15 about"),
    ("tra 20 e 30 morti", "tra 20 e 30: 20-30 exact"),
    ("fra i 200 e i 300 morti", "fra i 200 e i 300: 200-300 exact"),
    ("tra 2 e 3 milioni di sfollati", "tra 2 e 3 milioni: 2000000-3000000 exact"),
    ("da 15mila a 20mila uomini", "da 15mila a 20mila: 15000-20000 exact"),
    ("20-30 miliziani", "20-30: 20-30 exact"),
    ("due o tre esplosioni", "due o tre: 2-3 exact"),
    ("circa 20-30 miliziani", "circa 20-30: 20-30 about"),
    ("alcuni soldati", "alcuni: ? unspecified"),
    ("un numero imprecisato di forze", "un numero imprecisato di: ? unspecified"),
    ("numerosi feriti", "numerosi: ? unspecified"),
    ("parecchie vittime", "parecchie: ? unspecified"),
    ("nessuna vittima", "nessuna: 0 exact"),
    ("entrambi i piloti", "entrambi: 2 exact"),
  ]) func reads(_ text: String, _ expected: String) throws {
    #expect(try quantities(of: text).first == expected)
  }

  @Test(arguments: [
    "il 70% dei voti", "il 2 per cento dei voti", "tra il 3 e il 5 per cento", "alle 9:10",
    "alle ore 9.10", "l'articolo 5 del trattato", "la risoluzione n. 2254", "un Boeing 737",
    "il vertice del G7", "un F-16 e un T-72", "una 16enne", "il numero +39 06 4567",
    "il secondo fronte", "il tremito e la seicentesca villa", "una causa seria", "centro e unione",
    "la trentunesima brigata", "il Novecentista", "oltre il confine", "fino a Kiev",
    "più di Mosca", "tra Roma e Parigi", "quasi certamente",
  ]) func leavesAlone(_ text: String) throws {
    #expect(try quantities(of: text) == [])
  }

  @Test func survivesWhatIsNoNumber() throws {
    for text in [
      "9999999999999999999999", "1.2.3.4,5", "0", "00", "9.999.999.999.999.999.999 milioni",
      "milioni milioni milioni", "e", "tra", "un", "circa circa circa", "mille mila mille",
      String(repeating: "cento", count: 100),
    ] { _ = try quantities(of: text) }
  }
}
