import DossierModel
import Testing

@testable import Extraction

/// What is read in an article that consists of `text`.
func reading(of text: String, publisher: String? = nil) -> ArticleReading {
  var article = Article(
    id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  article.publisher = publisher
  return Extractor().read(article)
}

/// A reading with its words, asked for in the terms of a specification.
struct Read {
  let text: ArticleText
  let reading: ArticleReading

  init(_ text: String) {
    self.text = ArticleText(text)
    reading = Extractor().read(
      Article(id: .init("a"), file: "a.txt", text: self.text, sha256: ContentHash(of: text)))
  }

  /// The words of the names with `label`, in order; descriptions and pronouns are none.
  func names(_ label: ArticleReading.Mention.Label) -> [String] {
    reading.mentions.filter {
      $0.label == label && $0.resolution != .description && $0.resolution != .pronoun
    }.map { text[$0.span] }
  }

  /// The words of all names, each with the first letter of its label.
  var names: [String] {
    reading.mentions.filter { $0.resolution != .description && $0.resolution != .pronoun }.map {
      "\($0.label.rawValue.prefix(1)) \(text[$0.span])"
    }
  }

  /// The last mention with these words.
  func mention(_ form: String) -> ArticleReading.Mention? {
    reading.mentions.last { text[$0.span] == form }
  }

  /// The actor of the last mention with these words.
  func actor(_ form: String) -> ArticleReading.Actor? {
    mention(form)?.actor.map { reading.actors[$0] }
  }

  /// The place of the last mention with these words.
  func place(_ form: String) -> ArticleReading.Place? {
    mention(form)?.place.map { reading.places[$0] }
  }
}

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Il presidente russo Vladimir Putin ha firmato il decreto.", ["Vladimir Putin"]),
    ("L’ex ministro della Difesa ucraino Oleksii Reznikov si è dimesso.", ["Oleksii Reznikov"]),
    ("La premier Giorgia Meloni è partita per Tunisi.", ["Giorgia Meloni"]),
    ("Il generale Haftar controlla l’est della Libia.", ["Haftar"]),
    ("Il colonnello Assimi Goïta ha preso il potere in Mali.", ["Assimi Goïta"]),
    ("Ursula von der Leyen ha incontrato Abiy Ahmed.", ["Ursula von der Leyen", "Abiy Ahmed"]),
    ("Il senatore John D. Rockefeller Jr. ha votato contro.", ["John D. Rockefeller Jr"]),
    ("Il giudice Karim A. A. Khan ha chiesto un mandato.", ["Karim A. A. Khan"]),
    ("Don Luigi Ciotti e suor Rosanna Favero hanno firmato.", ["Luigi Ciotti", "Rosanna Favero"]),
    ("Il segretario generale della Nato Jens Stoltenberg ha parlato.", ["Jens Stoltenberg"]),
    ("Secondo il ministro degli Esteri, Sergej Lavrov, il piano è morto.", ["Sergej Lavrov"]),
    ("Il leader di Hezbollah Hassan Nasrallah ha minacciato una risposta.", ["Hassan Nasrallah"]),
    ("Il ministro della Salute di Gaza Ashraf al-Qudra ha parlato.", ["Ashraf al-Qudra"]),
    ("Il re Abdullah II di Giordania ha ricevuto il premier.", ["Abdullah II"]),
    ("Il sindaco di Kiev Vitali Klitschko ha confermato.", ["Vitali Klitschko"]),
    (
      "Il presidente Usa Joe Biden ha telefonato a Benjamin Netanyahu.",
      ["Joe Biden", "Benjamin Netanyahu"]
    ),
    ("La moglie di Navalny ha parlato a Bruxelles.", ["Navalny"]),
    ("L’ambasciatrice Linda Thomas-Greenfield ha posto il veto.", ["Linda Thomas-Greenfield"]),
    ("È arrivato a Ivrea il Primo Ministro David Cameron.", ["David Cameron"]),
    ("Il governo Prodi è caduto.", ["Prodi"]),
    ("Il portavoce Stéphane Dujarric ha letto la nota.", ["Stéphane Dujarric"]),
    ("Ha risposto Abu Mohammad al-Jolani, capo dei ribelli.", ["Abu Mohammad al-Jolani"]),
    ("Il premier vedrà Macron.", ["Macron"]),
  ]) func finds(_ text: String, _ expected: [String]) {
    #expect(Read(text).names(.person) == expected)
  }

  @Test(arguments: [
    "Il Presidente ha incontrato il Ministro.", "La Guerra Fredda è finita da tempo.",
    "Il Natale a Betlemme è stato cancellato.", "Domenica le urne resteranno aperte fino alle 23.",
    "Il secondo attacco ha colpito la periferia.", "Il film Apocalypse Now torna nelle sale.",
    "Il missile Iskander ha colpito un magazzino.", "La portaerei Eisenhower è nel Mar Rosso.",
    "L’operazione “Spade di ferro” continua.", "Gli anni Ottanta furono difficili.",
    "Dio è grande, hanno gridato i manifestanti.",
    "Il Paese è in ginocchio e lo Stato non risponde.",
    "Secondo il rapporto, i morti sono trecento.", "Purtroppo la tregua non ha retto.",
    "Le Istituzioni non hanno risposto.", "I due Paesi hanno ripreso i colloqui.",
    "Ha vinto il Premio Nobel per la Pace.", "La Russia ha inviato Mosca-1 nello spazio.",
    "Vittoria a metà per i ribelli.", "Sale la tensione al confine.",
    "Marina militare e aviazione sono in allerta.", "La Costituzione vieta il terzo mandato.",
    "Disse di no, senza dare numeri.", "Effettivamente la situazione è grave.",
  ]) func leavesAlone(_ text: String) {
    #expect(Read(text).names(.person) == [])
  }

  @Test(arguments: [
    (
      "Abdel Fattah al-Burhan ha parlato. Burhan ha poi lasciato la sala.", "Burhan",
      "Abdel Fattah al-Burhan"
    ),
    (
      "Anthony Blinken è atteso a Tel Aviv. Antony Blinken vedrà gli ostaggi.", "Antony Blinken",
      "Anthony Blinken"
    ),
    ("Nelson Mandela fu liberato. Mandela divenne presidente.", "Mandela", "Nelson Mandela"),
    (
      "Mohamed Hamdan Dagalo, detto Hemedti, guida i paramilitari.", "Hemedti",
      "Mohamed Hamdan Dagalo"
    ),
    (
      "Ahmed al-Sharaa, già noto come Abu Mohammad al-Jolani, ha vinto.", "Abu Mohammad al-Jolani",
      "Ahmed al-Sharaa"
    ),
    ("Nikol Pashinyan è a Parigi. Pashinian vedrà il presidente.", "Pashinian", "Nikol Pashinyan"),
    (
      "PUTIN RICEVE I LEADER AFRICANI\nIl presidente Vladimir Putin ha accolto i leader.", "PUTIN",
      "Vladimir Putin"
    ),
    (
      "Netanyahu: «Siamo in guerra»\nIl premier Benjamin Netanyahu ha parlato.", "Netanyahu",
      "Benjamin Netanyahu"
    ),
  ]) func ties(_ text: String, _ form: String, _ name: String) {
    #expect(Read(text).actor(form)?.name == name)
  }

  @Test func keepsTwoOfOneSurnameApart() {
    let read = Read("Mario Bianchi e Luca Bianchi sono stati liberati. Bianchi sta bene.")
    #expect(read.reading.actors.map(\.name) == ["Mario Bianchi", "Luca Bianchi"])
    #expect(read.mention("Bianchi")?.actor == nil)
    #expect(read.mention("Bianchi")?.resolution == .unresolved)
  }

  @Test(arguments: [
    (
      "Il presidente russo Vladimir Putin ha parlato.", "Vladimir Putin", ["presidente russo"], "RU"
    ),
    (
      "L’ex ministro della Difesa ucraino Oleksii Reznikov tace.", "Oleksii Reznikov",
      ["ex ministro della Difesa ucraino"], "UA"
    ),
    (
      "C’era Louis Bono, consigliere senior di Washington per i negoziati.", "Louis Bono",
      ["consigliere senior di Washington"], "US"
    ),
    (
      "È arrivato Igor Khovaev, che funge da inviato speciale del presidente.", "Igor Khovaev",
      ["inviato speciale"], nil
    ),
    (
      "Il generale Peter Cirimwami, governatore militare del Nord Kivu, è morto.",
      "Peter Cirimwami", ["generale", "governatore militare del Nord Kivu"], nil
    ),
    (
      "Il portavoce del Cremlino Dmitry Peskov ha smentito.", "Dmitry Peskov",
      ["portavoce del Cremlino"], "RU"
    ),
    ("La Russia ha inviato Igor Khovaev.", "Igor Khovaev", [], nil),
    (
      "Il ministro degli Esteri indonesiano Retno Marsudi è a Doha.", "Retno Marsudi",
      ["ministro degli Esteri indonesiano"], "ID"
    ),
  ]) func recordsRoles(
    _ text: String, _ person: String, _ roles: [String], _ country: String?
  ) {
    let actor = Read(text).actor(person)
    #expect(actor?.roles.map(\.text) == roles)
    if let country { #expect(actor?.country == country) }
  }

  @Test(arguments: [
    ("La premier Giorgia Meloni ha parlato.", "Giorgia Meloni", "feminine"),
    ("Il presidente Vladimir Putin ha parlato.", "Vladimir Putin", "masculine"),
  ]) func knowsGender(_ text: String, _ person: String, _ gender: String) {
    #expect(Read(text).actor(person)?.agreement.gender?.rawValue == gender)
  }
}
