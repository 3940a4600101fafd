import DossierModel
import Knowledge

/// The words by which a language tells what somebody said.
///
/// A class, so that rules can have it at hand without copying its tables.
final class SpeechLexicon: Sendable {
  /// What sort of report a verb makes.
  enum VerbClass: String, Sendable {
    case report, continuation, utterance, stance, performative, description
  }

  /// What a verb of speech can govern.
  struct Frames: OptionSet, Sendable, Hashable {
    let rawValue: UInt32
    /// Words in marks beside it.
    static let quote = Frames(rawValue: 1 << 0)
    /// A clause with a conjunction.
    static let clause = Frames(rawValue: 1 << 1)
    /// An infinitive with "di".
    static let ofInfinitive = Frames(rawValue: 1 << 2)
    /// An infinitive with "a".
    static let toInfinitive = Frames(rawValue: 1 << 3)
    /// Words in marks anywhere in what depends on it.
    static let mixed = Frames(rawValue: 1 << 4)
    /// Words in marks that say what something is called.
    static let predicate = Frames(rawValue: 1 << 5)
    /// Only with a reflexive pronoun.
    static let reflexive = Frames(rawValue: 1 << 6)
    /// Only after a causative verb.
    static let causative = Frames(rawValue: 1 << 7)
    /// Things can be its subject: it needs a known speaker.
    static let weak = Frames(rawValue: 1 << 8)
    /// Its object is a person: "ha avvertito Israele che".
    static let person = Frames(rawValue: 1 << 9)
    /// Only before "noto": rendere noto.
    static let noted = Frames(rawValue: 1 << 10)
    /// Goes on with the same speaker.
    static let same = Frames(rawValue: 1 << 11)
    /// With "si" too, of oneself: si chiede, si è lamentato.
    static let oneself = Frames(rawValue: 1 << 12)
    /// Words in marks only inside its clause: with a noun it has another sense.
    static let clausal = Frames(rawValue: 1 << 13)
    /// Without an object: what follows it can be its subject.
    static let intransitive = Frames(rawValue: 1 << 14)
    /// After a causative verb too: notare and far notare.
    static let caused = Frames(rawValue: 1 << 15)
    /// A clause after a noun that has one: "esprime il timore che".
    static let noun = Frames(rawValue: 1 << 16)
    /// A question: "chiede se".
    static let question = Frames(rawValue: 1 << 17)
    /// A clause with "come": "spiega come il ponte sia crollato".
    static let manner = Frames(rawValue: 1 << 18)
    /// Only in the passive, of its subject: "è convinto che".
    static let state = Frames(rawValue: 1 << 19)
    /// Told by a document after it, whose owner speaks: "si legge nella nota di X".
    static let ofDocument = Frames(rawValue: 1 << 20)
  }

  /// A verb of speech.
  struct Verb: Sendable, Hashable {
    var verbClass: VerbClass
    var frames: Frames

    /// Whether its subject may follow it where no quotation stands before: "Ha detto X che"; after the
    /// others a person is the object.
    var canLead: Bool {
      switch verbClass {
      case .report, .continuation, .utterance: !frames.contains(.person)
      default: false
      }
    }
  }

  /// A noun that stands for a body or state named before: "il movimento".
  struct StandIn: Sendable, Hashable {
    /// The kinds of actor that it can mean.
    var kinds: Set<ActorKind>
    /// Whether it means only those whose name holds it.
    var isNamed: Bool
    /// Whether it means any body, whatever it is called.
    var isAny = false
    /// The noun that the name of what it means holds: "ministero" for "dicastero".
    var other: LexemeTable.ID?
  }

  /// A phrase for somebody with another office or profession.
  private struct WiderWord: Sendable {
    var words: [LexemeTable.ID]
    var roles: [LexemeTable.ID]
  }

