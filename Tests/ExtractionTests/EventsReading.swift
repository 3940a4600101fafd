import DossierModel
import Testing

@testable import Extraction

/// An article of `text`, published on `published` (EDTF), and what is read in it.
struct ReadArticle {
  let article: Article
  let reading: ArticleReading

  init(_ text: String, published: String? = nil) {
    var article = Article(
      id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    article.published = published.flatMap { EDTF($0) }
    self.article = article
    reading = Self.extractor.read(article)
  }

  private static let extractor = Extractor()

  /// The events, each as "type status date @places role:names", without what is empty; "occurred"
  /// is not said.
  var events: [String] { reading.events.map(describe) }

  func describe(_ event: ArticleReading.Event) -> String {
    var parts = [event.type.rawValue]
    if event.status != .occurred { parts.append(event.status.rawValue) }
    if let edtf = event.date.edtf { parts.append(edtf.text) }
    if let duration = event.date.duration { parts.append(duration) }
    if !event.places.isEmpty {
      parts.append("@" + event.places.map { reading.places[$0.place].name }.joined(separator: ","))
    }
    for role in ParticipantRole.allCases {
      let names = event.participants.filter { $0.role == role }.map {
        reading.actors[$0.actor].name
      }
      if !names.isEmpty { parts.append(role.rawValue + ":" + names.joined(separator: ",")) }
    }
    return parts.joined(separator: " ")
  }

  /// The figures, each as "metric low-high qualifier victims (claimants)".
  var figures: [String] {
    reading.claims.compactMap { claim in
      guard let figure = claim.figure else { return nil }
      var text =
        "\(figure.metric.rawValue) \(figure.low.map(String.init) ?? "?")"
        + (figure.high == figure.low ? "" : "-\(figure.high.map(String.init) ?? "?")")
      if figure.qualifier != .exact { text += " " + figure.qualifier.rawValue }
      if let victims = figure.victims { text += " " + victims }
      if !claim.claimants.isEmpty { text += " (\(names(claim.claimants)))" }
      if claim.modality == .conditional { text += " conditional" }
      return text
    }
  }

  /// The claims that are no figures, each as "kind: claimants > addressees".
  var claims: [String] {
    reading.claims.filter { $0.kind != .figure }.map { claim in
      claim.kind.rawValue + ": " + names(claim.claimants)
        + (claim.addressees.isEmpty ? "" : " > " + names(claim.addressees))
    }
  }

  func names(_ actors: [Int]) -> String {
    actors.map { reading.actors[$0].name }.joined(separator: ", ")
  }
}
