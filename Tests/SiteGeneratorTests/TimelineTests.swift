import DossierModel
import Testing

@testable import SiteGenerator

@Suite("Timeline: what a date says about its place, lanes, axis")
struct TimelineTests {
  private let words: Words

  init() throws { words = try Templates(language: "it").words }

  private static let phrasing = SiteGenerator.phrasing(for: "it")

  private static func day(_ text: String) -> Int { EDTF(text)?.earliest?.dayNumber ?? 0 }
  private static func extent(_ text: String, lasts: Bool = false) -> TimeExtent {
    TimeExtent(EDTF(text) ?? EDTF(CalendarDate(dayNumber: 0)), lasts: lasts)
  }
  private static func item(
    _ date: String, _ label: String = "Scontri a Grova", lasts: Bool = false,
    parts: [TimelineItem] = []
  ) -> TimelineItem {
    TimelineItem(
      chip: nil, label: label, name: "\(date): \(label)", target: "events/x.html",
      extent: extent(date, lasts: lasts), parts: parts)
  }

  // MARK: Extents

  @Test("a day is certain, a month or a doubtful day only possible")
  func moments() {
    let day = Self.extent("2031-04-05")
    #expect(day.form == .moment && day.days.count == 1)
    #expect(day.stretches.map(\.certainty) == [.certain])
    let month = Self.extent("2031-04")
    #expect(month.form == .within && month.days.count == 30)
    #expect(month.stretches.map(\.certainty) == [.possible])
    #expect(Self.extent("2031-04-05~").stretches.map(\.certainty) == [.possible])
    #expect(Self.extent("2031-04-05?").isQualified && !day.isQualified)
    #expect(Self.extent("203X").days.count == 3652)
  }

  @Test("an interval is filled by what lasts, and only holds what does not")
  func intervals() {
    let clash = Self.extent("2031-04-05/2031-04-11")
    #expect(clash.form == .within && clash.stretches.map(\.certainty) == [.possible])
    let war = Self.extent("2031-04-05/2031-04-11", lasts: true)
    #expect(war.form == .lasting && war.stretches.map(\.certainty) == [.certain])
    #expect(war.days.count == 7)
    // Nobody knows on which days of the two years it began and ended.
    let vague = Self.extent("2031/2034", lasts: true)
    #expect(vague.stretches.map(\.certainty) == [.possible, .certain, .possible])
    #expect(vague.stretches.first?.days.upperBound == Self.day("2031-12-31"))
    #expect(vague.stretches.last?.days.lowerBound == Self.day("2034-01-01") + 1)
    // Two neighbouring years have no day on which it surely went on but the turn of the year.
    #expect(Self.extent("2031/2031-06", lasts: true).stretches.map(\.certainty) == [.possible])
  }

  @Test("open ends are open and stretch nothing", arguments: ["2031/..", "../2031"])
  func openEnds(_ text: String) {
    let extent = Self.extent(text, lasts: true)
    #expect(extent.isEndOpen == text.hasSuffix("..") && extent.isStartOpen == text.hasPrefix(".."))
    #expect(extent.days == Self.day("2031-01-01")..<Self.day("2032-01-01"))
  }