  /// What a word or phrase does around speech; several roles are asked for as one set.
  struct Role: OptionSet, Sendable, Hashable {
    let rawValue: UInt64
    static let according = Role(rawValue: 1 << 0)
    static let clauseSource = Role(rawValue: 1 << 1)
    static let document = Role(rawValue: 1 << 2)
    static let saying = Role(rawValue: 1 << 3)
    static let remark = Role(rawValue: 1 << 4)
    static let naming = Role(rawValue: 1 << 5)
    static let wording = Role(rawValue: 1 << 6)
    static let soCalled = Role(rawValue: 1 << 7)
    static let namingOf = Role(rawValue: 1 << 8)
    static let thus = Role(rawValue: 1 << 9)
    static let backwardClause = Role(rawValue: 1 << 10)
    static let quoting = Role(rawValue: 1 << 11)
    static let quoted = Role(rawValue: 1 << 12)
    static let contrast = Role(rawValue: 1 << 13)
    static let noted = Role(rawValue: 1 << 14)
    static let source = Role(rawValue: 1 << 15)
    static let generic = Role(rawValue: 1 << 16)
    static let opinion = Role(rawValue: 1 << 17)
    static let question = Role(rawValue: 1 << 18)
    static let answer = Role(rawValue: 1 << 19)
    static let interview = Role(rawValue: 1 << 20)
    static let anyone = Role(rawValue: 1 << 21)
    static let reference = Role(rawValue: 1 << 22)
    static let content = Role(rawValue: 1 << 23)
    /// People who can speak without a name.
    static let individual = Role(rawValue: 1 << 24)
    /// Bodies that can.
    static let body = Role(rawValue: 1 << 25)
    /// Begins a short lead to more of the same speech.
    static let lead = Role(rawValue: 1 << 26)
    /// Stands for the one named last.
    static let latter = Role(rawValue: 1 << 27)
    /// Tells of which kind a body is.
    static let kind = Role(rawValue: 1 << 28)
    /// What says nothing itself: laws, figures, pictures.
    static let thing = Role(rawValue: 1 << 29)
    /// Before the name that somebody is given.
    static let called = Role(rawValue: 1 << 30)
    /// Says who speaks is meant: "io".
    static let me = Role(rawValue: 1 << 31)
    /// Those whose judgement is told without more: "per gli esperti".
    static let judge = Role(rawValue: 1 << 32)
    /// Before whom somebody speaks by: "tramite il portavoce".
    static let through = Role(rawValue: 1 << 33)
    /// Says that the same is meant: "la stessa fonte".
    static let same = Role(rawValue: 1 << 34)
    /// Tells when or how often: "questa volta".
    static let occasion = Role(rawValue: 1 << 35)
    /// Before what somebody leaves unsaid: "senza fornire dettagli".
    static let without = Role(rawValue: 1 << 36)
    /// The verbs of telling that no table of speech has.
    static let telling = Role(rawValue: 1 << 37)
    /// How many are meant of those named before: "i due".
    static let count = Role(rawValue: 1 << 38)
    /// Stands for somebody else than those spoken of: "l’altro".
    static let other = Role(rawValue: 1 << 39)
    /// Stands for somebody nobody knows: "qualcuno".
    static let somebody = Role(rawValue: 1 << 40)
    /// Words of armed forces in an office: "capo di stato maggiore".
    static let arms = Role(rawValue: 1 << 41)
    /// Tells that a clause is of whom the text spoke last: "a suo dire"; p of several.
    static let possessed = Role(rawValue: 1 << 42)
    /// Begins what somebody gives for a reason: "per ragioni di sicurezza".
    static let reason = Role(rawValue: 1 << 43)
    /// Who stands before a court or is held: "l’imputato".
    static let accused = Role(rawValue: 1 << 44)
    /// Tells who that is: "è imputato di", "la condanna a".
    static let charge = Role(rawValue: 1 << 45)
    /// With "di" it begins an infinitive that tells when or why, and not what: "prima di partire".
    static let adverbial = Role(rawValue: 1 << 46)
    /// Verbs that give somebody the word: "tocca a X".
    static let turn = Role(rawValue: 1 << 47)
  }

  /// A phrase of one word or more.
  struct Phrase: Sendable {
    var words: TableArray<LexemeTable.ID>
    var role: Role
    /// The preposition, verb or other word that goes with it.
    var companion: LexemeTable.ID
  }

