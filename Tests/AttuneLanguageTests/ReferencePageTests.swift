import AttuneLanguage
import Foundation
import Testing

/// The reference is written from the compiler's tables; `ATTUNE_RECORD=1` writes it anew.
@Suite struct ReferencePageTests {
  @Test(arguments: [("language", ReferencePages.language), ("checks", ReferencePages.checks)])
  func saysWhatTheCompilerKnows(name: String, page: String) throws {
    let file = Repository.root.appending(path: "docs/reference/\(name).md")
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func hasAPlaceForEveryCheckAndEveryWord() {
    for explanation in Explanation.all {
      #expect(ReferencePages.checks.contains("\n## \(explanation.code)\n"))
    }
    for kind in FileKind.allCases {
      for heading in Keyword.headings(of: kind) {
        #expect(ReferencePages.language.contains("\n### \(heading.spelling)\n"))
        for detail in Keyword.details(of: heading.spelling) {
          #expect(ReferencePages.language.contains("| `\(detail.example)` |"))
        }
      }
    }
  }
}
