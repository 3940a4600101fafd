import DossierModel
import Testing

@testable import Extraction

@Suite struct PlaceNameTests {
  @Test(arguments: [
    ("I droni hanno colpito Goris, Sok e Jermuk, in Armenia.", "Sok", "Sotk", "AM"),
    ("Gli scontri in Ucraina vanno da Kramatosk a Bakhmut.", "Kramatosk", "Kramatorsk", "UA"),
    ("I carri armati sono entrati a Sloviansk, in Ucraina.", "Sloviansk", "Slovyansk", "UA"),
    ("A Tripoli, in Libano, la folla ha protestato.", "Tripoli", "Tripoli di Libano", "LB"),
    ("A Tripoli, in Libia, si combatte.", "Tripoli", "Tripoli", "LY"),
    ("I profughi arrivano a Leopoli.", "Leopoli", "Leopoli", "UA"),
    ("Gli aiuti per Bengasi sono fermi.", "Bengasi", "Bengasi", "LY"),
    ("Kyiv, Kharkiv e Odesa sono state colpite.", "Odesa", "Odessa", "UA"),
    ("La città di Homs è assediata. I ribelli siriani avanzano.", "Homs", "Homs", "SY"),
    (
      "Nella provincia di Idlib la tregua regge.", "provincia di Idlib", "Governatorato di Idlib",
      "SY"
    ),
    ("I carri armati avanzano nel Donetsk.", "Donetsk", "Oblast di Donetsk", "UA"),
    ("Nord Kivu, si spara a Sake, in Congo.", "Sake", "Sake", "CD"),
    ("Lungo il fiume Dnepr le difese reggono.", "fiume Dnepr", "Dnepr", "UA"),
    (
      "L’aereo è partito dall’aeroporto di Hostomel, in Ucraina.", "aeroporto di Hostomel",
      "Aeroporto di Hostomel", "UA"
    ),
    ("Il terremoto a L'Aquila ha ucciso trecento persone.", "L'Aquila", "L'Aquila", "IT"),
    ("I soldati sono a Castiglione dei Pepoli (BO).", "BO", "Provincia di Bologna", "IT"),
  ]) func resolves(_ text: String, _ form: String, _ name: String, _ country: String) {
    let place = Read(text).place(form)
    #expect(place?.name == name)
    #expect(place?.country == country)
    #expect(place?.latitude != nil)
  }

  @Test(arguments: [
    ("Il villaggio di Oe Htein Kwin, in Myanmar, è stato bombardato.", "Oe Htein Kwin"),
    ("Si combatte a Vattelapesca, in Ucraina.", "Vattelapesca"),
    ("L’ospedale al-Nau di Omdurman è senza corrente.", "ospedale al-Nau"),
  ]) func leavesUnresolved(_ text: String, _ form: String) {
    let read = Read(text)
    #expect(read.mention(form)?.label == .place)
    #expect(read.mention(form)?.resolution == .unresolved)
    #expect(read.place(form)?.latitude == nil)
  }

  @Test(arguments: [
    (
      "Il confine tra Libano e Israele è chiuso.", "confine tra Libano e Israele",
      "confine tra Israele e Libano", "border:IL-LB"
    ),
    (
      "La frontiera turco-siriana è chiusa.", "frontiera turco-siriana",
      "confine tra Siria e Turchia", "border:SY-TR"
    ),
    (
      "Scontri sulla linea di contatto armeno-azera.", "linea di contatto armeno-azera",
      "confine tra Armenia e Azerbaigian", "border:AM-AZ"
    ),
    (
      "Il confine Russia-Ucraina è minato.", "confine Russia-Ucraina",
      "confine tra Russia e Ucraina", "border:RU-UA"
    ),
  ]) func knowsBorders(_ text: String, _ form: String, _ name: String, _ key: String) {
    let place = Read(text).place(form)
    #expect(place?.name == name)
    #expect(place?.key == key)
    #expect(place?.kind == .border)
    #expect(place?.precision == 5)
  }

  @Test(arguments: [
    "Il confine libanese è chiuso.", "Siamo al confine tra la vita e la morte.",
    "La linea del Partito non cambia.", "Le relazioni armeno-azere peggiorano.",
  ]) func findsNoBorder(_ text: String) {
    #expect(!Read(text).reading.places.contains { $0.kind == .border })
  }

  @Test(arguments: [
    (
      "Denzel Washington ha girato un film.", "Denzel Washington",
      ArticleReading.Mention.Label.person
    ),
    ("Italia Viva ha votato contro.", "Italia Viva", .organization),
    ("Il ministro Milano ha smentito.", "Milano", .person),
    ("Il Napoli ha battuto il Milan.", "Napoli", .organization),
    ("La signora Florence è morta.", "Florence", .person),
  ]) func takesNoPersonOrPartyForAPlace(
    _ text: String, _ form: String, _ label: ArticleReading.Mention.Label
  ) {
    #expect(Read(text).mention(form)?.label == label)
  }

  @Test(arguments: [
    ("Mosca ha insistito.", "Mosca", "Russia"),
    ("Washington ha risposto.", "Washington", "Stati Uniti"),
    ("La risposta di Teheran non si è fatta attendere.", "Teheran", "Iran"),
    ("Le relazioni tra Ankara e Damasco restano tese.", "Ankara", "Turchia"),
    ("Teheran e Mosca sostengono il governo siriano.", "Teheran", "Iran"),
    ("Le sanzioni contro Minsk restano.", "Minsk", "Bielorussia"),
    ("Abu Dhabi ha respinto le accuse.", "Abu Dhabi", "Emirati Arabi Uniti"),
  ]) func takesASeatThatActsForItsState(_ text: String, _ form: String, _ state: String) {
    let read = Read(text)
    #expect(read.actor(form)?.name == state)
    #expect(read.mention(form)?.label == .place)
    #expect(read.mention(form)?.place == nil)
  }

  @Test(arguments: [
    ("Il treno da Mosca a Kiev non circola più.", "Mosca", "Mosca"),
    ("Il sindaco di Kiev ha parlato.", "Kiev", "Kiev"),
    ("Zelensky volerà a Washington.", "Washington", "Washington"),
    ("Kiev è stata colpita da tre missili.", "Kiev", "Kiev"),
    ("I ribelli marciano verso Damasco.", "Damasco", "Damasco"),
  ]) func takesASeatForATownElsewhere(_ text: String, _ form: String, _ name: String) {
    let read = Read(text)
    #expect(read.place(form)?.name == name)
    #expect(read.actor(form) == nil)
  }

  @Test func statesActAndArePlaces() {
    let read = Read("Gli Stati Uniti hanno protestato. L’Ue ha taciuto.")
    #expect(read.actor("Stati Uniti")?.key == "state:US")
    #expect(read.place("Stati Uniti")?.key == "country:US")
    #expect(read.place("Stati Uniti")?.precision == 6)
    #expect(read.actor("Ue")?.name == "Unione europea")
    #expect(read.mention("Ue")?.label == .place)
  }
}
