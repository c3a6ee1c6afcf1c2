import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// One file of `Cases`: the smallest text in which a code is found, its findings pointed at by
/// comments.
///
///     item heard: My worker listens to me.
///     #    ^ A220
///
/// A caret points at the line above it; `#< A110` points at its first column. Beside the file stands
/// how its findings look, and beside an instrument that was frozen its lock. What the translations
/// translate is `being_met.instrument`; what the made-up people of the designs answer is
/// `being_heard.instrument`.
struct Case: CustomTestStringConvertible, Sendable {
  static let folder = Repository.root.appending(path: "Tests/AttuneLanguageTests/Cases")

  static let all: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let frozen = Set(names.filter { $0.hasSuffix(".instrument") }.map { code(of: $0) + ".lock" })
    return names.filter {
      !$0.hasSuffix(".txt") && !companions.contains($0) && !frozen.contains($0)
    }
    .sorted().map(Case.init)
  }()

  private static let translated = "being_met.instrument"
  private static let simulated = "being_heard.instrument"
  private static let companions = [translated, simulated]

  /// What the made-up people of the designs answer.
  static func simulatedInstrument() throws -> Instrument {
    try #require(Compilation(of: source(simulated)).instrument)
  }

  let testDescription: String

  private init(_ name: String) { testDescription = name }

  /// The code that the file is there for.
  var code: String { Self.code(of: testDescription) }

  private static func code(of name: String) -> String { String(name.prefix { $0 != "." }) }

  func source() throws -> SourceText { try Self.source(testDescription) }

  private static func source(_ name: String) throws -> SourceText {
    SourceText(
      name: name, content: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  /// What is found in the file beside its lock, or for the instrument that it translates or that its
  /// people answer.
  func findings() throws -> [Finding] {
    if try FileKind(of: source()) == .design {
      return try DesignCompilation(
        of: source(), for: Self.simulatedInstrument(), canBe: isPositiveDefinite
      ).findings
    }
    let lock = code + ".lock"
    let isFrozen = FileManager.default.fileExists(atPath: Self.folder.appending(path: lock).path())
    return try source().findings(
      withAdvice: true, beside: isFrozen ? Self.source(lock) : nil,
      translating: Compilation(of: Self.source(Self.translated)).instrument)
  }

  /// What the comments say is found, as `A220 at 14:6`, from the top.
  func expected() throws -> [String] {
    var line = 0
    var expected: [String] = []
    for (index, text) in try source().content.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if let mark = text.wholeMatch(of: /#(?: *\^|<) (A\d\d\d)/) {
        let column = text.hasPrefix("#<") ? 1 : text.prefix { $0 != "^" }.count + 1
        expected.append("\(mark.output.1) at \(line):\(column)")
      } else {
        line = index + 1
      }
    }
    return expected
  }

  /// How the findings are shown to people, and what a screen reader says.
  func rendering() throws -> String {
    let source = try source()
    let findings = try findings()
    return FindingFormat.text.render(findings, of: source) + "\n----\n\n"
      + FindingFormat.spoken.render(findings, of: source)
  }

  var recording: URL { Self.folder.appending(path: code + ".txt") }
}

/// Whether the symmetric `matrix` can be one of correlations: elimination meets only pivots above 0.
func isPositiveDefinite(_ matrix: [[Double]]) -> Bool {
  var rest = matrix
  for pivot in rest.indices {
    guard rest[pivot][pivot] > 0 else { return false }
    for row in rest.indices.dropFirst(pivot + 1) {
      let factor = rest[row][pivot] / rest[pivot][pivot]
      for column in rest.indices { rest[row][column] -= factor * rest[pivot][column] }
    }
  }
  return true
}
