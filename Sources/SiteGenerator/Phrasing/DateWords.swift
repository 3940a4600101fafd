import DossierModel

/// Dates as the site's pages word them, for titles that are made elsewhere.
public enum DateWords {
  /// Writes dates in the language of `code` (BCP 47): "tra il 5 e l’11 settembre 2022".
  public static func writer(for code: String) -> @Sendable (EDTF) -> String {
    let phrasing = phrasing(for: code)
    return { phrasing.date($0) }
  }
}
