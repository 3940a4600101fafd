/// A place on a map.
public struct MapPlace: Hashable, Sendable {
  /// What is known of where it is.
  public enum Extent: Hashable, Sendable {
    /// A settlement or a spot: a dot.
    case point
    /// Somewhere in a district or region: a ring of that radius in kilometres, no outline.
    case around(kilometres: Double)
    /// A country or disputed area, whose own name on the map stands for it.
    case area(WorldMap.Area)
  }

  /// Where it is, or a point in its middle.
  public var point: GeoPoint
  /// What it is called; two names if two parties name it differently.
  public var names: [String]
  /// What a screen reader says for the link.
  public var label: String
  /// Where it leads, relative to the page.
  public var target: String?
  /// How many events it has.
  public var weight: Int
  /// How exactly it is known.
  public var extent: Extent
  /// Whether the map is about it.
  public var isFocus: Bool

  /// A place at `point`.
  public init(
    point: GeoPoint, names: [String], label: String, target: String? = nil, weight: Int = 0,
    extent: Extent = .point, isFocus: Bool = false
  ) {
    (self.point, self.names, self.label, self.target) = (point, names, label, target)
    (self.weight, self.extent, self.isFocus) = (weight, extent, isFocus)
  }
}

/// A map, ready to be drawn.
public struct MapFigure: Sendable {
  /// The words on it.
  public struct Words: Sendable {
    /// What the map is, for who cannot see it.
    public var title: String
    /// What it shows, for who cannot see it.
    public var description: String
    /// "disputed status".
    public var disputedStatus: String
    /// Italian or English, as a BCP 47 code, for the names of disputed areas.
    public var language: String
    /// The name of a country by its ISO code.
    public var country: @Sendable (String) -> String

    /// The words of one map.
    public init(
      title: String, description: String, disputedStatus: String, language: String,
      country: @escaping @Sendable (String) -> String
    ) {
      (self.title, self.description) = (title, description)
      (self.disputedStatus, self.language, self.country) = (disputedStatus, language, country)
    }
  }

  /// The part of the world.
  public var window: MapWindow
  /// Its width in CSS pixels.
  public var width: Int
  /// Its height in CSS pixels.
  public var height: Int
  /// The class beside `map`, for the style sheet.
  public var className: String
  /// What its ids begin with, unique on the page.
  public var prefix: String
  /// What is on it, the most important first.
  public var places: [MapPlace]
  /// Whether a small globe shows where on earth this is.
  public var hasLocator: Bool
  /// How many bytes the land may take; its lines become rougher until it does.
  public var budget: Int

  /// A map of `window` with `places`.
  public init(
    _ window: MapWindow, width: Int, height: Int, className: String, prefix: String,
    places: [MapPlace], hasLocator: Bool = true, budget: Int
  ) {
    (self.window, self.width, self.height) = (window, width, height)
    (self.className, self.prefix, self.places) = (className, prefix, places)
    (self.hasLocator, self.budget) = (hasLocator, budget)
  }

  /// What was drawn.
  public struct Drawing: Sendable {
    /// An element `svg` for a page of HTML.
    public var svg: [UInt8]
    /// The disputed areas in sight, by id, sorted.
    public var disputedAreas: [String]
    /// The disputed lines in sight, as the source names them, sorted.
    public var disputedLines: [String]
    /// The places in sight, by their number.
    public var seen: [Int]
    /// Those of them whose name had no room.
    public var unlabelled: [Int]
  }

  /// Draws the map.
  public func drawing(
    _ words: Words, map: WorldMap = .shared, names: MapNames = .shared
  ) -> Drawing {
    var sheet = MapSheet(self, words: words, map: map, names: names)
    return sheet.drawing()
  }
}
