import Foundation
import Testing

@testable import AttuneStore

/// Copying a study, making one from a copy, deleting all, and looking whether it is sound.
@Suite struct BackupTests {
  private let finished = "\n\n1\n3\n2\n3\n\n2\n"

  private func study(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(["study"] + arguments, input: input)
  }

  @Test func aBackupComesBackAsItWas() throws {
    let study = try Study(instrument: Study.short)
    for _ in 0..<3 { _ = try study.attune("run", input: finished) }
    let backup = study.scratch.path("copy")
    let made = try self.study("backup", study.path, backup)
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.output.contains("3 sessions, 21 entries, each read back"))
    // The list is one that other programs read.
    let sums = try Program.run(
      ["sha256sum", "--check", "--quiet", "backup.sha256"], of: "/usr/bin/env",
      in: URL(filePath: backup))
    #expect(sums.status == 0, "\(sums.output)\(sums.messages)")

    let back = study.scratch.path("back")
    let restored = try self.study("restore", backup, back)
    #expect(restored.status == 0, "\(restored.messages)")
    #expect(restored.output.contains("with 3 sessions, each read and checked"))
    #expect(restored.messages.contains("deleted after this backup"))
    let first = try Program.run(["study", "status", study.path])
    let second = try Program.run(["study", "status", back])
    #expect(first.output == second.output && !first.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: back + "/backup.sha256"))
  }

  @Test func nothingIsOverwritten() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    let backup = study.scratch.path("copy")
    _ = try self.study("backup", study.path, backup)
    let again = try self.study("backup", study.path, backup)
    #expect(again.status == 1)
    #expect(again.messages.contains("already there; nothing was changed"))
    let onto = try self.study("restore", backup, study.path)
    #expect(onto.status == 1)
    #expect(onto.messages.contains("already there; nothing was changed"))
    #expect(try study.attune("run", input: finished).status == 0)
  }

  @Test func practiceIsCopiedApart() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    _ = try study.attune("try", input: finished)
    let files = FileManager.default
    let live = study.scratch.path("live")
    let practice = study.scratch.path("practised")
    _ = try self.study("backup", study.path, live)
    _ = try self.study("backup", study.path, practice, "--practice")
    #expect(files.fileExists(atPath: live + "/answers.sqlite"))
    #expect(!files.fileExists(atPath: live + "/practice"))
    #expect(!files.fileExists(atPath: practice + "/answers.sqlite"))
    #expect(files.fileExists(atPath: practice + "/practice/answers.sqlite"))
    let restored = try self.study("restore", practice, study.scratch.path("back"))
    #expect(restored.output.contains("1 practice session"))
  }

  @Test(arguments: ["answers.sqlite", "study.study", "backup.sha256"])
  func aBackupThatWasChangedIsRefused(name: String) throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    let backup = study.scratch.path("copy")
    _ = try self.study("backup", study.path, backup)
    var bytes = try Data(contentsOf: URL(filePath: backup + "/" + name))
    bytes[bytes.count / 3] ^= 1
    try bytes.write(to: URL(filePath: backup + "/" + name))
    let restored = try self.study("restore", backup, study.scratch.path("back"))
    #expect(restored.status == 1)
    #expect(restored.messages.contains("nothing was restored"), "\(restored.messages)")
    #expect(!FileManager.default.fileExists(atPath: study.scratch.path("back")))
  }

  @Test func nobodyAnswersInABackup() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    let backup = study.scratch.path("copy")
    _ = try self.study("backup", study.path, backup)
    let before = try Data(contentsOf: URL(filePath: backup + "/answers.sqlite"))
    for command in ["run", "try", "resume", "reliability", "export", "doctor"] {
      let refused = try Program.run([command, backup], input: finished)
      #expect(refused.status == 1, "\(command)")
      #expect(refused.messages.contains("attune study restore"), "\(command) \(refused.messages)")
    }
    #expect(try Data(contentsOf: URL(filePath: backup + "/answers.sqlite")) == before)
  }

  @Test func erasingWaitsForTheStudysName() throws {
    let study = try Study(instrument: Study.short)
    for _ in 0..<3 { _ = try study.attune("run", input: finished) }
    _ = try study.attune("try", input: finished)
    let no = try self.study("erase", study.path, input: "yes\n")
    #expect(no.status == 1)
    #expect(no.messages.contains("nothing was deleted"))
    let yes = try self.study("erase", study.path, input: "study\n")
    #expect(yes.status == 0, "\(yes.messages)")
    #expect(yes.output.contains("answers of 3 sessions"))
    #expect(yes.output.contains("no trace of them is left"))
    let status = try self.study("status", study.path)
    #expect(status.output.contains(/deleted by the team, with everybody's\s+3/))
    let practice = try self.study("status", study.path, "--practice")
    #expect(practice.output.contains(/finished\s+1/))
  }

  @Test func theDoctorFindsWhatIsWrong() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    let fine = try study.attune("doctor")
    #expect(fine.status == 0, "\(fine.output)\(fine.messages)")
    let line = "fine          Answers: 1 session, 7 entries, each as it was saved."
    #expect(fine.output.contains(line))
    #expect(!fine.output.contains("must fix"))

    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: study.path + "/answers.sqlite")
    try study.edit("UPDATE session SET changedOn = '2020-01-01', state = 'setAside'")
    try study.scratch.write(
      study.scratch.text("study/study.study")
        .replacingOccurrences(of: "keep until: 2999-12-31", with: "keep until: 2020-01-01")
        .replacingOccurrences(of: "withdraw until: 2999", with: "withdraw until: 2019")
        .replacing(/helplines checked on: .*/, with: "helplines checked on: 2020-01-01"),
      to: "study/study.study")
    let ill = try study.attune("doctor")
    #expect(ill.status == 1)
    for words in ["attune study purge", "attune study erase", "six months"] {
      #expect(ill.output.contains(words), "\(words): \(ill.output)")
    }
  }

  @Test func theDoctorFindsDamage() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: finished)
    let path = study.path + "/answers.sqlite"
    var bytes = try Data(contentsOf: URL(filePath: path))
    let place = try #require(bytes.firstRange(of: Data(#""item":"calm""#.utf8)))
    bytes[place.lowerBound + 8] = UInt8(ascii: "b")
    try bytes.write(to: URL(filePath: path))
    let ill = try study.attune("doctor")
    #expect(ill.status == 1)
    #expect(ill.output.contains("must fix"))
    #expect(ill.output.contains("attune study restore"))
    #expect(try study.attune("reliability").status == 1)
  }

  /// A status, a source or a plan is said about a questionnaire; the answers are to the same one.
  @Test func anotherStatusIsNotAnotherVersion() throws {
    let study = try Study(instrument: Study.short)
    for _ in 0..<3 { _ = try study.attune("run", input: finished) }
    let pilot = Study.short.replacingOccurrences(
      of: "status: draft, unvalidated", with: "status: in pilot, unvalidated")
    try study.scratch.write(pilot, to: "study/asked.instrument")
    let same = try study.attune("export")
    #expect(same.status == 0, "\(same.messages)")
    #expect(!same.messages.contains("another version"))
    try study.scratch.write(
      pilot.replacingOccurrences(of: "I feel calm here.", with: "I am calm here."),
      to: "study/asked.instrument")
    #expect(try study.attune("export").messages.contains("another version"))
  }
}
