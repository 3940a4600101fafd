import CWorldMap
import DossierModel

/// What disputed areas and lines are called, and places that two parties name differently.
public struct MapNames: Sendable {
  /// The names embedded in the program.
  public static let shared = MapNames()

  /// A name in the languages of the site.
  struct Name: Hashable, Sendable {
    var italian: String
    var english: String

    func text(in language: String) -> String { language == "en" ? english : italian }
  }

  private struct Toponym: Sendable {
    var point: GeoPoint
    var names: [String]
    var forms: Set<String>
  }

  private var areas: [String: Name] = [:]
  private var areaByForm: [String: String] = [:]
  private var lines: [String: Name] = [:]
  /// By whole degree of latitude and longitude, so that a place looks at its neighbours only.
  private var toponyms: [SIMD2<Int>: [Toponym]] = [:]

  private init() {
    for row in Self.rows(of: cworldmap_disputed_areas) where row.count > 3 {
      areas[row[0]] = Name(italian: row[1], english: row[2])
      for form in [row[1], row[2]] + row[3].split(separator: "|").map(String.init) {
        areaByForm[Self.folded(form)] = row[0]
      }
    }
    for row in Self.rows(of: cworldmap_disputed_lines) where row.count > 2 {
      lines[row[0]] = Name(italian: row[1], english: row[2])
    }
    for row in Self.rows(of: cworldmap_toponyms) where row.count > 3 {
      guard let longitude = Double(row[0]), let latitude = Double(row[1]) else { continue }
      let names = [row[2], row[3]].sorted { Self.folded($0) < Self.folded($1) }
      let further = row.count > 4 ? row[4].split(separator: "|").map(String.init) : []
      toponyms[Self.cell(longitude, latitude), default: []].append(
        Toponym(
          point: GeoPoint(longitude: longitude, latitude: latitude), names: names,
          forms: Set((names + further).map(Self.folded))))
    }
  }

  /// The name of the disputed area `id` in `language`, Italian or English.
  public func area(_ id: String, in language: String) -> String {
    areas[id]?.text(in: language) ?? id
  }

  /// The disputed area that is called `name`, whatever the letters' case and marks.
  public func area(named name: String) -> String? { areaByForm[Self.folded(name)] }

  /// The ids of all disputed areas, sorted.
  public var areaIDs: [String] { areas.keys.sorted() }

  /// The name of the disputed line that the source calls `name`.
  public func line(_ name: String, in language: String) -> String {
    lines[name]?.text(in: language) ?? name
  }

  /// The names that two parties use for the place called `forms` at `point`, in the order of the
  /// alphabet; `nil` if they agree or nothing is known.
  public func parties(of forms: [String], at point: GeoPoint) -> [String]? {
    let own = forms.map(Self.folded)
    for x in -1...1 {
      for y in -1...1 {
        for toponym in toponyms[Self.cell(point.longitude, point.latitude) &+ [x, y]] ?? []
        where own.contains(where: toponym.forms.contains)
          && toponym.point.distance(to: point) < 30
        {
          return toponym.names
        }
      }
    }
    return nil
  }

  private static func cell(_ longitude: Double, _ latitude: Double) -> SIMD2<Int> {
    [Int(longitude.rounded(.down)), Int(latitude.rounded(.down))]
  }

  private static func rows(of file: cworldmap_file) -> [[String]] {
    String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// `text` in small Latin letters without marks, and with nothing but letters and digits.
  private static func folded(_ text: String) -> String {
    String(
      decoding: LatinFold.fold(text).utf8.filter {
        (97...122).contains($0) || (48...57).contains($0) || $0 > 127
      }, as: UTF8.self)
  }
}
