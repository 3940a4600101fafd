import DossierModel
import Testing

@testable import SiteGenerator

@Suite struct TemplateTests {
  /// The faults that a build reports with `files` in place of the built-in templates.
  func faults(_ files: [String: String], language: String = "it") -> [String] {
    do throws(TemplateFaults) {
      _ = try Templates(files: files.mapValues { Array($0.utf8) }, language: language)
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }

  @Test(arguments: ["it", "en", "en-GB"]) func theBuiltInCopyIsWhole(_ language: String) {
    #expect(faults([:], language: language) == [])
  }

  @Test func bothLanguagesHaveTheSameWords() throws {
    let italian = try Templates(language: "it").words
    let english = try Templates(language: "en").words
    #expect(italian.keys == english.keys)
    #expect(english.language == "en")
    for key in italian.keys {
      #expect(italian.text(forKey: key)?.isEmpty == false, "\(key)")
      #expect(english.text(forKey: key)?.isEmpty == false, "\(key)")
    }
  }

  @Test func everyHeadingIsUsed() throws {
    let words = try Templates(language: "it").words
    let frames = BuiltInTemplates.files.filter { !$0.path.hasPrefix("words/") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let needed = Set(Words.required)
    let families = ["language.", "country.", Words.scripts]
    for key in words.keys
    where !needed.contains(key) && !families.contains(where: key.hasPrefix) {
      #expect(frames.contains("{{word.\(key)}}"), "\(key)")
    }
  }

  @Test func everyWordOfTheScriptsIsUsed() throws {
    let words = try Templates(language: "it").words
    let scripts = BuiltInTemplates.files.filter { $0.path.hasSuffix(".js") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let keys = words.keys(of: Words.scripts).map(\.short)
    #expect(keys.count > 30)
    for key in keys {
      // Of a family the scripts name the first part.
      let name = key.split(separator: ".").first.map(String.init) ?? key
      #expect(scripts.contains("\"\(name)\"") || scripts.contains("\"\(name)."), "\(key)")
    }
  }

  @Test(arguments: [
    ("# {{title}}\n\n  {{tittle}}\n", "Templates/actor.md:3:3: error: there is no slot `tittle`"),
    ("# {{title}} {{facts}}\n", "Templates/actor.md:1:13: error: the slot `facts` holds whole"),
    (
      "# {{title}}\n{{#facts}}\n{{facts}}\n", "Templates/actor.md:2:1: error: `{{#facts}}` is never"
    ),
    ("# {{title}}\nè {{/facts}}\n", "Templates/actor.md:2:3: error: `{{/facts}}` closes what"),
    ("# {{title}\n", "Templates/actor.md:1:3: error: the tag opens here and does not close"),
    ("# {{title}}\n{{> other}}\n", "Templates/actor.md:2:1: error: `{{>` is not used"),
    ("# {{title}}\n{{a b}}\n", "Templates/actor.md:2:1: error: `a b` is no name"),
    ("# {{title}}\n{{word.nope}}\n", "Templates/actor.md:2:1: error: there is no slot `word.nope`"),
    ("# Attore\n", "Templates/actor.md: error: the slot `{{title}}` is missing"),
  ]) func aBrokenFrameIsAnErrorWithItsPlace(_ frame: String, _ fault: String) {
    let found = faults(["actor.md": frame])
    #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
  }

  @Test func aBrokenLayoutIsAnErrorWithItsPlace() {
    let found = faults(["layout.html": "<main>\n{{{main}}} {{footnotes}}\n</main>"])
    #expect(found.contains { $0.hasPrefix("Templates/layout.html:2:12: error: there is no slot") })
    #expect(found.contains { $0.contains("the slot `{{aside}}` is missing") })
  }

  @Test func brokenWordsAreErrorsWithTheirPlace() {
    let found = faults(["words/it.txt": "navEvents = Eventi\nnavEvents = Fatti\nnavActors\n"])
    #expect(
      found.contains { $0.hasPrefix("Templates/words/it.txt:2:1: error: `navEvents` stands") })
    #expect(found.contains { $0.hasPrefix("Templates/words/it.txt:3:1: error: a line is") })
    // Of a language that the program does not speak, all words are needed.
    #expect(
      faults(["words/xx.txt": "navEvents = A\n"], language: "xx")
        .contains { $0.contains("the words for `navActors` are missing") })
  }

  @Test func wordsThatAreNotChangedAreTheProgramsOwn() throws {
    let words = try Templates(
      files: ["words/it.txt": Array("navEvents = Fatti\n".utf8)], language: "it"
    ).words
    #expect(words.text(forKey: "navEvents") == "Fatti")
    #expect(words.text(forKey: "navActors") == "Attori")
    #expect(words.text(forKey: "headPassages") == "Che cosa scrivono le fonti")
  }

  @Test func wordsThatNoPageAsksForAreErrors() {
    #expect(
      faults(["words/it.txt": "navEvnts = Fatti\n"]).contains(
        "Templates/words/it.txt:1:1: error: no page asks for the words `navEvnts`; did you mean "
          + "`navEvents`? [words]"))
    #expect(
      faults([
        "words/it.txt": "motto = Prima i fatti\ncountry.XX = Da nessuna parte\n",
        "actors.md": "# {{title}}\n\n{{word.motto}}\n\n{{list}}\n",
      ]) == [])
  }

  @Test func allFaultsAreNamedAtOnce() {
    #expect(faults(["actor.md": "{{a}}", "event.md": "{{b}}"]).count == 4)
  }

  // MARK: Filling

  func frame(_ source: String) throws -> Frame {
    try Frame(
      source, file: "x.md", slots: ["title": false, "facts": true, "gaps": true],
      required: [], words: Templates(language: "it").words)
  }

  @Test func aSectionVanishesWithItsSlot() throws {
    let frame = try frame("# {{title}}\n\n{{#facts}}\n## Fatti\n\n{{facts}}\n{{/facts}}\n\nfine\n")
    let facts = Frame.Content.blocks(MarkdownText(literal: "uno\n\ndue"))
    let filled = frame.filled(with: ["title": .line("A"), "facts": facts])
    #expect(filled.string == "# A\n\n## Fatti\n\nuno\n\ndue\n\nfine\n")
    #expect(filled.regions.map(\.className) == ["facts"])
    #expect(filled.regions.map(\.lines) == [3..<8])
    #expect(frame.filled(with: ["title": .line("A")]).string == "# A\n\nfine\n")
  }

  @Test func whatStandsBesideVanishesWhenNothingIsInIt() throws {
    let frame = try frame(
      "# {{title}}\n{{#aside}}\n{{#gaps}}\n## Lacune\n{{gaps}}\n{{/gaps}}\n{{/aside}}\n")
    #expect(frame.filled(with: ["title": .line("A")]).string == "# A\n")
    let gaps = Frame.Content.blocks(MarkdownText(literal: "tutto"))
    let filled = frame.filled(with: ["title": .line("A"), "gaps": gaps])
    #expect(filled.string == "# A\n\n## Lacune\n\ntutto\n")
    #expect(filled.regions.map(\.tag) == [.section, .aside])
  }

  @Test func contentsAreNoTemplates() throws {
    let frame = try frame("# {{title}}\n\n{{facts}}\n")
    let sly = "{{title}} {{#facts}} \u{F0001}title\u{F0004}"
    let filled = frame.filled(with: [
      "title": .line(sly), "facts": .blocks(MarkdownText(literal: sly)),
    ])
    #expect(filled.string == "# \(sly)\n\n\(sly)\n")
  }

  @Test func theLayoutEscapesTextHoweverItIsAskedFor() throws {
    let layout = try Layout(
      "<p title=\"{{title}}\">{{{title}}}{{{main}}}{{#site}}!{{/site}}</p>", file: "x.html",
      slots: ["title", "main", "site"], required: [], words: Templates(language: "it").words)
    let filled = layout.filled(with: [
      "title": .text("<b>&\"'"), "main": .html(Array("<i>".utf8)), "site": .condition(false),
    ])
    #expect(
      String(decoding: filled, as: UTF8.self)
        == "<p title=\"&lt;b&gt;&amp;&quot;&#39;\">&lt;b&gt;&amp;&quot;&#39;<i></p>")
  }
}
