import Foundation
import Testing

/// A study that something is wrong with: clear words for the team on standard error, gentle words and
/// support for the person who sits there, and nothing lost or changed.
@Suite struct BadStudyTests {
  private func expectGentle(
    _ outcome: Program.Outcome, team words: String...,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    let shown = outcome.output.replacing("\n", with: " ")
    #expect(
      shown.contains("This is not because of anything you did"), "\(shown)",
      sourceLocation: sourceLocation)
    #expect(outcome.output.contains("Samaritans, call 116 123"), sourceLocation: sourceLocation)
    for harsh in ["error", "invalid", "sqlite", "failed"] {
      #expect(!outcome.output.lowercased().contains(harsh), sourceLocation: sourceLocation)
    }
    for words in words {
      #expect(
        outcome.messages.contains(words), "\(outcome.messages)", sourceLocation: sourceLocation)
    }
    for trace in ["Fatal error", "Domain=", "NSCocoa", "SQLITE_", "Swift."] {
      #expect(
        !outcome.messages.contains(trace), "\(outcome.messages)", sourceLocation: sourceLocation)
    }
  }

  private let answers = "\n\n1\n3\n2\n3\n\n2\n"

  @Test func aStoreThatIsATextFile() throws {
    let study = try Study(instrument: Study.short)
    let text = String(repeating: "notes ", count: 30)
    try study.scratch.write(text, to: "study/answers.sqlite")
    for command in ["run", "resume"] {
      expectGentle(
        try study.attune(command, input: answers), team: "is not a store of answers",
        "Nothing in it was changed")
    }
    let status = try Program.run(["study", "status", study.path])
    #expect(status.messages.contains("is not a store of answers"))
    #expect(try study.scratch.text("study/answers.sqlite") == text)
  }

  @Test func aFolderThatCanOnlyBeRead() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: answers)
    for name in ["study.study", "asked.instrument", "answers.sqlite", "answers.sqlite.lock"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: study.path + "/" + name)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: study.path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: study.scratch.url.path())
    let before = try Data(contentsOf: URL(filePath: study.path + "/answers.sqlite"))
    expectGentle(
      try asNobody(["run", study.path], input: answers), team: "answers.sqlite'",
      "its folder cannot be written in")
    #expect(try Data(contentsOf: URL(filePath: study.path + "/answers.sqlite")) == before)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: study.path)
  }

  /// The administrator may write everywhere, so the program runs as nobody.
  private func asNobody(_ arguments: [String], input: String) throws -> Program.Outcome {
    guard geteuid() == 0 else { return try Program.run(arguments, input: input) }
    return try Program.run(
      ["--reuid=65534", "--clear-groups", Program.path] + arguments, of: "/usr/bin/setpriv",
      input: input)
  }

  // MARK: The questionnaire

  /// Somebody who comes back goes on with what they were asked, whatever became of the file.
  @Test(arguments: [nil, "instrument short: A short one\n  answer: nothing known\n"])
  func anInstrumentThatIsGoneOrBroken(file: String?) throws {
    let study = try Study(instrument: Study.short)
    let first = try study.attune("run", input: "\n\n1\n3\npause\nk\n")
    let code = try #require(Study.code(in: first.output))
    let path = study.path + "/asked.instrument"
    try FileManager.default.removeItem(atPath: path)
    if let file { try study.scratch.write(file, to: "study/asked.instrument") }

    let new = try study.attune("run", input: answers)
    #expect(new.status == 1)
    #expect(new.messages.contains("asked.instrument"))
    #expect(new.output.isEmpty, "nobody is asked")

    let back = try study.attune("resume", input: "h\n\(code)\n1\n2\n3\n\n2\n")
    #expect(back.status == 0, "\(back.messages)")
    #expect(back.output.contains("Samaritans, call 116 123"))
    #expect(back.output.contains("I feel heard here."))
    #expect(back.messages.contains("I go on with the questions as they were asked"))
    try study.scratch.write(Study.short, to: "study/asked.instrument")
    _ = try study.attune("export")
    #expect(try study.scratch.text("study/exports/responses.csv").hasSuffix("1,full,3,2,3\n"))
  }

  @Test func anInstrumentThatIsGoneBeforeAnybodyAnswered() throws {
    let study = try Study(instrument: Study.short)
    try FileManager.default.removeItem(atPath: study.path + "/asked.instrument")
    for command in ["run", "resume", "try"] {
      let outcome = try study.attune(command, input: answers)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("I could not find"), "\(outcome.messages)")
      #expect(outcome.messages.contains("asked.instrument"))
    }
    #expect(!FileManager.default.fileExists(atPath: study.path + "/answers.sqlite"))
  }

  // MARK: Names

  @Test func twoStudiesWithOneName() throws {
    let study = try Study(instrument: Study.short)
    let before = try study.scratch.text("study/study.study")
    let second = try Program.run([
      "study", "new", study.path, "--instrument", study.scratch.path("asked.instrument"),
    ])
    #expect(second.status == 1)
    #expect(second.messages.contains("is already there; nothing was changed"))
    #expect(try study.scratch.text("study/study.study") == before)

    try study.scratch.write(before, to: "study/copy.study")
    for command in ["run", "resume"] {
      let outcome = try study.attune(command, input: answers)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("holds 2 .study files (copy.study, study.study)"))
      #expect(outcome.output.isEmpty, "nobody is asked")
    }
  }

  // MARK: The disk

  /// A real file system that fills up, in a name space of its own.
  @Test(.enabled(if: canMount)) func aDiskThatIsFull() throws {
    let study = try Study(instrument: Trial.instrument)
    let script = """
      set -e
      mkdir "$1/disk" && mount -t tmpfs -o size=320k tmpfs "$1/disk" && cp -r "$1/study" "$1/disk/study"
      set +e
      printf %s "$2" | "$3" run "$1/disk/study" > "$1/out" 2> "$1/err"; echo $? > "$1/status"
      mount -o remount,size=16m "$1/disk"
      code=$(tr '\\n' ' ' < "$1/out" | sed -E 's/.*code: +([a-z]+) +([a-z]+) +([a-z]+)\\..*/\\1 \\2 \\3/')
      printf '%s\\n1\\nstop\\n1\\n2\\n' "$code" | "$3" resume "$1/disk/study" > "$1/again" 2>&1
      "$3" export "$1/disk/study" > /dev/null 2>&1
      cp "$1/disk/study/exports/responses.csv" "$1/responses"
      """
    let folder = study.scratch.url.path()
    let run = try Program.run(
      ["-m", "bash", "-c", script, "bash", folder, Trial.typed, Program.path],
      of: "/usr/bin/unshare")
    let outcome = Program.Outcome(
      output: try study.scratch.text("out"), messages: try study.scratch.text("err"),
      status: Int32(try study.scratch.text("status").trimmingCharacters(in: .newlines)) ?? -1)
    let again = try study.scratch.text("again")
    #expect(run.status == 0, "\(run.messages) \(again)")
    #expect(outcome.output.replacing("\n", with: " ").contains("could not save your latest answer"))
    expectGentle(outcome, team: "the disk is full")
    let acknowledged = Trial.acknowledged(in: outcome.output)
    #expect(0 < acknowledged && acknowledged < Trial.questions)
    let row = try study.scratch.text("responses").split(separator: "\n")[1]
    let given = row.split(separator: ",", omittingEmptySubsequences: false).dropFirst(2)
    #expect(
      given.prefix(acknowledged).map { Int($0) } == (1...acknowledged).map(Trial.answer(to:)))
  }

  private static let canMount =
    (try? Program.run(
      ["-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"], of: "/usr/bin/unshare"
    ).status) == 0
}
