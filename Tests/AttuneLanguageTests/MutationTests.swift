import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// Damaged files, by the thousand: whatever happens to a file, it is read to its end.
@Suite struct MutationTests {
  /// What is asked of every file, however damaged.
  private func check(_ source: SourceText, _ seed: UInt64) {
    let findings = source.findings(withAdvice: true)
    let length = source.content.utf8.count
    let ranges =
      findings.map(\.range) + findings.flatMap(\.notes).map(\.range)
      + findings.flatMap(\.fixes).flatMap(\.edits).map(\.range)
    #expect(ranges.allSatisfy { $0.upper <= length }, "seed \(seed)")
    for format in FindingFormat.allCases {
      let shown = format.render(findings, of: source, limit: 5)
      #expect(isInert(shown), "seed \(seed), \(format)")
    }
    let compilation = Compilation(of: source)
    let mustFix = compilation.findings.contains { $0.level == .mustFix }
    #expect((compilation.instrument == nil) == mustFix, "seed \(seed)")
    guard let text = Formatting(of: source).text else { return }
    let laidOut = SourceText(name: source.name, content: text)
    #expect(Formatting(of: laidOut).text == text, "seed \(seed)")
    #expect(Compilation(of: laidOut).instrument == compilation.instrument, "seed \(seed)")
  }

  private func isInert(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test(arguments: 1...150) func readsWhatIsLeft(_ seed: Int) throws {
    let seed = UInt64(seed)
    var random = Seeded(state: seed)
    let (name, file): (String, GeneratedFile) =
      switch seed % 5 {
      case 0: ("a.study", .study(seed: seed))
      case 1: ("a.design", .design(seed: seed))
      default: ("a.instrument", .instrument(seed: seed))
      }
    var bytes = Array(file.odd(seed: seed).utf8)
    for _ in 0...Int.random(in: 0...6, using: &random) { damage(&bytes, &random) }
    let source = SourceText(name: name, content: String(decoding: bytes, as: UTF8.self))
    check(source, seed)
    if seed % 5 == 1 { try checkDesign(source, seed) }
  }

  /// Held against its instrument too, and the same when it is laid out.
  private func checkDesign(_ source: SourceText, _ seed: UInt64) throws {
    let instrument = try Case.simulatedInstrument()
    func compile(_ source: SourceText) -> DesignCompilation {
      DesignCompilation(of: source, for: instrument, canBe: isPositiveDefinite)
    }
    let compilation = compile(source)
    let mustFix = compilation.findings.contains { $0.level == .mustFix }
    #expect((compilation.design == nil) == mustFix, "seed \(seed)")
    let length = source.content.utf8.count
    let ranges =
      compilation.findings.map(\.range)
      + compilation.findings.flatMap(\.fixes).flatMap(\.edits).map(\.range)
    #expect(ranges.allSatisfy { $0.upper <= length }, "seed \(seed)")
    guard let text = Formatting(of: source).text else { return }
    let laidOut = SourceText(name: source.name, content: text)
    #expect(compile(laidOut).design == compilation.design, "seed \(seed)")
  }

  /// One of the things that happen to files: lines lost, doubled, swapped or cut, bytes changed, pieces
  /// of other files pasted in.
  private func damage(_ bytes: inout [UInt8], _ random: inout Seeded) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
    let index = Int.random(in: lines.indices, using: &random)
    let other = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0...8, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: other)
    case 2: lines.swapAt(index, other)
    case 3: lines[index] = Array(lines[index].prefix(lines[index].count / 2))
    case 4: lines[index] += lines[other]
    case 5: lines[index] = lines[index].map { Bool.random(using: &random) ? $0 : $0 ^ 0x20 }
    case 6:
      let place = Int.random(in: 0...lines[index].count, using: &random)
      lines[index].insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 7: lines.insert(Array((Self.scraps.randomElement(using: &random) ?? "").utf8), at: index)
    default:
      // The end is lost, in the middle of whatever stands there.
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      return
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static let scraps = [
    "show when: ((((a", "uses: a to z to b", "item", "item :", "1 = ", "= 1", ":", ">", "answer:",
    "> {", "> {{{a or }", "ask : x", "score: mean", "counts: 1 as", "... when: x", " when: a is b",
    "required", "accept: A100", "\u{FEFF}", "\u{2028}", "\u{1B}[31m", "item \u{202E}a", "a = b = c",
    "instrument", "study x", "group", "number 9 to 1", "show when: not", "keep until: 2026-02-30",
    "answers seen: visits 4", "shift: listened", "cut at: 1, 1", "people", "seed: -1",
    "help: \u{85}", "smallest difference that matters: 0 points", "expect: higher", "term : x",
  ]

  /// Cut after every byte, also in the middle of a letter.
  @Test func readsAFileUpToAnyByte() throws {
    let bytes = Array(GeneratedFile.instrument(seed: 7).odd(seed: 7).utf8.prefix(1_000))
    for count in 0...bytes.count {
      let source = SourceText(
        name: "a.instrument", content: String(decoding: bytes.prefix(count), as: UTF8.self))
      let compilation = Compilation(of: source)
      #expect(compilation.instrument != nil || !compilation.findings.isEmpty, "\(count) bytes")
      #expect(
        compilation.findings.allSatisfy { $0.range.upper <= source.content.utf8.count },
        "\(count) bytes")
    }
  }
}
