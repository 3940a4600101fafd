import Testing

@testable import Knowledge

@Suite struct EmbeddedTableTests {
  @Test func rowsAreFieldsBetweenTabs() {
    let text = "# comment\na\tb\t\n\nè\tx|y\r\nlast"
    let rows = Array(text.utf8).withUnsafeBufferPointer { Array(TableRows($0)) }
    #expect(
      rows == [
        TableRow(line: 2, fields: ["a", "b", ""]),
        TableRow(line: 4, fields: ["è", "x|y"]),
        TableRow(line: 5, fields: ["last"]),
      ])
    #expect(rows[1].list(1) == ["x", "y"])
    #expect(rows[1].list(7) == [])
    #expect(rows[2][3] == "")
  }

  @Test func everyTableIsFoundByItsName() {
    #expect(!EmbeddedTable.names.isEmpty)
    for name in EmbeddedTable.names { #expect(EmbeddedTable(named: name) != nil) }
    #expect(EmbeddedTable(named: "it/no-such-table.tsv") == nil)
    #expect(Array(EmbeddedTable.rows(of: "it/no-such-table.tsv")).isEmpty)
  }

  @Test(arguments: EmbeddedTable.names.filter { $0.hasSuffix(".tsv") })
  func everyTextTableIsUTF8AndEndsWithALine(name: String) throws {
    let table = try #require(EmbeddedTable(named: name))
    #expect(String(validating: table.bytes, as: UTF8.self) != nil)
    #expect(table.bytes.last == UInt8(ascii: "\n"))
  }
}
