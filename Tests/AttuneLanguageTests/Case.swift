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
/// how its findings look.
struct Case: CustomTestStringConvertible, Sendable {
  static let folder = Repository.root.appending(path: "Tests/AttuneLanguageTests/Cases")

  static let all: [Case] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.hasSuffix(".txt") }.sorted().map(Case.init)
  }()

  let testDescription: String

  private init(_ name: String) { testDescription = name }

  /// The code that the file is there for.
  var code: String { String(testDescription.prefix { $0 != "." }) }

  func source() throws -> SourceText {
    let file = Self.folder.appending(path: testDescription)
    return SourceText(
      name: testDescription, content: try String(contentsOf: file, encoding: .utf8))
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
    let findings = source.findings(withAdvice: true)
    return FindingFormat.text.render(findings, of: source) + "\n----\n\n"
      + FindingFormat.spoken.render(findings, of: source)
  }

  var recording: URL { Self.folder.appending(path: code + ".txt") }
}