  /// The verbs of speech, by number.
  let verbs: [Verb?]
  /// The phrases that begin with a word, longest first.
  private let phrases: LexemeMap<TableArray<Phrase>>
  /// The roles of the phrases that begin with a word, by its number: most words begin none.
  private let beginnings: TableArray<Role>
  /// "che" and the like, that open a reported clause.
  let complementizers: LexemeMap<Bool>
  /// "se" and "come", that open a reported clause after the verbs with such a frame.
  let otherComplementizers: LexemeMap<Frames>
  /// The verbs that declare with "si" what somebody is: "si è detto pronto".
  let declaringVerbs: Set<VerbLexicon.ID>
  /// The nouns that stand for bodies and states, by form.
  let standIns: LexemeMap<StandIn>
  /// By a word for somebody, the offices and professions that it can stand for: "ufficiale".
  private let wider: LexemeMap<[WiderWord]>
  /// The offices that wider nouns stand for.
  private let offices: Set<LexemeTable.ID>
  /// The ranks of armed forces, as against those of the clergy.
  let armedRanks: Set<LexemeTable.ID>
  /// What stands after a verb to make it one of speech: "noto" after rendere.
  private let noted: [VerbLexicon.ID: [[LexemeTable.ID]]]
  /// The endings of nouns for those who do something: "cacciatore", with the letters before it.
  private let agentEndings: TableArray<TableArray<UInt8>>
  /// The nouns with such an ending that mean things: "settore".
  private let agentExceptions: LexemeMap<Bool>
  /// What marks a generic noun for a woman.
  let feminine: LexemeTable.ID
  /// The modal verb that leaves what is said a fact: "ha voluto precisare".
  let wanting: VerbLexicon.ID?
  /// The preposition of belonging, and of infinitives that are told: "di".
  let of: LexemeTable.ID
  /// The preposition of whom something is said to, and of infinitives that are asked for: "a".
  let to: LexemeTable.ID

  /// The words of speech of the language whose tables stand under `folder`.
  init(folder: String, verbs lexicon: VerbLexicon, lexemes: inout LexemeTable) {
    var verbs = [Verb?](repeating: nil, count: lexicon.count)
    for row in EmbeddedTable.rows(of: folder + "/speech.tsv") {
      guard let verb = lexicon.id(row[0]), let verbClass = VerbClass(rawValue: row[1]) else {
        continue
      }
      var frames: Frames = []
      for name in row.list(2) { frames.formUnion(Self.frames[name] ?? []) }
      verbs[Int(verb)] = Verb(verbClass: verbClass, frames: frames)
    }
    self.verbs = verbs
    var phrases = LexemeMap<[Phrase]>()
    var beginnings = TableArray<Role>()
    var complementizers = LexemeMap<Bool>()
    var (of, to) = (LexemeTable.unknown, LexemeTable.unknown)
    var declaringVerbs: Set<VerbLexicon.ID> = []
    var others = LexemeMap<Frames>()
    var noted: [VerbLexicon.ID: [[LexemeTable.ID]]] = [:]
    var wanting: VerbLexicon.ID?
    var agentEndings = TableArray<TableArray<UInt8>>()
    var agentExceptions = LexemeMap<Bool>()
    for row in EmbeddedTable.rows(of: folder + "/speech-words.tsv") {
      switch row[1] {
      case "complementizer": complementizers[lexemes.intern(row[0])] = true
      case "question": others[lexemes.intern(row[0])] = .question
      case "manner": others[lexemes.intern(row[0])] = .manner
      case "declaring": if let verb = lexicon.id(row[0]) { declaringVerbs.insert(verb) }
      case "wanting": wanting = lexicon.id(row[0])
      case "of": of = lexemes.intern(row[0])
      case "to": to = lexemes.intern(row[0])
      case "agent-ending": agentEndings.append(TableArray(Array(row[0].utf8)))
      case "no-agent": agentExceptions[lexemes.intern(row[0])] = true
      default: break
      }
      guard let role = Self.roles[row[1]] else { continue }
      let words = row[0].utf8.split(separator: 32).map { lexemes.intern(Substring($0)) }
      guard let first = words.first else { continue }
      if role == .noted, let verb = lexicon.id(row[2]) { noted[verb, default: []].append(words) }
      let companion = row[2].isEmpty ? LexemeTable.unknown : lexemes.intern(row[2])
      var entry = phrases[first] ?? []
      entry.append(Phrase(words: TableArray(words), role: role, companion: companion))
      entry.sort { $0.words.count > $1.words.count }
      phrases[first] = entry
      while beginnings.count <= Int(first) { beginnings.append([]) }
      beginnings[Int(first)].formUnion(role)
    }
    var standIns = LexemeMap<StandIn>()
    for row in EmbeddedTable.rows(of: folder + "/stand-ins.tsv") {
      for form in row.list(0) {
        let id = lexemes.intern(form)
        var entry = standIns[id] ?? StandIn(kinds: [], isNamed: row[2] == "named")
        entry.kinds.formUnion(row.list(1).compactMap { ActorKind(rawValue: $0) })
        entry.isNamed = entry.isNamed && row[2] == "named"
        entry.isAny = entry.isAny || row[2] == "any"
        if !row[2].isEmpty, row[2] != "any", row[2] != "named" {
          entry.other = lexemes.intern(row[2])
        }
        standIns[id] = entry
      }
    }
    self.standIns = standIns
    var wider = LexemeMap<[WiderWord]>()
    var offices: Set<LexemeTable.ID> = []
    var armedRanks: Set<LexemeTable.ID> = []
    for row in EmbeddedTable.rows(of: folder + "/role-kinds.tsv") {
      let roles = row.list(1).map { lexemes.intern($0) }
      offices.formUnion(roles)
      if row[2] == "armed" { armedRanks.formUnion(roles) }
      for form in row.list(0) {
        let words = form.utf8.split(separator: 32).map { lexemes.intern(Substring($0)) }
        guard let first = words.first else { continue }
        wider[first] = (wider[first] ?? []) + [WiderWord(words: words, roles: roles)]
      }
    }
    (self.wider, self.offices, self.armedRanks) = (wider, offices, armedRanks)
    (self.phrases, self.complementizers) = (phrases.mapValues { TableArray($0) }, complementizers)
    self.beginnings = beginnings
    (self.of, self.to, feminine) = (of, to, lexemes.intern("f"))
    (self.declaringVerbs, self.wanting) = (declaringVerbs, wanting)
    (otherComplementizers, self.noted) = (others, noted)
    (self.agentEndings, self.agentExceptions) = (agentEndings, agentExceptions)
  }

