import Testing

@testable import Cartography

/// What part of the world a map shows.
@Suite struct MapWindowTests {
  private func sights(_ list: [(Double, Double, Double)]) -> [MapWindow.Sight] {
    list.map { MapWindow.Sight(GeoPoint(longitude: $0.0, latitude: $0.1), weight: $0.2) }
  }

  /// Whether the drawing of `choice` shows all that it says it does.
  private func expectSeen(_ choice: MapWindow.Choice, _ sights: [MapWindow.Sight]) {
    let view = MapView(choice.window, size: [780, 500])
    for number in choice.seen {
      let at = view.place(sights[number].point)
      #expect((10...770).contains(at.x) && (10...490).contains(at.y), "\(number) at \(at)")
    }
  }

  @Test("no place, no window")
  func nothing() {
    #expect(MapWindow.choice([], least: 75, ratio: 1.5) == nil)
    #expect(MapWindow.theatres([], least: 75, ratio: 1.5).isEmpty)
  }

  @Test("one place stands in the middle of a window of the least size")
  func one() throws {
    let one = sights([(46.3, 39.5, 1)])
    let choice = try #require(MapWindow.choice(one, least: 75, ratio: 1.5))
    #expect(choice.window.halfHeight == 75 && choice.window.halfWidth == 113)
    expectSeen(choice, one)
  }

  @Test("one far place with little weight is left out; the same with much weight is not")
  func outlier() throws {
    let near: [(Double, Double, Double)] = [
      (46.3, 39.5, 3), (45.7, 39.8, 2), (45.9, 40.2, 2), (46.8, 39.8, 4), (46.1, 40.5, 1),
    ]
    let light = sights(near + [(4.35, 50.85, 2)])
    #expect(try #require(MapWindow.choice(light, least: 75, ratio: 1.5)).seen == [0, 1, 2, 3, 4])
    let heavy = sights(near + [(49.9, 40.4, 6)])
    let choice = try #require(MapWindow.choice(heavy, least: 75, ratio: 1.5))
    #expect(choice.seen == Array(0...5))
    expectSeen(choice, heavy)
    // Who asks for everything gets it.
    let whole = try #require(MapWindow.choice(light, least: 75, ratio: 1.5, isWhole: true))
    #expect(whole.seen.count == 6)
    expectSeen(whole, light)
  }

  @Test("three wars far apart are three windows, the heaviest first")
  func theatres() {
    let list = sights([
      (30.5, 50.45, 9), (36.25, 50, 9), (34.46, 31.5, 9), (34.25, 31.29, 7), (32.53, 15.6, 9),
      (25.35, 13.63, 6), (121.5, 25, 3),
    ])
    let choices = MapWindow.theatres(list, least: 75, ratio: 1.5)
    #expect(choices.map(\.seen) == [[0, 1], [2, 3], [4, 5]])
    for choice in choices { expectSeen(choice, list) }
  }

  @Test("places all over an ocean are one window")
  func ocean() {
    let list = sights([
      (178.4, -18.1, 2), (-171.8, -13.8, 2), (160, -9.4, 3), (147.2, -9.5, 2), (166.5, -22.3, 4),
    ])
    let choices = MapWindow.theatres(list, least: 75, ratio: 1.5)
    #expect(choices.map(\.seen) == [[0, 1, 2, 3, 4]])
    for choice in choices { expectSeen(choice, list) }
  }

  @Test("the 180th meridian and the poles are places like others")
  func seams() throws {
    for list in [
      [(179.0, -17.0, 1.0), (-179.5, -16.5, 1)], [(10, 89, 1), (-170, 88.5, 1), (90, 88, 1)],
      [(0, -89.5, 1), (180, -88, 1)],
    ] {
      let list = sights(list)
      let choice = try #require(MapWindow.choice(list, least: 75, ratio: 1.5))
      #expect(choice.window.halfHeight < 260 && choice.seen.count == list.count)
      expectSeen(choice, list)
    }
  }

  @Test("capitals of all continents make a map of the world, cut where none of them is")
  func world() throws {
    let usual = sights([(-77, 39, 3), (116, 40, 3), (37, 55, 3), (-48, -16, 3), (149, -35, 3)])
    let choice = try #require(MapWindow.choice(usual, least: 75, ratio: 1.5))
    #expect(choice.window.isWorld && choice.seen.count == 5)
    expectSeen(choice, usual)
    let pacific = sights([(178, -18, 3), (-171, -13, 3), (116, 40, 3), (-77, 39, 3), (-70, -33, 3)])
    let other = try #require(MapWindow.choice(pacific, least: 75, ratio: 1.5, isWhole: true))
    #expect(other.window.isWorld)
    expectSeen(other, pacific)
  }

  @Test("a country's window holds the country, not its islands beyond the sea")
  func countries() throws {
    let france = try #require(MapWindow.window(on: .country("FR"), least: 75, ratio: 1.3))
    #expect((400...900).contains(france.halfHeight))
    let russia = try #require(MapWindow.window(on: .country("RU"), least: 75, ratio: 1.3))
    #expect(!russia.isWorld && russia.halfWidth > 2500)
    let monaco = try #require(MapWindow.window(on: .country("MC"), least: 75, ratio: 1.3))
    #expect(monaco.halfHeight == 75)
    #expect(MapWindow.window(on: .country("QQ"), least: 75, ratio: 1.3) == nil)
  }

  @Test("the order of the places does not matter")
  func order() throws {
    let list = sights([
      (46.3, 39.5, 3), (45.7, 39.8, 2), (45.9, 40.2, 2), (46.8, 39.8, 4), (4.35, 50.85, 1),
    ])
    let a = try #require(MapWindow.choice(list, least: 75, ratio: 1.5))
    let b = try #require(MapWindow.choice(list.reversed(), least: 75, ratio: 1.5))
    #expect(a.window == b.window)
  }
}
