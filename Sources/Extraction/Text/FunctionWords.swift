/// The few words that rules call by name, looked up once.
struct FunctionWords: Sendable {
  let a, cento, che, chi, contro, cui, da, di, dove, e, ed, o, per, si, tra: LexemeTable.ID
  /// Conjunctions that set against what stands before.
  let adversatives: TableArray<LexemeTable.ID>
  /// Words before the name of a source: "secondo", "stando a".
  let sources: TableArray<LexemeTable.ID>

  /// The words among `lexemes`.
  init(_ lexemes: LexemeTable) {
    func id(_ form: String) -> LexemeTable.ID { lexemes.id(form) }
    func known(_ forms: [String]) -> TableArray<LexemeTable.ID> {
      TableArray(forms.map(id).filter { $0 >= 0 })
    }
    (a, cento, che, chi) = (id("a"), id("cento"), id("che"), id("chi"))
    (cui, da, di, e) = (id("cui"), id("da"), id("di"), id("e"))
    (contro, si) = (id("contro"), id("si"))
    (o, per, tra) = (id("o"), id("per"), id("tra"))
    (dove, ed) = (id("dove"), id("ed"))
    adversatives = known(["ma", "però", "tuttavia", "bensì", "anzi"])
    sources = known(["secondo", "stando", "detta", "giudizio"])
  }
}
