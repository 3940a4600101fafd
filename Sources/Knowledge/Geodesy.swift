#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances on the earth.
public enum Geodesy {
  /// The great-circle distance in kilometres between two points in degrees north and east, on a
  /// sphere of 6371 km.
  public static func kilometres(
    _ latitudeA: Double, _ longitudeA: Double, _ latitudeB: Double, _ longitudeB: Double
  ) -> Double {
    let degree = Double.pi / 180
    let (a, b) = (latitudeA * degree, latitudeB * degree)
    let half = (sin((b - a) / 2), sin((longitudeB - longitudeA) * degree / 2))
    let chord = half.0 * half.0 + cos(a) * cos(b) * half.1 * half.1
    return 2 * 6371 * asin(chord.squareRoot() > 1 ? 1 : chord.squareRoot())
  }
}
