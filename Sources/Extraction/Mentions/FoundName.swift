import DossierModel
import Knowledge

/// A stretch of an article that names or describes somebody, something or some place.
struct FoundName {
  /// What sort of thing it seems to be.
  enum Kind: UInt8 {
    /// One that the world's tables know.
    case known
    /// An institution by its head noun.
    case institution
    /// A person for sure.
    case person
    /// A place for sure, though perhaps unknown.
    case place
    /// A name; what it names is decided when all of its occurrences are known.
    case open
    /// People by their demonym.
    case people
    /// A place between two: "il confine armeno-azero".
    case border
  }

  /// Its tokens.
  var tokens: Range<Int>
  /// What sort of thing it seems to be.
  var kind: Kind
  /// The name without the noun that belongs to it ("Bilaspur" of "distretto di Bilaspur").
  var core: Range<Int>
  /// What the tables have for it.
  var referents: [KnownName] = []
  /// The institution.
  @Apart var institution: InstitutionName?
  /// The role that introduces it, as an index of the scan's roles.
  var role: Int?
  /// Demonyms that it consists of.
  var demonyms: [Demonym] = []
  /// What speaks for each reading of an open name.
  var evidence = Evidence()
  /// Whether its only capital starts a sentence.
  var isWeak = false
  /// The noun that makes it a place ("provincia", "aeroporto").
  var placeNoun: NameLexicon.Cue = []
  /// The kind of organization that an introducing noun gives.
  var introducedKind: ActorKind?
  /// Whether another name in parentheses explains it, or it another; that one's index.
  var twin: Int?
  /// The preposition before, in its base form, without an article.
  var preposition: LexemeTable.ID = LexemeTable.unknown
  /// Whether a definite article stands before it, alone or in a preposition.
  var hasArticle = false
  /// Whether it is "20 chilometri da", "nei pressi di".
  var isNear = false
  /// Whether "detto" or the like stands before it.
  var isAlias = false
  /// Whether the tables have it as a company, club or service.
  var isBody = false
  /// Whether the tables have it as a team, perhaps called as its town is.
  var isClub = false
  /// Whether an indefinite article stands before it: "un Boeing" is no company.
  var isIndefinite = false
}

/// A large value that few have, kept apart so that the others are copied lightly.
@propertyWrapper
struct Apart<Value> {
  private final class Box {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}

/// What speaks for each reading of a name.
struct Evidence {
  /// For a person.
  var person = 0
  /// For an organization.
  var organization = 0
  /// For a place.
  var place = 0
  /// For something that is none of these: a work, a vehicle.
  var other = 0
  /// How often something shows that it is a body, beyond letters and articles.
  var body = 0
  /// How often something shows that it is somebody.
  var somebody = 0

  static func += (a: inout Evidence, b: Evidence) {
    a.person += b.person
    a.organization += b.organization
    a.place += b.place
    a.other += b.other
    a.body += b.body
    a.somebody += b.somebody
  }
}

/// An institution as its words give it.
struct InstitutionName {
  /// The head.
  var head: InstitutionLexicon.Head
  /// The tokens of the head.
  var headTokens: Range<Int>
  /// The field of government.
  var portfolio: InstitutionLexicon.Portfolio?
  /// The homeland that a demonym or complement gives.
  var homeland: Demonym.Homeland?
  /// The masculine singular of the demonym that the text uses.
  var demonym: String?
  /// Its tokens with the complement that is a name of its own ("esercito del Karabakh").
  var whole: Range<Int>
  /// Whether it has words beyond the head.
  var isBare: Bool
  /// Whether beyond head, field and homeland it has words of its own.
  var isOwn: Bool
}

/// A noun phrase for a person by what they are.
struct RolePhrase {
  /// From the first word of the role to the end of its last sure complement.
  var tokens: Range<Int>
  /// The noun.
  var noun: Int
  /// What the noun says.
  var word: RoleLexicon.Noun
  /// Gender and number, by the noun and the article before it.
  var agreement: ArticleReading.Agreement
  /// The office, with synonyms made one.
  var title: RoleTitle
  /// Words before the noun, "ex" aside.
  var adjuncts: [LexemeTable.ID] = []
  /// Whether it is no longer held.
  var isFormer = false
  /// The country or region that it serves.
  var homeland: Demonym.Homeland?
  /// Whether that is only the country of the body that it serves, by the tables.
  var isHomelandOfBody = false
  /// The tokens of the first complement, without preposition and article, if it is not just a
  /// homeland or field.
  var complement: Range<Int>?
  /// Up to where it goes if a name follows.
  var nameStart: Int
  /// The found name that it introduces.
  var name: Int?
  /// Whether something other than article, noun and adjuncts stands in it.
  var isSpecific = false
  /// The found name that it follows as an apposition.
  var apposedTo: Int?
  /// The role before it that it says more of: "il portavoce dell'esercito, il generale X".
  var follows: Int?
}
