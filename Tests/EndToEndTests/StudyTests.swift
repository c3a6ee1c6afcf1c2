import Foundation
import GRDB
import Testing

/// Looking after a study: who is where, and answers that have to go.
@Suite struct StudyTests {
  private let finished = "\n\n1\n3\n2\n3\n\n2\n"

  private func count(_ state: String, _ study: Study, _ more: String...) throws -> Int? {
    let status = try Program.run(
      ["study", "status", study.path, "--format", "csv"] + more)
    #expect(status.status == 0, "\(status.messages)")
    return status.output.split(separator: "\n")
      .first { $0.contains(state) }
      .flatMap { $0.split(separator: ",").last }.flatMap { Int($0) }
  }

  @Test func statusCountsPeopleByWhatBecameOfThem() throws {
    let study = try Study(instrument: Study.short)
    for typed in [
      finished, finished, "\n\n1\n3\nstop\n1\n2\n", "\n\n1\n3\nstop\n2\n", "\n\n1\n3\n",
    ] {
      _ = try study.attune("run", input: typed)
    }
    #expect(try count("finished", study) == 2)
    #expect(try count("kept their answers", study) == 1)
    #expect(try count("stopped, and had their answers deleted", study) == 1)
    #expect(try count("left without a word; set aside", study) == 1)
  }

  /// Counts under five, and every count of a small study, say nothing of anybody.
  @Test func statusSaysWhereManySkip() throws {
    let study = try Study(instrument: Study.short)
    for person in 0..<10 {
      let heard = person < 6 ? "skip" : "2"
      let safe = person < 2 ? "skip" : "3"
      _ = try study.attune("run", input: "\n\n1\n3\n\(heard)\n\(safe)\n\n2\n")
      if person == 8 {
        let early = try Program.run(["study", "status", study.path])
        #expect(!early.output.contains("Where people skip"))
      }
    }
    let status = try Program.run(
      ["study", "status", study.path, "--invited", "25", "--format", "json"])
    #expect(status.output.contains("\"item\": \"heard\", \"skipped\": 6"), "\(status.output)")
    #expect(!status.output.contains("\"item\": \"safe\""))
    #expect(status.output.contains("\"invited\", \"n\": 25"))
    #expect(status.output.contains("\"began\", \"n\": 10"))
  }

  @Test func withdrawingDeletesForGood() throws {
    let study = try Study(instrument: Study.short)
    let code = try #require(Study.code(in: study.attune("run", input: finished).output))
    _ = try study.attune("run", input: finished)
    let withdrawn = try Program.run(["study", "withdraw", study.path], input: "\(code)\n")
    #expect(withdrawn.status == 0, "\(withdrawn.messages)")
    #expect(withdrawn.output.contains("no trace of them is left"))
    #expect(try count("finished", study) == 1)
    #expect(try count("deleted later", study) == 1)
    let again = try Program.run(["study", "withdraw", study.path], input: "\(code)\n")
    #expect(again.status == 1)
    #expect(again.messages.contains("nothing was deleted"))
  }

  /// While another program reads, nothing is called deleted that can still be found; when it is
  /// closed, one look at the study removes the rest.
  @Test(arguments: [true, false])
  func withdrawingWhileAnotherProgramReads(somethingIsInTheLog: Bool) throws {
    let study = try Study(
      instrument: Study.short + "\nitem more: What else?\n  answer: text\n")
    let code = try #require(
      Study.code(in: study.attune("run", input: "\n\n1\n3\n2\n3\nprivate words\n\n2\n").output))
    _ = try study.attune("run", input: "\n\n1\n3\n2\n3\nother words\n\n2\n")
    #expect(try traces(of: "private words", in: study) > 0)

    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(
      path: study.path + "/answers.sqlite", configuration: configuration)
    try reader.unsafeReentrantWrite { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM entry")
    }
    if somethingIsInTheLog { _ = try study.attune("run", input: finished) }
    let refused = try Program.run(["study", "withdraw", study.path], input: "\(code)\n")
    #expect(refused.status == 1)
    #expect(!refused.output.contains("are deleted"), "\(refused.output)")
    #expect(refused.messages.contains("Another program is reading"), "\(refused.messages)")
    #expect(refused.messages.contains("nothing was deleted yet. Close it and try again."))
    #expect(try traces(of: "private words", in: study) > 0)
    try reader.unsafeReentrantWrite { try $0.execute(sql: "COMMIT") }
    try reader.close()

    let again = try Program.run(["study", "withdraw", study.path], input: "\(code)\n")
    #expect(again.status == 0, "\(again.messages)")
    #expect(try traces(of: "private words", in: study) == 0)
    #expect(try traces(of: "other words", in: study) > 0)
  }

  /// A person who chooses to have their answers deleted meanwhile is not told of a failure.
  @Test func deletingAtTheEndWhileAnotherProgramReads() throws {
    let study = try Study(
      instrument: Study.short + "\nitem more: What else?\n  answer: text\n")
    _ = try study.attune("run", input: "\n\n1\n3\n2\n3\nother words\n\n2\n")
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(
      path: study.path + "/answers.sqlite", configuration: configuration)
    try reader.unsafeReentrantWrite { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM entry")
    }
    let run = try study.attune("run", input: "\n\n1\n3\n2\n3\nprivate words\nstop\n2\n")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Your answers have been deleted."))
    #expect(!run.output.contains("could not save"))
    #expect(run.messages.contains("'attune study status' then removes them"), "\(run.messages)")
    try reader.unsafeReentrantWrite { try $0.execute(sql: "COMMIT") }
    try reader.close()
    #expect(try count("finished", study) == 1)
    #expect(try traces(of: "private words", in: study) == 0)
    #expect(try traces(of: "other words", in: study) > 0)
  }

  private func traces(of words: String, in study: Study) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: study.path).map { name in
      let bytes = try Data(contentsOf: URL(filePath: study.path + "/" + name))
      return String(decoding: bytes, as: Unicode.ASCII.self).components(separatedBy: words).count
        - 1
    }.reduce(0, +)
  }

  /// Who came back, and was cut off, has not stayed away.
  @Test func comingBackBeginsTheDaysAnew() throws {
    let study = try Study(instrument: Study.short)
    let left = try study.attune("run", input: "\n\n1\n3\n")
    let code = try #require(Study.code(in: left.output))
    try study.edit("UPDATE session SET changedOn = '2020-01-01'")
    let terminal = try Terminal(["resume", study.path, "--plain"])
    try terminal.wait(for: "three words")
    try terminal.type(code)
    try terminal.wait(for: "Carry on")
    try terminal.kill()
    try terminal.wait(for: "finished with 137")
    let purged = try Program.run(["study", "purge", study.path])
    #expect(purged.output.contains("Nothing has been set aside"), "\(purged.messages)")
    #expect(try count("cut off", study) == 1)
  }

  @Test func purgingTakesOnlyWhatNobodyCameBackFor() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    _ = try study.attune("run", input: "\n\n1\n3\npause\nk\n")
    _ = try study.attune("run", input: "\n\n1\n3\n")
    let early = try Program.run(["study", "purge", study.path])
    #expect(early.output.contains("Nothing has been set aside for 14 days."))

    // The day is the only thing that a test cannot wait for.
    try study.edit("UPDATE session SET changedOn = '2020-01-01'")
    let purged = try Program.run(["study", "purge", study.path])
    #expect(purged.output.contains("Deleted for good: 1"), "\(purged.output)\(purged.messages)")
    #expect(try count("finished", study) == 1)
    #expect(try count("paused", study) == 1)
    #expect(try count("set aside and deleted", study) == 1)
  }
}
