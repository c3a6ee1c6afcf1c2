import Foundation
import Testing

/// `attune import`, and SPSS files that are not what they seem.
@Suite struct ImportTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func exported(_ format: String) throws -> Program.Outcome {
    try Program.run([
      "export", "datasets/keep_study/SIMULATED_keep_study_responses.csv", "--instrument",
      "instruments/keep.instrument", "--format", format, "--output", scratch.path("from"),
    ])
  }

  private func bring(_ file: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["import", file, "--name", "brought", "--output", scratch.path("to")] + more)
  }

  /// The draft explains the data that came with it.
  @Test(arguments: ["sav", "dta"])
  func aStatisticalFileBecomesAnInstrumentAndItsData(ending: String) throws {
    #expect(try exported(ending).status == 0)
    let run = try bring(scratch.path("from/responses.\(ending)"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("48 rows of 61 variables"))
    #expect(run.messages.contains("SIMULATED"))
    let check = try Program.run(["check", scratch.path("to/brought.instrument")])
    #expect(!check.messages.contains("must fix") && !check.output.contains("must fix"))
    let described = try Program.run([
      "describe", scratch.path("to/brought.csv"), "--items", "rel1..rel6", "--instrument",
      scratch.path("to/brought.instrument"),
    ])
    #expect(described.status == 0, "\(described.messages)")
    let text = try scratch.text("to/brought.instrument")
    #expect(text.contains("item rel1: I could be myself with staff."))
    #expect(text.contains("5 = Agree a lot"))
  }

  /// What went out comes back: every number, and every reason that the format holds.
  @Test(arguments: ["sav", "dta"])
  func answersAndReasonsComeBack(ending: String) throws {
    #expect(try exported("csv,\(ending)").status == 0)
    let run = try bring(scratch.path("from/responses.\(ending)"))
    #expect(
      run.status == 0
        && run.messages.contains("Why values are missing is kept: prefer not to say ("))
    let (answers, reasons) = (
      try Table(scratch.text("from/responses.csv")), try Table(scratch.text("from/reasons.csv"))
    )
    let (back, why) = (
      try Table(scratch.text("to/brought.csv")), try Table(scratch.text("to/brought_reasons.csv"))
    )
    let names = answers.header.map { $0 == "form" ? "form_q" : $0 }
    #expect(back.header == names && why.header == names)
    var (numbers, kept) = (0, 0)
    for name in answers.header where !["did_well", "left_out", "form"].contains(name) {
      for row in answers.rows.indices {
        let (before, after) = (answers[row, name], back[row, name])
        // The short names of choices became codes.
        if Double(before) != nil || before.isEmpty {
          #expect(after == before, "\(name), row \(row)")
          numbers += 1
        }
        if name != "person" && name != "simulated" {
          #expect(why[row, name] == reasons[row, name], "\(name), row \(row)")
          kept += reasons[row, name].isEmpty ? 0 : 1
        }
      }
    }
    #expect(numbers > 2000 && kept > 200, "\(numbers) \(kept)")
    // And out again, by the draft.
    let again = try Program.run([
      "export", scratch.path("to/brought.csv"), "--instrument",
      scratch.path("to/brought.instrument"), "--format", "csv", "--output", scratch.path("again"),
    ])
    #expect(again.status == 0, "\(again.messages)")
    let last = try Table(scratch.text("again/reasons.csv"))
    for row in reasons.rows.indices {
      #expect(last[row, "rel1"] == reasons[row, "rel1"])
      #expect(last[row, "bg_ended"] == reasons[row, "bg_ended"])
    }
  }

  /// A file of commas whose cells have no quotation marks.
  private struct Table {
    let header: [String]
    let rows: [[String]]

    init(_ text: String) throws {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      header = lines[0]
      rows = Array(lines.dropFirst())
      #expect(rows.allSatisfy { $0.count == header.count })
    }

    subscript(row: Int, name: String) -> String {
      header.firstIndex(of: name).map { rows[row][$0] } ?? ""
    }
  }

  @Test func answersInAWorkbookAreToBeSavedAsText() throws {
    #expect(try exported("xlsx").status == 0)
    let run = try bring(scratch.path("from/responses.xlsx"))
    #expect(run.status == 1 && run.messages.contains("save their sheet as CSV UTF-8"))
  }

  /// What a CSV file needs to be told, others say themselves.
  @Test func optionsOfTextAreForText() throws {
    let file = try scratch.write("x", to: "x.sav")
    for more in [["--missing", "-99"], ["--headings", "2"], ["--decimal-comma"]] {
      let run = try Program.run(["import", file] + more)
      #expect(run.status == 1 && run.messages.contains("are for text such as .csv"))
    }
    let text = try scratch.write("a,b\nHow?,Why?\n1,2\n2,-99\n3,1\n", to: "x.csv")
    let run = try bring(text, "--missing", "-99", "--headings", "2")
    #expect(run.status == 0, "\(run.messages)")
    #expect(try scratch.text("to/brought.csv") == "a,b\n1,2\n2,\n3,1\n")
    #expect(try scratch.text("to/brought.instrument").contains("item a: How?"))
    let wrong = try bring(text, "--headings", "3")
    #expect(wrong.status == 64 && wrong.messages.contains("1 or 2"))
  }

  @Test func nothingIsWrittenOver() throws {
    let file = try scratch.write("a,b\n1,2\n2,1\n", to: "x.csv")
    #expect(try bring(file).status == 0)
    let again = try bring(file)
    #expect(again.status == 1 && again.messages.contains("already there"))
  }

  @Test(arguments: [
    ("x.sav", "no SPSS file"), ("x.dta", "<stata_dta>"), ("x.xlsx", "PK\u{3}\u{4}"),
    ("x.osd", "[1]"),
  ])
  func whatIsNoSuchFileIsRefused(name: String, content: String) throws {
    let file = try scratch.write(content, to: name)
    let run = try bring(file)
    #expect(run.status == 1 && !run.messages.isEmpty)
    #expect(!run.messages.contains("Error Domain"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("to")))
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    for name in ["no.sav", "no.csv"] {
      let run = try bring(scratch.path(name))
      #expect(run.status == 1 && run.messages.contains(name))
    }
  }

  /// ReadStat 1.1.8 has known memory faults: whatever a damaged file does to the process that reads
  /// it, attune itself goes on, and says something.
  @Test func damagedFilesNeverStopAttune() throws {
    #expect(try exported("sav,dta").status == 0)
    var state: UInt64 = 7
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var refused = 0
    for round in 0..<40 {
      let ending = round % 2 == 0 ? "sav" : "dta"
      let sound = try Data(
        contentsOf: scratch.url.appending(path: "from/responses.\(ending)"))
      var bytes = sound
      for _ in 0...next(20) { bytes[next(min(bytes.count, 8_000))] = UInt8(next(256)) }
      if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
      let file = scratch.path("damaged.\(ending)")
      try bytes.write(to: URL(filePath: file))
      let run = try Program.run(["describe", file, "--items", "rel1..rel6"])
      #expect([0, 1].contains(run.status), "round \(round): \(run.status) \(run.messages)")
      if run.status == 1 {
        refused += 1
        #expect(!run.messages.isEmpty)
      }
    }
    #expect(refused > 5)
  }
}
