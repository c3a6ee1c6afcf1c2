import AttuneDiagnostics
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
/// translate is `being_met.instrument`.
struct Case: CustomTestStringConvertible, Sendable {
  static let folder = Repository.root.appending(path: "Tests/AttuneLanguageTests/Cases")

  static let all: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let frozen = Set(names.filter { $0.hasSuffix(".instrument") }.map { code(of: $0) + ".lock" })
    return names.filter { !$0.hasSuffix(".txt") && $0 != companion && !frozen.contains($0) }
      .sorted().map(Case.init)
  }()

  private static let companion = "being_met.instrument"

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

  /// What is found in the file beside its lock, or for the instrument that it translates.
  func findings() throws -> [Finding] {
    let lock = code + ".lock"
    let isFrozen = FileManager.default.fileExists(atPath: Self.folder.appending(path: lock).path())
    return try source().findings(
      withAdvice: true, beside: isFrozen ? Self.source(lock) : nil,
      translating: Compilation(of: Self.source(Self.companion)).instrument)
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
