import DossierModel
import Testing

@testable import Extraction

/// A document of `text`.
func document(_ text: String) throws -> Document {
  let language = try #require(Language.italian)
  let article = Article(
    id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  return Document(article: article, language: language)
}

/// The verb groups of `text`: words, base form of the main verb and what is special about each.
func verbGroups(_ text: String) throws -> [String] {
  let language = try #require(Language.italian)
  let document = try document(text)
  return document.verbGroups.map { group in
    var marks: [String] = [language.verbs.lemma(group.verb)]
    switch group.mood {
    case .indicative: break
    default: marks.append("\(group.mood)")
    }
    marks.append("\(group.tense)")
    if group.voice != .active { marks.append("\(group.voice)") }
    if group.isNegated { marks.append("negated") }
    if group.isProgressive { marks.append("progressive") }
    if group.isCausative { marks.append("causative") }
    if let modal = group.modal { marks.append(language.verbs.lemma(modal)) }
    return document.tokens.string(group.tokens) + " = " + marks.joined(separator: " ")
  }
}

@Suite struct VerbLexiconTests {
  @Test(arguments: [
    ("dichiarò", "dichiarare"), ("dissero", "dire"), ("ribadisce", "ribadire"),
    ("negheranno", "negare"), ("lancerebbe", "lanciare"), ("mantengono", "mantenere"),
    ("ucciso", "uccidere"), ("distrutte", "distruggere"), ("sostenne", "sostenere"),
    ("inviino", "inviare"), ("coinvolse", "coinvolgere"), ("morrà", nil), ("tavolo", nil),
    ("ammisero", "ammettere"), ("proponga", "proporre"), ("scomparve", "scomparire"),
    ("interruppero", "interrompere"), ("soggiunse", "soggiungere"), ("vivrà", "vivere"),
    ("rimarrebbe", "rimanere"), ("esplosero", "esplodere"), ("conquistarono", "conquistare"),
  ]) func knows(_ form: String, _ lemma: String?) throws {
    let language = try #require(Language.italian)
    let readings = language.verbs.readings(language.lexemes.id(form))
    #expect(readings.first.map { language.verbs.lemma($0.verb) } == lemma)
  }

  @Test func hasEveryVerbOnce() throws {
    let verbs = try #require(Language.italian).verbs
    #expect(verbs.count > 1500)
    #expect(Set(verbs.lemmas).count == verbs.count)
  }
}

@Suite struct VerbGroupTests {
  @Test(arguments: [
    ("Il ministro lo ha detto.", ["lo ha detto = dire perfect"]),
    ("L’ha riferito l’agenzia.", ["L’ha riferito = riferire perfect"]),
    ("Il premier ha poi anche aggiunto altro.", ["ha poi anche aggiunto = aggiungere perfect"]),
    ("L'esercito ha, inoltre, precisato.", ["ha, inoltre, precisato = precisare perfect"]),
    ("La città è stata conquistata.", ["è stata conquistata = conquistare perfect passive"]),
    ("I soldati sono stati uccisi.", ["sono stati uccisi = uccidere perfect passive"]),
    ("Il capo viene arrestato.", ["viene arrestato = arrestare present passive"]),
    ("I ribelli vennero respinti.", ["vennero respinti = respingere past passive"]),
    ("Le truppe sono arrivate.", ["sono arrivate = arrivare perfect"]),
    ("I negoziati non si sono tenuti.", ["non si sono tenuti = tenere perfect reflexive negated"]),
    ("Il gruppo si è arreso.", ["si è arreso = arrendere perfect reflexive"]),
    ("L’agenzia ha fatto sapere.", ["ha fatto sapere = sapere perfect causative"]),
    ("Il Cremlino fa sapere altro.", ["fa sapere = sapere present causative"]),
    ("Le truppe stanno avanzando.", ["stanno avanzando = avanzare present progressive"]),
    ("La tregua può durare.", ["può durare = durare present potere"]),
    (
      "Kiev non vuole arrendersi.",
      ["non vuole arrendersi = arrendere present reflexive negated volere"]
    ),
    ("Il raid avrebbe ucciso il leader.", ["avrebbe ucciso = uccidere conditional perfect"]),
    ("Sarebbero morte tre persone.", ["Sarebbero morte = morire conditional perfect"]),
    ("Sarebbe stato ucciso.", ["Sarebbe stato ucciso = uccidere conditional perfect passive"]),
    ("Aveva promesso aiuti.", ["Aveva promesso = promettere pluperfect"]),
    ("Disse che restava.", ["Disse = dire past", "restava = restare imperfect"]),
    (
      "Gli Usa si sono detti preoccupati.",
      [
        "si sono detti = dire perfect reflexive",
        "preoccupati = preoccupare participle perfect passive",
      ]
    ),
    (
      "Chiede di fermarsi aggiungendo altro.",
      [
        "Chiede = chiedere present", "fermarsi = fermare infinitive present reflexive",
        "aggiungendo = aggiungere gerund present",
      ]
    ),
    (
      "Nega di aver attaccato.",
      [
        "Nega = negare present", "aver attaccato = attaccare infinitive perfect",
      ]
    ),
    (
      "È accusato di averli uccisi.",
      [
        "È accusato = accusare present passive", "averli uccisi = uccidere infinitive perfect",
      ]
    ),
    ("Ha dovuto lasciare il paese.", ["Ha dovuto lasciare = lasciare perfect dovere"]),
    ("Il cessate il fuoco mediato dal Qatar.", ["mediato = mediare participle perfect passive"]),
    ("Si legge nella nota.", ["Si legge = leggere present reflexive"]),
    ("Lo conferma il ministro.", ["Lo conferma = confermare present"]),
    (
      "Teme che Israele attacchi.",
      [
        "Teme = temere present", "attacchi = attaccare subjunctive present",
      ]
    ),
    ("Uccise tre soldati.", ["Uccise = uccidere past"]),
    ("L’Iran minaccia ritorsioni.", ["minaccia = minacciare present"]),
    ("Mosca accusa Kiev.", ["accusa = accusare present"]),
    ("Il governo denuncia nuovi raid.", ["denuncia = denunciare present"]),
    ("Che cosa ha mai detto?", ["ha mai detto = dire perfect"]),
  ]) func finds(_ text: String, _ expected: [String]) throws {
    let found = try verbGroups(text)
    #expect(found == expected)
  }

  @Test(arguments: [
    "La denuncia del ministro.", "Una nuova minaccia per la pace.", "Dopo l’attacco di ieri.",
    "Le accuse di Mosca a Kiev.", "Lo stato di emergenza.", "La conferma dalle autorità.",
    "In corso, di fatto, la resa.", "Gli attacchi contro i porti.", "Due feriti e tre morti.",
    "Il comunicato stampa del governo.", "Nella parte orientale della zona.", "Scontri e arresti.",
    "Il presidente Conte con la signora Parla.", "La sede della Nato.", "I punti dell’intesa.",
    "La prima visita di Stato.", "Sia il governo sia i ribelli.",
  ]) func leavesNounsAlone(_ text: String) throws {
    let found = try verbGroups(text)
    #expect(found.isEmpty)
  }
}
