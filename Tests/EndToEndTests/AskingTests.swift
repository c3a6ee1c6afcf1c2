import Foundation
import Testing

/// Whole sessions through the command, as a pipe gives them.
@Suite struct AskingTests {
  /// Welcome, information, consent, three answers, review, copy.
  private let answers = "\n\n1\n3\n2\n3\n\n2\n"

  @Test func keepsAFinishedSession() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("run", input: answers)
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(run.output.contains("I feel calm here."))
    #expect(run.output.contains("The research group asks three things."))
    let export = try study.attune("export")
    #expect(export.status == 0, "\(export.messages)")
    #expect(
      try study.scratch.text("study/exports/responses.csv")
        == "person,form,calm,heard,safe\n1,full,3,2,3\n")
  }

  @Test func waitsWhileSomethingThatPeopleAreToldIsBlank() throws {
    let study = try Study(instrument: Study.short)
    let blank = try study.scratch.text("study/study.study")
      .split(separator: "\n").filter { !$0.contains("contact:") }.joined(separator: "\n")
    try study.scratch.write(blank + "\n", to: "study/study.study")
    let run = try study.attune("run", input: answers)
    #expect(run.status == 1)
    #expect(run.messages.contains("'contact:' is blank"))
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: study.path + "/answers.sqlite"))
  }

  @Test func notTodayStoresNothing() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("run", input: "\n\n2\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Nothing has been saved."))
    let results = try study.attune("reliability")
    #expect(results.status == 1)
    #expect(results.messages.contains("no answers can be used yet"))
  }

  @Test func comesBackWithTheCodeToTheSameQuestion() throws {
    let study = try Study(instrument: Study.short)
    let first = try study.attune("run", input: "\n\n1\n3\npause\nk\n")
    #expect(first.status == 0, "\(first.output)")
    let code = try #require(Study.code(in: first.output))
    let second = try study.attune(
      "resume", input: "no such words\n\(code.uppercased())\n1\n2\n3\n\n2\n")
    #expect(second.status == 0, "\(second.output)\(second.messages)")
    #expect(second.output.contains("I could not open anything with these words."))
    #expect(!second.output.contains("I feel calm here.\n\n  1"))
    _ = try study.attune("export")
    #expect(try study.scratch.text("study/exports/responses.csv").hasSuffix("1,full,3,2,3\n"))
  }

  @Test func aWrongCodeOpensNothing() throws {
    let study = try Study(instrument: Study.short)
    let resume = try study.attune(
      "resume", input: "acorn acorn acorn\nbay bay bay\nzebra zebra zebra\n")
    #expect(resume.status == 1)
    #expect(resume.output.components(separatedBy: "could not open").count == 4)
  }

  @Test func helplinesAreOneKeyAwayFromAWrongCode() throws {
    let study = try Study(instrument: Study.short)
    let resume = try study.attune("resume", input: "acorn acorn acorn\nh\nbay bay bay\n")
    #expect(resume.output.contains("Samaritans, call 116 123"))
    #expect(!resume.output.lowercased().contains("error"))
  }

  @Test func stoppedAndDeletedLeavesOnlyACount() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("run", input: "\n\n1\n3\nstop\n2\n")
    #expect(run.status == 0, "\(run.output)")
    let results = try study.attune("reliability")
    #expect(results.messages.contains("1 person stopped and had their answers deleted."))
  }

  @Test func anEndOfInputSetsTheAnswersAside() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("run", input: "\n\n1\n3\n")
    #expect(run.status == 1)
    let results = try study.attune("reliability")
    #expect(results.status == 1)
    #expect(results.messages.contains("1 person did not finish"))
  }

  @Test func practiceIsKeptApartAndStamped() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("try", input: answers)
    #expect(run.status == 0)
    #expect(run.output.contains("PRACTICE"))
    #expect(!FileManager.default.fileExists(atPath: study.path + "/answers.sqlite"))
    #expect(FileManager.default.fileExists(atPath: study.path + "/practice/answers.sqlite"))
    _ = try study.attune("export", "--practice")
    #expect(
      try study.scratch.text("study/exports/responses.csv")
        == "person,form,practice,calm,heard,safe\n1,full,1,3,2,3\n")
    #expect(try study.attune("reliability").messages.contains("--practice"))
  }

  @Test func everyRowOfPracticeResultsSaysSo() throws {
    let study = try Study(instrument: Study.short)
    for answers in ["3\n2\n3", "1\n1\n2", "2\n2\n3"] {
      _ = try study.attune("try", input: "\n\n1\n\(answers)\n\n2\n")
    }
    let csv = try study.attune(
      "reliability", "--practice", "--format", "csv", "--table", "items"
    ).output.split(separator: "\n")
    #expect(csv.count == 4)
    #expect(csv[0].hasPrefix("practice,scale,item,"))
    #expect(csv.dropFirst().allSatisfy { $0.hasPrefix("1,ease,") })
    #expect(try study.attune("reliability", "--practice").output.contains("PRACTICE"))
  }

  @Test func tryingAnInstrumentSavesNothing() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(Study.short, to: "short.instrument")
    let run = try Program.run(["try", file], input: answers, in: scratch.url)
    #expect(run.status == 0, "\(run.output)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.url.path()).allSatisfy {
        ["short.instrument", "input", "output", "messages"].contains($0)
      })
  }

  @Test func anInstrumentThatChangedIsResumedAsItWas() throws {
    let study = try Study(instrument: Study.short)
    let first = try study.attune("run", input: "\n\n1\n3\npause\nk\n")
    let code = try #require(Study.code(in: first.output))
    let changed = Study.short.replacingOccurrences(
      of: "I feel heard here.", with: "I am heard here.")
    try study.scratch.write(changed, to: "study/asked.instrument")
    let second = try study.attune("resume", input: "\(code)\n1\n2\n3\n\n2\n")
    #expect(second.output.contains("I feel heard here."))
    let results = try study.attune("reliability")
    #expect(results.messages.contains("1 person answered another version of the instrument"))
  }

  @Test func settingsAreCheckedBeforeAnybodyIsAsked() throws {
    let study = try Study(instrument: Study.short)
    let run = try study.attune("run", "--form", "shrot", input: answers)
    #expect(run.status == 1)
    #expect(run.messages.contains("no form called 'shrot'"))
    #expect(run.output.isEmpty)
  }
}