  private static let frames: [String: Frames] = [
    "quote": .quote, "che": .clause, "di": .ofInfinitive, "a": .toInfinitive, "mixed": .mixed,
    "come": .predicate, "reflexive": .reflexive, "causative": .causative, "weak": .weak,
    "person": .person, "noted": .noted, "same": .same, "oneself": .oneself, "clausal": .clausal,
    "intransitive": .intransitive, "caused": .caused, "noun": .noun, "se": .question,
    "come-clause": .manner, "state": .state, "document": .ofDocument,
  ]

  private static let roles: [String: Role] = [
    "according": .according, "clause-source": .clauseSource, "document": .document,
    "saying": .saying, "remark": .remark, "naming": .naming, "wording": .wording,
    "so-called": .soCalled, "naming-of": .namingOf, "thus": .thus,
    "backward-clause": .backwardClause, "quoting": .quoting, "quoted": .quoted,
    "contrast": .contrast, "noted": .noted, "source": .source, "generic": .generic,
    "opinion": .opinion, "question": .question, "answer": .answer, "interview": .interview,
    "anyone": .anyone, "reference": .reference, "content": .content, "individual": .individual,
    "body": .body, "lead": .lead, "latter": .latter, "kind": .kind, "thing": .thing,
    "called": .called, "me": .me, "judge": .judge, "through": .through, "same": .same,
    "occasion": .occasion, "without": .without, "telling": .telling, "count": .count,
    "other": .other, "somebody": .somebody, "arms": .arms, "possessed": .possessed,
    "reason": .reason, "accused": .accused, "charge": .charge,
    "adverbial": .adverbial, "turn": .turn,
  ]

