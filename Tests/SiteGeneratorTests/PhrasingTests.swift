import DossierModel
import Testing

@testable import SiteGenerator

@Suite struct ItalianPhrasingTests {
  let italian = ItalianPhrasing()

  @Test(arguments: [
    ("2022-09-13", "13 settembre 2022"),
    ("2022-09-01", "1º settembre 2022"),
    ("2023-09", "settembre 2023"),
    ("2020", "2020"),
    ("2020~", "2020 circa"),
    ("2022-09-13?", "13 settembre 2022 (data incerta)"),
    ("198X", "anni Ottanta"),
    ("192X", "anni Venti del Novecento"),
    ("202X", "anni Venti del Duemila"),
    ("200X", "anni Duemila"),
    ("19XX", "XX secolo"),
    ("2022-21", "primavera 2022"),
    ("2022-09-13T00:05:00+04:00", "13 settembre 2022, alle 00:05 (ora locale, UTC+4)"),
    ("2022-09-13T05:35:00+05:30", "13 settembre 2022, alle 05:35 (ora locale, UTC+5:30)"),
    ("2022-09-12T20:05:00Z", "12 settembre 2022, alle 20:05 (GMT)"),
    ("2022-09-12T20:05:00", "12 settembre 2022, alle 20:05"),
    (
      "2022-09-12T20:05:00Z/2022-09-12T22:00:00Z",
      "12 settembre 2022, tra le 20:05 e le 22:00 (GMT)"
    ),
    ("2022-09-05/2022-09-11", "tra il 5 e l’11 settembre 2022"),
    ("2022-09-01/2022-09-08", "tra il 1º e l’8 settembre 2022"),
    ("2022-09-27/2022-11-10", "tra il 27 settembre e il 10 novembre 2022"),
    ("2019-12-27/2020-01-03", "tra il 27 dicembre 2019 e il 3 gennaio 2020"),
    ("2022-04/2022-05", "tra aprile e maggio 2022"),
    ("2020/2022", "tra il 2020 e il 2022"),
    ("1987~/1989~", "fine degli anni Ottanta"),
    ("1980~/1982~", "inizio degli anni Ottanta"),
    ("1983~/1986~", "metà degli anni Ottanta"),
    ("2022-03-01~/2022-03-10~", "inizio marzo 2022"),
    ("2022-03-11~/2022-03-20~", "metà marzo 2022"),
    ("2022-02-21~/2022-02-28~", "fine febbraio 2022"),
    ("2021-05~/2021-08~", "metà 2021"),
    ("2021-09~/2021-12~", "fine 2021"),
    ("1985~/1989~", "tra il 1985 circa e il 1989 circa"),
    ("2023-09-19/..", "dal 19 settembre 2023"),
    ("2023-09-11/..", "dall’11 settembre 2023"),
    ("2022-08/..", "dall’agosto 2022"),
    ("2020/..", "dal 2020"),
    ("../2022-10", "fino all’ottobre 2022"),
    ("../2022-09-19", "fino al 19 settembre 2022"),
    ("198X/..", "dagli anni Ottanta"),
    ("2022-22/..", "dall’estate 2022"),
    ("{2022-04,2022-05}", "aprile e maggio 2022"),
    ("{2022-04-05,2022-04-08,2022-05-09}", "5, 8 aprile e 9 maggio 2022"),
    ("{2021,2022}", "2021 e 2022"),
    ("[2022-04,2022-05]", "aprile o maggio 2022"),
  ]) func writesDates(_ edtf: String, _ words: String) throws {
    #expect(italian.date(try #require(EDTF(edtf))) == words)
  }

  @Test(arguments: [
    ("2020-09-27/2020-11-10", "dal 27 settembre al 10 novembre 2020"),
    ("2022-09-08/2022-09-11", "dall’8 all’11 settembre 2022"),
    ("2022-09/2023-10", "dal settembre 2022 all’ottobre 2023"),
    ("2020/2022", "dal 2020 al 2022"),
    ("1987~/1989~", "fine degli anni Ottanta"),
    ("2020", "2020"),
  ]) func writesPeriods(_ edtf: String, _ words: String) throws {
    #expect(italian.period(try #require(EDTF(edtf))) == words)
  }

