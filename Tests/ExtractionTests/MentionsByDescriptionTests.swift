import DossierModel
import Testing

@testable import Extraction

@Suite struct DescriptionTests {
  @Test(arguments: [
    (
      "Un alto diplomatico ha parlato. Il diplomatico ha detto che tutto è fermo.", "diplomatico",
      "alto diplomatico"
    ),
    (
      "Un alto diplomatico ha parlato. Secondo l’inviato, servono garanzie.", "inviato",
      "alto diplomatico"
    ),
    (
      "Un funzionario dell’Onu ha detto di no. Il funzionario ha poi taciuto.", "funzionario",
      "funzionario dell’Onu"
    ),
    (
      "Un funzionario dell’Onu tace. Un funzionario americano parla. Il funzionario americano esce.",
      "funzionario americano", "funzionario americano"
    ),
    (
      "Il presidente russo Vladimir Putin è a Sochi. Il presidente ha escluso una tregua.",
      "presidente", "Vladimir Putin"
    ),
    (
      "Il primo ministro armeno Nikol Pashinyan è a Parigi. Il premier partirà domani.", "premier",
      "Nikol Pashinyan"
    ),
    (
      "Il presidente russo Vladimir Putin e il presidente turco Recep Tayyip Erdogan si sono visti. "
        + "Il presidente turco ha mediato.", "presidente turco", "Recep Tayyip Erdogan"
    ),
    (
      "La premier Giorgia Meloni è a Kiev. Il premier ucraino Denys Shmyhal l’ha accolta. "
        + "La premier ha promesso aiuti.", "premier", "Giorgia Meloni"
    ),
    (
      "Il ministro degli Esteri russo Sergej Lavrov e il ministro della Difesa Sergej Shoigu sono a "
        + "Pechino. Il ministro degli Esteri ha parlato.", "ministro degli Esteri", "Sergej Lavrov"
    ),
    (
      "Volodymyr Zelensky, presidente ucraino, è a Washington. Il leader ucraino chiede missili.",
      "leader ucraino", "Volodymyr Zelensky"
    ),
    (
      "Il ministro degli Esteri turco Hakan Fidan è a Doha. Il capo della diplomazia turca tace.",
      "capo della diplomazia turca", "Hakan Fidan"
    ),
    (
      "Il portavoce del Cremlino Dmitry Peskov ha negato. Il portavoce ha parlato di provocazione.",
      "portavoce", "Dmitry Peskov"
    ),
    (
      "Il portavoce Dmitry Peskov ha negato. Un portavoce dell’esercito israeliano conferma. "
        + "Il portavoce ha aggiunto altro.", "portavoce", "portavoce dell’esercito israeliano"
    ),
    (
      "Il ministro degli Esteri indonesiano Retno Marsudi è a Doha. La ministra partirà domani.",
      "ministra", "Retno Marsudi"
    ),
  ]) func resolves(_ text: String, _ form: String, _ name: String) {
    let read = Read(text)
    #expect(read.actor(form)?.name == name)
    #expect(read.mention(form)?.resolution == .description)
  }

  @Test(arguments: [
    (
      "Il presidente russo Vladimir Putin tace. Il presidente ucraino parla.", "presidente ucraino",
      "Vladimir Putin"
    ),
    ("L’ex presidente Donald Trump tace. Il presidente ha firmato.", "presidente", "Donald Trump"),
    (
      "Il ministro della Difesa russo Sergej Shoigu tace. Il ministro degli Esteri parla.",
      "ministro degli Esteri", "Sergej Shoigu"
    ),
    (
      "Il viceministro degli Esteri russo Mikhail Galuzin tace. Il ministro parla.", "ministro",
      "Mikhail Galuzin"
    ),
    ("La premier Giorgia Meloni tace. Il premier parla.", "premier", "Giorgia Meloni"),
    (
      "Un funzionario dell’Onu tace. Un funzionario americano parla.", "funzionario americano",
      "funzionario dell’Onu"
    ),
    (
      "Il presidente del Consiglio europeo Charles Michel tace. Il presidente russo parla.",
      "presidente russo", "Charles Michel"
    ),
  ]) func doesNotResolve(_ text: String, _ form: String, _ other: String) {
    #expect(Read(text).actor(form)?.name != other)
  }

  @Test(arguments: [
    ("Un alto diplomatico a conoscenza di tutto ha parlato.", ["alto diplomatico"]),
    (
      "Un portavoce del Dipartimento di Stato americano ha taciuto.",
      ["portavoce del Dipartimento di Stato americano"]
    ),
    ("Fonti della sicurezza hanno riferito di tre arresti.", ["fonti della sicurezza"]),
    ("Secondo alcuni testimoni, gli spari sono durati un’ora.", ["testimoni"]),
    ("Il governo ha inviato rinforzi al confine.", ["governo"]),
    ("I fondi diplomatici sono finiti.", []), ("Il numero dei morti sale a cento.", []),
    ("La dichiarazione ufficiale è attesa.", []), ("Tre soldati sono stati feriti.", []),
    ("La Russia ha delegato la questione.", []),
  ]) func opensAnonymousActors(_ text: String, _ expected: [String]) {
    let anonymous = Read(text).reading.actors.filter { $0.kind == .anonymous }.map(\.name)
    #expect(anonymous == expected)
  }
}