  /// What the verb of `group` reports, if it is a verb of speech as it stands there.
  func verb(of group: VerbGroup, in text: TokenizedText) -> Verb? {
    guard let verb = verbs[Int(group.verb)] else { return nil }
    if verb.frames.contains(.reflexive), group.voice != .reflexive { return nil }
    if verb.frames.contains(.causative) != group.isCausative, !verb.frames.contains(.caused) {
      return nil
    }
    if verb.frames.contains(.state), group.voice != .passive || group.tense != .present {
      return nil
    }
    // "si parla di", "si dice che": nobody in particular.
    if group.voice == .reflexive, group.isFinite, !verb.frames.contains(.reflexive),
      !verb.frames.contains(.oneself), !declaringVerbs.contains(group.verb)
    {
      return nil
    }
    // "dovranno rispondere" is no answer; "ha voluto precisare" is a statement.
    if let modal = group.modal, modal != wanting { return nil }
    if verb.frames.contains(.noted), notedEnd(of: group, in: text) == nil { return nil }
    return verb
  }

  /// The offices and professions that the words at `i` can stand for; none for most words.
  func roles(for text: TokenizedText, at i: Int) -> [LexemeTable.ID] {
    guard i < text.count, let words = wider[text[i].lexeme] else { return [] }
    return words.flatMap { entry -> [LexemeTable.ID] in
      guard i + entry.words.count <= text.count,
        entry.words.indices.allSatisfy({ text[i + $0].lexeme == entry.words[$0] })
      else { return [] }
      return entry.roles
    }
  }

  /// The offices that the single word can stand for.
  func roles(of word: LexemeTable.ID) -> [LexemeTable.ID] {
    (wider[word] ?? []).filter { $0.words.count == 1 }.flatMap(\.roles)
  }

  /// Whether some wider noun can stand for the office.
  func isRole(_ office: LexemeTable.ID) -> Bool { offices.contains(office) }

  /// Past what makes the verb of `group` one of speech: "noto" after rendere; nothing where it lacks.
  func notedEnd(of group: VerbGroup, in text: TokenizedText) -> Int? {
    guard let phrases = noted[group.verb] else { return nil }
    let start = group.tokens.upperBound
    for words in phrases where start + words.count <= text.count {
      if words.indices.allSatisfy({ text[start + $0].lexeme == words[$0] }) {
        return start + words.count
      }
    }
    return nil
  }

  /// Whether the word at `i` has the ending of those who do something, and is no thing: "un cacciatore".
  func looksLikeAgent(_ text: TokenizedText, _ i: Int) -> Bool {
    let token = text[i]
    guard token.isWord, !token.isCapitalized, token.span.count >= 7,
      !agentExceptions.contains(token.lexeme)
    else { return false }
    let bytes = text.text.bytes
    return agentEndings.contains { ending in
      let start = Int(token.end) - ending.count
      return ending.indices.allSatisfy { bytes[start + $0] == ending[$0] }
    }
  }

  /// Whether a phrase with one of `roles` begins with the word.
  func begins(_ roles: Role, with word: LexemeTable.ID) -> Bool {
    !beginnings(word).isDisjoint(with: roles)
  }

  /// The longest phrase with one of the roles `a` to `g` at the token `i`.
  @inline(__always)
  func phrase(
    _ text: TokenizedText, _ i: Int, _ a: Role, _ b: Role = [], _ c: Role = [], _ d: Role = [],
    _ e: Role = [], _ f: Role = [], _ g: Role = []
  ) -> Phrase? {
    let roles = a.union(b).union(c).union(d).union(e).union(f).union(g)
    guard i >= 0, i < text.count, !beginnings(text[i].lexeme).isDisjoint(with: roles) else {
      return nil
    }
    return phrase(text, at: i, roles)
  }

  private func phrase(_ text: TokenizedText, at i: Int, _ roles: Role) -> Phrase? {
    phrases[text[i].lexeme]?.first { phrase in
      guard roles.contains(phrase.role), i + phrase.words.count <= text.count else { return false }
      for (offset, word) in phrase.words.enumerated() where text[i + offset].lexeme != word {
        return false
      }
      return true
    }
  }

  /// The roles of the phrases that begin with the word.
  @inline(__always)
  private func beginnings(_ word: LexemeTable.ID) -> Role {
    word >= 0 && Int(word) < beginnings.count ? beginnings[Int(word)] : []
  }
}
