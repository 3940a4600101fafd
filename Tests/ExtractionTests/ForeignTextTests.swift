import DossierModel
import Testing

@testable import Extraction

@Suite struct ForeignTextTests {
  private func judge(_ text: String) throws -> LanguageProfiles.Judgement {
    let language = try #require(Language.italian)
    let tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
      .tokenize(ArticleText(text))
    return language.profiles.judge(tokens, 0..<tokens.count) { language.verbs.contains($0) }
  }

  @Test(arguments: [
    ("en", "The government said on Monday that it would not negotiate with the rebels."),
    ("en", "We will not surrender to anyone."),
    ("en", "Russia is ready to resume talks on the export of grain from the port of Odessa."),
    (
      "fr",
      "Le gouvernement a annoncé mardi que les négociations avec les rebelles sont suspendues."
    ),
    ("fr", "Nous ne céderons pas devant la violence."),
    ("es", "El gobierno dijo el lunes que no va a negociar con los rebeldes en la capital."),
    ("es", "No vamos a permitir que el enemigo entre en la ciudad."),
    ("pt", "O governo disse que não vai negociar com os rebeldes depois dos ataques na capital."),
    ("de", "Die Regierung hat am Montag erklärt, dass sie nicht mit den Rebellen verhandeln wird."),
    ("de", "Wir werden uns nicht ergeben, und wir haben keine Angst."),
    ("nl", "De regering heeft maandag gezegd dat zij niet met de rebellen wil onderhandelen."),
    (
      "ro",
      "Guvernul a anunțat luni că nu va negocia cu rebelii care au atacat orașul după armistițiu."
    ),
    (
      "pl",
      "Rząd powiedział w poniedziałek, że nie będzie rozmawiać z rebeliantami, którzy są w mieście."
    ),
    ("ru", "Правительство заявило в понедельник, что оно не будет вести переговоры с повстанцами."),
    ("uk", "Уряд заявив у понеділок, що не буде вести переговори з тими, які прийшли зі зброєю."),
    (
      "ar", "قالت الحكومة يوم الاثنين إنها لن تتفاوض مع المتمردين في العاصمة بعد الهجوم على المدينة"
    ),
    (
      "tr",
      "Hükümet pazartesi günü isyancılar ile görüşme olmayacak dedi ve bu karar çok önemli, daha sonra açıklama yok."
    ),
  ]) func tellsAnotherLanguage(_ code: String, _ text: String) throws {
    let judgement = try judge(text)
    #expect(judgement.isForeign)
    #expect(judgement.code == code)
  }

  @Test(arguments: [
    "Lunedì il governo ha detto che non tratterà con i ribelli.",
    "Volodymyr Zelensky, Ursula von der Leyen, Emmanuel Macron e Olaf Scholz a Kiev.",
    "Il New York Times titola: The end of the war as we know it.",
    "Lo scrive il Wall Street Journal nell'inchiesta The Making of the Deal.",
    "Black Lives Matter, Fridays for Future e Extinction Rebellion in piazza.",
    "Human Rights Watch e Médecins sans Frontières denunciano.",
    "No comment.", "We can!", "Allons enfants de la Patrie", "Viva la muerte",
    "Mohammed bin Salman bin Abdulaziz al-Saud e Mohammed bin Zayed al-Nahyan",
    "Spari nella notte a Sheikh Jarrah, tre feriti.",
    "Razzi su Kiev.", "Colpito il porto di Odessa.",
    "Di Maio: avanti con le sanzioni contro Mosca.",
    "Il raid ha colpito una base della Royal Air Force a Akrotiri.",
    "Putin: no a trattative.", "San José, El Salvador, Los Angeles, Las Vegas, La Paz",
    "Si vis pacem, para bellum.", "Il premier de facto di Tripoli è tornato in città.",
    "14:35 15:10 16:20 17:30 18:40 19:50",
    "Der Spiegel, Die Zeit e Das Bild ne parlano in prima pagina.",
    "Foreign fighters, contractor e droni: come cambia la guerra.",
  ]) func leavesItalianAlone(_ text: String) throws { #expect(try !judge(text).isForeign) }

  private func read(_ text: String) -> ArticleReading {
    Extractor().read(
      Article(id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    )
  }

  @Test func readsNothingFromAForeignArticle() {
    let reading = read(
      """
      The war in Ukraine

      The Ukrainian president Volodymyr Zelensky said on Monday that the army would not leave Kiev. "We will \
      fight until the end", he told reporters in Odessa on 3 May 2022.

      Russia denied that it had attacked the port.
      """)
    #expect(!reading.isAnalyzed)
    #expect(reading.language == "en")
    #expect(reading.paragraphs.count == 3)
    #expect(reading.mentions.isEmpty && reading.dates.isEmpty && reading.quotations.isEmpty)
    #expect(reading.events.isEmpty)
  }

  @Test(arguments: [
    "Президент Украины Владимир Зеленский заявил, что Россия не будет контролировать Одессу.",
    "The president of Ukraine, Volodymyr Zelensky, said that on 3 May 2022 the army had left Odessa.",
    "Le président Volodymyr Zelensky a dit que l'armée ne quittera pas Odessa et que la guerre est là.",
    "El presidente Volodymyr Zelensky dijo que el ejército no dejará la ciudad de Odessa en mayo.",
    "Präsident Volodymyr Zelensky sagte, dass die Armee nicht aus Odessa abgezogen wird.",
    "قال الرئيس فولوديمير زيلينسكي إن الجيش لن يغادر أوديسا في هذه الحرب",
  ]) func leavesAForeignParagraphAlone(_ passage: String) {
    let reading = read(
      "Il ministro Guido Crosetto ha parlato a Roma.\n\n\(passage)\n\nPoi è partito per Berlino nel 2021."
    )
    #expect(reading.isAnalyzed)
    #expect(reading.language == nil)
    let text = ArticleText(
      "Il ministro Guido Crosetto ha parlato a Roma.\n\n\(passage)\n\nPoi è partito per Berlino nel 2021."
    )
    let names = reading.mentions.map { text[$0.span] }
    #expect(names.contains("Roma") && names.contains("Berlino"))
    #expect(!names.contains { $0.contains("Odessa") || $0.contains("Zelensky") })
    #expect(reading.dates.map { text[$0.span] } == ["nel 2021"])
  }

  @Test func readsNoNameFromAForeignQuotation() {
    let source =
      "«The army of Russia will not leave Odessa on 3 May 2022», ha detto il ministro Guido Crosetto a Roma."
    let reading = read(source)
    let text = ArticleText(source)
    #expect(reading.mentions.map { text[$0.span] } == ["Guido Crosetto", "Roma"])
    #expect(reading.dates.isEmpty)
    #expect(reading.quotations.count == 1)
  }
}
