import AttuneTestSupport
import Foundation
import Testing

/// The page that says what the numbers were checked against.
@Suite struct VerificationTests {
  @Test func listsNothingThatNoTestChecks() throws {
    let folder = Program.root.appending(path: "Tests")
    let files = FileManager.default.enumerator(atPath: folder.path())
    var sources = ""
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix("Tests.swift") else { continue }
      sources += try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    let procedures = try Verification.procedures()
    #expect(procedures.count >= 20)
    for procedure in procedures { #expect(sources.contains("\"\(procedure)\""), "\(procedure)") }
  }

  @Test func saysWhatTheTestsFound() throws {
    let path = "docs/verification-\(UUID()).md"
    let url = Program.root.appending(path: path)
    defer { try? FileManager.default.removeItem(at: url) }
    var agreement = Agreement()
    agreement.compare(1, with: 1.5, at: "here")
    guard ProcessInfo.processInfo.environment["ATTUNE_RECORD"] != "1" else { return }
    // What no page says, and what a page says otherwise.
    #expect(throws: Verification.Outdated.self) {
      try Verification.record("A", against: "B", agreement, in: path)
    }
    try Data("| A | B | 1 | below 1e-3 |\n".utf8).write(to: url)
    try Verification.record("A", against: "B", agreement, in: path)
    agreement.compare(1, with: 1, at: "there")
    #expect(throws: Verification.Outdated.self) {
      try Verification.record("A", against: "B", agreement, in: path)
    }
  }
}
