import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

/// A damaged file is read to its end: findings, or an instrument, and never neither.
@Suite struct DamageTests {
  private let lines: [Substring]

  init() throws {
    lines = try Repository.text("instruments/keep.instrument").content
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func check(_ lines: some Sequence<Substring>) {
    let source = SourceText(name: "damaged", content: lines.joined(separator: "\n"))
    let compilation = Compilation(of: source)
    let mustFix = compilation.findings.contains { $0.level == .mustFix }
    #expect((compilation.instrument == nil) == mustFix)
    #expect(compilation.findings.allSatisfy { $0.range.upper <= source.content.utf8.count })
    for format in FindingFormat.allCases {
      _ = format.render(compilation.findings + compilation.advice, of: source)
    }
    let formatting = Formatting(of: source)
    #expect((formatting.text == nil) == !formatting.findings.isEmpty)
    let mending = Mending(source) { $0.findings() }
    #expect(!mending.findings.flatMap(\.fixes).contains { $0.confidence == .certain })
  }

  @Test func survivesTheLossOfItsEnd() {
    for count in stride(from: 0, through: lines.count, by: 7) { check(lines.prefix(count)) }
  }

  @Test func survivesTheLossOfAnyLine() {
    for index in stride(from: 0, to: lines.count, by: 7) {
      check(lines[..<index] + lines[(index + 1)...])
    }
  }

  @Test func survivesTheLossOfHalfALine() {
    for index in stride(from: 1, to: lines.count, by: 11) {
      let half = lines[index].prefix(lines[index].count / 2)
      check(lines[..<index] + [half] + lines[(index + 1)...])
    }
  }

  @Test func survivesLinesInAnotherOrder() {
    check(lines.reversed())
    check(lines.sorted())
  }

  @Test(arguments: [
    "", "\n", ":", "=", ">", "#", "::", "item", "item:", "a = ", "scale : :", "(", "\u{FEFF}",
  ])
  func survivesScraps(_ scrap: String) {
    check([scrap[...]])
    check(lines.prefix(12) + [scrap[...]] + lines.dropFirst(12))
  }
}
