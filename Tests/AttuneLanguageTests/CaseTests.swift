import AttuneDiagnostics
import AttuneLanguage
import Foundation
import Testing

/// Every check, proved by a file in `Cases`; `ATTUNE_RECORD=1` writes down anew how findings look.
@Suite struct CaseTests {
  @Test(arguments: Case.all) func isFoundInItsPlaceAndNothingElse(_ example: Case) throws {
    let source = try example.source()
    let found = try example.findings().map { finding in
      let (line, column) = source.position(of: finding.range.lower)
      return "\(finding.code) at \(line):\(column)"
    }
    #expect(found == (try example.expected()))
    #expect(found.contains { $0.hasPrefix(example.code) })
  }

  @Test(arguments: Case.all) func looksAsWrittenDown(_ example: Case) throws {
    let rendering = try example.rendering()
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] != nil {
      try rendering.write(to: example.recording, atomically: true, encoding: .utf8)
    }
    #expect(rendering == (try String(contentsOf: example.recording, encoding: .utf8)))
  }

  @Test func everyCodeHasAFile() throws {
    #expect(Case.all.map(\.code) == Explanation.all.map(\.code))
    let names = try FileManager.default.contentsOfDirectory(atPath: Case.folder.path())
    let recorded = names.filter { $0.hasSuffix(".txt") }.map { $0.dropLast(4) }.sorted()
    #expect(recorded.map(String.init) == Case.all.map(\.code))
  }

  /// A finding is a hand held out: it speaks in the first person or of the thing, blames nobody and
  /// says what to do.
  @Test(arguments: Case.all) func speaksKindly(_ example: Case) throws {
    for finding in try example.findings() {
      let words = ([finding.title, finding.explanation] + finding.fixes.map(\.title))
        .joined(separator: " ").lowercased()
      for unkind in [
        "error", "invalid", "illegal", "wrong", "you must", "you forgot", "failed", "bad ",
        "warning", "fatal", "unexpected", "should have",
      ] {
        #expect(!words.contains(unkind), "\(unkind) in: \(words)")
      }
      #expect(!finding.title.hasSuffix("."))
      #expect(finding.title.prefix(1) == finding.title.prefix(1).uppercased())
      #expect(finding.explanation.isEmpty || ".?!:".contains(finding.explanation.suffix(1)))
      #expect(!finding.explanation.isEmpty || !finding.fixes.isEmpty, "what can be done?")
    }
  }
}
