import DossierModel
import Testing

@Suite struct EDTFTests {
  @Test(arguments: [
    "2022-09-13", "2022-09", "2022", "198X", "19XX", "1987~/1989~", "2022-09-13T00:05:00+04:00",
    "2022-09-12T20:05:00Z", "{2022-04,2022-05}", "2023-09-19/..", "../2023-10~", "2022-22",
    "2022-03-01~/2022-03-10~", "2022-09-13?",
  ]) func writesWhatItReads(_ text: String) {
    #expect(EDTF(text)?.text == text)
  }

  @Test(arguments: [
    "", "2022-13", "2022-02-30", "22", "2022-09-13T00:05+04:00", "martedì", "2023/2022", "../..",
    "{}", "2022-9-1", "198X-05",
  ]) func refusesWhatIsNoDate(_ text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test func knowsItsBounds() throws {
    let decade = try #require(EDTF("198X"))
    #expect(decade.earliest?.text == "1980-01-01")
    #expect(decade.latest?.text == "1989-12-31")
    let open = try #require(EDTF("2023-09-19/.."))
    #expect(open.earliest?.text == "2023-09-19")
    #expect(open.latest == nil)
    #expect(EDTF("2024-02")?.latest?.text == "2024-02-29")
  }

  @Test func countsWeekdaysFromMonday() {
    #expect(CalendarDate(2022, 9, 13)?.weekday == 1)
    #expect(CalendarDate(1969, 12, 28)?.weekday == 6)
    #expect(CalendarDate(2022, 9, 30)?.adding(days: 1).text == "2022-10-01")
  }
}
