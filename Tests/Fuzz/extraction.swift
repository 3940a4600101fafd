// The extraction: any text.

import DossierModel

@testable import Extraction

private let extractor = Extractor()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = ArticleText(String(decoding: bytes(start, count), as: UTF8.self))
  var article = Article(
    id: Article.ID("a"), file: "a.txt", text: text, sha256: ContentHash(of: ""))
  article.language = "it"
  if count % 2 == 1 { article.published = EDTF("2024-02-29") }
  let reading = extractor.read(article)

  if let language = Language.italian {
    let document = Document(article: article, language: language)
    var end = 0
    for token in document.tokens.tokens {
      require(Int(token.start) >= end && token.end > token.start, "tokens are not in order")
      require(TextSpan(Int(token.start), Int(token.end)), in: text, "a token")
      for byte in text.bytes[end..<Int(token.start)] {
        require(byte <= 32 || byte >= 0x80 || byte == 127, "a byte between tokens is no blank")
      }
      end = Int(token.end)
    }
  }
  for span in reading.paragraphs { require(span, in: text, "a paragraph") }
  for (first, second) in zip(reading.sentences, reading.sentences.dropFirst()) {
    require(first.end <= second.start, "sentences overlap")
  }
  for mention in reading.mentions {
    require(mention.span, in: text, "a mention")
    require(mention.actor.map { reading.actors.indices.contains($0) } ?? true, "no such actor")
    require(mention.place.map { reading.places.indices.contains($0) } ?? true, "no such place")
  }
  for date in reading.dates { require(date.span, in: text, "a date") }
  for quotation in reading.quotations {
    require(quotation.span, in: text, "a quotation")
    require(text.trimmed(quotation.span) == quotation.span, "a quotation has blanks at its ends")
    require(quotation.speakers.allSatisfy(reading.actors.indices.contains), "no such speaker")
  }
  for claim in reading.claims {
    require(claim.span, in: text, "a claim")
    require(claim.claimants.allSatisfy(reading.actors.indices.contains), "no such claimant")
    require(claim.about.allSatisfy(reading.events.indices.contains), "no such event")
  }
  for event in reading.events {
    require(!event.evidence.isEmpty, "an event without evidence")
    for span in event.evidence { require(span, in: text, "evidence") }
    for part in event.participants {
      require(reading.actors.indices.contains(part.actor), "no such participant")
    }
    for place in event.places {
      require(reading.places.indices.contains(place.place), "no such place of an event")
    }
  }
  return 0
}
