import AttuneDiagnostics
import AttuneLanguage
import Foundation
import Testing

/// Every fix that is made unasked does away with its finding.
@Suite struct CertainFixTests {
  private static let examples: [(code: String, change: @Sendable (String) -> String)] = [
    ("A103", { $0 + "item My-item: A question.\n" }),
    ("A201", { $0 + "item a: A question.\n  required: yes\n" }),
    ("A305", { $0.replacing("  status: draft, unvalidated\n", with: "") }),
    ("A307", { $0.replacing("  version: 0.3.0\n", with: "") }),
  ]

  @Test(arguments: examples.indices) func helps(_ index: Int) {
    let (code, change) = Self.examples[index]
    let source = SourceText(name: "a.instrument", content: change(Example.prelude))
    #expect(source.findings().map(\.code) == [code])
    let mending = Mending(source) { $0.findings() }
    #expect(mending.changes.map(\.code) == [code])
    #expect(mending.findings == [])
  }

  @Test func allHelpTogether() {
    let content = Self.examples.reduce(Example.prelude) { $1.change($0) }
    let mending = Mending(SourceText(name: "a.instrument", content: content)) { $0.findings() }
    #expect(mending.changes.map(\.code).sorted() == Self.examples.map(\.code))
    #expect(mending.findings == [])
  }

  @Test func everyCodeWithACertainFixIsTriedHere() throws {
    let folder = Repository.root.appending(path: "Sources/AttuneLanguage")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      count +=
        try String(contentsOf: file, encoding: .utf8).components(separatedBy: ".certain").count - 1
    }
    #expect(count == Self.examples.count, "a certain fix without an example here, or one too many")
  }
}
