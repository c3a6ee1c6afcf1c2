import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// Freezing an instrument, and what is said of it afterwards.
@Suite struct FreezeTests {
  private let scratch: ScratchFolder
  private let file: String

  init() throws {
    scratch = try ScratchFolder()
    file = try scratch.write(Self.planned, to: "short.instrument")
  }

  private static let planned =
    Study.short + "plan together: Do these measure one thing?\n  reliability of: ease\n"

  private func rewrite(_ old: String, _ new: String) throws {
    try scratch.write(Self.planned.replacing(old, with: new), to: "short.instrument")
  }

  private func attune(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.url)
  }

  /// The fingerprint is the one that any other program gives: here GNU coreutils.
  @Test func writesALockBesideTheInstrument() throws {
    let frozen = try attune("freeze", "short.instrument")
    #expect(frozen.status == 0)
    #expect(frozen.messages.hasPrefix("Wrote short.lock: short 1.0.0 with 1 plan, frozen on 20"))
    let lock = try scratch.text("short.lock")
    #expect(lock.contains("\nlock of short\n  version: 1.0.0\n  frozen on: 20"))

    let source = SourceText(name: "short.instrument", content: Self.planned)
    let instrument = try #require(Compilation(of: source).instrument)
    for (key, bytes) in [
      ("meaning", try instrument.meaning()), ("plan together", try instrument.plans[0].meaning()),
    ] {
      let sum = try Program.run(["sha256sum"], of: "/usr/bin/env", input: bytes)
      #expect(lock.contains("  \(key): \(sum.output.prefix(64))\n"))
    }
    #expect(try attune("check", "short.instrument", "short.lock").status == 0)
    #expect(try attune("format", "--check", "short.lock").status == 0)
  }

  @Test func anotherLayoutIsNothingNew() throws {
    _ = try attune("freeze", "short.instrument")
    let lock = try scratch.text("short.lock")
    try rewrite("information:", "# for the team\n\n\ninformation:")
    let again = try attune("freeze", "short.instrument")
    #expect(again.status == 0)
    #expect(again.messages.hasSuffix("and nothing changed since.\n"))
    #expect(try scratch.text("short.lock") == lock)
  }

  @Test func anotherLockIsNotReplacedUnasked() throws {
    _ = try attune("freeze", "short.instrument")
    let lock = try scratch.text("short.lock")
    try rewrite("I feel calm here.", "I feel calm there.")
    let refused = try attune("freeze", "short.instrument")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("  - what is asked, said or scored changed\n"))
    #expect(refused.messages.contains("attune freeze --again short.instrument"))
    #expect(try scratch.text("short.lock") == lock)

    let again = try attune("freeze", "--again", "short.instrument")
    #expect(again.status == 0)
    #expect(again.messages.contains("  - what is asked, said or scored changed\n"))
    #expect(try scratch.text("short.lock") != lock)
    #expect(try attune("check", "short.instrument").status == 0)
  }

  @Test func aDamagedLockIsNotReplacedUnasked() throws {
    try scratch.write("lock of short\n  version: 1.0.0\n", to: "short.lock")
    let refused = try attune("freeze", "short.instrument")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("[A363, must fix]"))
    #expect(refused.messages.contains("nothing was changed"))
    let checked = try attune("check", "short.instrument")
    #expect(checked.output.contains("[A362, please check]"))
    #expect(try attune("check", "short.lock").status == 1)
    #expect(try attune("freeze", "--again", "short.instrument").status == 0)
    #expect(try attune("check", "short.lock").status == 0)
  }

  @Test func whatMustBeFixedIsNotFrozen() throws {
    try rewrite("uses: calm", "uses: clam")
    let refused = try attune("freeze", "short.instrument")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("There is no item called \"clam\""))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("short.lock")))
    #expect(try attune("freeze", "nowhere.instrument").messages.contains("could not find"))
  }

  @Test func checkingSaysWhatChangedSince() throws {
    _ = try attune("freeze", "short.instrument")
    try rewrite("reliability of: ease", "describe: ease")
    let plan = try attune("check", "short.instrument")
    #expect(plan.status == 0)
    #expect(plan.output.contains("The plan \"together\" changed since it was frozen on 20"))
    try rewrite("I feel calm here.", "I feel calm there.")
    let words = try attune("check", "--lines", "short.instrument")
    #expect(words.status == 1)
    #expect(words.output.contains("short.instrument:2:12: must fix:"))
    #expect(words.output.contains("[A309]"))
    // People are not kept waiting for the team's paperwork.
    #expect(try attune("try", "short.instrument").output.contains("A short one"))
  }

  @Test func aStudyTakesTheLockAlongAndSaysHowItStands() throws {
    _ = try attune("study", "new", "before", "--instrument", "short.instrument")
    let before = try attune("study", "status", "before")
    #expect(before.output.contains("The questionnaire is not frozen."))

    _ = try attune("freeze", "short.instrument")
    _ = try attune("study", "new", "after", "--instrument", "short.instrument")
    #expect(try scratch.text("after/short.lock") == scratch.text("short.lock"))
    #expect(try attune("study", "status", "after").output.contains("and has not changed since."))

    try scratch.write(
      Self.planned.replacing("reliability of: ease", with: "describe: ease"),
      to: "after/short.instrument")
    let after = try attune("study", "status", "after")
    #expect(after.output.contains("and has changed since."))
    #expect(after.output.contains("plan \"together\" changed."))
    try scratch.write("?", to: "after/short.lock")
    #expect(try attune("study", "status", "after").output.contains("lock that cannot be read"))
  }
}
