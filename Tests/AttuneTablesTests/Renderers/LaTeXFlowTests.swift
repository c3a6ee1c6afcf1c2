import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct LaTeXFlowTests {
  private func table(_ words: String) -> Table {
    Table(
      "t", title: "Questions",
      columns: [.item, Column("words", "words", .text), .cases, .mean],
      rows: [[.text("a"), .text(words), .count(3), .real(1.5)]], notes: ["A note."])
  }

  @Test func keepsANarrowTableAsItIs() {
    let text = LaTeXFlow().render(table("few words"))
    #expect(text.contains("\\begin{longtable}[l]{@{}llrr@{}}"))
    #expect(text.contains("a & few words & 3 & 1.50 \\\\"))
    #expect(text.contains("{\\footnotesize A note.\\par}"))
  }

  @Test func setsLongWordsInLines() throws {
    let text = LaTeXFlow().render(table(String(repeating: "long words ", count: 20)))
    let width = try #require(text.firstMatch(of: /@\{\}l>\{[^}]*\}p\{(\d+)ex\}rr@/))
    #expect((40...88).contains(try #require(Int(width.output.1))))
    #expect(!text.contains("resizebox") && !text.contains("\\begin{table}"))
  }

  @Test(arguments: HostileText.payloads)
  func noTextIsACommand(payload: String) {
    func rendered(_ text: String) -> String {
      LaTeXFlow().render(
        Table(
          "t", title: text, columns: [Column("a", text, .text)], rows: [[.text(text)]],
          notes: [text]))
    }
    let text = rendered(payload)
    for command in ["\\input", "\\write", "\\immediate", "\\def", "\\csname", "\\include{"] {
      #expect(!text.contains(command))
    }
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
