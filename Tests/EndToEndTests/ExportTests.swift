import AttuneTestSupport
import Foundation
import Testing

/// What `attune export` and `attune codebook` write, as files on a disk.
@Suite struct ExportTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private let answers = "datasets/keep_study/SIMULATED_keep_study_responses.csv"
  private let keep = ["--instrument", "instruments/keep.instrument"]

  private func export(_ more: String...) throws -> Program.Outcome {
    try Program.run(["export", answers] + keep + ["--output", scratch.path("out")] + more)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: scratch.url.appending(path: "out/\(name)"))
  }

  /// What a plain machine can look at; `make check-export` asks the real programs.
  @Test func everyFormatIsWrittenTheSameTwiceAndIsInert() throws {
    #expect(try export("--format", "all").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
    #expect(
      names == [
        "datapackage.json", "ddi.xml", "questionnaire.fhir.json", "reasons.csv", "redcap.csv",
        "responses.R", "responses.csv", "responses.dta", "responses.fhir.json", "responses.py",
        "responses.sav", "responses.xlsx", "xlsform.xlsx",
      ])
    let first = try names.map(bytes)
    #expect(try export("--format", "all").status == 0)
    for (name, before) in zip(names, first) { #expect(try bytes(name) == before, "\(name)") }
    let inert = try Program.run(
      ["python3", "Tests/Exchange/inert.py", scratch.path("out")], of: "/usr/bin/env")
    #expect(inert.status == 0, "\(inert.output)\(inert.messages)")
    for name in names {
      let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("out/\(name)"))
      #expect(mode[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  /// The CSV files are those that were read, byte for byte.
  @Test func answersThatWereReadAreWrittenAgain() throws {
    #expect(try export("--format", "csv").status == 0)
    for name in ["responses.csv", "reasons.csv"] {
      let given = try Data(
        contentsOf: Program.root.appending(path: "datasets/keep_study/SIMULATED_keep_study_\(name)")
      )
      #expect(try bytes(name) == given)
    }
  }

  @Test func everyFormatSaysThatTheAnswersAreMadeUp() throws {
    let outcome = try export("--format", "all")
    #expect(outcome.messages.contains("SIMULATED"))
    for name in [
      "responses.sav", "responses.dta", "datapackage.json", "ddi.xml", "responses.R",
      "responses.py",
      "responses.fhir.json",
    ] {
      #expect(try bytes(name).range(of: Data("SIMULATED".utf8)) != nil, "\(name)")
    }
    #expect(try bytes("responses.csv").starts(with: Data("person,form,simulated,".utf8)))
  }

  /// Numbers of a .sav and a .dta are those of the CSV that they came from.
  @Test(arguments: ["sav", "dta"])
  func resultsOfTheFileAreThoseOfTheAnswers(ending: String) throws {
    #expect(try export("--format", ending).status == 0)
    func alpha(_ file: String) throws -> String {
      let run = try Program.run(
        ["reliability", file, "rel", "prio"] + keep + ["--format", "csv", "--table", "reliability"])
      #expect(run.status == 0, "\(run.messages)")
      return run.output
    }
    let own = try alpha(answers)
    #expect(try alpha(scratch.path("out/responses.\(ending)")) == own)
    func groups(_ file: String) throws -> String {
      try Program.run(
        ["compare", file, "rel", "--by", "contact"] + keep
          + ["--format", "csv", "--table", "welch-t-test"]
      ).output
    }
    #expect(try groups(scratch.path("out/responses.\(ending)")) == groups(answers))
    #expect(own.split(separator: "\n").count == 3)
  }

  @Test func whatCannotBeCarriedIsSaid() throws {
    let outcome = try export("--format", "sav,redcap")
    #expect(outcome.messages.contains("short names of choices"))
    #expect(outcome.messages.contains("Left out, as not kept with the answers"))
  }

  /// The scores are those of `attune score`, and each format that has room for them holds them.
  @Test func scoresGoWithTheAnswers() throws {
    #expect(try export("--format", "csv,sav,ddi,data-package,fhir", "--scores").status == 0)
    let scores = try Program.run(["score", answers] + keep + ["--format", "csv"])
    func column(_ name: String, _ text: String) throws -> [Double?] {
      let rows = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let place = try #require(rows[0].firstIndex { $0 == name })
      return rows.dropFirst().map { Double($0[place]) }
    }
    let exported = try scratch.text("out/responses.csv")
    for name in ["prac", "prac_n", "whole"] {
      let own = try column(name, scores.output)
      #expect(try column(name, exported) == own && own.compactMap { $0 }.count > 30)
    }
    for name in ["datapackage.json", "ddi.xml", "responses.sav"] {
      #expect(
        try bytes(name).range(of: Data("Mean of 6 items, at least 4 answered.".utf8)) != nil,
        "\(name)")
    }
    let none = try Program.run(["export", "instruments/keep.instrument", "--scores"])
    #expect(none.status == 1 && none.messages.contains("to be scored"))
    let codebook = try Program.run(["codebook", "instruments/keep.instrument", "--scores"])
    #expect(codebook.output.contains("Mean of 6 items, at least 4 answered."))
  }

  @Test func anInstrumentAloneBecomesAForm() throws {
    let run = try Program.run(
      ["export", "instruments/keep.instrument", "--output", scratch.path("form")])
    #expect(run.status == 0, "\(run.messages)")
    #expect(FileManager.default.fileExists(atPath: scratch.path("form/xlsform.xlsx")))
    let none = try Program.run(["export", "instruments/keep.instrument", "--format", "sav"])
    #expect(none.status == 1 && none.messages.contains("there are no answers in an instrument"))
  }

  @Test func aFileNeedsItsInstrument() throws {
    let run = try Program.run(["export", answers])
    #expect(run.status == 1 && run.messages.contains("--instrument"))
    let other = try Program.run(["export", answers, "--format", "docx"])
    #expect(other.status == 64 && other.messages.contains("There is no format 'docx'"))
  }

  @Test func anAnswerThatTheInstrumentDoesNotHaveIsRefused() throws {
    let file = try scratch.write("person,form,rel1\n1,full,3\n2,full,9\n", to: "x_responses.csv")
    let run = try Program.run(["export", file] + keep + ["--output", scratch.path("no")])
    #expect(run.status == 1 && run.messages.contains("row 2"))
    #expect(!run.messages.contains("9"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("no")))
  }

  @Test(arguments: ["markdown", "html", "csv"])
  func theCodebookIsWrittenInEachFormat(format: String) throws {
    let run = try Program.run(["codebook", "instruments/keep.instrument", "--format", format])
    #expect(run.status == 0)
    #expect(run.output.contains("I could be myself with staff."))
    if format == "html" {
      #expect(run.output.hasPrefix("<!DOCTYPE html>") && !run.output.contains("<script"))
      #expect(!run.output.contains("http"))
    }
  }

  // MARK: Results as a workbook

  @Test func resultsGoToAWorkbook() throws {
    let call = ["reliability", answers, "rel"] + keep + ["--format", "xlsx"]
    let nowhere = try Program.run(call)
    #expect(nowhere.status == 1 && nowhere.messages.contains("--output FILE"))
    let path = scratch.path("out/results.xlsx")
    #expect(try Program.run(call + ["--output", path]).status == 0)
    let first = try Data(contentsOf: URL(filePath: path))
    #expect(try Program.run(call + ["--output", path]).status == 0)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).count == 1)
    let cells = try Program.run(
      ["python3", "-c", Self.readingCells, path, "xl/worksheets/sheet1.xml"], of: "/usr/bin/env")
    // alpha, at sixteen digits, as the JSON says it at full precision.
    #expect(cells.output.contains("0.8104212073597242"), "\(cells.output)\(cells.messages)")
  }

  /// A file may be called anything: its name is told in every format, and comes alive in none.
  @Test func namesOfFilesAreInert() throws {
    let payloads = HostileText.payloads.filter { !$0.contains("/") && !$0.contains("\0") }
    #expect(payloads.count > 40)
    let endings = ["text": "txt", "markdown": "md", "latex": "tex"]
    for (index, payload) in payloads.enumerated() {
      let file = try scratch.write("a,b\n1,2\n2,1\n3,3\n", to: "\(payload).csv")
      // Each name in a few formats, and each format with many names.
      for format in ["text", "markdown", "html", "latex", "csv", "tsv", "json", "xlsx"]
      where (index + format.utf8.count) % 3 == 0 || format == "xlsx" {
        let run = try Program.run([
          "describe", file, "--items", "a,b", "--format", format, "--table", "items", "--output",
          scratch.path("out/\(index).\(endings[format] ?? format)"),
        ])
        #expect(run.status == 0, "\(payload): \(run.messages)")
      }
      let run = try Program.run(["import", file, "--output", scratch.path("in\(index)")])
      #expect(run.status == 0, "\(payload): \(run.messages)")
      let said = run.messages.unicodeScalars
      #expect(!said.contains { $0.properties.generalCategory == .control && $0 != "\n" })
      for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path("in\(index)")) {
        #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) })
      }
    }
    let inert = try Program.run(
      ["python3", "Tests/Exchange/inert.py", scratch.path("out")], of: "/usr/bin/env")
    #expect(inert.status == 0, "\(inert.output)\(inert.messages)")
  }

  private static let readingCells = """
    import sys, zipfile
    print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())
    """
}