  @Test("sets keep their dates apart")
  func sets() {
    let both = Self.extent("{2031-04,2031-06}")
    #expect(both.form == .several && both.stretches.map(\.days.count) == [30, 30])
    let either = Self.extent("[2031-04-05,2031-04-09]")
    #expect(either.form == .oneOf && either.stretches.allSatisfy { $0.certainty == .possible })
    #expect(
      Self.extent("{2031-04-05,2031-04-09}").stretches.allSatisfy { $0.certainty == .certain })
  }

  // MARK: Axis

  @Test("a week of events and one old war stand on two stretches with scales of their own")
  func cutAxis() {
    let dates = ["1990-02/1994-05", "2031-04-05", "2031-04-06", "2031-04-08", "2031-04-11"]
    let extents = dates.map { Self.extent($0, lasts: true) }
    let axis = TimeAxis(extents, width: 1000)
    #expect(axis.segments.count == 2)
    #expect(axis.segments[0].days.contains(Self.day("1992-01-01")))
    #expect(!axis.segments[0].days.contains(Self.day("2031-04-05")))
    let cut = axis.segments[1].start - axis.segments[0].end
    #expect(abs(cut - TimeAxis.cutWidth) < 0.001)
    #expect(axis.segments.last?.end == 1000)
    // One day of the crowded week is far wider than one of the war.
    let day = axis.position(of: Self.day("2031-04-06")) - axis.position(of: Self.day("2031-04-05"))
    #expect(day > 30)
  }

  @Test(
    "what is evenly spread, one event, or two far apart are not cut",
    arguments: [
      ["2031-04-05"], ["1990", "2031-04-05"], ["2031-01", "2031-04", "2031-07", "2031-10"],
      ["2031-04-05", "2031-04-06", "2031-04-20"],
    ])
  func wholeAxis(_ dates: [String]) {
    let axis = TimeAxis(dates.map { Self.extent($0) }, width: 800)
    #expect(axis.segments.count == 1)
  }

  @Test("inside a stretch the scale is true, and order is kept everywhere")
  func scale() {
    let dates = ["1950", "1990-02", "2031-04-05", "2031-04-11", "2033-01"]
    let axis = TimeAxis(dates.map { Self.extent($0) }, width: 1000)
    for segment in axis.segments {
      let first = segment.days.lowerBound
      let step = segment.position(of: first + 1) - segment.position(of: first)
      for day in stride(from: first, to: segment.days.upperBound, by: 7) {
        #expect(abs(segment.position(of: day) - segment.start - step * Double(day - first)) < 0.001)
      }
    }
    var last = -1.0
    for day in stride(from: Self.day("1940-01-01"), to: Self.day("2040-01-01"), by: 11) {
      let x = axis.position(of: day)
      #expect(x >= last && x >= 0 && x <= 1000)
      last = x
    }
  }

  @Test("ticks have Italian dates, the year where it begins, and do not touch")
  func ticks() {
    let week = TimeAxis(
      ["2031-04-05", "2031-04-08", "2031-04-11"].map { Self.extent($0) }, width: 1000)
    let days = TimeAxis.ticks(of: week.segments[0], phrasing: Self.phrasing)
    #expect(days.contains { $0.label == "5 apr" } && days.first?.context == "2031")
    #expect(days.dropFirst().allSatisfy { $0.context == nil })
    for dates in [["1950", "2033"], ["2031-01", "2033-04"], ["2031-12-20", "2032-01-12"]] {
      let axis = TimeAxis(dates.map { Self.extent($0) }, width: 1000)
      for segment in axis.segments {
        let ticks = TimeAxis.ticks(of: segment, phrasing: Self.phrasing)
        #expect(!ticks.isEmpty)
        for (one, next) in zip(ticks, ticks.dropFirst()) {
          let half = { (tick: TimeAxis.Tick) in TextWidth.of(tick.label, size: 11) / 2 }
          #expect(one.x + half(one) < next.x - half(next))
        }
      }
    }
    let turn = TimeAxis(["2031-12-30", "2032-01-03"].map { Self.extent($0) }, width: 1000)
    let labels = TimeAxis.ticks(of: turn.segments[0], phrasing: Self.phrasing)
    #expect(labels.contains { $0.label == "1º gen" && $0.context == "2032" })
  }

  // MARK: Lanes

  /// Many items whose places are drawn from a fixed sequence.
  private static func items(_ count: Int) -> [TimelineItem] {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let forms = ["", "~", "?"]
    return (0..<count).map { number in
      let year = 2028 + next(4)
      let month = 1 + next(12)
      let pad = month < 10 ? "0\(month)" : "\(month)"
      let date = ["\(year)-\(pad)-1\(next(9))\(forms[next(3)])", "\(year)-\(pad)", "\(year)/.."][
        next(3)]
      let label = String(repeating: "Scontri lungo il confine ", count: 1 + next(3))
      let parts = next(6) == 0 ? [item("\(year)-\(pad)-20"), item("\(year)", "Resa")] : []
      return item(date, "\(label)\(number)", lasts: next(2) == 0, parts: parts)
    }
  }

  @Test("nothing touches anything else, and all is inside", arguments: [1, 2, 30, 150])
  func lanes(_ count: Int) {
    let items = Self.items(count)
    let figure = TimelineFigure(items, width: 1000, words: words, phrasing: Self.phrasing)
    let placed = figure.lanes.placed
    #expect(placed.count == items.reduce(0) { $0 + 1 + $1.parts.count })
    for (i, one) in placed.enumerated() {
      #expect(one.place.lowerBound >= 0 && one.place.upperBound <= 972.01)
      #expect((0..<figure.lanes.rowCount).contains(one.row))
      for other in placed[(i + 1)...] where other.row == one.row {
        #expect(
          one.place.upperBound < other.place.lowerBound
            || other.place.upperBound < one.place.lowerBound, "\(one.label) | \(other.label)")
      }
    }
    for (i, band) in figure.lanes.bands.enumerated() {
      for other in figure.lanes.bands[(i + 1)...] where !band.rows.clamped(to: other.rows).isEmpty {
        let apart =
          band.place.upperBound < other.place.lowerBound
          || other.place.upperBound < band.place.lowerBound
        #expect(apart || (band.rows.contains(other.rows) && band.place.contains(other.place)))
      }
    }
  }

  @Test("a war holds its battles: its band is around them and nothing else is on it")
  func nesting() {
    let war = Self.item(
      "2030/2032", "Guerra", lasts: true,
      parts: [
        Self.item("2030-05", "Offensiva", lasts: true, parts: [Self.item("2030-05-09")]),
        Self.item("2033-01-02", "Resa"),
      ])
    let figure = TimelineFigure(
      [war, Self.item("2031-02-03", "Altro")], width: 1000, words: words,
      phrasing: Self.phrasing)
    let lanes = figure.lanes
    #expect(lanes.bands.count == 2)
    let band = lanes.bands[0]
    let labels = lanes.placed.filter { band.rows.contains($0.row) && band.place.overlaps($0.place) }
      .map(\.label)
    #expect(Set(labels) == ["Guerra", "Offensiva", "Scontri a Grova", "Resa"])
    #expect(lanes.placed.first { $0.label == "Guerra" }?.row == band.rows.lowerBound)
    // The band is the drawing's order of nesting too.
    #expect(band.rows.contains(lanes.bands[1].rows))
  }

  // MARK: Drawing

  @Test("what is drawn is escaped, says its name, and is the same every time")
  func drawing() {
    var item = Self.item("2031-04-05", "◆ <b>\"Resa\" & fine</b>")
    item.chip = .contested
    item.name = "5 aprile 2031: <script>"
    let figure = TimelineFigure(
      [item, Self.item("2031/..")], width: 760, words: words, phrasing: Self.phrasing)
    let html = String(decoding: figure.html(label: "L’asse"), as: UTF8.self)
    #expect(html.contains("◆ &lt;b&gt;&quot;Resa&quot; &amp; fine&lt;/b&gt;"))
    #expect(html.contains("<title>5 aprile 2031: &lt;script&gt;</title>"))
    #expect(html.contains("<a class=\"contested\" href=\"events/x.html\">"))
    #expect(!html.contains("<script") && !html.contains("style=") && !html.contains(" id="))
    #expect(html.contains(words[.shapeArrow]) && html.contains(words[.shapeDay]))
    #expect(!html.contains(words[.shapeBand]) && !html.contains(words[.shapeSeveral]))
    #expect(figure.html(label: "L’asse").elementsEqual(html.utf8))
  }

  @Test("a cut is said in words, with its dates; an axis without cuts says nothing of them")
  func caption() {
    let items = ["1990-02/1994-05", "2031-04-05", "2031-04-11"].map { Self.item($0, lasts: true) }
    let cut = TimelineFigure(items, width: 1000, words: words, phrasing: Self.phrasing)
    let html = String(decoding: cut.html(label: "x"), as: UTF8.self)
    #expect(html.contains("1994") && html.contains("aprile 2031") && html.contains("interrotto"))
    let whole = TimelineFigure(
      Array(items.dropFirst()), width: 1000, words: words, phrasing: Self.phrasing)
    #expect(!String(decoding: whole.html(label: "x"), as: UTF8.self).contains("interrotto"))
  }

  @Test("lengths are rounded the same way everywhere")
  func lengths() {
    #expect(Drawing.length(0) == "0" && Drawing.length(-0.04) == "0")
    #expect(Drawing.length(12.34) == "12.3" && Drawing.length(-0.5) == "-0.5")
    #expect(Drawing.length(99.96) == "100")
  }

  @Test("words are cut between words, and never wider than allowed")
  func cutting() {
    let text = "Scontri lungo il confine tra Valdoria e Grova"
    for width in stride(from: 20.0, through: 400, by: 13) {
      let cut = TextWidth.fitting(text, width: width, size: 13)
      #expect(TextWidth.of(cut, size: 13) <= width || cut == "…")
      #expect(cut == text || cut.hasSuffix("…"))
    }
    #expect(TextWidth.fitting(text, width: 150, size: 13) == "Scontri lungo il…")
    let lines = TextWidth.lines(text, width: 140, size: 13, atMost: 2)
    #expect(lines.count == 2 && lines.allSatisfy { TextWidth.of($0, size: 13) <= 140 })
  }
}

extension ClosedRange where Bound == Double {
  fileprivate func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