  @Test(arguments: [
    ("P6W", "sei settimane"), ("P9M", "nove mesi"), ("P1D", "un giorno"), ("PT1H", "un’ora"),
    ("PT24H", "24 ore"), ("P1Y6M", "un anno e sei mesi"), ("P1DT12H", "un giorno e 12 ore"),
    ("P1W", "una settimana"), ("PT5M", "cinque minuti"),
  ]) func writesDurations(_ duration: String, _ words: String) {
    #expect(italian.duration(duration) == words)
  }

  @Test(arguments: ["", "P", "6W", "P6", "PW", "P1D6M", "P-1D", "PTT1H", "P1.5Y", "Pé"])
  func leavesAloneWhatIsNoDuration(_ duration: String) {
    #expect(italian.duration(duration) == nil)
  }

  @Test(
    arguments: [
      (30000, 30000, Figure.Qualifier.about, "circa 30.000"), (100, nil, .atLeast, "almeno 100"),
      (3, 3, .exact, "3"), (3, 5, .exact, "tra 3 e 5"), (nil, 200, .about, "fino a circa 200"),
      (1_250_000, 1_250_000, .exact, "1.250.000"), (nil, nil, .unspecified, nil),
    ] as [(Int?, Int?, Figure.Qualifier, String?)])
  func writesFigures(_ low: Int?, _ high: Int?, _ qualifier: Figure.Qualifier, _ words: String?) {
    let figure = Figure(metric: .killed, victims: nil, low: low, high: high, qualifier: qualifier)
    #expect(italian.quantity(figure) == words)
  }

  @Test func enumerates() {
    #expect(italian.list([]) == "")
    #expect(italian.list(["Armenia"]) == "Armenia")
    #expect(italian.list(["Ucraina", "Russia"]) == "Ucraina e Russia")
    #expect(italian.list(["Kenya", "Etiopia", "Eritrea"]) == "Kenya, Etiopia ed Eritrea")
    #expect(italian.list(["Mali", "«Ebdo»"]) == "Mali ed «Ebdo»")
  }
}

@Suite struct ListedYearTests {
  @Test(arguments: [
    ("2022-09-13", "2022"), ("2019-12-27/2020-01-03", "2019"), ("1987~/1989~", "198X"),
    ("198X", "198X"), ("2022-03-01~/2022-03-10~", "2022"), ("2021-05~/2021-08~", "2021"),
    ("{2022-04,2022-05}", "2022"), ("../2020", "2020"), ("19XX", "19XX"),
  ]) func somethingIsListedUnderAYearOrDecade(_ edtf: String, _ year: String) throws {
    #expect(try #require(EDTF(edtf)).listedYear?.text == year)
  }
}

@Suite struct EnglishPhrasingTests {
  let english = EnglishPhrasing()

  @Test(arguments: [
    ("2022-09-13", "13 September 2022"),
    ("2020~", "about 2020"),
    ("198X", "1980s"),
    ("19XX", "20th century"),
    ("2022-09-13T00:05:00+04:00", "13 September 2022, at 00:05 (local time, UTC+4)"),
    ("2022-09-05/2022-09-11", "between 5 and 11 September 2022"),
    ("1987~/1989~", "late 1980s"),
    ("2021-05~/2021-08~", "mid-2021"),
    ("2023-09-19/..", "from 19 September 2023"),
    ("../2022-10", "until October 2022"),
    ("{2022-04,2022-05}", "April and May 2022"),
    ("[2022-04,2022-05]", "April or May 2022"),
  ]) func writesDates(_ edtf: String, _ words: String) throws {
    #expect(english.date(try #require(EDTF(edtf))) == words)
  }

  @Test func writesTheRest() throws {
    #expect(
      english.period(try #require(EDTF("2022-09/2023-10"))) == "from September 2022 to October 2023"
    )
    #expect(english.duration("P6W") == "six weeks")
    #expect(english.duration("P1D") == "one day")
    #expect(english.number(30000) == "30,000")
    #expect(english.list(["A", "B", "C"]) == "A, B and C")
  }
}
